"""What is still to be sent about questions: the outbox, its claims, and what became of each send."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    and_,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from bot.support.model import Content, What
from db.engine import Tx
from db.people import accounts
from db.support import content_of, question_messages, question_posts, questions
from db.support_recipients import READER
from db.types import UTCDateTime, metadata

question_sends = Table(
    "question_sends",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("message_id", ForeignKey("question_messages.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("what", String(10), nullable=False),
    Column("state", String(10), nullable=False, default="waiting"),
    Column("due_at", UTCDateTime, nullable=False, index=True),
    Column("claimed_until", UTCDateTime),
    Column("attempts", Integer, nullable=False, default=0),
    Column("verdict", Text, nullable=False, default=""),
)

WAITING, SENT, FAILED, HELD = "waiting", "sent", "failed", "held"
"""`HELD` is an answer whose person cannot be written to at present."""

BATCH = 50
"""Sends claimed at once."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A send that is this process's for a while."""

    id: int
    message_row: int
    what: What
    question_id: int
    from_staff: bool
    author_id: int | None
    attempts: int
    opening: bool
    contents: Sequence[Content]


async def put_in_outbox(tx: Tx, message_row: int, what: What, now: datetime) -> None:
    """Write that something is to be sent about a message."""
    values = {"message_id": message_row, "what": what, "state": WAITING, "due_at": now}
    await tx.execute(insert(question_sends).values(**values, attempts=0, verdict=""))


async def join_album(tx: Tx, message_row: int, content: Content, now: datetime) -> bool:
    """Let the send of an album's earlier messages take another one along, and wait for more until `now`.

    False where there is no such send, or where it may be under way already: its messages stay as they are.
    """
    own = question_messages.c
    earlier = and_(own.chat_id == content.chat_id, own.album == content.album, own.id < message_row)
    newest: int | None = await tx.scalar(
        select(func.max(question_sends.c.id))
        .join(question_messages, own.id == question_sends.c.message_id)
        .where(earlier, question_sends.c.what == What.MESSAGE)
    )
    untouched = and_(
        question_sends.c.id == newest,
        question_sends.c.state == WAITING,
        question_sends.c.claimed_until.is_(None),
        question_sends.c.attempts == 0,
    )
    return bool((await tx.execute(update(question_sends).where(untouched).values(due_at=now))).rowcount)


async def claim_due(tx: Tx, now: datetime, until: datetime) -> list[Claimed]:
    """Take what is due and in nobody's hands, in the order it was written.

    Row by row and under the same condition again, so that of two processes only one takes each.
    """
    free = or_(question_sends.c.claimed_until.is_(None), question_sends.c.claimed_until <= now)
    due = and_(question_sends.c.state == WAITING, question_sends.c.due_at <= now, free)
    found = await tx.execute(
        select(question_sends.c.id).where(due).order_by(question_sends.c.id).limit(BATCH)
    )
    mine = []
    for send_id in found.scalars().all():
        taken = update(question_sends).where(question_sends.c.id == send_id, due)
        if (await tx.execute(taken.values(claimed_until=until))).rowcount:
            mine.append(send_id)
    return await _claimed(tx, mine)


async def settle(tx: Tx, send_id: int, state: str, verdict: str = "") -> None:
    """Write what became of a send."""
    own = question_sends.c.id == send_id
    await tx.execute(
        update(question_sends).where(own).values(state=state, verdict=verdict, claimed_until=None)
    )


async def put_off(tx: Tx, send_id: int, until: datetime, verdict: str) -> None:
    """Try a send again later."""
    later = update(question_sends).where(question_sends.c.id == send_id)
    attempts = question_sends.c.attempts + 1
    await tx.execute(later.values(due_at=until, claimed_until=None, attempts=attempts, verdict=verdict))


async def release_held(tx: Tx, now: datetime) -> None:
    """Make answers due whose person can be written to again."""
    asked = question_messages.join(questions, questions.c.id == question_messages.c.question_id)
    back = (
        select(question_messages.c.id)
        .select_from(asked.join(accounts, accounts.c.user_id == READER))
        .where(question_messages.c.id == question_sends.c.message_id, accounts.c.reachable.is_(True))
    )
    held = and_(question_sends.c.state == HELD, back.exists())
    await tx.execute(update(question_sends).where(held).values(state=WAITING, due_at=now))


async def hurry(tx: Tx, now: datetime) -> None:
    """Make everything that waits due now: a chat to send it to has just appeared."""
    waiting = and_(question_sends.c.state == WAITING, question_sends.c.due_at > now)
    await tx.execute(update(question_sends).where(waiting).values(due_at=now))


async def add_posts(tx: Tx, send_id: int, question_id: int, posts: Iterable[tuple[int, int]]) -> None:
    """Keep which messages of which chats now show something of a thread."""
    for chat_id, message_id in posts:
        values = {"chat_id": chat_id, "message_id": message_id}
        await tx.execute(insert(question_posts).values(**values, question_id=question_id, send_id=send_id))


async def posted(tx: Tx, send_id: int) -> dict[int, int]:
    """Return chat → how many messages of a send stand there already."""
    own = select(question_posts.c.chat_id, func.count()).where(question_posts.c.send_id == send_id)
    return {row[0]: row[1] for row in await tx.execute(own.group_by(question_posts.c.chat_id))}


async def _claimed(tx: Tx, send_ids: list[int]) -> list[Claimed]:
    own, first = question_messages.c, question_messages.alias("first")
    opening = ~select(first.c.id).where(first.c.question_id == own.question_id, first.c.id < own.id).exists()
    rows = await tx.execute(
        select(
            question_sends.c.id.label("send_id"),
            question_sends.c.what,
            question_sends.c.attempts,
            opening.label("opening"),
            *own,
        )
        .join(question_messages, own.id == question_sends.c.message_id)
        .where(question_sends.c.id.in_(send_ids))
        .order_by(question_sends.c.id)
    )
    found = rows.all()
    contents = {row.send_id: await _contents(tx, row) for row in found}
    return [
        Claimed(
            id=row.send_id,
            message_row=row.id,
            what=What(row.what),
            question_id=row.question_id,
            from_staff=row.from_staff,
            author_id=row.author_id,
            attempts=row.attempts,
            opening=bool(row.opening),
            contents=contents[row.send_id],
        )
        for row in found
    ]


async def _contents(tx: Tx, row: Any) -> Sequence[Content]:
    """Return what a send carries: its message, or an album's messages up to those of a later send."""
    if not row.album or row.what != What.MESSAGE:
        return [content_of(row)]
    own = question_messages.c
    same = and_(own.chat_id == row.chat_id, own.album == row.album)
    later = (
        select(func.min(own.id))
        .join(question_sends, question_sends.c.message_id == own.id)
        .where(same, own.id > row.id, question_sends.c.what == What.MESSAGE)
    )
    end: int | None = await tx.scalar(later)
    mine = and_(same, own.id >= row.id, true() if end is None else own.id < end)
    found = await tx.execute(select(question_messages).where(mine).order_by(own.message_id))
    return [content_of(one) for one in found]
