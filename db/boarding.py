"""Tables of boarding: what is said of people and buses, which buses have left, and the guides' live lists."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
    and_,
    delete,
    insert,
    select,
    update,
)

from bot.excursions.boarding import By, Mark, Way, same_ride
from db.engine import Tx
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep

boarding_marks = Table(
    "boarding_marks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("way", String(5), nullable=False),
    Column("starts_at", UTCDateTime, nullable=False),
    Column("mark", String(3), nullable=False),
    Column("bus_id", ForeignKey("buses.id", ondelete="SET NULL")),
    Column("marked_at", UTCDateTime, nullable=False),
    Column("by", String(10), nullable=False),
    Column("marked_by", ForeignKey("people.id", ondelete="SET NULL")),
    UniqueConstraint("event_id", "person_id", "way"),
    CheckConstraint("mark IN ('in', 'out')", name="mark_known"),
)
"""`starts_at` is when the excursion was to begin then: once it is moved far from it, the mark is void."""

bus_rides = Table(
    "bus_rides",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("bus_id", ForeignKey("buses.id", ondelete="CASCADE")),
    Column("way", String(5), nullable=False),
    Column("starts_at", UTCDateTime, nullable=False),
    Column("begun_at", UTCDateTime),
    Column("left_at", UTCDateTime),
    Column("told_by", ForeignKey("people.id", ondelete="SET NULL")),
    UniqueConstraint("event_id", "bus_id", "way"),
)
"""What guides have said of a bus: boarding has begun, it has left; `bus_id` is empty for those on foot."""

boarding_views = Table(
    "boarding_views",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("bus_id", ForeignKey("buses.id", ondelete="CASCADE")),
    Column("way", String(5), nullable=False),
    Column("page", Integer, nullable=False),
    Column("edits", Integer, nullable=False),
    UniqueConstraint("chat_id", "message_id"),
)
"""Messages that are edited in place while people board; `edits` counts what the viewer's own taps changed."""


@dataclass(frozen=True, slots=True)
class Said:
    """A mark to be written."""

    event_id: int
    person_id: int
    way: Way
    starts_at: datetime
    mark: Mark
    bus_id: int | None
    marked_at: datetime
    by: By
    marked_by: int | None


@dataclass(frozen=True, slots=True)
class LiveView:
    """A message that shows a bus and is kept up to date."""

    chat_id: int
    message_id: int
    user_id: int
    event_id: int
    bus_id: int | None
    way: Way
    page: int
    edits: int = 0


async def write_mark(tx: Tx, said: Said) -> None:
    """Write what is said of somebody, over what was said before; two at once need no lock."""
    key = {"event_id": said.event_id, "person_id": said.person_id, "way": said.way}
    values = {
        "starts_at": said.starts_at,
        "mark": said.mark,
        "bus_id": said.bus_id,
        "marked_at": said.marked_at,
        "by": said.by,
        "marked_by": said.marked_by,
    }
    written = await tx.execute(insert_or_keep(tx, boarding_marks, key | values))
    if not written.rowcount:
        where = _mark_of(said.event_id, said.person_id, said.way)
        await tx.execute(update(boarding_marks).where(where).values(values))


async def remove_mark(tx: Tx, event_id: int, person_id: int, way: Way) -> None:
    """Forget what was said of somebody."""
    await tx.execute(delete(boarding_marks).where(_mark_of(event_id, person_id, way)))


async def write_ride(
    tx: Tx, event_id: int, bus_id: int | None, way: Way, starts_at: datetime, **values: Any
) -> None:
    """Write what a guide says of a bus; what was said before it was moved far is forgotten."""
    where = and_(
        bus_rides.c.event_id == event_id,
        bus_rides.c.bus_id.is_(None) if bus_id is None else bus_rides.c.bus_id == bus_id,
        bus_rides.c.way == way,
    )
    said_for = await tx.scalar(select(bus_rides.c.starts_at).where(where))
    if said_for is not None and same_ride(said_for, starts_at):
        await tx.execute(update(bus_rides).where(where).values(values))
    else:
        await tx.execute(delete(bus_rides).where(where))
        key = {"event_id": event_id, "bus_id": bus_id, "way": way, "starts_at": starts_at}
        await tx.execute(insert(bus_rides).values(key | values))


async def watch(tx: Tx, view: LiveView) -> None:
    """Keep a message up to date from now on; an older one of the same bus in the same chat no longer."""
    same = and_(
        boarding_views.c.chat_id == view.chat_id,
        boarding_views.c.event_id == view.event_id,
        boarding_views.c.message_id != view.message_id,
        boarding_views.c.bus_id.is_(None) if view.bus_id is None else boarding_views.c.bus_id == view.bus_id,
    )
    await tx.execute(delete(boarding_views).where(same))
    values = {
        "user_id": view.user_id,
        "event_id": view.event_id,
        "bus_id": view.bus_id,
        "way": view.way,
        "page": view.page,
    }
    where = _message(view.chat_id, view.message_id)
    counted = values | {"edits": boarding_views.c.edits + 1}
    done = await tx.execute(update(boarding_views).where(where).values(counted))
    if not done.rowcount:
        key = {"chat_id": view.chat_id, "message_id": view.message_id, "edits": 0}
        await tx.execute(insert(boarding_views).values(key | values))


async def unwatch(tx: Tx, chat_id: int, message_id: int) -> None:
    """Leave a message as it is from now on."""
    await tx.execute(delete(boarding_views).where(_message(chat_id, message_id)))


async def live_views(tx: Tx) -> list[LiveView]:
    """Return the messages that are kept up to date."""
    rows = await tx.execute(select(boarding_views).order_by(boarding_views.c.id))
    return [
        LiveView(
            row.chat_id,
            row.message_id,
            row.user_id,
            row.event_id,
            row.bus_id,
            Way(row.way),
            row.page,
            row.edits,
        )
        for row in rows
    ]


async def live_view(tx: Tx, chat_id: int, message_id: int) -> LiveView | None:
    """Return one of them."""
    return next(
        (one for one in await live_views(tx) if (one.chat_id, one.message_id) == (chat_id, message_id)), None
    )


async def remove_views(tx: Tx, chat_ids: Collection[int]) -> None:
    """Leave all messages of some chats as they are."""
    await tx.execute(delete(boarding_views).where(boarding_views.c.chat_id.in_(sorted(chat_ids))))


def _mark_of(event_id: int, person_id: int, way: Way) -> Any:
    return and_(
        boarding_marks.c.event_id == event_id,
        boarding_marks.c.person_id == person_id,
        boarding_marks.c.way == way,
    )


def _message(chat_id: int, message_id: int) -> Any:
    return and_(boarding_views.c.chat_id == chat_id, boarding_views.c.message_id == message_id)
