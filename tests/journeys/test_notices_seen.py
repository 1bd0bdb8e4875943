"""/notices: organizers see what is planned, sent, not sent and why, for anyone of their streams."""

import ast
import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from bot.notices.model import State
from bot.registry import make_planning
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.world import PATIENCE_S
from bot.ui.notices_words import KNOWN_REASONS, state_words
from bot.ui.texts import LANGUAGES, texts_in
from db.notices import notices
from db.people import enrolments, people
from db.programme import streams
from db.schedule import events
from tests.journeys.changing import change_programme, with_event, without_evenings
from tests.journeys.demo import administrator, change_enrolment
from tests.journeys.three_streams import FOREIGN, load_three_streams, mark, reader
from tests.stage import Stage

RU = texts_in("ru")
DENIED = RU.plain("error-not-allowed")
ROOT = Path(__file__).resolve().parents[2]
EVE = datetime(2025, 11, 17, 12, tzinfo=UTC)
"""Monday, 17:00 at the venue in Tyumen."""
LECTURE = "title МЕТКА-Ш5"
READER = "ЧитательШ5 ЧитательШ5 ЧитательШ5"
NEIGHBOUR = f"{FOREIGN} {FOREIGN} {FOREIGN}"
GUIDE = " ".join([mark("Ш5")] * 3)
MENTOR = " ".join([f"Наставник-{mark('Ш5')}"] * 3)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2025-11-{text}:00").replace(tzinfo=UTC)


@pytest.fixture
async def tyumen(stage: Stage) -> AsyncIterator[Stage]:
    """Three streams on the same days in Tyumen, an evening before a lecture and an excursion."""
    stage.clock.set(EVE - timedelta(minutes=1))
    await load_three_streams(stage)
    await without_evenings(stage)
    stage.clock.set(EVE)
    yield stage


async def organizer(stage: Stage, stream: str = "Ш5") -> Persona:
    return await stage.enter(f"{stream}-куратор", stream)


async def id_of(stage: Stage, table: Table, code: str) -> int:
    async with stage.database.read() as tx:
        return int((await tx.execute(select(table.c.id).where(table.c.code == code))).scalar_one())


def block(persona: Persona, head: str) -> list[str]:
    """Return the lines under a head on the screen."""
    for part in persona.text.split("\n\n"):
        if part.startswith(f"{head}\n"):
            return part.split("\n")[1:]
    return []


async def test_the_first_line_tells_of_today_and_the_plan_is_grouped_by_occasion(tyumen: Stage) -> None:
    await tyumen.enter(reader("Ш5"))
    await tyumen.enter("Ш5-сосед")
    olga = await organizer(tyumen)
    await olga.send("/notices")
    assert olga.text.split("\n")[:2] == [
        "Сегодня: отправлено 0, ждут 2, не отправлено 0.",
        "Школа ШМ, Поток МЕТКА-Ш5",
    ]
    assert block(olga, "Впереди") == [
        "сегодня, 20:00 (МСК+2) – План дня: вт, 18 ноября – 2 получателя",
        f"завтра, 08:45 (МСК+2) – Напоминание: {LECTURE} – 2 получателя",
        f"завтра, 10:45 (МСК+2) – Напоминание: {LECTURE} – 1 получатель",
        f"завтра, 12:00 (МСК+2) – Напоминание об экскурсии: {LECTURE} – 2 получателя",
    ]
    assert olga.buttons() == [["Впереди: 6"], ["Репетиция дня"], ["Обновить", "На главную"]]
    await tyumen.pass_to(at("17T15:00"))
    await olga.tap("Обновить")
    olga.sees("Сегодня: отправлено 2, ждут 0, не отправлено 0.")
    assert block(olga, "Отправлено недавно") == [
        "сегодня, 20:00 (МСК+2) – План дня: вт, 18 ноября – 2 получателя"
    ]


async def test_a_stream_without_notices_says_so(tyumen: Stage) -> None:
    olga = await organizer(tyumen)
    await olga.send("/notices")
    assert olga.text.split("\n")[0] == "Сегодня уведомлений нет."
    stream = await id_of(tyumen, streams, "Ш5")
    for look, words in (
        ("ahead", "Ничего не запланировано: план составляется на 36 часов вперёд."),
        ("sent", "За последние 48 часов ничего не отправлено."),
        ("unsent", "За последние 48 часов отправлено всё, что полагалось."),
    ):
        await olga.press(f"nl1:{stream}:{look}:0")
        olga.sees(words)


async def test_each_reason_for_not_sending_stands_in_words(tyumen: Stage) -> None:
    await tyumen.enter(reader("Ш5"))
    neighbour = await tyumen.enter("Ш5-сосед")
    guide = await tyumen.enter("Ш5-гид")
    mentor = await tyumen.enter("Ш5-наставник")
    olga = await organizer(tyumen)
    await tyumen.pass_to(at("17T15:00"))
    await neighbour.block()
    await guide.send("/settings")
    await guide.tap("Отключить: напоминания о занятиях")
    await change_enrolment(tyumen, "Ш5-наставник", "Ш5", left_on=date(2025, 11, 18))
    await tyumen.pass_to(at("18T03:45"))
    assert mentor.messages()
    await olga.send("/notices")
    olga.sees("Сегодня: отправлено 1, ждут")
    olga.sees("не отправлено 3.")
    olga.sees(
        "Почему не отправлено: бот заблокирован – 1, вышел из потока – 1, отключено самим получателем – 1."
    )
    await olga.tap("Не отправлено: 1")
    olga.sees(
        f"1. сегодня, 08:45 (МСК+2) – Напоминание: {LECTURE} – "
        "бот заблокирован – 1, вышел из потока – 1, отключено самим получателем – 1"
    )
    await olga.tap("1")
    assert olga.text.split("\n")[:5] == [
        f"Напоминание: {LECTURE}",
        "Занятие: вт, 18 ноября, 09:00–10:30 (МСК+2)",
        "Уведомление: сегодня, 08:45 (МСК+2)",
        "Всего: отправлено 1, ждут 0, не отправлено 3.",
        "Почему не отправлено: бот заблокирован – 1, вышел из потока – 1, отключено самим получателем – 1.",
    ]
    assert sorted(olga.text.split("\n\n")[1].split("\n")) == sorted(
        [
            f"{NEIGHBOUR} – не отправлено: бот заблокирован (сегодня, 08:45)",
            f"{MENTOR} – не отправлено: вышел из потока (сегодня, 08:45)",
            f"{GUIDE} – не отправлено: отключено самим получателем (сегодня, 08:45)",
            f"{READER} – отправлено (сегодня, 08:45)",
        ]
    )
    assert olga.text.split("\n\n")[1].split("\n")[-1] == f"{READER} – отправлено (сегодня, 08:45)"


async def test_what_a_break_made_late_and_what_a_change_made_void_is_told_apart(tyumen: Stage) -> None:
    await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    await tyumen.pass_to(at("17T15:00"))
    await tyumen.close()
    tyumen.clock.set(at("18T04:16"))
    await tyumen.open()
    await tyumen.delivered()
    await change_programme(tyumen, with_event("Ш5-Э1", cancelled=True))
    await tyumen.delivered()
    await olga.send("/notices")
    assert olga.text.split("\n")[0] == ("Сегодня: отправлено 1, ждут 0, не отправлено 1, снято с плана 3.")
    olga.sees("Почему не отправлено: поздно – 1.")
    await olga.tap("Не отправлено: 4")
    olga.sees(f"Напоминание: {LECTURE} – поздно – 1")
    olga.sees(f"Напоминание об экскурсии: {LECTURE} (отменено) – снято с плана: программа изменилась – 1")


async def test_what_may_have_come_twice_is_counted_and_shown(tyumen: Stage) -> None:
    await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    tyumen.world.faults.cut_after(methods=["sendMessage"], times=1)
    tyumen.clock.set(at("17T15:00"))
    await put_off(tyumen, "network")
    await olga.send("/notices Читатель")
    olga.sees("План дня: вт, 18 ноября – ждёт: связь с Telegram прервалась")
    await tyumen.pass_to(at("17T15:00") + timedelta(seconds=1))
    await olga.send("/notices")
    olga.sees("Могло прийти дважды: 1 (связь оборвалась при отправке, судьба неизвестна – повторено).")
    await olga.send("/notices Читатель")
    olga.sees("План дня: вт, 18 ноября – отправлено; судьба была неизвестна – повторено")


async def put_off(stage: Stage, reason: str) -> None:
    """Wait until a notice has been put off for a reason."""
    waiting = select(notices.c.id).where(notices.c.state == State.QUEUED, notices.c.reason == reason)
    async with asyncio.timeout(PATIENCE_S):
        while True:
            async with stage.database.read() as tx:
                if await tx.scalar(waiting) is not None:
                    return
            await asyncio.sleep(0.02)


async def test_of_a_person_the_last_and_the_next_are_shown(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    await anna.send("/settings")
    await anna.tap("Отключить: план на завтра")
    await tyumen.pass_to(at("17T15:00"))
    await olga.send("/notices читательш5")
    assert olga.text.split("\n") == [
        f"Уведомления: {READER}",
        "Всего: отправлено 0, ждут 4, не отправлено 1.",
        "Отключено самим получателем: План на завтра.",
        "",
        "Впереди",
        f"завтра, 08:45 (МСК+2) – Напоминание: {LECTURE} – ждёт",
        f"завтра, 12:00 (МСК+2) – Напоминание об экскурсии: {LECTURE} – ждёт",
        f"завтра, 13:45 (МСК+2) – Последний вызов экскурсии: {LECTURE} – ждёт",
        f"завтра, 13:55 (МСК+2) – Автобус уходит: {LECTURE} – ждёт",
        "",
        "Было",
        "сегодня, 20:00 (МСК+2) – План дня: вт, 18 ноября – не отправлено: отключено самим получателем",
    ]
    await olga.tap("Карточка человека")
    olga.sees(READER)
    await olga.tap("Уведомления")
    olga.sees(f"Уведомления: {READER}")


async def test_words_that_fit_several_or_nobody_lead_on(tyumen: Stage) -> None:
    olga = await organizer(tyumen)
    await olga.send("/notices чужой")
    olga.sees("«чужой»: 2 человека")
    assert olga.buttons() == [[shown] for shown in [f"{NEIGHBOUR}, {FOREIGN}"] * 2]
    await olga.tap(f"{NEIGHBOUR}, {FOREIGN}")
    olga.sees(f"Уведомления: {NEIGHBOUR}")
    await olga.send("/notices <b>никто")
    olga.sees("По словам «<b>никто» в ваших потоках никого нет.")


async def test_who_has_not_entered_gets_nothing_and_it_is_said(tyumen: Stage) -> None:
    olga = await organizer(tyumen)
    await olga.send("/notices Читатель")
    olga.sees("Не в боте: уведомления не доходят.")
    olga.sees("Ничего не запланировано и не отправлялось.")


async def test_the_card_of_an_event_leads_its_organizers_to_its_notices(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    event = await id_of(tyumen, events, "Ш5-Э1")
    await anna.press(f"se1:{event}:0:0")
    assert "Уведомления" not in [label for row in anna.buttons() for label in row]
    await olga.press(f"se1:{event}:0:0")
    await olga.tap("Уведомления")
    assert olga.text.split("\n\n") == [
        f"Уведомления: {LECTURE}\nЗанятие: вт, 18 ноября, 14:00–15:30 (МСК+2)",
        "1. Автобус уходит, завтра, 13:55 (МСК+2)\nВсего: отправлено 0, ждёт 1, не отправлено 0.",
        "2. Последний вызов экскурсии, завтра, 13:45 (МСК+2)\nВсего: отправлено 0, ждёт 1, не отправлено 0.",
        "3. Напоминание об экскурсии, завтра, 12:00 (МСК+2)\nВсего: отправлено 0, ждёт 1, не отправлено 0.",
    ]
    await olga.tap("3")
    olga.sees("Уведомление: завтра, 12:00 (МСК+2)")
    await olga.tap("Все уведомления занятия")
    await olga.tap("Карточка занятия")
    olga.sees("Экскурсия")


async def test_an_event_moved_is_told_at_both_times(tyumen: Stage) -> None:
    await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    await change_programme(tyumen, with_event("Ш5-З2", starts=time(9, 30), ends=time(10, 30)))
    await olga.press(f"ne1:{await id_of(tyumen, events, 'Ш5-З2')}")
    assert olga.text.split("\n\n")[1:] == [
        "1. Напоминание, завтра, 09:15 (МСК+2)\nВсего: отправлено 0, ждёт 1, не отправлено 0.",
        "2. Напоминание, сегодня, 17:00 (МСК+2)\n"
        "Всего: отправлено 0, ждут 0, не отправлено 0, снято с плана 1.",
    ]


async def test_long_lists_are_paged_and_nobody_is_left_out(tyumen: Stage) -> None:
    await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    await crowd(tyumen, 30)
    await olga.send("/notices")
    await olga.tap("Впереди: 5")
    await olga.tap("2")
    seen = list(names(olga))
    await olga.tap(RU.plain("schedule-button-page-on"))
    seen += names(olga)
    await olga.tap(RU.plain("schedule-button-page-on"))
    seen += names(olga)
    assert olga.buttons()[0] == [RU.plain("schedule-button-page-back")]
    assert sorted(seen) == sorted([READER, *(f"Многих Номер {number}" for number in range(30))])


def names(persona: Persona) -> list[str]:
    return [line.split(" – ")[0] for line in persona.text.split("\n\n")[1].split("\n")]


async def crowd(stage: Stage, number: int) -> None:
    """Give many more people the lecture's reminder."""
    async with stage.database.write() as tx:
        model = (
            (await tx.execute(select(notices).where(notices.c.subject == await lecture(stage))))
            .one()
            ._asdict()
        )
        for one in range(number):
            row = {"code": f"много-{one}", "surname": "Многих", "name": f"Номер {one}"}
            person = (await tx.execute(people.insert().values(**row).returning(people.c.id))).scalar_one()
            part = {"person_id": person, "stream_id": model["stream_id"], "roles": ["participant"]}
            await tx.execute(enrolments.insert().values(**part))
            copy = {**model, "key": f"{model['key']}:{one}", "person_id": person}
            del copy["id"]
            await tx.execute(notices.insert().values(**copy))


async def lecture(stage: Stage) -> str:
    return f"event:{await id_of(stage, events, 'Ш5-З2')}"


async def test_an_organizer_of_several_streams_chooses_one(tyumen: Stage) -> None:
    root = await administrator(tyumen)
    await root.send("/notices")
    root.sees("Уведомления какого потока?")
    await root.tap("Школа ШМ, Поток МЕТКА-Ш6")
    root.sees(mark("Ш6"))


async def test_rights_are_those_of_the_stream_at_this_moment(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    other = await organizer(tyumen, "Ш6")
    await olga.send("/notices")
    stream = await id_of(tyumen, streams, "Ш5")
    async with tyumen.database.read() as tx:
        notice = await tx.scalar(select(notices.c.id).where(notices.c.stream_id == stream))
        person = await tx.scalar(select(people.c.id).where(people.c.code == reader("Ш5")))
    pressed = [
        f"nb1:{stream}",
        *(f"nl1:{stream}:{look}:0" for look in ("ahead", "sent", "unsent")),
        f"no1:{notice}:0",
        f"ne1:{await id_of(tyumen, events, 'Ш5-З2')}",
        f"np1:{person}:0",
    ]
    for data in pressed:
        await olga.press(data)
        assert olga.alerts() == [""], data
    await change_enrolment(tyumen, "Ш5-куратор", "Ш5", roles=["guide"])
    for persona in (anna, other, olga):
        for data in pressed:
            await persona.press(data)
            assert (persona.alerts(), persona.replies) == ([DENIED], []), data
    for persona in (anna, olga):
        for words in ("/notices", "/notices Читатель"):
            await persona.send(words)
            assert persona.text == DENIED
    await other.send("/notices ЧитательШ5")
    other.sees("никого нет")


async def test_a_notice_that_is_forgotten_says_so(tyumen: Stage) -> None:
    olga = await organizer(tyumen)
    await olga.press("no1:999999:0")
    assert olga.alerts() == [RU.plain("error-notice-forgotten")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_notice_has_a_name(language: str) -> None:
    for kind in make_planning().kinds:
        assert texts_in(language).plain(f"notices-kind-{kind.name}")


def words_of_the_engine() -> set[str]:
    """Return every reason the code gives in a word: what an Outcome, a Lapse or a cancelling carries."""
    found = set()
    for folder in ("bot", "db"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    place = {"Outcome": 1, "Lapse": 0, "_again": 0}.get(node.func.id)
                    if place is not None and len(node.args) > place:
                        given = node.args[place]
                        found |= {given.value} if isinstance(given, ast.Constant) else set()
    return {str(word) for word in found}


def test_every_reason_of_the_engine_has_its_words() -> None:
    words = words_of_the_engine()
    assert {"late", "night", "nothing", "unreachable", "told to wait", "network"} <= words
    assert {word.replace(" ", "-") for word in words} <= KNOWN_REASONS


@pytest.mark.parametrize(
    ("state", "reason", "repeats", "words"),
    [
        (State.QUEUED, "", 0, "ждёт"),
        (State.QUEUED, "told to wait", 0, "ждёт: Telegram велел ждать"),
        (State.QUEUED, "unknown fate", 1, "ждёт: судьба неизвестна – повторяется"),
        (State.CLAIMED, "", 0, "отправляется"),
        (State.SENT, "", 0, "отправлено"),
        (State.SENT, "", 1, "отправлено; судьба была неизвестна – повторено"),
        (State.LAPSED, "late", 0, "не отправлено: поздно"),
        (State.LAPSED, "night", 0, "не отправлено: ночь"),
        (State.LAPSED, "nothing", 0, "не отправлено: нечего сообщить"),
        (State.SKIPPED, "not-entered", 0, "не отправлено: нет входа в бот"),
        (State.SKIPPED, "no-consent", 0, "не отправлено: нет согласия на обработку данных"),
        (State.FAILED, "Bad Request: x", 0, "не отправлено: ошибка бота: Bad Request: x"),
        (State.CANCELLED, "changed", 0, "снято с плана: программа изменилась"),
    ],
)
def test_what_became_of_a_notice_is_said_in_words(
    state: State, reason: str, repeats: int, words: str
) -> None:
    assert state_words(RU, state, reason, repeats) == words
