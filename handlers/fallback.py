"""The last to be asked: nothing typed or tapped stays without an answer."""

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message

from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.support import album_actions
from bot.ui.answers import alert, show
from bot.ui.filters import Fits, Private
from bot.ui.people import outside_screen
from bot.ui.screens import Screen, button
from bot.ui.support_buttons import SendButton
from bot.ui.texts import Texts
from db.engine import Database
from handlers.home import show_home
from handlers.support_typing import content_of

SERVICE = frozenset(
    {
        ContentType.PINNED_MESSAGE,
        ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED,
        ContentType.CHAT_BACKGROUND_SET,
        ContentType.WRITE_ACCESS_ALLOWED,
    }
)
"""Messages the messenger makes itself in a private chat: nobody waits for an answer to them."""


def make_router() -> Router:
    """Handle what no other router took."""
    router = Router(name="fallback")
    router.message.filter(Private(), Fits(~F.content_type.in_(SERVICE)))
    router.message.register(on_message)
    router.callback_query.register(on_button)
    return router


async def on_message(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Say what would be understood, offer it to the organizers; outsiders learn how to come in."""
    if not visitor.admitted:
        await show(message, outside_screen(texts, visitor))
        return
    content = content_of(message) if message.media_group_id else None
    if content is not None and not await album_actions.set_aside(db, clock, visitor, content):
        return
    send = button(texts.plain("understanding-send"), SendButton())
    unread = texts("not-understood" if message.text else "not-understood-plain")
    await message.reply(unread, reply_markup=Screen(unread, [[send]]).markup)
    await show_home(message, visitor, texts, db, clock)


async def on_button(query: CallbackQuery, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Answer a button of an older version, or one that is no longer this person's."""
    if not visitor.admitted:
        await show(query, outside_screen(texts, visitor))
        return
    await alert(query, texts.plain("stale-menu"))
    await show_home(query, visitor, texts, db, clock)
