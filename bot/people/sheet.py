"""People in the workbook: one row per person and stream."""

from bot.people.model import Role
from bot.workbook.cells import Code, Text
from bot.workbook.choices import Choice, Words
from bot.workbook.columns import Column, Shape, Sheet
from bot.workbook.days import Day
from bot.workbook.names import name_in_parts
from bot.workbook.phones import Phone
from bot.workbook.zones import Zone

ROLES = Choice(
    {
        Role.PARTICIPANT: ("слушатель", "участник", "слушательница", "участница", "выпускник"),
        Role.TEAM_LEAD: ("руководитель команды", "капитан", "лидер команды"),
        Role.MENTOR: ("наставник",),
        Role.GUIDE: ("сопровождающий", "сопровождающая"),
        Role.ORGANIZER: ("организатор", "куратор"),
    }
)

_PERSON = ("surname", "name", "patronymic", "post", "municipality", "region", "zone", "phone")
_ENROLMENT = ("roles", "group", "direction", "team", "left_on")

_COLUMNS = (
    Column("code", "Код", Code(), True, "Постоянный код человека, один во всех потоках", "Пример-001"),
    Column("surname", "Фамилия", Text(), example="Примеров"),
    Column("name", "Имя", Text(), example="Пётр"),
    Column("patronymic", "Отчество", Text(), example="Петрович"),
    Column(
        "full_name",
        "ФИО",
        Text(),
        hint="Вместо трёх столбцов слева, если так удобнее",
        width=32,
        aliases=("Ф.И.О.", "Ф. И. О.", "Фамилия, имя, отчество", "Фамилия Имя Отчество"),
    ),
    Column("post", "Должность", Text(), example="Глава муниципального образования", width=30),
    Column(
        "municipality",
        "Муниципалитет",
        Text(),
        example="Примерский район",
        width=26,
        aliases=("Муниципальное образование", "МО"),
    ),
    Column(
        "region", "Регион", Text(), example="Тюменская область", width=26, aliases=("Субъект РФ", "Субъект")
    ),
    Column("zone", "Часовой пояс", Zone(), hint="Домашний: МСК+2, Asia/Omsk или город", example="МСК+2"),
    Column(
        "phone",
        "Телефон",
        Phone(),
        hint="В любом виде",
        example="+7 900 000-00-04",
        aliases=("Мобильный телефон",),
    ),
    Column("stream", "Поток", Code(), True, "Код с листа «Потоки»", "Пример-ШМ-5", "stream"),
    Column(
        "roles",
        "Роли",
        Words(ROLES),
        True,
        "Через «;»: " + ", ".join(ROLES.options),
        "слушатель",
        aliases=("Роль",),
    ),
    Column("group", "Группа", Text(), example="1", width=10),
    Column("direction", "Направление", Code(), hint="Код с листа «Направления»", refers="direction"),
    Column("team", "Команда", Code(), hint="Код с листа «Команды»", refers="team"),
    Column(
        "left_on",
        "Отчислен с",
        Day(),
        hint="С этого дня доступа нет",
        year_from="stream",
        aliases=("Отчислен", "Отчислена с"),
    ),
)

PEOPLE = Sheet(
    "Люди",
    "По строке на человека в каждом потоке. Личные данные достаточно указать один раз.",
    _COLUMNS,
    (
        Shape("person", ("code",), _PERSON, unless_blank=_PERSON),
        Shape("enrolment", ("code", "stream"), _ENROLMENT, title="Люди в потоках"),
    ),
    (name_in_parts,),
    "Ч",
)

SHEETS = (PEOPLE,)
