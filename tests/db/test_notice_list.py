"""The lists of notices, on both databases: what they count, in which order, and by which indexes.

At 100,000 rows (2,000 of them waiting, 2,900 of the last two days) no statement reads the whole table: what
waits comes by `ix_notices_state_urgency_due_at`, what was settled by `ix_notices_settled_at`, an occasion by
`ix_notices_stream_id_subject`, a person by `ix_notices_person_id`, the alarm somebody replies to by
`ix_notices_alarms_shown`.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from typing import Any

import pytest
from sqlalchemy import Insert, event, insert, text

from bot.notices.listing import Counts, counted
from bot.notices.model import State
from db import awaiting, notice_list, support_places, support_waits
from db.engine import Database, Tx
from db.notices import notices
from db.people import people
from tests.roster import Roster, write_roster

NOW = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
SETTLED = tuple(islice(cycle((State.SENT, State.SENT, State.SKIPPED, State.LAPSED, State.CANCELLED)), 6000))
WAITING = 200

ANSWERS: dict[str, Callable[[Tx, Roster], Awaitable[object]]] = {
    "today's waiting": lambda tx, ids: notice_list.waiting_until(tx, ids.mayors, NOW + timedelta(hours=15)),
    "today's settled": lambda tx, ids: notice_list.settled_between(
        tx, ids.mayors, NOW - timedelta(hours=9), NOW
    ),
    "ahead": lambda tx, ids: notice_list.occasions_ahead(tx, ids.mayors),
    "sent": lambda tx, ids: notice_list.occasions_between(
        tx, ids.mayors, NOW - timedelta(hours=48), NOW, {State.SENT}
    ),
    "of an event": lambda tx, ids: notice_list.occasions_about(tx, ids.mayors, "event:7"),
    "an occasion": lambda tx, _ids: an_occasion(tx),
    "a person": lambda tx, ids: notice_list.tallies_of_person(tx, ids.anna, [ids.mayors], alone=True),
    "a person's lines": lambda tx, ids: notice_list.lines_of_person(
        tx, ids.anna, [ids.mayors], alone=False, offset=12, limit=12
    ),
    "an alarm that is replied to": lambda tx, _ids: support_places.called_out_at(tx, -100, 7),
    "alarms of questions": lambda tx, ids: support_waits.known_alarms(tx, ids.mayors, [7, 8]),
    "what waits too long": lambda tx, ids: awaiting.open_questions(tx, [ids.mayors]),
}


async def an_occasion(tx: Tx) -> object:
    found = await notice_list.occasion(tx, 1)
    assert found is not None
    return await notice_list.lines_of_occasion(tx, found, 0, 12)


def row(number: int, stream: int, person: int, **values: Any) -> dict[str, Any]:
    """Return a notice about an event each fifty of which are about the same."""
    at = values.pop("at", NOW)
    return {
        "id": number,
        "key": f"event:{number}",
        "kind": "event-reminder",
        "stream_id": stream,
        "subject": f"event:{number // 50}",
        "person_id": person,
        "params": "",
        "wanted_at": NOW - timedelta(hours=number // 50),
        "due_at": at,
        "stale_after": at + timedelta(hours=1),
        "happens_at": at,
        "zone": "Asia/Yekaterinburg",
        "urgency": 1,
        "state": State.QUEUED,
        "reason": "",
        "epoch": 0,
        "attempts": 0,
        "repeats": 0,
        "message_ids": "",
        "settled_at": None,
        **values,
    }


@pytest.fixture
async def filled(database: Database) -> AsyncIterator[Roster]:
    """Months of notices of two streams: one settled every ten minutes, and what waits."""
    ids = await write_roster(database)
    streams = (ids.mayors, ids.others)
    async with database.write() as tx:
        crowd = [{"code": f"Т-{n}", "surname": f"Толпа {n}", "name": ""} for n in range(100)]
        await tx.execute(insert(people), crowd)
        everybody = [person for (person,) in await tx.execute(people.select().with_only_columns(people.c.id))]
        rows = [
            row(
                number,
                streams[number // 50 % 2],
                everybody[number % len(everybody)],
                state=state,
                reason="" if state is State.SENT else "late",
                at=NOW - timedelta(minutes=10 * number),
                settled_at=NOW - timedelta(minutes=10 * number),
            )
            for number, state in enumerate(SETTLED, start=1)
        ]
        rows += [
            row(number, ids.mayors, everybody[number % len(everybody)], at=NOW + timedelta(minutes=number))
            for number in range(len(SETTLED) + 1, len(SETTLED) + WAITING + 1)
        ]
        await tx.execute(INSERT, rows)
        await tx.execute(text("ANALYZE"))
    yield ids


INSERT: Insert = insert(notices)


@pytest.mark.parametrize("answer", ANSWERS)
async def test_no_answer_reads_the_whole_table(database: Database, filled: Roster, answer: str) -> None:
    asked: list[tuple[str, Any]] = []
    async with database.read() as tx:

        def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _x: Any, _many: bool) -> None:
            asked.append((statement, parameters))

        event.listen(tx.sync_connection, "before_cursor_execute", note)
        await ANSWERS[answer](tx, filled)
        event.remove(tx.sync_connection, "before_cursor_execute", note)
        assert asked
        for statement, parameters in asked:
            plan = await explained(tx, statement, parameters)
            assert "SCAN notices" not in plan and "Seq Scan on notices" not in plan, plan
            assert "ix_notices" in plan or "PRIMARY KEY" in plan or "pk_notices" in plan, plan


async def explained(tx: Tx, statement: str, parameters: Any) -> str:
    """Return how the database goes about a statement."""
    word = "EXPLAIN QUERY PLAN" if tx.dialect.name == "sqlite" else "EXPLAIN"
    rows = await tx.exec_driver_sql(f"{word} {statement}", parameters)
    return "\n".join(str(found[-1]) for found in rows)


async def test_what_waits_and_what_was_settled_is_counted_within_its_time_and_stream(
    database: Database, filled: Roster
) -> None:
    async with database.read() as tx:
        waiting = await notice_list.waiting_until(
            tx, filled.mayors, NOW + timedelta(minutes=len(SETTLED) + 51)
        )
        elsewhere = await notice_list.waiting_until(tx, filled.others, NOW + timedelta(days=99))
        settled = await notice_list.settled_between(tx, filled.mayors, NOW - timedelta(minutes=490), NOW)
    assert counted(waiting) == Counts(waiting=50)
    assert counted(elsewhere) == Counts()
    assert counted(settled) == Counts(sent=20, unsent=20, cancelled=9)


async def test_an_occasion_is_found_by_any_of_its_notices(database: Database, filled: Roster) -> None:
    async with database.read() as tx:
        one, other = await notice_list.occasion(tx, 50), await notice_list.occasion(tx, 99)
        assert one is not None and other is not None
        assert (one.ref, other.ref) == (50, 99)
        assert (one.subject, one.counts, one.tallies) == (other.subject, other.counts, other.tallies)
        assert one.counts.all == 50
        lines = [
            line for page in range(5) for line in await notice_list.lines_of_occasion(tx, one, page * 12, 12)
        ]
        assert await notice_list.occasion(tx, 10**6) is None
    assert sorted(line.id for line in lines) == list(range(50, 100))
    order = ["skipped", "lapsed", "sent", "cancelled"]
    assert [order.index(line.state) for line in lines] == sorted(order.index(line.state) for line in lines)


async def test_of_a_person_comes_first_what_is_ahead_then_the_latest(
    database: Database, filled: Roster
) -> None:
    async with database.read() as tx:
        tallies = await notice_list.tallies_of_person(tx, filled.anna, [filled.mayors], alone=False)
        lines = await notice_list.lines_of_person(
            tx, filled.anna, [filled.mayors], alone=False, offset=0, limit=1000
        )
    ahead = [line.at for line in lines if line.state is State.QUEUED]
    past = [line.at for line in lines if line.state is not State.QUEUED]
    assert counted(tallies).all == len(lines) == len(ahead) + len(past)
    assert [line.at for line in lines] == [*ahead, *past]
    assert ahead == sorted(ahead) and past == sorted(past, reverse=True)
    assert ahead and past
