"""The one message that shows a broadcast's progress: where it is, and what it is to show."""

from dataclasses import dataclass

from bot.broadcasts.card_actions import card_of
from bot.broadcasts.model import Card
from bot.broadcasts.reach_actions import organizes
from bot.shared.clock import Clock
from db import broadcast_reports as reports
from db import broadcasts, programme
from db.engine import Database, Tx


@dataclass(frozen=True, slots=True)
class Board:
    """A broadcast and the message that shows it; `locale` is its reader's language, None if unknown.

    `allowed` tells whether the reader organizes all its streams still.
    """

    card: Card
    chat_id: int
    message_id: int
    locale: str | None
    allowed: bool


async def boards(db: Database, clock: Clock) -> list[Board]:
    """Return what is shown somewhere and has not shown its end yet."""
    async with db.read() as tx:
        shown = await broadcasts.boards(tx)
        if not shown:
            return []
        streams = await programme.all_streams(tx)
        found = []
        for one, chat_id, message_id in shown:
            reader = await reports.locale_of(tx, chat_id)
            user_id, locale = (one.author_user, None) if reader is None else reader
            card = await card_of(tx, clock, user_id, one, streams)
            allowed = await organizes(tx, clock.now(), user_id, one.audience)
            found.append(Board(card, chat_id, message_id, locale, allowed))
        return found


async def show_at(db: Database, broadcast_id: int, chat_id: int, message_id: int) -> None:
    """Note the message that shows a broadcast from now on; it shows no other any more.

    Where its author is watching it, a look of somebody else's takes it nowhere.
    """
    async with db.write() as tx:
        await broadcasts.leave_board(tx, chat_id, message_id)
        if not await _watched_by_author(tx, broadcast_id, chat_id):
            await broadcasts.change(tx, broadcast_id, chat_id=chat_id, message_id=message_id)


async def _watched_by_author(tx: Tx, broadcast_id: int, chat_id: int) -> bool:
    """Tell whether a broadcast is shown to its author, in another chat."""
    one, shown = await broadcasts.broadcast(tx, broadcast_id), await broadcasts.board_of(tx, broadcast_id)
    author = None if one is None else await reports.chat_of(tx, one.author_user)
    return shown is not None and author is not None and shown[0] == author[0] != chat_id


async def still_shown(db: Database, chat_id: int, message_id: int) -> bool:
    """Tell whether a message shows a broadcast at this moment."""
    async with db.read() as tx:
        return await broadcasts.shows_board(tx, chat_id, message_id)


async def leave(db: Database, chat_id: int, message_id: int) -> None:
    """Note that a message shows something else now, or that what it shows will not change any more."""
    async with db.write() as tx:
        await broadcasts.leave_board(tx, chat_id, message_id)
