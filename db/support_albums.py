"""Albums nobody asked for: kept a while, so that all of one goes along if it is sent to the organizers."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ColumnElement, String, Table, Text, and_, delete, func, select

from bot.support.model import Content
from db.engine import Tx
from db.people import accounts
from db.support import content_of
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep

album_items = Table(
    "album_items",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("album", String(64), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("entities", Text, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("expires_at", UTCDateTime, nullable=False, index=True),
)


async def hold_author(tx: Tx, user_id: int) -> None:
    """Make other acts of an account wait for this transaction (SQLite has one writer anyhow).

    The messages of an album are updates of their own, which two processes may handle side by side.
    """
    await tx.execute(select(accounts.c.user_id).where(accounts.c.user_id == user_id).with_for_update())


async def keep_item(tx: Tx, content: Content, until: datetime) -> int:
    """Keep a message of an album and return the number of the album's first message."""
    values = {
        "chat_id": content.chat_id,
        "message_id": content.message_id,
        "album": content.album,
        "kind": content.kind,
        "text": content.text,
        "entities": content.entities,
        "file_id": content.file_id,
        "expires_at": until,
    }
    await tx.execute(insert_or_keep(tx, album_items, values))
    first = select(func.min(album_items.c.message_id)).where(_of(content))
    return int((await tx.execute(first)).scalar_one())


async def items_of(tx: Tx, content: Content) -> list[Content]:
    """Return the kept messages of the album a message belongs to, in their order."""
    rows = await tx.execute(select(album_items).where(_of(content)).order_by(album_items.c.message_id))
    return [content_of(row) for row in rows]


async def drop_items(tx: Tx, content: Content) -> None:
    """Forget the kept messages of an album: they belong to a question now."""
    await tx.execute(delete(album_items).where(_of(content)))


async def forget_items(tx: Tx, now: datetime) -> int:
    """Delete what nobody sent on in time and return how many messages there were."""
    return (await tx.execute(delete(album_items).where(album_items.c.expires_at <= now))).rowcount


def _of(content: Content) -> ColumnElement[bool]:
    return and_(album_items.c.chat_id == content.chat_id, album_items.c.album == content.album)
