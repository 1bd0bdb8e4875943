"""Planning again against real tables: what the facts ask for becomes the plan, in few writes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select, update

from bot.notices import planning as planning_module
from bot.notices.model import NoticeKind, Placed, Planner, Quiet, Scope, State, Urgency, Wanted
from bot.notices.planning import Planning
from db import notice_plan
from db.engine import Database, Tx
from db.notices import notices
from tests.roster import Roster, write_roster

NOW = datetime(2025, 11, 18, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)
KIND = NoticeKind("event-reminder", quiet=Quiet.PASSES)


@dataclass(frozen=True, order=True)
class Seen:
    """A row as these tests look at it."""

    key: str
    state: str
    due_at: datetime
    recipient: int
    params: str


class Facts:
    """A planner whose facts are told to it."""

    def __init__(self, database: Database, stream_id: int) -> None:
        self._database = database
        self._stream_id = stream_id
        self.wanted: Sequence[Wanted] = ()
        planner = Planner(frozenset({KIND.name}), self._wanted, lambda _scope: None)
        self._planning = Planning((KIND,), (planner,))

    async def plan(self, *wanted: Wanted, now: datetime = NOW) -> list[Seen]:
        """Plan again and return the plan."""
        self.wanted = wanted
        async with self._database.write() as tx:
            await self._planning.replan(tx, now, Scope(self._stream_id))
        return await self.seen()

    async def put(self, *wanted: Wanted) -> list[Seen]:
        """Put notices beside what is planned and return the plan."""
        async with self._database.write() as tx:
            await self._planning.put(tx, NOW, wanted)
        return await self.seen()

    async def seen(self) -> list[Seen]:
        """Return the plan by keys."""
        async with self._database.read() as tx:
            return sorted(
                Seen(row.key, row.state, row.due_at, row.person_id or row.chat_id, row.params)
                for row in await tx.execute(select(notices))
            )

    async def settle(self, key: str, state: State) -> None:
        """Let a notice have come to a state."""
        async with self._database.write() as tx:
            own = notices.c.key == key
            await tx.execute(update(notices).where(own).values(state=state, settled_at=NOW))

    async def _wanted(self, _tx: Tx, _now: datetime, _scope: Scope) -> Iterable[Wanted]:
        return iter(self.wanted)


@pytest.fixture
async def ids(database: Database) -> Roster:
    return await write_roster(database)


@pytest.fixture
def facts(database: Database, ids: Roster) -> Facts:
    return Facts(database, ids.mayors)


def wanted(ids: Roster, person: int, number: int = 1, hours: int = 2, **more: Any) -> Wanted:
    due = NOW + hours * HOUR
    key = f"event:{number}:{person}"
    values: dict[str, Any] = {"stream_id": ids.mayors, "person_id": person} | more
    return Wanted(key, KIND.name, f"event:{number}", due, due + HOUR, "Asia/Omsk", **values)


def row(one: Wanted, state: State = State.QUEUED, params: str = "") -> Seen:
    return Seen(one.key, state, one.due_at, one.person_id or one.chat_id or 0, params)


async def test_people_and_chats_get_rows_of_their_own_with_all_that_was_asked_for(
    facts: Facts, ids: Roster
) -> None:
    anna, boris = wanted(ids, ids.anna, happens_at=NOW), wanted(ids, ids.boris, params={"б": 'в"'})
    group = wanted(ids, -1_001_234_567_890, person_id=None, chat_id=-1_001_234_567_890)
    plan = await facts.plan(anna, boris, group)
    assert plan == sorted([row(anna), row(boris, params='{"б": "в\\""}'), row(group)])


async def test_a_moment_that_changed_moves_the_row_and_what_is_no_more_asked_for_is_cancelled(
    facts: Facts, ids: Roster
) -> None:
    anna, boris, olga = (wanted(ids, person) for person in (ids.anna, ids.boris, ids.olga))
    await facts.plan(anna, boris, olga)
    later = replace(anna, due_at=anna.due_at + HOUR, stale_after=anna.stale_after + HOUR)
    plan = await facts.plan(later, boris)
    assert plan == sorted([row(later), row(boris), row(olga, State.CANCELLED)])
    assert await facts.plan(anna, boris, olga) == sorted(map(row, (anna, boris, olga)))


@pytest.mark.parametrize("state", [State.CLAIMED, State.SENT, State.LAPSED, State.SKIPPED, State.FAILED])
async def test_what_is_being_sent_or_was_settled_stays(facts: Facts, ids: Roster, state: State) -> None:
    one = wanted(ids, ids.anna)
    await facts.plan(one)
    await facts.settle(one.key, state)
    assert await facts.plan(replace(one, due_at=one.due_at + HOUR)) == [row(one, state)]
    assert await facts.plan() == [row(one, state)]


async def test_what_was_claimed_after_it_was_read_is_neither_moved_nor_cancelled(
    database: Database, facts: Facts, ids: Roster
) -> None:
    one = wanted(ids, ids.anna)
    await facts.plan(one)
    await facts.settle(one.key, State.CLAIMED)
    async with database.write() as tx:
        row_id = await tx.scalar(select(notices.c.id)) or 0
        await notice_plan.cancel(tx, [row_id], "changed", NOW)
        await notice_plan.move(tx, [(row_id, Placed(one, NOW, Urgency.DUE))])
    assert await facts.seen() == [row(one, State.CLAIMED)]


async def test_what_was_put_stays_as_it_is_when_it_is_put_again(facts: Facts, ids: Roster) -> None:
    one = wanted(ids, ids.anna)
    await facts.put(one)
    assert await facts.put(replace(one, due_at=one.due_at + HOUR)) == [row(one)]


async def test_an_occasion_of_long_ago_is_not_planned_again(facts: Facts, ids: Roster) -> None:
    one = wanted(ids, ids.anna)
    await facts.plan(one)
    await facts.settle(one.key, State.SENT)
    after = NOW + timedelta(days=10)
    assert await facts.plan(replace(one, due_at=after + HOUR), now=after) == [row(one, State.SENT)]


@pytest.mark.parametrize("a_turn", [1, 2, 3, 1_000])
async def test_how_much_is_compared_in_a_turn_makes_no_difference_and_twice_changes_nothing(
    facts: Facts, ids: Roster, monkeypatch: pytest.MonkeyPatch, a_turn: int
) -> None:
    monkeypatch.setattr(planning_module, "A_TURN", a_turn)
    people = (ids.anna, ids.boris, ids.olga)
    first = [wanted(ids, person, number) for number in (1, 2, 3) for person in people]
    await facts.plan(*first)
    second = [wanted(ids, person, number, hours=3) for number in (4, 3, 2) for person in people]
    gone = [row(one, State.CANCELLED) for one in first[:3]]
    assert await facts.plan(*second) == sorted([*gone, *map(row, second)])
    assert await facts.plan(*reversed(second)) == sorted([*gone, *map(row, second)])


async def test_alike_notices_are_written_in_one_statement_and_nothing_is_written_for_the_same_facts(
    database: Database, facts: Facts, ids: Roster
) -> None:
    written: list[object] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _x: Any, many: bool) -> None:
        if statement.startswith(("INSERT", "UPDATE")):
            written.append((statement[:6], len(parameters) if many else 1))

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    people = (ids.anna, ids.boris, ids.olga)
    await facts.plan(*(wanted(ids, person, number) for number in (1, 2) for person in people))
    await facts.plan(*(wanted(ids, person, number) for number in (1, 2) for person in people))
    await facts.plan(*(wanted(ids, person, hours=3) for person in people))
    assert written == [("INSERT", 2), ("UPDATE", 1), ("UPDATE", 1)]
