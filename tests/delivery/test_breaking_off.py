"""Delivering goes on past what is strange, and gives way to another process."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import OperationalError

from bot.notices.model import State, Urgency
from bot.sandbox.botapi.world import PATIENCE_S
from db.notice_claims import deliveries, next_epoch
from db.notices import notices
from db.people import people
from tests.delivery.test_deliverer import REMINDED, WORDS, attempted, heard, settled
from tests.journeys.three_streams import reader
from tests.stage import Stage

LONG_AGO = datetime(2025, 11, 1, tzinfo=UTC)


async def put_strange(stage: Stage, zone: str = "UTC") -> None:
    """Plan what only another version of the bot knows."""
    async with stage.database.write() as tx:
        person = await tx.scalar(select(people.c.id).where(people.c.code == reader("Ш5")))
        row = {"kind": "of-tomorrow", "subject": "nothing", "params": "", "zone": zone, "state": "queued"}
        moments = {"wanted_at": LONG_AGO, "due_at": LONG_AGO, "stale_after": datetime(2030, 1, 1, tzinfo=UTC)}
        whom = {"key": "of-tomorrow:1", "person_id": person, "urgency": Urgency.URGENT}
        await tx.execute(insert(notices).values(**row, **moments, **whom))


async def what_became_of_it(stage: Stage) -> tuple[str, str]:
    chosen = select(notices.c.state, notices.c.reason).where(notices.c.key == "of-tomorrow:1")
    async with stage.database.read() as tx:
        row = (await tx.execute(chosen)).one()
    return row.state, row.reason


async def test_a_notice_of_an_unknown_kind_fails_and_the_others_come(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await put_strange(tyumen)
    await tyumen.pass_to(REMINDED)
    assert heard(anna) == [WORDS]
    assert await what_became_of_it(tyumen) == (State.FAILED, "unknown kind")


async def test_a_fault_in_the_east_wakes_no_organizer_at_home(tyumen: Stage) -> None:
    await tyumen.enter(reader("Ш5"))
    staff = await tyumen.enter("Ш5-куратор")
    await tyumen.pass_to(datetime(2025, 11, 25, 23, 0, tzinfo=UTC))
    await put_strange(tyumen, zone="Asia/Kamchatka")
    await tyumen.pass_to(datetime(2025, 11, 26, 4, 59, tzinfo=UTC))
    assert await what_became_of_it(tyumen) == (State.FAILED, "unknown kind")
    assert heard(staff) == []
    await tyumen.pass_to(datetime(2025, 11, 26, 5, 0, tzinfo=UTC))
    assert heard(staff)[0].startswith(
        "Сообщение не отправлено: ошибка бота. Вид: of-tomorrow, кому: Читатель"
    )


async def test_a_start_at_which_nothing_can_be_planned_delivers_all_the_same(
    tyumen: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await tyumen.delivered()
    await tyumen.close()

    async def locked(*_: object) -> None:
        raise OperationalError("BEGIN IMMEDIATE", {}, Exception("database is locked"))

    monkeypatch.setattr("bot.app.extend", locked)
    await tyumen.open()
    await tyumen.pass_to(REMINDED)
    assert heard(anna) == [WORDS]


async def test_who_finds_that_another_has_begun_lets_go_and_waits_for_the_turn(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await tyumen.delivered()
    async with tyumen.database.write() as tx:
        theirs = await next_epoch(tx)
    await tyumen.pass_to(REMINDED)
    assert heard(anna) == [WORDS]
    assert await settled(tyumen) == [(State.SENT, "", 0)]
    async with tyumen.database.read() as tx:
        assert await tx.scalar(select(deliveries.c.epoch)) == theirs + 1


async def test_a_429_does_not_lengthen_the_pause_after_a_fault_of_the_server(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    tyumen.world.faults.too_many_requests(1, methods=["sendMessage"], times=1)
    tyumen.world.faults.server_error(502, methods=["sendMessage"], times=1)
    tyumen.clock.set(REMINDED)
    await attempted(tyumen, "told to wait")
    tyumen.clock.move(timedelta(seconds=1))
    await attempted(tyumen, "server")
    await tyumen.pass_to(REMINDED + timedelta(seconds=2))
    assert heard(anna) == [WORDS]


async def test_a_pause_telegram_has_asked_for_outlives_a_restart(tyumen: Stage) -> None:
    both = [await tyumen.enter(reader("Ш5")), await tyumen.enter("Ш5-сосед")]
    tyumen.world.faults.too_many_requests(2, methods=["sendMessage"], times=1)
    tyumen.clock.set(REMINDED)
    async with asyncio.timeout(PATIENCE_S):
        while "told to wait" not in [one[1] for one in await settled(tyumen)]:  # noqa: ASYNC110  (rows have no event)
            await asyncio.sleep(0.02)
    await tyumen.kill()
    await tyumen.open()
    await tyumen.delivered()
    tyumen.clock.move(timedelta(seconds=2))
    await tyumen.delivered()
    assert [heard(one) for one in both] == [[WORDS], [WORDS]]
    sends = [call for call in tyumen.world.calls if call.method.lower() == "sendmessage"][-3:]
    assert [call.status for call in sends] == [429, 200, 200]
    # The moment is written with the outcome, a little after the answer came.
    assert sends[1].moment - sends[0].moment >= 1.9
