"""The one message that shows a broadcast, as handlers leave it and come back to it."""

from aiogram.types import CallbackQuery

from bot.broadcasts import board_actions as boards
from bot.broadcasts.model import Card, State
from bot.broadcasts.progress import is_over
from bot.ui.answers import show
from bot.ui.broadcasts import board, draft
from bot.ui.screens import Screen
from bot.ui.texts import Texts
from db.engine import Database


async def leave(query: CallbackQuery, db: Database) -> None:
    """Renew the message no more: it shows something else now."""
    if query.message is not None:
        await boards.leave(db, query.message.chat.id, query.message.message_id)


async def show_card(query: CallbackQuery, texts: Texts, db: Database, card: Card) -> None:
    """Show a broadcast as it stands; the message shown is renewed until nothing changes any more."""
    one = card.broadcast
    screen: Screen = (
        draft.draft_screen(texts, card) if one.state is State.DRAFT else board.board_screen(texts, card)
    )
    await show(query, screen)
    if one.state is not State.DRAFT and is_over(card):
        await leave(query, db)
    elif query.message is not None:
        await boards.show_at(db, one.id, query.message.chat.id, query.message.message_id)
