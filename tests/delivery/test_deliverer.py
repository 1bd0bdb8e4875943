"""What Telegram's answers do to notices that are being sent."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from bot.notices.model import State
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.world import PATIENCE_S
from bot.ui.notices.letter import Letter
from bot.ui.notices.schedule import PRESENTERS
from bot.ui.texts import Markup, Texts
from db.notices import notices
from tests.journeys.changing import change_programme, with_event
from tests.journeys.three_streams import reader
from tests.stage import Stage

REMINDED = datetime(2025, 11, 18, 3, 45, tzinfo=UTC)
WORDS = "Через 15 мин: title МЕТКА-Ш5"


def heard(persona: Persona) -> list[str]:
    """Return the first lines of what somebody was told without asking."""
    firsts = [str(message.get("text", "")).split("\n")[0] for message in persona.messages()]
    return [first for first in firsts if first.startswith(("Через", "Уже идёт", "Сообщение не"))]


async def settled(stage: Stage) -> list[tuple[str, str, int]]:
    """Return state, reason and repeats of the lecture's reminders."""
    chosen = select(notices.c.state, notices.c.reason, notices.c.repeats).where(
        notices.c.kind == "event-reminder", notices.c.wanted_at == REMINDED
    )
    async with stage.database.read() as tx:
        return [(row.state, row.reason, row.repeats) for row in await tx.execute(chosen)]


async def attempted(stage: Stage, reason: str) -> None:
    """Wait until the reminder has been put off for a reason."""
    async with asyncio.timeout(PATIENCE_S):
        while [one[1] for one in await settled(stage)] != [reason]:  # noqa: ASYNC110  (rows have no event)
            await asyncio.sleep(0.02)


async def test_a_429_is_obeyed_and_the_notice_comes_once(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    tyumen.world.faults.too_many_requests(1, methods=["sendMessage"], times=1)
    tyumen.clock.set(REMINDED)
    await attempted(tyumen, "told to wait")
    await tyumen.pass_to(REMINDED + timedelta(seconds=1))
    assert heard(anna) == [WORDS]
    sends = [call for call in tyumen.world.calls if call.method.lower() == "sendmessage"][-2:]
    assert [call.status for call in sends] == [429, 200]
    assert sends[1].moment - sends[0].moment >= 1.0
    assert await settled(tyumen) == [(State.SENT, "", 0)]


@pytest.mark.parametrize(("status", "repeats"), [(500, 0), (502, 1), (504, 1)])
async def test_a_fault_of_the_server_is_tried_again_and_that_of_a_gateway_counts_as_a_repeat(
    tyumen: Stage, status: int, repeats: int
) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    tyumen.world.faults.server_error(status, methods=["sendMessage"], times=1)
    tyumen.clock.set(REMINDED)
    await attempted(tyumen, "server")
    await tyumen.pass_to(REMINDED + timedelta(seconds=1))
    assert heard(anna) == [WORDS]
    assert await settled(tyumen) == [(State.SENT, "", repeats)]


async def test_a_connection_cut_after_it_was_taken_repeats_once_and_is_counted(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    tyumen.world.faults.cut_after(methods=["sendMessage"], times=1)
    tyumen.clock.set(REMINDED)
    await attempted(tyumen, "network")
    await tyumen.pass_to(REMINDED + timedelta(seconds=1))
    assert heard(anna) == [WORDS, WORDS]
    assert await settled(tyumen) == [(State.SENT, "", 1)]


async def test_a_connection_cut_before_it_was_taken_loses_nothing(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    tyumen.world.faults.cut_before(methods=["sendMessage"], times=2)
    tyumen.clock.set(REMINDED)
    await attempted(tyumen, "network")
    await tyumen.pass_to(REMINDED + timedelta(seconds=1))
    assert heard(anna) == []
    await tyumen.pass_to(REMINDED + timedelta(seconds=5))
    assert heard(anna) == [WORDS]
    assert await settled(tyumen) == [(State.SENT, "", 2)]


async def test_a_server_that_stays_down_too_long_lets_the_reminder_lapse(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    fault = tyumen.world.faults.server_error(502, methods=["sendMessage"])
    tyumen.clock.set(REMINDED)
    await attempted(tyumen, "server")
    tyumen.clock.set(REMINDED + timedelta(minutes=31))
    await tyumen.delivered()
    tyumen.world.faults.remove(fault)
    assert heard(anna) == []
    assert await settled(tyumen) == [(State.LAPSED, "late", 1)]


async def test_a_refused_text_is_our_fault_and_the_organizers_hear_of_it_once(
    tyumen: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    boris = await tyumen.enter("Ш5-гид")
    staff = await tyumen.enter("Ш5-куратор")
    spoilt = partial(_spoilt, PRESENTERS["event-reminder"].write)
    monkeypatch.setitem(PRESENTERS, "event-reminder", replace(PRESENTERS["event-reminder"], write=spoilt))
    await tyumen.close()
    await tyumen.open()
    await tyumen.pass_to(REMINDED)
    assert heard(anna) == heard(boris) == []
    assert [state for state, _reason, _repeats in await settled(tyumen)] == [State.FAILED] * 2
    alarms = [one for one in heard(staff) if one.startswith("Сообщение не отправлено: ошибка бота.")]
    assert len(alarms) == 1
    told = staff.text.split("Вид: ")[1]
    assert told.startswith(("Напоминание, кому: ЧитательШ5", "Напоминание, кому: МЕТКА-Ш5"))


def _spoilt(write: Callable[..., Letter], texts: Texts, facts: object, now: datetime) -> Letter:
    """Write a letter with a tag that is never closed."""
    letter = write(texts, facts, now)
    return Letter(Markup(f"{letter.text}<b>"), letter.rows)


async def test_what_is_due_together_comes_as_one_message(tyumen: Stage) -> None:
    boris = await tyumen.enter("Ш5-сосед")
    await change_programme(tyumen, with_event("Ш5-З3", starts=time(9), ends=time(10)))
    await tyumen.delivered()
    await tyumen.pass_to(REMINDED)
    last = boris.messages()[-1]
    assert heard(boris) == [WORDS]
    assert last["text"].count(WORDS) == 2
    assert [len(row) for row in boris.buttons(last)] == [1, 1]
    assert [state for state, _reason, _repeats in await settled(tyumen)] == [State.SENT] * 2
