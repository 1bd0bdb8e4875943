"""Change factories, teams, projects and milestones in the workbook."""

from bot.projects import settings
from bot.workbook.cells import Code, Text, Whole
from bot.workbook.choices import Choice, Suggestion, Words
from bot.workbook.columns import Column, Sheet, one_record
from bot.workbook.days import Day
from bot.workbook.zones import Zone

STAGES = Suggestion({stage: (stage,) for stage in settings.STAGES.default})

MENTOR_KINDS = Choice(
    {
        "expert": ("отраслевой эксперт", "эксперт"),
        "alumnus": ("выпускник", "выпускница"),
        "methodologist": ("методист", "специалист по методике"),
    }
)
"""Which kinds of mentor there are; a team may ask for some of them."""

_STREAM = Column("stream", "Поток", Code(), True, "Код с листа «Потоки»", "Пример-ШМ-5", "stream")
_DIRECTION = Column("direction", "Направление", Code(), hint="Код с листа «Направления»", refers="direction")
_FACTORY = Column(
    "factory", "Фабрика", Code(), hint="Код с листа «Фабрики»", example="Пример-Ф1", refers="factory"
)
_TOPICS = Column("topics", "Темы", Words(), hint="Через «;»", example="ЖКХ; благоустройство", width=26)

_FACTORIES = (
    Column("code", "Код", Code(), True, example="Пример-Ф1"),
    _STREAM,
    Column("title", "Название", Text(), True, example="Фабрика цифровых решений", width=36),
    _DIRECTION,
)

_TEAMS = (
    Column("code", "Код", Code(), True, example="Пример-К1"),
    _STREAM,
    Column("title", "Название", Text(), True, example="Команда Примерского района", width=36),
    _DIRECTION,
    _FACTORY,
    Column("municipality", "Муниципалитет", Text(), example="Примерский район", width=26),
    Column("region", "Регион", Text(), example="Тюменская область", width=26),
    Column("zone", "Часовой пояс", Zone(), hint="МСК+2, Asia/Omsk или город", example="МСК+2"),
    _TOPICS,
    Column("needs", "Запрос наставнику", Text(), example="Помочь с экономикой проекта", width=36),
    Column("kinds", "Вид наставника", Words(MENTOR_KINDS), hint="Кого хочет команда; через «;»", width=26),
    Column(
        "wanted",
        "Желаемые наставники",
        Words(Code()),
        hint="Коды людей через «;», не больше пяти, первый – самый желанный",
        refers="person",
        width=26,
    ),
    Column(
        "forbidden",
        "Не назначать",
        Words(Code()),
        hint="Коды наставников: прямой руководитель, конфликт интересов",
        refers="person",
    ),
    Column("pinned", "Закреплён наставник", Code(), hint="Код: назначить только его", refers="person"),
)

_PROJECTS = (
    Column("code", "Код", Code(), True, example="Пример-П1"),
    _STREAM,
    Column("team", "Команда", Code(), True, "Код с листа «Команды»", "Пример-К1", "team"),
    Column("title", "Название", Text(), True, example="Туристический маршрут", width=36),
    _DIRECTION,
    _FACTORY,
    Column("stage", "Стадия", STAGES, True, "Одна из стадий программы (/programme)", "идея"),
    _TOPICS,
    Column("description", "Описание", Text(), width=36),
    Column("defence", "Защита", Code(), hint="Код занятия с листа «Программа»", refers="event"),
    Column("defence_order", "Порядок на защите", Whole(1, 999), example="1"),
)

_MILESTONES = (
    Column("code", "Код", Code(), True, example="Пример-КТ1"),
    Column("project", "Проект", Code(), True, "Код с листа «Проекты»", "Пример-П1", "project"),
    Column("title", "Название", Text(), True, example="Паспорт проекта согласован", width=36),
    Column("due_on", "Срок", Day(), True, example="16.02.2026", year_from="project"),
)

SHEETS = (
    Sheet("Фабрики", "Фабрики изменений.", _FACTORIES, one_record("factory", _FACTORIES), prefix="Ф"),
    Sheet("Команды", "Команды потока.", _TEAMS, one_record("team", _TEAMS), prefix="К"),
    Sheet(
        "Проекты",
        "Проекты изменений и выпускные проекты.",
        _PROJECTS,
        one_record("project", _PROJECTS),
        prefix="П",
    ),
    Sheet(
        "Контрольные точки",
        "Сроки проектов.",
        _MILESTONES,
        one_record("milestone", _MILESTONES),
        prefix="КТ",
    ),
)
