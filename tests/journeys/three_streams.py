"""Three streams on the same days in the same city, every text marked with whose it is."""

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial

from bot.publishing.actions import publish, see_draft
from bot.sandbox.demo.loading import as_book
from bot.sandbox.demo.tables import Row
from bot.shared.records import Record, fold
from bot.workbook.actions import apply_file
from bot.workbook.interpret import interpret
from bot.workbook.sheets import SHEETS
from db.editions import read_editions
from tests.journeys.demo import Content, write_edition
from tests.stage import Stage

STREAMS = {"Ш5": "ШМ", "Ш6": "ШМ", "К1": "ШМК"}
FOREIGN, DRAFT = "ЧУЖОЙ", "ЧЕРНОВИК"
PHONE = "+7912000"
"""How the numbers of all people but the readers begin; the duty phones are others."""
READER_PHONE = "+7913000"
"""How the readers' own numbers begin: a reader finds the own one in /mydata."""
GUIDE_PHONE = "+7914000"
"""How those of the guides begin: whoever rides in a bus may call its guide."""
DAYS = (date(2025, 11, 17), date(2025, 11, 18), date(2025, 12, 1), date(2025, 12, 2))
TEXTS = {
    "venue": ("title", "address", "way", "halls", "wifi", "meals", "contacts", "duty_phone"),
    "module": ("title", "bring"),
    "event": ("title", "room", "speaker", "description", "materials", "online"),
    "excursion": ("meeting_point", "contact", "bring"),
    "bus": ("title", "plate", "meeting_point"),
}
"""What people read of an edition."""


def mark(stream: str) -> str:
    """Return the word that stands in every text of a stream."""
    return f"МЕТКА-{stream}"


def reader(stream: str) -> str:
    """Return the code of the participant who reads: group А, bus 1."""
    return f"{stream}-читатель"


def reader_phone(stream: str) -> str:
    """Return the number of the participant who reads."""
    return _phone(stream, reader(stream))


def foreign_to(stream: str) -> list[str]:
    """Return what the reader of a stream must never come across."""
    others = [other for other in STREAMS if other != stream]
    return [FOREIGN, DRAFT, PHONE, *map(mark, others), *map(reader_phone, others)]


async def load_three_streams(stage: Stage) -> None:
    """Import and publish the streams; then leave each with a draft that nobody published."""
    outcome = await apply_file(stage.database, stage.clock, await interpret(SHEETS, as_book(workbook())))
    assert outcome.applied, outcome.examination.errors
    async with stage.database.read() as tx:
        streams = await read_editions(tx)
    for stream in streams:
        draft = await see_draft(stage.database, stream.stream_id)
        assert draft is not None
        await publish(stage.database, stage.clock, stream.stream_id, draft.edition_id)
        await write_edition(stage, stream.code, partial(marked, stream.code))
        await write_edition(stage, stream.code, drafted, published=False)


def marked(stream: str, content: Content) -> None:
    """Mark every text of an edition; the bus of others as foreign to the reader."""
    for ident, record in list(content.items()):
        word = FOREIGN if ident == ("bus", fold(f"{stream}-А2")) else mark(stream)
        content[ident] = record.with_fields({name: f"{name} {word}" for name in TEXTS[record.kind]})


def drafted(content: Content) -> None:
    """Change every text, and add an event that only the draft has."""
    for ident, record in list(content.items()):
        content[ident] = record.with_fields({name: f"{name} {DRAFT}" for name in TEXTS[record.kind]})
    event = next(record for record in content.values() if record.kind == "event")
    added = Record("event", (f"{event.codes[0]}-черновик",), event.fields)
    content[added.ident] = added


def workbook() -> dict[str, list[Row]]:
    """Return the sheets as an organizer fills them in."""
    sheets: dict[str, list[Row]] = {sheet.title: [] for sheet in SHEETS}
    sheets["Программы"] = [{"Код": code, "Название": f"Школа {code}"} for code in ("ШМ", "ШМК")]
    venue = {"Код": "Т", "Название": "Технопарк", "Город": "Тюмень", "Часовой пояс": "МСК+2"}
    sheets["Площадки"] = [{**venue, "Широта": 57.1418, "Долгота": 65.5711}]
    for stream, programme in STREAMS.items():
        for title, row in _rows(stream, programme):
            sheets[title].append(row)
    return sheets


def _rows(stream: str, programme: str) -> Iterator[tuple[str, Row]]:
    word = mark(stream)
    about: Row = {"Программа": programme, "Начало": DAYS[0], "Окончание": DAYS[3]}
    yield "Потоки", {"Код": stream, "Название": f"Поток {word}", "Дежурный телефон": word, **about}
    yield from _programme(stream)
    for code, role, group, name in (
        (reader(stream), "слушатель", "А", f"Читатель{stream}"),
        (f"{stream}-сосед", "слушатель", "Б", FOREIGN),
        (f"{stream}-гид", "сопровождающий", None, word),
        (f"{stream}-наставник", "наставник", None, f"Наставник-{word}"),
        (f"{stream}-куратор", "куратор", None, FOREIGN),
    ):
        yield "Люди", _person(code, stream, role, group, name)
        yield "Заезд", _travel(code, f"{stream}-М1", word if code == reader(stream) else FOREIGN)
    team: Row = {"Код": f"{stream}-Т1", "Поток": stream, "Название": FOREIGN, "Запрос наставнику": FOREIGN}
    yield "Команды", team
    project: Row = {"Код": f"{stream}-П1", "Поток": stream, "Команда": team["Код"], "Стадия": "идея"}
    yield "Проекты", {**project, "Название": f"Проект {word}", "Описание": FOREIGN}
    yield (
        "Наставники",
        {
            "Человек": f"{stream}-наставник",
            "Поток": stream,
            "Вид": "отраслевой эксперт",
            "Темы": word,
            "Мест": 1,
        },
    )


def _programme(stream: str) -> Iterator[tuple[str, Row]]:
    for number, first in ((1, DAYS[0]), (2, DAYS[2])):
        days: Row = {"Первый день": first, "Последний день": first.replace(day=first.day + 1)}
        code = f"{stream}-М{number}"
        yield (
            "Модули",
            {"Код": code, "Поток": stream, "Номер": number, "Название": "М", "Площадка": "Т", **days},
        )
    for code, module, day, hour, kind, group in (
        ("З1", 1, DAYS[0], 10, "лекция", None),
        ("З2", 1, DAYS[1], 9, "лекция", None),
        ("З3", 1, DAYS[1], 11, "практикум", "Б"),
        ("Э1", 1, DAYS[1], 14, "экскурсия", None),
        ("Э2", 2, DAYS[2], 14, "экскурсия", None),
    ):
        hours: Row = {"Дата": day, "Начало": time(hour), "Окончание": time(hour + 1, 30)}
        about: Row = {"Вид": kind, "Название": "З", "Группы": group, "Широта": 57.15, "Долгота": 65.54}
        yield "Программа", {"Код": f"{stream}-{code}", "Модуль": f"{stream}-М{module}", **hours, **about}
    for code, entry in (("Э1", "по списку"), ("Э2", "по записи")):
        yield "Экскурсии", {"Занятие": f"{stream}-{code}", "Запись": entry, "Широта": 57.1, "Долгота": 65.5}
    for code, person in (("А1", reader(stream)), ("А2", f"{stream}-сосед")):
        bus: Row = {"Код": f"{stream}-{code}", "Экскурсия": f"{stream}-Э1", "Название": "А", "Мест": 40}
        yield "Автобусы", {**bus, "Сопровождающий": f"{stream}-гид", "Широта": 57.2, "Долгота": 65.6}
        yield "Рассадка", {"Экскурсия": f"{stream}-Э1", "Человек": person, "Автобус": f"{stream}-{code}"}


def _phone(stream: str, person: str) -> str:
    begin = READER_PHONE if person == reader(stream) else PHONE
    if person == f"{stream}-гид":
        begin = GUIDE_PHONE
    return f"{begin}{list(STREAMS).index(stream):02}{len(person):02}"


def _person(code: str, stream: str, role: str, group: str | None, name: str) -> Row:
    phone = _phone(stream, code)
    named: Row = {"Фамилия": name, "Имя": name, "Отчество": name, "Муниципалитет": name, "Должность": name}
    part: Row = {"Поток": stream, "Роли": role, "Группа": group}
    return {"Код": code, **named, "Телефон": phone, "Часовой пояс": "МСК", **part}


def _travel(person: str, module: str, word: str) -> Row:
    texts = ("Рейс/поезд", "Обратный рейс", "Трансфер", "Гостиница", "Номер", "Автобус", "Что взять")
    moment = datetime.combine(DAYS[0], time(7))
    return {"Человек": person, "Модуль": module, "Прибытие": moment, **dict.fromkeys(texts, word)}
