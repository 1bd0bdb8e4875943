"""The plan as planning again reads and writes it: what is planned in a scope; rows added, moved, cancelled.

The rows of an occasion differ in nothing but their key and who receives them. So they are written together:
what they share is told once, and the rest is one list in JSON that the database unfolds.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Insert,
    Text,
    Update,
    and_,
    bindparam,
    cast,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.notices.model import Placed, Planned, Scope, State, written
from db.engine import Tx, rows_in_parts
from db.notices import LONGEST_LIST, notices
from db.programme import streams

_PLANNED = select(*(notices.c[name] for name in Planned.__slots__))


async def hold_programme(tx: Tx, stream_id: int) -> None:
    """Wait for whoever publishes or imports, and let nobody begin to until the transaction ends.

    It is the lock that writing a stream's notices takes anyway (PostgreSQL; SQLite has one writer). Of
    several streams the one with the lowest id comes first, and before other locks.
    """
    own = select(streams.c.id).where(streams.c.id == stream_id)
    await tx.execute(own.with_for_update(read=True, key_share=True))


async def planned(
    tx: Tx, scope: Scope, kinds: Collection[str], subjects: Collection[str] | None, since: datetime
) -> dict[str, Planned]:
    """Read by key what is planned in a scope: all that waits, and what was settled or wanted since."""
    wanted = and_(notices.c.stream_id == scope.stream_id, notices.c.kind.in_(sorted(kinds)))
    recent = or_(notices.c.state.in_((State.QUEUED, State.CLAIMED)), notices.c.wanted_at >= since)
    found: dict[str, Planned] = {}
    for about in _parts(subjects, notices.c.subject):
        for who in _parts(scope.people, notices.c.person_id):
            async for row in rows_in_parts(tx, _PLANNED.where(wanted, recent, *about, *who)):
                found[row[1]] = Planned(row[0], row[1], row[2], State(row[3]), *row[4:])
    return found


_MOMENTS = ("wanted_at", "due_at", "stale_after", "happens_at", "zone", "params")
"""What a move changes."""

_OCCASION = ("kind", "stream_id", "subject", "urgency", *_MOMENTS)
"""What the rows of an occasion have in common."""

_LISTED = func.json_each(bindparam("listed", type_=JSON)).table_valued("key", "value")
"""A list of names and numbers; both databases unfold an object of JSON by this function."""

_NUMBER = cast(cast(_LISTED.c.value, Text), BigInteger)


async def add(tx: Tx, placed: Iterable[Placed]) -> None:
    """Write new rows; an occasion that is planned already (even long ago) stays as it is."""
    people: _Listed = defaultdict(dict)
    chats: _Listed = defaultdict(dict)
    for one in placed:
        wanted = one.wanted
        occasion = (wanted.kind, wanted.stream_id, wanted.subject, one.urgency, *_moments(one))
        if wanted.person_id is not None:
            people[occasion][wanted.key] = wanted.person_id
        else:
            chats[occasion][wanted.key] = wanted.chat_id
    for column, listed in (("person_id", people), ("chat_id", chats)):
        if listed:
            await tx.execute(_adding(tx.dialect.name, column), _told(_OCCASION, listed))


async def move(tx: Tx, placed: Iterable[tuple[int, Placed]]) -> None:
    """Bring waiting and cancelled rows to other moments; what is being sent stays."""
    listed: _Listed = defaultdict(dict)
    for row_id, one in placed:
        listed[_moments(one)][str(row_id)] = row_id
    if listed:
        await tx.execute(_MOVING, _told(_MOMENTS, listed))


async def cancel(tx: Tx, row_ids: Collection[int], reason: str, now: datetime) -> None:
    """Take waiting rows out of the plan; they stay to be seen."""
    if row_ids:
        listed = {str(row_id): row_id for row_id in row_ids}
        await tx.execute(_CANCELLING, {"listed": listed, "new_reason": reason, "new_settled_at": now})


_Listed = defaultdict[tuple[Any, ...], dict[str, int | None]]


def _moments(one: Placed) -> tuple[Any, ...]:
    wanted = one.wanted
    params = written(wanted.params)
    return (wanted.due_at, one.due_at, wanted.stale_after, wanted.happens_at, wanted.zone, params)


def _told(
    names: Sequence[str], listed: Mapping[tuple[Any, ...], Mapping[str, int | None]]
) -> list[dict[str, Any]]:
    return [
        {f"new_{name}": value for name, value in zip(names, values, strict=True)} | {"listed": dict(rows)}
        for values, rows in listed.items()
    ]


def _new(name: str) -> Any:
    return bindparam(f"new_{name}", type_=notices.c[name].type)


@cache
def _adding(dialect: str, recipient: str) -> Insert:
    """Build the INSERT of occasions, for people or for chats; SQLite asks for a WHERE in it."""
    rows = select(*map(_new, _OCCASION), cast(State.QUEUED, Text), _LISTED.c.key, _NUMBER).where(true())
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    names = [*_OCCASION, "state", "key", recipient]
    return insert(notices).from_select(names, rows).on_conflict_do_nothing()


def _listed_rows(*states: State) -> Update:
    """Build an UPDATE of listed rows in some states.

    The other states are named instead, which no index answers: PostgreSQL knows nothing yet of a plan just
    written, and would rather read all that waits than look up some hundreds of rows.
    """
    others = [notices.c.state != other for other in State if other not in states]
    return update(notices).where(notices.c.id.in_(select(_NUMBER)), *others)


_MOVING = (
    _listed_rows(State.QUEUED, State.CANCELLED)
    .values({name: _new(name) for name in _MOMENTS})
    .values(state=State.QUEUED, reason="", settled_at=None)
)

_CANCELLING = _listed_rows(State.QUEUED).values(
    state=State.CANCELLED, reason=_new("reason"), settled_at=_new("settled_at")
)


def _parts(values: Collection[Any] | None, column: Column[Any]) -> list[tuple[Any, ...]]:
    """Build the conditions under which a column has one of the values; one empty condition for all."""
    if values is None:
        return [()]
    every = sorted(values)
    starts = range(0, len(every), LONGEST_LIST)
    return [(column.in_(every[start : start + LONGEST_LIST]),) for start in starts]


async def last_sent(tx: Tx, kind: str, subject: str, person_id: int, before: datetime) -> datetime | None:
    """Return when somebody last got a notice of a kind about a subject; None where nobody remembers one."""
    own = (notices.c.person_id == person_id, notices.c.kind == kind, notices.c.subject == subject)
    sent = select(func.max(notices.c.settled_at)).where(*own, notices.c.state == State.SENT)
    found: datetime | None = await tx.scalar(sent.where(notices.c.settled_at < before))
    return found
