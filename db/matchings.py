"""Tables of drafts of the match: the pairs that organizers look at, and what became of each draft."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from bot.mentoring.drafts import Draft, DraftPair, DraftState, fit_read, fit_written, notes_read
from db.engine import Tx
from db.mentoring import mentors
from db.people import people, person_of
from db.projects import teams
from db.types import UTCDateTime, metadata

_DRAFT = text("state = 'draft'")

matchings = Table(
    "matchings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("state", String(10), nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
    Column("made_by", ForeignKey("people.id", ondelete="SET NULL")),
    Column("weight", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("notes", Text, nullable=False),
    Column("previous_id", ForeignKey("matchings.id", ondelete="SET NULL")),
    Column("published_at", UTCDateTime),
    Column("published_by", ForeignKey("people.id", ondelete="SET NULL")),
    Index("uq_matchings_draft", "stream_id", unique=True, sqlite_where=_DRAFT, postgresql_where=_DRAFT),
)
"""A stream has one draft at most. `digest` is a print of the facts it was made from: where they are others
now, it is made again before it is published. `notes` are what is said of shortage and of better pairs.
`previous_id` is the draft in whose place it came.
"""

matching_pairs = Table(
    "matching_pairs",
    metadata,
    Column("matching_id", ForeignKey("matchings.id", ondelete="CASCADE"), primary_key=True),
    Column("team_id", ForeignKey("teams.id"), primary_key=True),
    Column("mentor_id", ForeignKey("mentors.id"), index=True),
    Column("score", Integer, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("pinned", Boolean, nullable=False),
    Column("kept", Boolean, nullable=False),
)
"""`mentor_id` is None for a team that is left without one; `kept` pairs were proposed or accepted before."""

_publisher = people.alias("publisher")
_DRAFTS = select(
    matchings, func.trim(_publisher.c.surname + " " + _publisher.c.name).label("publisher")
).outerjoin(_publisher, _publisher.c.id == matchings.c.published_by)
_PAIRS = (
    select(matching_pairs, teams.c.code.label("team"), people.c.code.label("mentor"))
    .join(teams, teams.c.id == matching_pairs.c.team_id)
    .outerjoin(mentors, mentors.c.id == matching_pairs.c.mentor_id)
    .outerjoin(people, people.c.id == mentors.c.person_id)
    .order_by(teams.c.code)
)


async def present_draft(tx: Tx, stream_id: int) -> Draft | None:
    """Return the draft of a stream that nobody has published yet."""
    own = _DRAFTS.where(matchings.c.stream_id == stream_id, matchings.c.state == DraftState.DRAFT)
    row = (await tx.execute(own)).one_or_none()
    return None if row is None else await _draft(tx, row)


async def streams_with_drafts(tx: Tx, stream_ids: Collection[int]) -> list[int]:
    """Return which of some streams have a draft that nobody has published."""
    own = (matchings.c.stream_id.in_(stream_ids), matchings.c.state == DraftState.DRAFT)
    chosen = select(matchings.c.stream_id).where(*own).order_by(matchings.c.stream_id)
    return list((await tx.execute(chosen)).scalars())


async def draft(tx: Tx, matching_id: int) -> Draft | None:
    """Return a draft, whatever became of it."""
    row = (await tx.execute(_DRAFTS.where(matchings.c.id == matching_id))).one_or_none()
    return None if row is None else await _draft(tx, row)


async def stream_of_draft(tx: Tx, matching_id: int) -> int | None:
    """Return to which stream a draft belongs."""
    return await tx.scalar(select(matchings.c.stream_id).where(matchings.c.id == matching_id))


async def add_draft(
    tx: Tx,
    one: Mapping[str, Any],
    pairs: Sequence[DraftPair],
    team_ids: Mapping[str, int],
    mentor_ids: Mapping[str, int],
) -> int:
    """Write a draft in place of the present one, whose pairs are forgotten, and return its id."""
    own = (matchings.c.stream_id == one["stream_id"], matchings.c.state == DraftState.DRAFT)
    old = select(matchings.c.id).where(*own)
    await tx.execute(delete(matching_pairs).where(matching_pairs.c.matching_id.in_(old)))
    await tx.execute(update(matchings).where(*own).values(state=DraftState.REPLACED))
    values = {"state": DraftState.DRAFT, **one}
    number = int(await tx.scalar(insert(matchings).values(values).returning(matchings.c.id)) or 0)
    rows = [
        {
            "matching_id": number,
            "team_id": team_ids[pair.team],
            "mentor_id": None if pair.mentor is None else mentor_ids[pair.mentor],
            "score": pair.fit.points,
            "reasons": "" if pair.mentor is None else fit_written(pair.fit),
            "pinned": pair.pinned,
            "kept": pair.kept,
        }
        for pair in pairs
    ]
    for start in range(0, len(rows), 250):
        await tx.execute(insert(matching_pairs), rows[start : start + 250])
    return number


async def mark_published(tx: Tx, matching_id: int, by: int | None, now: datetime) -> None:
    """Write that a draft was published."""
    values = {"state": DraftState.PUBLISHED, "published_by": by, "published_at": now}
    await tx.execute(update(matchings).where(matchings.c.id == matching_id).values(values))


async def _draft(tx: Tx, row: Any) -> Draft:
    shortage, warnings, before = notes_read(row.notes)
    pairs = await tx.execute(_PAIRS.where(matching_pairs.c.matching_id == row.id))
    return Draft(
        id=row.id,
        stream_id=row.stream_id,
        state=DraftState(row.state),
        made_at=row.made_at,
        digest=row.digest,
        weight=row.weight,
        pairs=tuple(
            DraftPair(one.team, one.mentor, fit_read(one.reasons), one.pinned, one.kept) for one in pairs
        ),
        shortage=shortage,
        warnings=warnings,
        before=before,
        published_at=row.published_at,
        by=row.publisher or "",
    )


async def mentor_name(tx: Tx, code: str) -> str:
    """Return the full name of the mentor whom a draft knows by a code."""
    row = (await tx.execute(select(people).where(people.c.code == code))).one_or_none()
    return "" if row is None else person_of(row).full_name
