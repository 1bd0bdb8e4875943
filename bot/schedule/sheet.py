"""Venues, modules, the timetable and people's travel in the workbook."""

from bot.schedule.kinds import EventKind
from bot.workbook.cells import Code, Text, Whole
from bot.workbook.choices import Choice, Words, YesNo
from bot.workbook.columns import Column, Sheet, one_record
from bot.workbook.days import Day
from bot.workbook.hours import Hours, Moment
from bot.workbook.places import Degrees, coordinates_in_parts
from bot.workbook.zones import Zone

KINDS = Choice(
    {
        EventKind.LECTURE: ("лекция", "лекции", "выступление", "доклад"),
        EventKind.WORKSHOP: (
            "практикум",
            "мастерская",
            "семинар",
            "тренинг",
            "мастер-класс",
            "работа в командах",
        ),
        EventKind.MEETING: ("встреча", "круглый стол", "дискуссия", "панель"),
        EventKind.EXCURSION: ("экскурсия", "выезд", "визит"),
        EventKind.MEAL: ("питание", "завтрак", "обед", "ужин", "кофе-брейк", "кофе-пауза", "перерыв"),
        EventKind.TRANSFER: ("трансфер", "переезд", "дорога"),
        EventKind.CHECK_IN: ("заезд/регистрация", "заезд", "регистрация", "отъезд", "заселение"),
        EventKind.INTERNSHIP: ("стажировка", "практика"),
        EventKind.DEFENCE: ("защита", "защита проектов"),
        EventKind.CULTURE: ("культурная программа", "культура", "спорт", "концерт"),
        EventKind.OTHER: ("другое", "прочее", "иное"),
    }
)

_POINT = (
    Column(
        "latitude",
        "Широта",
        Degrees(90),
        hint="57.152985; можно вставить сюда обе координаты",
        example="57.152985",
    ),
    Column("longitude", "Долгота", Degrees(180), example="65.541227"),
)

_VENUES = (
    Column("code", "Код", Code(), True, example="Пример-ТМН"),
    Column("title", "Название", Text(), True, example="Западно-Сибирский инновационный центр", width=36),
    Column("city", "Город", Text(), True, example="Тюмень"),
    Column("zone", "Часовой пояс", Zone(), True, "МСК+2, Asia/Yekaterinburg или город", "МСК+2"),
    Column("address", "Адрес", Text(), example="ул. Республики, 142", width=36),
    *_POINT,
    Column("way", "Как добраться", Text(), example="Автобусы 25 и 30 до остановки «Технопарк»", width=36),
    Column("halls", "Залы", Text(), example="Большой зал – 1 этаж, зал 205 – 2 этаж", width=36),
    Column("wifi", "Wi-Fi", Text(), example="Сеть Technopark, пароль у стойки"),
    Column("meals", "Питание", Text(), example="Столовая, 1 этаж"),
    Column("contacts", "Контакты", Text(), example="Стойка регистрации, 1 этаж"),
    Column("duty_phone", "Дежурный телефон", Text(), example="+7 900 000-00-02"),
)

_MODULES = (
    Column("code", "Код", Code(), True, example="Пример-М2"),
    Column("stream", "Поток", Code(), True, "Код с листа «Потоки»", "Пример-ШМ-5", "stream"),
    Column("number", "Номер", Whole(1, 99), example="2"),
    Column("title", "Название", Text(), True, example="Экономика города", width=36),
    Column("venue", "Площадка", Code(), True, "Код с листа «Площадки»", "Пример-ТМН", "venue"),
    Column("starts_on", "Первый день", Day(), True, example="17.11.2025", year_from="stream"),
    Column("ends_on", "Последний день", Day(), True, example="21.11.2025", year_from="stream"),
    Column("bring", "Что взять", Text(), example="Паспорт, удобная обувь", width=30),
)

_EVENTS = (
    Column("code", "Код", Code(), True, "Не меняйте его при переносе занятия", "Пример-М2-01"),
    Column("module", "Модуль", Code(), True, "Код с листа «Модули»", "Пример-М2", "module"),
    Column("day", "Дата", Day(), True, "День площадки", "18.11.2025", year_from="module"),
    Column("starts", "Начало", Hours(), True, "По времени площадки", "09:00", width=10),
    Column("ends", "Окончание", Hours(), True, "После полуночи – тоже: 23:00–01:00", "10:30", width=11),
    Column("title", "Название", Text(), True, example="Стратегия муниципалитета", width=44),
    Column("kind", "Вид", KINDS, True, "Выберите из списка", "лекция"),
    Column("room", "Зал", Text(), example="Большой зал"),
    Column("speaker", "Спикер", Text(), hint="Можно по должности", example="Глава города", width=26),
    Column("groups", "Группы", Words(), hint="Кому: через «;». Пусто – всем", example="1; 2"),
    Column("directions", "Направления", Words(Code()), hint="Коды через «;»", refers="direction"),
    Column("teams", "Команды", Words(Code()), hint="Коды через «;»", refers="team"),
    Column("buses", "Автобусы", Words(Code()), hint="Коды через «;»", refers="bus"),
    Column("description", "Описание", Text(), width=36),
    Column("materials", "Материалы", Text(), hint="Ссылки или названия", width=26),
    Column("online", "Ссылка", Text(), hint="Ссылка для участия онлайн", width=26),
    *(Column(part.key, part.heading, part.cell, hint="Если не на площадке") for part in _POINT),
    Column("cancelled", "Отменено", YesNo(), hint="«да» – занятие останется видно как отменённое"),
)

_TRAVELS = (
    Column("person", "Человек", Code(), True, "Код с листа «Люди»", "Пример-001", "person"),
    Column("module", "Модуль", Code(), True, "Код с листа «Модули»", "Пример-М2", "module"),
    Column(
        "arrives",
        "Прибытие",
        Moment(),
        hint="Дата и время по площадке",
        year_from="module",
        example="16.11.2025 21:40",
    ),
    Column("arrival", "Рейс/поезд", Text(), example="Поезд 060", aliases=("Рейс", "Поезд", "Рейс или поезд")),
    Column(
        "departs",
        "Отъезд",
        Moment(),
        hint="Дата и время по площадке",
        year_from="module",
        example="21.11.2025 19:05",
    ),
    Column("departure", "Обратный рейс", Text(), example="Поезд 059", aliases=("Обратный рейс/поезд",)),
    Column("transfer", "Трансфер", Text(), example="Микроавтобус у выхода 2", width=26),
    Column("hotel", "Гостиница", Text(), example="Гостиница при технопарке", width=26),
    Column("room", "Номер", Text(), hint="Номер комнаты", example="305", width=10),
    Column("bus", "Автобус", Text(), example="1", width=10),
    Column("bring", "Что взять", Text(), example="Паспорт", width=26),
)

VENUES = Sheet(
    "Площадки",
    "Где проходят модули. Одна площадка может служить нескольким потокам.",
    _VENUES,
    one_record("venue", _VENUES),
    (coordinates_in_parts,),
    "ПЛ",
)
MODULES = Sheet("Модули", "Очные недели потока.", _MODULES, one_record("module", _MODULES), prefix="М")
EVENTS = Sheet(
    "Программа",
    "Расписание: занятия, питание, трансферы, заезд – всё, что происходит на модуле.",
    _EVENTS,
    one_record("event", _EVENTS),
    (coordinates_in_parts,),
    "З",
)
TRAVELS = Sheet(
    "Заезд",
    "Кто, когда и чем приезжает и уезжает, где живёт.",
    _TRAVELS,
    one_record("travel", _TRAVELS, "person", "module"),
)

SHEETS = (VENUES, MODULES, EVENTS, TRAVELS)
