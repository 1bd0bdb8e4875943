"""/rehearsal: organizers see what a day will send, as it will be sent, and nobody else hears of it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.sandbox.botapi.gestures import inline_buttons
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.world import PATIENCE_S
from bot.schedule.kinds import EventKind
from bot.ui.texts import texts_in
from db.types import metadata
from tests.journeys.changing import change_programme, with_event
from tests.journeys.three_streams import load_three_streams, reader
from tests.stage import Stage

RU = texts_in("ru")
DENIED = RU.plain("error-not-allowed")
EVE = datetime(2025, 11, 17, 12, tzinfo=UTC)
"""Monday, 17:00 at the venue in Tyumen: the module's second day is tomorrow."""
TOMORROW = "вт, 18 ноября"
ALONE, STAFF, STOP = "Показать мне", "Показать в чате организаторов", "Остановить"


@pytest.fixture
async def tyumen(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """Three streams on the same days in Tyumen; what is shown comes without pauses."""
    monkeypatch.setattr("bot.delivery.rehearsal.PAUSE_S", 0.0)
    stage.clock.set(EVE - timedelta(minutes=1))
    await load_three_streams(stage)
    stage.clock.set(EVE)
    yield stage


async def organizer(stage: Stage, stream: str = "Ш5") -> Persona:
    return await stage.enter(f"{stream}-куратор", stream)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not true():  # noqa: ASYNC110  (what people see has no event)
            await asyncio.sleep(0.01)


def words(persona: Persona, chat: int | None = None) -> list[str]:
    """Return what the bot has said in a chat."""
    bot = persona.world.bot_id
    return [one.get("text", "") for one in persona.messages(chat) if one["from"]["id"] == bot]


def shown(persona: Persona, chat: int | None = None) -> list[str]:
    """Return the notices of a rehearsal without the lines above and below them."""
    parts = [text.split("\n\n") for text in words(persona, chat) if text.startswith("РЕПЕТИЦИЯ ")]
    return ["\n\n".join(part for part in text[1:] if not part.startswith("Кнопки: ")) for text in parts]


def card(persona: Persona) -> str:
    """Return what the message says that tells how far a rehearsal is."""
    return next((text for text in reversed(words(persona)) if text.startswith("Репетиция ")), "")


def data_of(persona: Persona, label: str) -> str:
    """Return what the newest button with a label carries."""
    keys = [key for message in reversed(persona.messages()) for key in inline_buttons(message)]
    return next(str(key["callback_data"]) for key in keys if key["text"] == label)


async def kept(stage: Stage) -> dict[str, Any]:
    """Return all rows of all tables but what every update and every start writes anew."""
    async with stage.database.read() as tx:
        return {
            table.name: sorted(map(repr, (await tx.execute(select(table))).all()))
            for table in metadata.sorted_tables
            if table.name not in {"handled_updates", "claim_codes", "deliveries"}
        }


async def opened(olga: Persona, day: str = TOMORROW) -> None:
    await olga.send("/rehearsal")
    await olga.tap(day)


async def played(olga: Persona, button: str = ALONE) -> None:
    await olga.tap(button)
    await until(lambda: card(olga).startswith("Репетиция закончена"))


async def test_a_day_is_listed_by_moment_with_how_many_get_what(tyumen: Stage) -> None:
    await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    await olga.send("/rehearsal")
    assert olga.text.split("\n")[0] == "Репетиция какого дня?"
    assert [row[0] for row in olga.buttons()][:2] == ["пн, 17 ноября", TOMORROW]
    await olga.tap(TOMORROW)
    assert olga.text.split("\n")[0].startswith("вт, 18 ноября: придёт ")
    assert "не вошли в бот, им ничего не придёт" in olga.text or "не вошёл в бот" in olga.text
    olga.sees("08:45 – Напоминание: title МЕТКА-Ш5, 1 человек, например:")
    olga.sees("Через 15 мин: title МЕТКА-Ш5")
    assert [ALONE] in olga.buttons()
    assert [STAFF] not in olga.buttons()
    assert not olga.shows("МЕТКА-Ш6")


async def test_what_is_shown_is_what_comes_and_nothing_is_changed_by_it(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    await opened(olga)
    before, heard = await kept(tyumen), words(anna)
    await played(olga)
    assert await kept(tyumen) == before
    assert words(anna) == heard
    rehearsed = shown(olga)
    assert card(olga) == (
        f"Репетиция закончена: показано {len(rehearsed)} из {len(rehearsed)}. Участники ничего не получили."
    )
    headings = [text.split("\n") for text in words(olga) if text.startswith("РЕПЕТИЦИЯ ")]
    assert headings[0][0] == f"РЕПЕТИЦИЯ 1 из {len(rehearsed)} · 08:45 (МСК+2)"
    assert headings[0][1] == "Получит 1 человек:"
    await tyumen.pass_to(datetime(2025, 11, 17, 15, tzinfo=UTC))
    moment = datetime(2025, 11, 17, 19, tzinfo=UTC)
    await tyumen.pass_to(moment)
    heard = words(anna)
    while moment < datetime(2025, 11, 18, 19, tzinfo=UTC):
        moment += timedelta(minutes=5)
        await tyumen.pass_to(moment)
    assert words(anna)[len(heard) :] == rehearsed
    assert len(rehearsed) > 2


async def test_the_staff_chat_sees_it_where_there_is_one(tyumen: Stage) -> None:
    await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    group = tyumen.world.add_group("Штаб", [olga.user])
    await tyumen.world.wait_confirmed(tyumen.world.add_bot_to_group(group, olga.user))
    await olga.send("/bind", chat=group)
    await olga.tap(
        next(one for one in olga.all_buttons(group) if one.startswith("Чат организаторов")), chat=group
    )
    await opened(olga)
    await played(olga, STAFF)
    opening = next(text for text in words(olga, group) if text.startswith("РЕПЕТИЦИЯ: "))
    assert "Участники их не получают." in opening
    assert len(shown(olga, group)) > 2
    assert shown(olga) == []


async def test_a_second_tap_and_a_second_delivery_begin_nothing(
    tyumen: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.rehearsal.PAUSE_S", 60.0)
    await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    await opened(olga)
    data = data_of(olga, ALONE)
    await olga.press(data)
    await olga.press(data, olga.messages()[-1])
    assert olga.alerts() == ["Репетиция этого потока уже идёт. Дождитесь конца или остановите её."]
    await olga.tap(STOP)
    await until(lambda: card(olga).startswith("Репетиция остановлена: показано 0 из "))
    assert shown(olga) == []
    assert sum(text.startswith("РЕПЕТИЦИЯ: ") for text in words(olga)) == 1


async def test_only_the_streams_organizers_may(tyumen: Stage) -> None:
    anna, other = await tyumen.enter(reader("Ш5")), await organizer(tyumen, "Ш6")
    olga = await organizer(tyumen)
    await anna.send("/rehearsal")
    anna.sees(DENIED)
    await opened(olga)
    offered = [key["callback_data"] for row in olga.last["reply_markup"]["inline_keyboard"] for key in row]
    stream = next(data for data in offered if data.startswith("xrp1")).split(":")[1]
    for data in (*(one for one in offered if one.startswith("xr")), f"xrx1:{stream}"):
        for stranger in (anna, other):
            await stranger.press(data)
            assert stranger.alerts() == [DENIED], data
    assert shown(anna) == shown(other) == []


async def test_a_restart_breaks_it_off_and_says_so(tyumen: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.rehearsal.PAUSE_S", 60.0)
    await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    await opened(olga)
    before = await kept(tyumen)
    await olga.tap(ALONE)
    await tyumen.close()
    assert card(olga).startswith("Репетиция оборвалась: показано 0 из ")
    await tyumen.open()
    await opened(olga)
    await olga.tap(ALONE)
    stop = data_of(olga, STOP)
    await tyumen.kill()
    assert await kept(tyumen) == before
    await tyumen.open()
    await olga.press(stop)
    olga.sees("Эта репетиция уже закончилась или оборвалась, когда бот перезапустили.")
    monkeypatch.setattr("bot.delivery.rehearsal.PAUSE_S", 0.0)
    await opened(olga)
    await played(olga)
    assert len(shown(olga)) > 2


async def test_a_day_without_notices_says_so(tyumen: Stage) -> None:
    olga = await organizer(tyumen)
    await opened(olga)
    assert olga.text.split("\n")[0] == "вт, 18 ноября: уведомлений не будет."
    assert [ALONE] not in olga.buttons()


async def test_what_the_night_makes_pointless_is_not_shown_twice(tyumen: Stage) -> None:
    await tyumen.enter(reader("Ш5"))
    olga = await organizer(tyumen)
    early = with_event("Ш5-З2", starts=time(8, 15), ends=time(8, 50), kind=EventKind.TRANSFER.value)
    await change_programme(tyumen, early)
    await opened(olga)
    assert olga.text.count("08:15–08:50") == 1
    olga.sees("поздно – 1.")
