"""The timetable taken along: files in the chat, before and after the programme changes."""

from collections.abc import Callable
from datetime import date, time
from functools import partial

import pytest
from sqlalchemy import select

from bot.sandbox.botapi.images import picture_size
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.records import Json
from bot.schedule.pictures import painter as painting
from bot.schedule.pictures.painter import Painter, Unpainted
from bot.shared.records import Value, fold
from bot.ui.schedule.files import renewed_files
from bot.ui.texts import texts_in
from db.people import people
from db.programme import streams
from db.schedule import modules
from tests.journeys.demo import Content, administrator, write_edition
from tests.journeys.three_streams import foreign_to, load_three_streams, mark, reader
from tests.schedule.ics import Phone, read_calendar
from tests.stage import Stage

RU, EN = texts_in("ru"), texts_in("en")
TUESDAY = date(2025, 11, 18)
LECTURE = "Ш5-З2"


@pytest.fixture
async def loaded(stage: Stage) -> Stage:
    await load_three_streams(stage)
    return stage


def changed(code: str, **fields: Value) -> Callable[[Content], None]:
    """Change an event."""

    def change(content: Content) -> None:
        content["event", fold(code)] = content["event", fold(code)].with_fields(fields)

    return change


def without(code: str, content: Content) -> None:
    """Take an event out of the programme."""
    del content["event", fold(code)]


def sent_file(persona: Persona, kind: str = "document") -> bytes:
    """Return the file of the newest message that has one."""
    message = next(one for one in reversed(persona.messages()) if kind in one)
    found = message[kind][-1] if kind == "photo" else message[kind]
    data = persona.world.files.data(found["file_id"])
    assert data is not None
    return data


def photos(persona: Persona) -> list[Json]:
    return [message for message in persona.replies if "photo" in message]


async def ids(stage: Stage, person: str) -> tuple[int, int, int]:
    """Return the ids of a person, of stream 5 and of its first module."""
    async with stage.database.read() as tx:
        chosen = (
            select(people.c.id).where(people.c.code == person),
            select(streams.c.id).where(streams.c.code == "Ш5"),
            select(modules.c.id).where(modules.c.code == "Ш5-М1"),
        )
        found = [int((await tx.execute(one)).scalar_one()) for one in chosen]
    return found[0], found[1], found[2]


async def test_a_day_is_taken_along_as_a_calendar(loaded: Stage) -> None:
    anna = await loaded.enter(reader("Ш5"))
    await anna.send("/today")
    assert ["Календарь (.ics)", "Картинка"] in anna.buttons()
    await anna.tap("Календарь (.ics)")
    assert anna.last["document"]["file_name"] == "Расписание 18.11.2025.ics"
    anna.sees("Вт, 18 ноября\nТюмень, МСК+2 · Школа ШМ, Поток МЕТКА-Ш5")
    anna.sees("Файл в чате сам не обновляется. Если ваши занятия изменятся, пришлём новый.")
    calendar = read_calendar(sent_file(anna))
    assert [event.summary.value for event in calendar.vevent_list] == [f"title {mark('Ш5')}"] * 2
    first = calendar.vevent_list[0]
    assert f"{first.dtstart.value:%d.%m %H:%M %z}" == "18.11 09:00 +0500"
    assert first.location.value == f"room {mark('Ш5')}, title {mark('Ш5')}, address {mark('Ш5')}"
    assert first.geo.value == "57.15;65.54"


async def test_a_phone_follows_the_programme_from_file_to_file(loaded: Stage) -> None:
    anna, phone = await loaded.enter(reader("Ш5")), Phone()
    title = f"title {mark('Ш5')}"

    async def take() -> list[tuple[str, str, str]]:
        await anna.send("18.11")
        await anna.tap("Календарь (.ics)")
        phone.open(sent_file(anna))
        return phone.shown()

    trip = ("18.11 09:00", title, "CONFIRMED")
    assert await take() == [("18.11 04:00", title, "CONFIRMED"), trip]
    before = {uid: int(event.sequence.value) for uid, event in phone.events.items()}
    await write_edition(loaded, "Ш5", changed(LECTURE, starts=time(9, 20), ends=time(10, 50)))
    assert await take() == [("18.11 04:20", title, "CONFIRMED"), trip]
    after = {uid: int(event.sequence.value) for uid, event in phone.events.items()}
    assert sorted(after[uid] - before[uid] for uid in before) == [0, 1]
    await write_edition(loaded, "Ш5", changed(LECTURE, cancelled=True))
    assert await take() == [("18.11 04:20", f"Отменено: {title}", "CANCELLED"), trip]
    await write_edition(loaded, "Ш5", changed(LECTURE, cancelled=False, day=date(2025, 11, 17)))
    assert await take() == [("17.11 04:20", title, "CONFIRMED"), trip]
    await write_edition(loaded, "Ш5", partial(without, LECTURE))
    assert await take() == [("17.11 04:20", f"Отменено: {title}", "CANCELLED"), trip]
    assert set(phone.events) == set(before)


async def test_a_module_is_taken_along_whole_and_all_of_it_when_asked(loaded: Stage) -> None:
    anna = await loaded.enter(reader("Ш5"))
    await anna.send("/module")
    await anna.tap("Календарь (.ics)")
    assert anna.last["document"]["file_name"] == "Расписание 17.11–18.11.2025.ics"
    assert len(read_calendar(sent_file(anna)).vevent_list) == 3
    await anna.send("/module")
    await anna.tap("Всё расписание")
    await anna.tap("Календарь (.ics)")
    anna.sees("Всё расписание потока, не только ваше")
    described = [event.description.value for event in read_calendar(sent_file(anna)).vevent_list]
    assert sum("Это занятие для других участников." in text for text in described) == 1
    assert len(described) == 4


async def test_a_day_is_taken_along_as_a_picture(loaded: Stage) -> None:
    anna = await loaded.enter(reader("Ш5"))
    await anna.send("/today")
    await anna.tap("Картинка")
    [message] = photos(anna)
    assert "Картинку можно открыть без связи." in message["caption"]
    size = picture_size(sent_file(anna, "photo"))
    assert size is not None
    assert (size[0], size[1] <= 1920) == (1080, True)


async def test_a_long_module_comes_as_one_album(loaded: Stage) -> None:
    long = "Стратегия развития муниципалитета и одна инвестиционная команда " * 4
    await write_edition(loaded, "Ш5", lambda content: _lengthen(content, long))
    anna = await loaded.enter(reader("Ш5"))
    await anna.send("/module")
    await anna.tap("Картинка")
    album = photos(anna)
    assert len(album) > 1
    assert len({message["media_group_id"] for message in album}) == 1
    assert [bool(message.get("caption")) for message in album] == [True] + [False] * (len(album) - 1)


def _lengthen(content: Content, title: str) -> None:
    for ident, record in list(content.items()):
        if record.kind == "event":
            content[ident] = record.with_fields({"title": title})


async def test_where_no_picture_can_be_made_the_text_comes(
    loaded: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_given: object) -> tuple[bytes, ...]:
        raise Unpainted("a fault of the machine")

    monkeypatch.setattr(painting, "_painted", fail)
    anna = await loaded.enter(reader("Ш5"))
    await anna.send("/today")
    await anna.tap("Картинка")
    anna.sees("Картинку сделать не удалось, поэтому вот то же текстом.\n\nВт, 18 ноября")
    anna.sees(f"09:00–10:30 title {mark('Ш5')}\nroom {mark('Ш5')} · speaker {mark('Ш5')}")
    anna.sees("Файл сам не обновляется: свежее расписание – в боте.")


async def test_the_command_offers_the_module_and_the_day(loaded: Stage) -> None:
    anna = await loaded.enter(reader("Ш5"))
    await anna.send("/calendar")
    anna.sees("Расписание с собой\nМодуль 1 «title МЕТКА-Ш5», 17–18 ноября (Тюмень, МСК+2)")
    assert anna.buttons() == [
        ["Модуль: календарь", "Модуль: картинка"],
        ["вт, 18: календарь", "вт, 18: картинка"],
        ["Модуль", "На главную"],
    ]
    await anna.tap("вт, 18: календарь")
    assert anna.last["document"]["file_name"] == "Расписание 18.11.2025.ics"


async def test_in_english_too(loaded: Stage) -> None:
    anna = await loaded.enter(reader("Ш5"), language="en")
    await anna.send("/calendar")
    await anna.tap("Module: calendar")
    assert anna.last["document"]["file_name"] == "Schedule 17.11–18.11.2025.ics"
    anna.sees("A file in a chat does not update itself. If your events change, we will send a new one.")


async def test_no_file_holds_a_word_of_other_streams_or_drafts(
    loaded: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    paint = Painter.paint

    async def watched(painter: Painter, pictures: tuple[str, ...]) -> tuple[bytes, ...]:
        drawn.extend(pictures)
        return await paint(painter, pictures)

    monkeypatch.setattr(Painter, "paint", watched)
    anna = await loaded.enter(reader("Ш5"))
    for words in ("/schedule 17.11 всё", "/schedule 18.11 всё", "/schedule 1 декабря всё", "/today"):
        await anna.send(words)
        await anna.tap("Календарь (.ics)")
        await anna.tap("Картинка")
    for number in (1, 2):
        await anna.send(f"/schedule модуль {number} всё")
        await anna.tap("Календарь (.ics)")
        await anna.tap("Картинка")
    calendars = [
        content.decode().replace("\r\n ", "")
        for stored, content in loaded.world.files.everything()
        if stored.kind == "document"
    ]
    assert (len(calendars), len(drawn) >= 6) == (6, True)
    everything = "\n".join([*calendars, *drawn])
    assert everything.count(mark("Ш5")) > 100
    assert [word for word in foreign_to("Ш5") if word in everything] == []
    captions = [call.params["caption"] for call in loaded.world.calls if "caption" in call.params]
    assert [caption for caption in captions if mark("Ш5") not in caption] == []
    assert [word for word in foreign_to("Ш5") if word in "".join(captions)] == []


async def test_forged_and_old_buttons_say_in_a_sentence_why_not(loaded: Stage) -> None:
    anna = await loaded.enter(reader("Ш5"))
    _anna, stream, module = await ids(loaded, reader("Ш5"))
    before = len(loaded.world.files.everything())
    cases = [
        (f"fd1:{stream + 1}:20251118:ics:1", "schedule-refused-stream"),
        (f"fd1:{stream}:20251230:png:0", "along-refused-empty"),
        (f"fd1:{stream}:20250230:png:0", "error-out-of-date"),
        (f"fm1:{module + 2}:ics:1", "schedule-refused-stream"),
        ("fm1:999999:png:0", "schedule-gone-module"),
    ]
    for data, key in cases:
        await anna.press(data)
        assert anna.alerts()[0] == RU.plain(key), data
    await anna.press(f"fm1:{module}:pdf:0")
    assert anna.alerts() == [RU.plain("stale-menu")]
    assert len(loaded.world.files.everything()) == before


async def test_an_administrator_outside_the_roster_is_told_to_take_it_again(loaded: Stage) -> None:
    root = await administrator(loaded)
    _anna, stream, _module = await ids(loaded, reader("Ш5"))
    await root.press(f"fd1:{stream}:20251118:ics:0")
    root.sees("Файл в чате сам не обновляется: после изменений возьмите новый.")


async def test_a_change_brings_every_file_that_was_taken_anew(loaded: Stage) -> None:
    anna = await loaded.enter(reader("Ш5"))
    phone = Phone()
    await anna.send("/today")
    await anna.tap("Календарь (.ics)")
    phone.open(sent_file(anna))
    await anna.tap("Картинка")
    person, stream, _module = await ids(loaded, reader("Ш5"))
    await write_edition(loaded, "Ш5", changed(LECTURE, starts=time(9, 20), ends=time(10, 50)))
    async with loaded.database.read() as tx:
        renewed = partial(renewed_files, tx, loaded.clock.now(), Painter(), person, stream)
        later = await renewed({TUESDAY})
        nothing = await renewed({date(2025, 11, 17)})
    files = [file for one in later for file in await one()]
    assert [(file.name, len(file.caption) <= 1024) for file in files] == [
        ("Расписание 18.11.2025.ics", True),
        ("Расписание 18.11.2025.png", True),
    ]
    assert "Программа изменилась: новый файл вместо прежнего." in files[0].caption
    phone.open(files[0].content)
    assert phone.shown()[0][0] == "18.11 04:20"
    assert nothing == ()
