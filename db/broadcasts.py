"""Tables of broadcasts: what is sent to many, in which versions, what was answered, and who did what."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    and_,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from bot.broadcasts import audience, contents
from bot.broadcasts.audience import Audience
from bot.broadcasts.contents import Part
from bot.broadcasts.model import Broadcast, Schedule, State, Timing, buttons_loaded
from bot.people.model import joined_name
from db.engine import Tx
from db.people import people
from db.types import UTCDateTime, metadata

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", BigInteger, nullable=False),
    Column("author_id", ForeignKey("people.id", ondelete="SET NULL")),
    Column("state", String(10), nullable=False, index=True),
    Column("urgent", Boolean, nullable=False),
    Column("audience", Text, nullable=False),
    Column("buttons", Text, nullable=False),
    Column("timing", String(10), nullable=False),
    Column("at", UTCDateTime),
    Column("zone", String(64), nullable=False),
    Column("deadline", UTCDateTime),
    Column("created_at", UTCDateTime, nullable=False),
    Column("confirmed_at", UTCDateTime),
    Column("size", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("chat_id", BigInteger),
    Column("message_id", BigInteger),
)
"""`chat_id` and `message_id` are the one message that shows the progress, until it shows the end."""

versions = Table(
    "broadcast_versions",
    metadata,
    Column("broadcast_id", ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("parts", Text, nullable=False),
    Column("created_at", UTCDateTime, nullable=False),
)
"""What was approved stays as it was: a correction is a further version. The one after the broadcast's own
`version` is a correction that waits for a second organizer."""


_BROADCASTS = (
    select(broadcasts, versions.c.parts, people.c.surname, people.c.name, people.c.patronymic)
    .join(
        versions,
        and_(versions.c.broadcast_id == broadcasts.c.id, versions.c.number == broadcasts.c.version),
    )
    .outerjoin(people, people.c.id == broadcasts.c.author_id)
)


async def add(
    tx: Tx,
    user_id: int,
    author_id: int | None,
    urgent: bool,
    whom: Audience,
    buttons: str,
    parts: Iterable[Part],
    now: datetime,
) -> int:
    """Write a draft and return its id."""
    values = {
        "user_id": user_id,
        "author_id": author_id,
        "state": State.DRAFT,
        "urgent": urgent,
        "audience": audience.dumped(whom),
        "buttons": buttons,
        "timing": Timing.NOW,
        "zone": "",
        "created_at": now,
        "size": 0,
        "version": 0,
    }
    number = int(await tx.scalar(insert(broadcasts).values(values).returning(broadcasts.c.id)) or 0)
    await add_version(tx, number, 0, parts, now)
    return number


async def add_version(tx: Tx, broadcast_id: int, number: int, parts: Iterable[Part], now: datetime) -> None:
    """Write a further version of the contents and make it the newest."""
    await lay_version(tx, broadcast_id, number, parts, now)
    await change(tx, broadcast_id, version=number)


async def lay_version(tx: Tx, broadcast_id: int, number: int, parts: Iterable[Part], now: datetime) -> None:
    """Write a version that is not in force yet, in place of one with this number."""
    await drop_version(tx, broadcast_id, number)
    kept = contents.dumped(tuple(parts))
    row = {"broadcast_id": broadcast_id, "number": number, "parts": kept, "created_at": now}
    await tx.execute(insert(versions).values(row))


async def drop_version(tx: Tx, broadcast_id: int, number: int) -> None:
    """Forget a version that is not in force."""
    own = and_(versions.c.broadcast_id == broadcast_id, versions.c.number == number)
    await tx.execute(delete(versions).where(own))


async def waiting_version(tx: Tx, one: Broadcast) -> tuple[Part, ...]:
    """Return the contents that wait for a second organizer, none where no correction does."""
    after = one.id, one.version + 1
    return (await parts_of(tx, [after])).get(after, ())


async def change_parts(tx: Tx, broadcast_id: int, parts: Iterable[Part]) -> None:
    """Put other contents into a draft."""
    own = and_(versions.c.broadcast_id == broadcast_id, versions.c.number == 0)
    await tx.execute(update(versions).where(own).values(parts=contents.dumped(tuple(parts))))


async def parts_of(tx: Tx, keys: Collection[tuple[int, int]]) -> dict[tuple[int, int], tuple[Part, ...]]:
    """Return versions of contents by broadcast and number."""
    ids = sorted({broadcast_id for broadcast_id, _number in keys})
    rows = await tx.execute(select(versions).where(versions.c.broadcast_id.in_(ids)))
    found = {(row.broadcast_id, row.number): contents.loaded(row.parts) for row in rows}
    return {key: found[key] for key in keys if key in found}


async def change(tx: Tx, broadcast_id: int, **values: object) -> None:
    """Change columns of a broadcast."""
    await tx.execute(update(broadcasts).where(broadcasts.c.id == broadcast_id).values(**values))


async def drop(tx: Tx, broadcast_id: int) -> None:
    """Delete a draft."""
    own = and_(broadcasts.c.id == broadcast_id, broadcasts.c.state == State.DRAFT)
    await tx.execute(delete(broadcasts).where(own))


async def broadcast(tx: Tx, broadcast_id: int, lock: bool = False) -> Broadcast | None:
    """Return a broadcast with its newest contents; with `lock` nobody else changes it meanwhile."""
    if lock:
        own = select(broadcasts.c.id).where(broadcasts.c.id == broadcast_id).with_for_update()
        await tx.execute(own)
    return (await by_id(tx, [broadcast_id])).get(broadcast_id)


async def by_id(tx: Tx, ids: Collection[int]) -> dict[int, Broadcast]:
    """Return broadcasts by their ids."""
    return {one.id: one for one in await matching(tx, broadcasts.c.id.in_(sorted(ids)))}


async def matching(tx: Tx, condition: Any) -> list[Broadcast]:
    """Return the broadcasts for which a condition on their columns holds."""
    return [_broadcast(row) for row in await tx.execute(_BROADCASTS.where(condition))]


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a broadcast is, and which streams it is for: what tells who may see it."""

    id: int
    state: State
    author_user: int
    audience: Audience


async def newest_whose(tx: Tx) -> list[Whose]:
    """Return whose every broadcast is, the newest first."""
    told = select(broadcasts.c.id, broadcasts.c.state, broadcasts.c.user_id, broadcasts.c.audience)
    rows = await tx.execute(told.order_by(broadcasts.c.id.desc()))
    return [Whose(row.id, State(row.state), row.user_id, audience.loaded(row.audience)) for row in rows]


async def newest_draft(tx: Tx, user_id: int) -> int:
    """Return the newest draft of an account, 0 for none."""
    return await tx.scalar(select(func.max(broadcasts.c.id)).where(_draft_of(user_id))) or 0


async def drafts_of(tx: Tx, user_id: int) -> list[Broadcast]:
    """Return every draft of an account."""
    return await matching(tx, _draft_of(user_id))


def _draft_of(user_id: int) -> ColumnElement[bool]:
    return and_(broadcasts.c.user_id == user_id, broadcasts.c.state == State.DRAFT)


async def board_of(tx: Tx, broadcast_id: int) -> tuple[int, int] | None:
    """Return chat and message that show a broadcast, None for none."""
    own = select(broadcasts.c.chat_id, broadcasts.c.message_id).where(broadcasts.c.id == broadcast_id)
    row = (await tx.execute(own)).one_or_none()
    return None if row is None or row.message_id is None else (row.chat_id, row.message_id)


async def leave_board(tx: Tx, chat_id: int, message_id: int) -> None:
    """Note that a message shows no broadcast any more."""
    here = _shown_at(chat_id, message_id)
    await tx.execute(update(broadcasts).where(here).values(chat_id=None, message_id=None))


async def shows_board(tx: Tx, chat_id: int, message_id: int) -> bool:
    """Tell whether a message shows a broadcast."""
    return await tx.scalar(select(broadcasts.c.id).where(_shown_at(chat_id, message_id))) is not None


def _shown_at(chat_id: int, message_id: int) -> ColumnElement[bool]:
    return and_(broadcasts.c.chat_id == chat_id, broadcasts.c.message_id == message_id)


async def in_state(tx: Tx, state: State) -> list[Broadcast]:
    """Return the broadcasts in a state, the oldest first."""
    chosen = _BROADCASTS.where(broadcasts.c.state == state)
    return [_broadcast(row) for row in await tx.execute(chosen.order_by(broadcasts.c.id))]


async def with_waiting_version(tx: Tx) -> list[Broadcast]:
    """Return the broadcasts of which a correction waits for a second organizer, the oldest first."""
    further = versions.alias("further")
    after = exists().where(
        further.c.broadcast_id == broadcasts.c.id, further.c.number == broadcasts.c.version + 1
    )
    return sorted(await matching(tx, after), key=lambda one: one.id)


async def boards(tx: Tx) -> list[tuple[Broadcast, int, int]]:
    """Return the broadcasts whose progress is shown somewhere, with chat and message."""
    shown = and_(broadcasts.c.message_id.is_not(None), broadcasts.c.state != State.DRAFT)
    chosen = _BROADCASTS.where(shown).order_by(broadcasts.c.id)
    return [(_broadcast(row), row.chat_id, row.message_id) for row in await tx.execute(chosen)]


def _broadcast(row: Any) -> Broadcast:
    return Broadcast(
        id=row.id,
        author_user=row.user_id,
        author_id=row.author_id,
        author=named(row),
        state=State(row.state),
        urgent=row.urgent,
        audience=audience.loaded(row.audience),
        buttons=buttons_loaded(row.buttons),
        schedule=Schedule(Timing(row.timing), row.at, row.zone),
        deadline=row.deadline,
        created_at=row.created_at,
        confirmed_at=row.confirmed_at,
        size=row.size,
        version=row.version,
        parts=contents.loaded(row.parts),
    )


def named(row: Any) -> str:
    """Return the full name of a row's author."""
    return joined_name(row.surname, row.name, row.patronymic)
