"""How handlers show a broadcast: the one message with its progress, and the letter as it will look."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.types import CallbackQuery

from bot.broadcasts import board_actions as boards
from bot.broadcasts import list_actions as lists
from bot.broadcasts.contents import Part
from bot.broadcasts.model import Broadcast, Card, State
from bot.broadcasts.progress import is_over
from bot.delivery.letters import send_first, send_text
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.ui.answers import alert, show
from bot.ui.broadcasts import board, draft
from bot.ui.notices.broadcasts import letter_of
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


async def show_anew(
    query: CallbackQuery,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    number: int,
    why: OutOfDate,
) -> None:
    """Say what has changed meanwhile, and show a broadcast as it is now."""
    await alert(query, texts.plain(why.key, **why.facts))
    await show_card(query, texts, db, await lists.card(db, clock, visitor, number))


async def send_as_it_will_look(
    bot: Bot, visitor: Visitor, texts: Texts, one: Broadcast, parts: Sequence[Part]
) -> None:
    """Send contents of a broadcast to the organizer alone, exactly as everybody will get them."""
    name = visitor.own_person.address_name if visitor.own_person else ""
    letter = letter_of(texts, one, parts, name)
    await send_first(bot, visitor.chat_id, letter, silent=False)
    if len(letter.media) > 1 and letter.rows:
        await send_text(bot, visitor.chat_id, letter, silent=False)
