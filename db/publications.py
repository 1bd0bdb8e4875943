"""Publications: who changed what people see of a stream, from which edition to which."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, insert, select, update

from bot.notices.model import State
from bot.people.model import joined_name
from bot.publishing.model import Author, Counts, Publication, Trace, What
from db.engine import Tx
from db.notices import notices
from db.people import people
from db.programme import editions, streams
from db.schedule import event_versions, events
from db.types import UTCDateTime, metadata

publications = Table(
    "publications",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stream_id", ForeignKey("streams.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("edition_id", ForeignKey("editions.id")),
    Column("previous_id", ForeignKey("editions.id")),
    Column("draft_before_id", ForeignKey("editions.id")),
    Column("draft_after_id", ForeignKey("editions.id")),
    Column("what", String(10), nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("user_id", BigInteger, nullable=False, default=0),
    Column("at", UTCDateTime, nullable=False),
    Column("undone_at", UTCDateTime),
    Column("told", Integer, nullable=False, default=0),
    Column("absent", Integer, nullable=False, default=0),
    Column("blocked", Integer, nullable=False, default=0),
)

_PUBLICATIONS = select(
    publications, people.c.surname, people.c.name.label("first_name"), people.c.patronymic
).outerjoin(people, people.c.id == publications.c.person_id)

_TOLD = frozenset({State.SENT, State.CLAIMED, State.LAPSED})
"""What has lapsed concerned events that are over: it is not told again either."""


async def add_publication(tx: Tx, publication: Publication, author: Author) -> Publication:
    """Write a publication; return it with its id and its author's name."""
    values = {
        "stream_id": publication.stream_id,
        "edition_id": publication.edition_id,
        "previous_id": publication.previous_id,
        "draft_before_id": publication.draft_before_id,
        "draft_after_id": publication.draft_after_id,
        "what": publication.what,
        "person_id": author.person_id,
        "user_id": author.user_id,
        "at": publication.at,
        "told": publication.counts.told,
        "absent": publication.counts.absent,
        "blocked": publication.counts.blocked,
    }
    made = await tx.execute(insert(publications).values(values).returning(publications.c.id))
    written = _PUBLICATIONS.where(publications.c.id == made.scalar_one())
    return _publication((await tx.execute(written)).one())


async def find_publication(tx: Tx, publication_id: int) -> Publication | None:
    """Return a publication by its id."""
    chosen = _PUBLICATIONS.where(publications.c.id == publication_id)
    row = (await tx.execute(chosen)).one_or_none()
    return None if row is None else _publication(row)


async def latest_publication(tx: Tx, stream_id: int) -> Publication | None:
    """Return a stream's last publication, undoing included; None where there was none."""
    chosen = _PUBLICATIONS.where(publications.c.stream_id == stream_id)
    row = (await tx.execute(chosen.order_by(publications.c.id.desc()).limit(1))).one_or_none()
    return None if row is None else _publication(row)


async def mark_undone(tx: Tx, publication_id: int, now: datetime) -> None:
    """Write when a publication was taken back."""
    own = publications.c.id == publication_id
    await tx.execute(update(publications).where(own).values(undone_at=now))


async def point_stream(
    tx: Tx, stream_id: int, published_id: int | None, draft_id: int | None, now: datetime
) -> None:
    """Make an edition what people see, and another (or none) the draft.

    An edition keeps the moment when it was published first.
    """
    values = {"published_id": published_id, "draft_id": draft_id}
    await tx.execute(update(streams).where(streams.c.id == stream_id).values(**values))
    if published_id is not None:
        new = update(editions).where(editions.c.id == published_id, editions.c.published_at.is_(None))
        await tx.execute(new.values(published_at=now))


async def raise_sequences(tx: Tx, changed: Collection[int], added: Collection[int]) -> None:
    """Raise the sequence of events whose published content changed, and of those that are back.

    `added` were not published just before; only those that some edition once published are raised: a
    calendar has seen them already. It is asked before the new edition is published.
    """
    seen = (
        select(event_versions.c.event_id)
        .join(editions, editions.c.id == event_versions.c.edition_id)
        .where(editions.c.published_at.is_not(None))
    )
    raised = update(events).values(sequence=events.c.sequence + 1)
    for part in _batches(changed):
        await tx.execute(raised.where(events.c.id.in_(part)))
    for part in _batches(added):
        back = seen.where(event_versions.c.event_id.in_(part))
        await tx.execute(raised.where(events.c.id.in_(part), events.c.id.in_(back)))


async def read_traces(
    tx: Tx, stream_id: int, subject: str, people_ids: Collection[int] | None = None, lock: bool = False
) -> Mapping[int, list[Trace]]:
    """Read what everybody of a stream was or will be told of a subject, in the order of the publications.

    With `lock` nothing of it is claimed for sending until the action ends (claims skip locked rows).
    """
    changes = (notices.c.stream_id == stream_id, notices.c.subject == subject)
    chosen = (
        select(notices.c.person_id, notices.c.state, notices.c.params)
        .where(*changes, notices.c.state != State.CANCELLED)
        .order_by(notices.c.id)
    )
    if lock:
        chosen = chosen.with_for_update()
    traces: dict[int, list[Trace]] = {}
    for person_id, state, params in await tx.execute(chosen):
        if people_ids is None or person_id in people_ids:
            facts = json.loads(params)
            trace = Trace(facts["publication"], facts["since"], State(state) in _TOLD)
            traces.setdefault(person_id, []).append(trace)
    for trail in traces.values():
        trail.sort(key=lambda trace: trace.publication_id)
    return traces


def _publication(row: Any) -> Publication:
    name = joined_name(row.surname, row.first_name, row.patronymic)
    return Publication(
        id=row.id,
        stream_id=row.stream_id,
        edition_id=row.edition_id,
        previous_id=row.previous_id,
        what=What(row.what),
        at=row.at,
        undone_at=row.undone_at,
        draft_before_id=row.draft_before_id,
        draft_after_id=row.draft_after_id,
        counts=Counts(row.told, row.absent, row.blocked),
        author=name,
    )


def _batches(ids: Collection[int]) -> list[list[int]]:
    every = sorted(ids)
    return [every[start : start + 500] for start in range(0, len(every), 500)]
