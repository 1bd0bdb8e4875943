"""Group chats: tying them to streams, following them, and the programme for everybody in them."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.delivery.questions import Courier
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.support import group_actions as actions
from bot.support.model import Purpose
from bot.ui.answers import alert, show
from bot.ui.groups import BindButton, bind_screen, bound_screen
from bot.ui.texts import Texts, texts_in
from db.engine import Database

GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}
PRESENT = {"member", "administrator"}
"""Ranks in which the bot may write (Bot API, ChatMember)."""


def make_router() -> Router:
    """Handle group chats; only organizers may tie one, anybody in it may read the programme."""
    router = Router(name="groups")
    router.message.register(on_bind, F.chat.type.in_(GROUPS), Command("bind"))
    router.message.register(on_bind_alone, F.chat.type == ChatType.PRIVATE, Command("bind"))
    router.message.register(on_migration, F.migrate_to_chat_id)
    router.my_chat_member.register(on_membership, F.chat.type.in_(GROUPS))
    router.callback_query.register(on_bound, BindButton.filter(), F.message.chat.type.in_(GROUPS))
    return router


def make_last_router() -> Router:
    """Answer, before the fallback, buttons that no longer mean anything in a group."""
    router = Router(name="groups-last")
    router.callback_query.register(on_stale, F.message.chat.type.in_(GROUPS))
    return router


async def on_bind(
    message: Message, visitor: Visitor, db: Database, clock: Clock, default_locale: str
) -> None:
    """Ask an organizer which stream the chat belongs to and what it is for."""
    streams = await actions.bindable(db, clock, visitor)
    await show(message, bind_screen(texts_in(default_locale), streams))


async def on_bind_alone(message: Message, texts: Texts) -> None:
    """Say where the command belongs."""
    await message.answer(texts("groups-private-only"))


async def on_bound(
    query: CallbackQuery,
    callback_data: BindButton,
    bot: Bot,
    visitor: Visitor,
    db: Database,
    clock: Clock,
    courier: Courier,
    default_locale: str,
) -> None:
    """Tie the chat, and send what has waited for it."""
    if query.message is None:
        return
    chat, purpose = query.message.chat, Purpose(callback_data.purpose)
    stream = await actions.bind(
        db, clock, visitor, callback_data.stream_id, purpose, chat.id, chat.title or ""
    )
    await show(query, bound_screen(texts_in(default_locale), stream, purpose))
    await courier.hurry(bot)


async def on_membership(event: ChatMemberUpdated, db: Database, default_locale: str) -> None:
    """Note whether the bot is in the chat; newly added, say how it becomes useful."""
    was, now = event.old_chat_member.status in PRESENT, event.new_chat_member.status in PRESENT
    if was == now:
        return
    await actions.mark_presence(db, event.chat.id, now)
    if now:
        await event.answer(texts_in(default_locale)("groups-welcome"))


async def on_migration(message: Message, db: Database) -> None:
    """Follow a group that became a supergroup."""
    if message.migrate_to_chat_id is not None:
        await actions.follow(db, message.chat.id, message.migrate_to_chat_id)


async def on_stale(query: CallbackQuery, texts: Texts) -> None:
    """Say that a button is out of date; nothing personal is shown in a group."""
    await alert(query, texts.plain("stale-menu"))
