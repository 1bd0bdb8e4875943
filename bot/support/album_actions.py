"""Albums: the messenger delivers each picture as an update of its own, and they are one question or answer.

They are collected in the database: the send of the first message waits a little and takes along what
has come by then; what comes later is sent after it. So nothing is lost or doubled by a crash in between.
"""

from datetime import timedelta

from bot.people.actions import present_visitor
from bot.people.model import Visitor
from bot.people.rights import require_admission
from bot.shared.clock import Clock
from bot.support.model import Content, What
from db import support, support_albums, support_sends
from db.engine import Database, Tx

PAUSE = timedelta(seconds=1)
"""After a message of an album: the messenger delivers the next one within this time."""

KEPT = timedelta(hours=24)
"""How long «Отправить организаторам» below an album sends all of it; as long as updates are repeated."""


async def thread_of_album(db: Database, content: Content) -> int | None:
    """Return the question to which earlier messages of an album belong."""
    async with db.read() as tx:
        return await support.album_thread(tx, content.chat_id, content.album)


async def set_aside(db: Database, clock: Clock, visitor: Visitor, content: Content) -> bool:
    """Keep a message of an album nobody asked for; True for the first one, which is to be answered."""
    async with db.write() as tx:
        require_admission(await present_visitor(tx, clock, visitor))
        first = await support_albums.keep_item(tx, content, clock.now() + KEPT)
        return first == content.message_id


async def known_thread(tx: Tx, visitor: Visitor, content: Content) -> int | None:
    """Step: return the question an album belongs to already; its other messages wait for this transaction."""
    if not content.album:
        return None
    await support_albums.hold_author(tx, visitor.user_id)
    return await support.album_thread(tx, content.chat_id, content.album)


async def whole(tx: Tx, content: Content) -> list[Content]:
    """Step: take what was set aside of a message's album, the message itself included."""
    if not content.album:
        return [content]
    kept = await support_albums.items_of(tx, content)
    await support_albums.drop_items(tx, content)
    others = [one for one in kept if one.message_id != content.message_id]
    return sorted([content, *others], key=lambda one: one.message_id)


async def put_in(
    tx: Tx, clock: Clock, question_id: int, content: Content, author: int | None, from_staff: bool
) -> int:
    """Step: write a message into a thread and see that it is sent, an album's with those before it.

    Return the message's row.
    """
    row = await support.add_message(tx, question_id, content, author, from_staff, clock.now())
    due = clock.now() + (PAUSE if content.album else timedelta())
    if not (content.album and await support_sends.join_album(tx, row, content, due)):
        await support_sends.put_in_outbox(tx, row, What.MESSAGE, due)
    return row
