"""Everybody presses everything in the demonstration programme, and every answer is looked at."""

import pytest
from sqlalchemy import insert, select, update

from bot.people.consent import PROCESSING, VERSIONS
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.demo import cast
from bot.shared.records import Record, fold
from bot.ui.menu import COMMANDS
from bot.ui.schedule.buttons import Place
from db.people import enrolments, people
from db.programme import streams
from db.schedule import travels
from tests.journeys.crawler import BUTTONS, Crawler, prefix_of
from tests.journeys.demo import Content, administrator, write_edition
from tests.stage import Stage

WORDS = (
    *("сегодня", "завтра", "послезавтра", "вчера", "пт", "воскресенье", "18.11", "20 ноября", "31.12.2031"),
    *("Тюмень", "в Тюмени", "Сенеж", "Владивосток", "модуль 1", "модуль 99", "tomorrow", "Tyumen", "now"),
    *("/schedule завтра всё", "/schedule Тюмень", "/schedule 30.02", "/schedule {x} <b>", "/schedule 😀"),
    *("когда автобус?", "где обед", "спасибо", "/nosuchcommand", "/start zzz", "/claim zzz"),
)


LONG = "Предложение, в котором сказано всё нужное. " * 250
MANY = 70

INSIDE = {"so1", "sd1", "sm1", "se1", "sv1", "sr1", "sp1", "sq1", "xl1", "xe1", "xp1", "ln1"}
"""The buttons everybody inside can reach."""
CHOOSING = {"sl1", "st1"}
DOOR = {"in1", "cs1", "hp1"}
STAFF = {"cv1"}


async def crawled(crawler: Crawler, start: str = "", words: tuple[str, ...] = ()) -> Crawler:
    """Go through «Start», every command of the menu, every key, words, and all the buttons they lead to.

    The commands come once more at the end, when the buttons have led into another stream and language.
    """
    await crawler.start(start)
    await crawler.press_all()
    await crawler.write(*(f"/{command}" for command in crawler.persona.commands()))
    await crawler.keys()
    await crawler.write(*words)
    await crawler.press_all()
    await crawler.write(*(f"/{command}" for command in crawler.persona.commands()))
    return crawler


async def in_role(stage: Stage, role: str, language: str) -> Persona:
    if role == "administrator":
        return await administrator(stage, language)
    code, stream = {
        "organizer": (cast.ORGANIZER, "Ш5"),
        "participant of two streams": (cast.PARTICIPANT, "Ш5"),
        "mentor": (cast.MENTOR, "К1"),
        "guide": (cast.GUIDE, "Ш5"),
    }[role]
    return await stage.enter(code, stream, language)


@pytest.mark.parametrize(
    ("role", "language", "words", "beyond", "buttons"),
    [
        ("organizer", "ru", (), set(), 45),
        ("participant of two streams", "ru", WORDS, CHOOSING, 70),
        ("mentor", "en", WORDS, CHOOSING, 70),
        ("guide", "ru", (), set(), 60),
        ("administrator", "en", WORDS, CHOOSING | STAFF, 60),
    ],
)
async def test_everything_a_role_can_reach_answers_well(
    demo: Stage,
    caplog: pytest.LogCaptureFixture,
    role: str,
    language: str,
    words: tuple[str, ...],
    beyond: set[str],
    buttons: int,
) -> None:
    crawler = await crawled(Crawler(await in_role(demo, role, language), caplog), words=words)
    assert crawler.prefixes == INSIDE | beyond
    assert crawler.places == set(Place)
    assert len(crawler.pressed) >= buttons


async def test_a_newcomer_goes_every_way_from_the_link_to_the_programme(
    demo: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    crawler = Crawler(demo.newcomer("Новичок"), caplog)
    await crawled(crawler, (await demo.codes("Ш5"))[cast.NEWCOMER])
    assert crawler.prefixes == DOOR | INSIDE
    assert crawler.places == set(Place)
    assert len(crawler.pressed) >= 66


def test_no_button_of_the_bot_is_left_out_of_the_crawl() -> None:
    assert set(BUTTONS) == INSIDE | CHOOSING | DOOR | STAFF


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_stranger_is_led_to_the_door_by_everything(
    demo: Stage, caplog: pytest.LogCaptureFixture, language: str
) -> None:
    crawler = await crawled(Crawler(demo.newcomer("Прохожий", language), caplog), words=WORDS)
    await crawler.write(*(f"/{command.name}" for command in COMMANDS))
    assert set(crawler.offered) == {"hp1", "ln1:ru", "ln1:en"}
    assert set(crawler.pressed) == set(crawler.offered)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_before_consent_everything_leads_to_the_consent(
    demo: Stage, caplog: pytest.LogCaptureFixture, language: str
) -> None:
    yes = f"cs1:{PROCESSING}:{VERSIONS[PROCESSING]}:1"
    crawler = Crawler(demo.newcomer("Несогласный", language), caplog, never=[yes])
    await crawled(crawler, (await demo.codes("Ш5"))["демо-11"], WORDS)
    await crawler.write(*(f"/{command.name}" for command in COMMANDS))
    assert {prefix_of(data) for data in crawler.offered} == DOOR | {"ln1"}
    assert set(crawler.pressed) == set(crawler.offered) - {yes}


async def test_every_page_of_long_answers_can_be_turned(
    demo: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    await write_edition(demo, "Ш5", lengthen)
    await crowd(demo)
    organizer = Crawler(await in_role(demo, "organizer", "ru"), caplog, each=1)
    await organizer.write("/coverage")
    await organizer.press_all()
    participant = await crawled(
        Crawler(await in_role(demo, "participant of two streams", "en"), caplog, each=1)
    )
    for crawler, prefix in (
        (organizer, "cv1"),
        *((participant, one) for one in ("sd1", "se1", "sv1", "sr1")),
    ):
        assert {0, 1, 2} <= crawler.pages(prefix), prefix
    assert {0, 1, 2} <= participant.pages("xl1") & participant.pages("xe1")
    assert "xl1 {'everything': True, 'page': 1}" in participant.shapes


def lengthen(content: Content) -> None:
    """Make today long: many events and excursions, and long texts behind each."""
    for ident, record in list(content.items()):
        match record.kind:
            case "venue":
                content[ident] = record.with_fields({"way": LONG})
            case "excursion":
                content[ident] = record.with_fields({"bring": LONG})
            case "event":
                content[ident] = record.with_fields({"description": LONG})
    excursion = content["event", fold("Ш5-М2-Район")]
    for number in range(MANY):
        groups = ("В",) if number % 3 == 0 else ()
        copy = Record("event", (f"Ш5-М2-Район-{number}",), {**excursion.fields, "groups": groups})
        content[copy.ident] = copy


async def crowd(stage: Stage) -> None:
    """Enrol many more people, and write everybody a long list of what to bring."""
    async with stage.database.write() as tx:
        await tx.execute(update(travels).values(bring=LONG))
        stream = await tx.scalar(select(streams.c.id).where(streams.c.code == "Ш5"))
        for number in range(MANY):
            row = {"code": f"много-{number}", "surname": "Многих", "name": f"Номер {number}"}
            person = (await tx.execute(insert(people).values(**row).returning(people.c.id))).scalar_one()
            part = {"person_id": person, "stream_id": stream, "roles": ["participant"]}
            await tx.execute(insert(enrolments).values(**part))
