"""Table of what a mentor and a team write to each other through the bot."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    select,
    update,
)

from bot.mentoring.correspondence import LETTER, Kind, Letter, Written, letter_number, subject
from bot.notices.model import State
from db.engine import Tx
from db.notices import batches, notices
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep

mentorship_letters = Table(
    "mentorship_letters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mentorship_id", ForeignKey("mentorships.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("from_mentor", Boolean, nullable=False),
    Column("author_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("to_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("kind", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("entities", Text, nullable=False, default=""),
    Column("file_id", Text, nullable=False, default=""),
    Column("album", String(64), nullable=False, default=""),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("written_at", UTCDateTime, nullable=False),
    UniqueConstraint("chat_id", "message_id"),
)
"""`chat_id` and `message_id` are the author's own message, so that one that is told again is one letter.
`to_id` is who of the team it answers, None for the whole other side.
"""

_letters = mentorship_letters.c


async def letter(tx: Tx, letter_id: int) -> Letter | None:
    """Return a letter."""
    return (await letters_by_id(tx, [letter_id])).get(letter_id)


async def letters_by_id(tx: Tx, letter_ids: Collection[int]) -> dict[int, Letter]:
    """Return letters; unknown ones are missing."""
    found: dict[int, Letter] = {}
    for part in batches(sorted(letter_ids)):
        for row in await tx.execute(select(mentorship_letters).where(_letters.id.in_(part))):
            found[row.id] = _letter(row)
    return found


async def add_letter(
    tx: Tx,
    mentorship_id: int,
    from_mentor: bool,
    author_id: int,
    to_id: int | None,
    written: Written,
    now: datetime,
) -> int | None:
    """Write a letter and return its number; None for a message that is a letter already."""
    values = {
        "mentorship_id": mentorship_id,
        "from_mentor": from_mentor,
        "author_id": author_id,
        "to_id": to_id,
        "kind": written.kind,
        "text": written.text,
        "entities": written.entities,
        "file_id": written.file_id,
        "album": written.album,
        "chat_id": written.chat_id,
        "message_id": written.message_id,
        "written_at": now,
    }
    added = await tx.execute(insert_or_keep(tx, mentorship_letters, values))
    if not added.rowcount:
        return None
    found = await written_at(tx, written.chat_id, written.message_id)
    return None if found is None else found.id


async def written_at(tx: Tx, chat_id: int, message_id: int) -> Letter | None:
    """Return the letter that somebody's own message is."""
    here = and_(_letters.chat_id == chat_id, _letters.message_id == message_id)
    row = (await tx.execute(select(mentorship_letters).where(here))).one_or_none()
    return None if row is None else _letter(row)


async def of_album(tx: Tx, chat_id: int, album: str) -> Letter | None:
    """Return the first letter of an album that somebody sends."""
    here = and_(_letters.chat_id == chat_id, _letters.album == album)
    row = (await tx.execute(select(mentorship_letters).where(here).order_by(_letters.id).limit(1))).first()
    return None if row is None else _letter(row)


async def shown_at(tx: Tx, chat_id: int, message_id: int) -> Letter | None:
    """Return the letter that a message of the bot brought."""
    here = and_(
        notices.c.kind == LETTER.name,
        notices.c.sent_chat_id == chat_id,
        notices.c.message_ids == str(message_id),
    )
    about = await tx.scalar(select(notices.c.subject).where(here).limit(1))
    return None if about is None else await letter(tx, letter_number(about))


async def rewrite(tx: Tx, letter_id: int, written: Written) -> None:
    """Write the new words of a letter."""
    words = {"text": written.text, "entities": written.entities}
    await tx.execute(update(mentorship_letters).where(_letters.id == letter_id).values(words))


async def drop_unsent(tx: Tx, stream_id: int, letter_id: int, now: datetime) -> None:
    """Take what is not sent yet of a letter out of the plan."""
    waiting = and_(
        notices.c.stream_id == stream_id,
        notices.c.subject == subject(letter_id),
        notices.c.kind == LETTER.name,
        notices.c.state == State.QUEUED,
    )
    gone = {"state": State.CANCELLED, "reason": "not-needed", "settled_at": now}
    await tx.execute(update(notices).where(waiting).values(gone))


def _letter(row: Any) -> Letter:
    written = Written(
        Kind(row.kind), row.text, row.file_id, row.chat_id, row.message_id, row.entities, row.album
    )
    return Letter(row.id, row.mentorship_id, row.from_mentor, row.author_id, row.to_id, written)
