"""Table of requests to end a mentorship: either side asks, organizers decide."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, insert, select, text, update

from bot.mentoring.mentorships import EndAsked, Phase, Side
from db.engine import Tx
from db.mentorships import mentorships
from db.notices import batches
from db.types import UTCDateTime, metadata

_OPEN = text("decided_at IS NULL")

mentorship_requests = Table(
    "mentorship_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mentorship_id", ForeignKey("mentorships.id", ondelete="CASCADE"), nullable=False),
    Column("side", String(10), nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("words", Text, nullable=False),
    Column("asked_at", UTCDateTime, nullable=False),
    Column("decided_at", UTCDateTime),
    Column("decided_by", ForeignKey("people.id", ondelete="SET NULL")),
    Index(
        "uq_mentorship_requests_open",
        "mentorship_id",
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    ),
    Index("ix_mentorship_requests_mentorship_id", "mentorship_id"),
)
"""One of a mentorship waits at most."""

_open = mentorship_requests.c.decided_at.is_(None)


async def open_requests(tx: Tx, mentorship_ids: Collection[int]) -> dict[int, EndAsked]:
    """Return by mentorship the request that waits."""
    found: dict[int, EndAsked] = {}
    for part in batches(sorted(mentorship_ids)):
        chosen = select(mentorship_requests).where(_open, mentorship_requests.c.mentorship_id.in_(part))
        for row in await tx.execute(chosen):
            found[row.mentorship_id] = EndAsked(row.asked_at, Side(row.side), row.words)
    return found


async def waiting_in(tx: Tx, stream_ids: Collection[int]) -> dict[int, list[int]]:
    """Return by stream the mentorships somebody asks to end, the longest waiting first; one statement."""
    chosen = (
        select(mentorships.c.stream_id, mentorships.c.id)
        .join(mentorship_requests, mentorship_requests.c.mentorship_id == mentorships.c.id)
        .where(_open, mentorships.c.stream_id.in_(sorted(stream_ids)), mentorships.c.state == Phase.ACCEPTED)
        .order_by(mentorship_requests.c.asked_at)
    )
    found: dict[int, list[int]] = {}
    for stream_id, mentorship_id in await tx.execute(chosen):
        found.setdefault(stream_id, []).append(mentorship_id)
    return found


async def add_request(
    tx: Tx, mentorship_id: int, side: Side, person_id: int, words: str, now: datetime
) -> None:
    """Write a request that waits; what waited before it is answered by it."""
    await settle_request(tx, mentorship_id, None, now)
    values = {"mentorship_id": mentorship_id, "side": side, "person_id": person_id, "words": words}
    await tx.execute(insert(mentorship_requests).values(**values, asked_at=now))


async def settle_request(tx: Tx, mentorship_id: int, by: int | None, now: datetime) -> None:
    """Write that a request waits no more."""
    waiting = update(mentorship_requests).where(_open, mentorship_requests.c.mentorship_id == mentorship_id)
    await tx.execute(waiting.values(decided_at=now, decided_by=by))
