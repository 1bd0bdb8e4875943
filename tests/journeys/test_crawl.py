"""Everybody presses everything in the demonstration programme, and every answer is looked at."""

from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from bot.people.consent import PROCESSING, VERSIONS
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.demo import cast
from bot.shared.records import Record, fold
from bot.ui.menu import COMMANDS
from bot.ui.schedule.buttons import Place
from bot.ui.texts import texts_in
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
    *("/search", "/search лекция", "/search зал", "найди зал", "найди {x} <b>"),
)


STRANGE = "+79990000001"
"""A phone that nobody of the roster has."""

LONG = "Предложение, в котором сказано всё нужное. " * 250
MANY = 70

INSIDE = {
    *("so1", "sd1", "sm1", "se1", "sv1", "sr1", "sp1", "sq1", "fd1", "fm1"),
    *("xl1", "xe1", "xp1", "ln1", "qa1", "qr1", "ns1", "td1"),
}
"""The buttons everybody inside can reach."""
CHOOSING = {"sl1", "st1"}
DOOR = {"in1", "cs1", "hp1"}
HELPED = {"ah1", "an1"}
"""The buttons of those who may have an assistant."""
OWN = {"md1", "me1", "mc1", "mf1", "mx1", "nm1"}
"""The buttons of people of the roster about their own data and notices."""
BY_WORDS = {"qs1", "sf1"}
"""What is offered below words: those not understood, and many things found."""
STRANGERS = {"ap1", "aa1"}
STAFF = {
    *("cv1", "iv1", "il1", "ir1", "if1", "pl1", "pc1", "pd1"),
    *("iq1", "is1", "ph1", "pg1", "as1", "an1"),
    *("aq1", "ag1", "ac1", "ax1"),
    *("ql1", "qo1", "qw1", "qt1", "qc1", "tk1"),
    *("nb1", "nl1", "no1", "ne1", "np1"),
    *("xrs1", "xrd1"),
    *("xbl1", "xbb1", "xbe1", "xbh1"),
    *("xpw1", "xps1", "xpm1", "xpn1", "xpa1"),
    *("ps1", "pt1", "pv1", "pr1", "pw1"),
    *("kl1", "kc1", "kd1"),
    *("eb1", "ed1"),
    *("bh1", "bj1", "bt1"),
}
TEAM = {
    *("oa1", "of1", "oh1", "ok1", "ol1"),
    *("ra1", "re1", "rf1", "rg1", "rh1", "rj1", "rk1", "rs1", "rt1", "ru1", "rw1", "rx1"),
}
"""The buttons of a project's team: card, report, history, milestones, stage, pauses, files, defence."""
HINDERED = {"rm1", "rn1", "ro1", "rp1", "rq1"}
"""What is offered where something hinders a project."""
TITLES = {"oa1", "ob1"}
"""What mentors without a team of their own see of projects."""
LEADING = {
    *TITLES,
    *HINDERED,
    "rr1",
    *("rg1", "rj1", "rk1", "rt1", "ru1", "rw1", "rx1"),
    *("oc1", "od1", "oe1", "of1", "oh1", "ok1", "ol1", "om1", "on1"),
}
"""The buttons of organizers about all projects."""
REHEARSED = {"xrp1", "xrx1"}
"""The rehearsal of a day on which something is sent."""
A_BROADCAST = ("/broadcast", "Завтра собираемся в холле гостиницы")
BROADCASTING = {"bc1", "bf1", "bm1", "bn1", "bx2"}
"""The draft of a broadcast that is made of the words after `/broadcast`."""
MATCHING = {"jm1", "jr1", "jp1", "jt1", "jw1", "ji1", "jf1", "js1"}
"""The match of teams and mentors, from the first draft to the proposals."""
WISHING = {"ym1", "jq1", "jn1", "jk1", "jv1", "jj1"}
"""The own mentor, and what a team wishes for."""
MENTORING = {"yt1", "jh1", "jg1", "jc1", "ju1", "jx1", "jy1", "jz1", "jb1", "yk1"}
"""A mentor's own teams and profile."""
EDITING = {
    *("zs1", "zm1", "zl1", "zd1", "zf1", "zo1", "zy1", "zc1", "za1"),
    *("wd1", "wp1", "pu1"),
}
"""The draft, event by event, and what is done with it."""
OF_ALL_STREAMS = {"pa1", "yb1"}
"""What is offered to administrators: they appoint each other, and look at the mentorships of every stream."""
RIDING = {"xpt1", "xpg1", "xb1"}
"""The buttons of whoever can sign up for an excursion of today, and then boards for it."""
DELAYING = {"dl1", "df1"}
"""What is offered to who organizes one stream that runs today."""
ELSEWHERE = {
    **dict.fromkeys(("gb1", "gp1"), "test_groups.py"),
    **dict.fromkeys(("wa1", "wc1", "wu1"), "test_workbook.py"),
    **dict.fromkeys(("zk1", "zn1"), "test_editing.py"),
    **dict.fromkeys(("bv1", "bs1", "bl1"), "test_broadcasts_care.py"),
    **dict.fromkeys(("ba1", "bk1"), "test_broadcasts_answers.py"),
    "ww1": "test_todo.py",
    **dict.fromkeys(("yc1", "yl1", "yw1", "yd1", "ys1", "yv1"), "test_mentorships.py"),
    **dict.fromkeys(("ya1", "yo1", "yn1", "yp1", "yx1", "yh1", "yr1", "yy1"), "test_mentorships.py"),
    **dict.fromkeys(("yz1", "ye1", "yi1", "yf1", "yg1"), "test_mentorships.py"),
    **dict.fromkeys(("jl1", "ja1", "jd1", "je1", "jo1"), "test_match.py"),
    **dict.fromkeys(("xba1", "xbd1", "xbm1", "xbp1"), "test_boarding.py"),
    **dict.fromkeys(("xrp1", "xrx1"), "test_rehearsal.py"),
    "xpo1": "test_places.py",
    **dict.fromkeys(("rb1", "rc1", "rd1"), "test_projects.py"),
    "rv1": "test_projects_silence.py",
    "ry1": "test_projects_corrections.py",
    **dict.fromkeys(("og1", "oi1"), "test_projects_papers.py"),
    **dict.fromkeys(("ae1", "al1", "aw1", "aj1"), "test_people_assistants.py"),
    **dict.fromkeys(("ef1", "ei1", "ea1", "er1", "ec1", "ep1", "ew1", "ex1"), "test_event_files.py"),
}
"""Buttons of a group chat, a sent file or something typed, and the tests that press them."""


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


async def somebody_asks(stage: Stage) -> None:
    """Let a participant ask a question, and a stranger ask for access: organizers have work."""
    asker = await stage.enter(cast.NEWCOMER)
    await asker.send("/ask Где найти заблудившихся?")
    asker.sees("передан организаторам")
    await asker.send("/mydata должность глава города и района")
    await asker.send("/mydata отпуск с понедельника")
    stranger = stage.newcomer("Просящий")
    await stranger.start()
    await stranger.tap(texts_in("ru").plain("access-button-ask"))
    await stranger.send("Новый человек из Примерска, поток 5")
    stranger.sees(texts_in("ru").plain("access-sent"))


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
        (
            "organizer",
            "ru",
            A_BROADCAST,
            OWN | STAFF | EDITING | DELAYING | BROADCASTING | MATCHING | LEADING | REHEARSED,
            100,
        ),
        (
            "participant of two streams",
            "ru",
            WORDS,
            CHOOSING | OWN | BY_WORDS | HELPED | RIDING | WISHING | TEAM,
            80,
        ),
        ("mentor", "en", WORDS, CHOOSING | OWN | BY_WORDS | RIDING | MENTORING | TITLES, 80),
        ("guide", "ru", (), OWN | RIDING, 65),
        (
            "administrator",
            "en",
            (*A_BROADCAST, *WORDS),
            CHOOSING | STAFF | BY_WORDS | EDITING | OF_ALL_STREAMS | BROADCASTING | MATCHING | LEADING,
            120,
        ),
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
    await somebody_asks(demo)
    crawler = Crawler(await in_role(demo, role, language), caplog)
    if role == "administrator":
        # what is pressed later sends people away and takes the programme back: then there are no notices
        await crawler.write("/notices")
        await crawler.press_all()
    await crawled(crawler, words=words)
    assert crawler.prefixes == INSIDE | beyond
    assert crawler.places == set(Place)
    assert len(crawler.pressed) >= buttons


async def test_a_newcomer_goes_every_way_from_the_link_to_the_programme(
    demo: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    crawler = Crawler(demo.newcomer("Новичок"), caplog)
    await crawled(crawler, (await demo.codes("Ш5"))[cast.NEWCOMER])
    assert crawler.prefixes == DOOR | INSIDE | OWN | HELPED | RIDING | WISHING | TEAM | HINDERED
    assert crawler.places == set(Place)
    assert len(crawler.pressed) >= 66


def test_no_button_of_the_bot_is_left_out_of_the_crawl() -> None:
    crawled_kinds = (
        INSIDE
        | CHOOSING
        | DOOR
        | STAFF
        | OWN
        | BY_WORDS
        | STRANGERS
        | EDITING
        | DELAYING
        | BROADCASTING
        | RIDING
        | OF_ALL_STREAMS
        | HELPED
        | BROADCASTING
        | MATCHING
        | WISHING
        | MENTORING
        | TEAM
        | LEADING
    )
    assert set(BUTTONS) == crawled_kinds | set(ELSEWHERE)
    assert not crawled_kinds & set(ELSEWHERE)
    assert all(Path(__file__).with_name(name).exists() for name in ELSEWHERE.values())


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_stranger_is_led_to_the_door_by_everything(
    demo: Stage, caplog: pytest.LogCaptureFixture, language: str
) -> None:
    crawler = Crawler(demo.newcomer("Прохожий", language, STRANGE), caplog)
    await crawler.write(*WORDS)
    await crawled(crawler, words=WORDS)
    await crawler.write(*(f"/{command.name}" for command in COMMANDS))
    assert set(crawler.offered) == {"hp1", "ln1:ru", "ln1:en"} | STRANGERS
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
