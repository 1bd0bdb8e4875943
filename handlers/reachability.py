"""People who block the bot, and who come back."""

from aiogram import Router
from aiogram.types import ChatMemberUpdated

from bot.people import actions
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.filters import Private
from db.engine import Database


def make_router() -> Router:
    """Handle the bot's own membership in private chats."""
    router = Router(name="reachability")
    router.my_chat_member.filter(Private())
    router.my_chat_member.register(on_membership)
    return router


async def on_membership(event: ChatMemberUpdated, visitor: Visitor, db: Database, clock: Clock) -> None:
    """Note whether the person can be written to (`kicked` means blocked: Bot API, ChatMemberBanned)."""
    if visitor.known:
        reachable = event.new_chat_member.status != "kicked"
        await actions.mark_reachable(db, clock, visitor, reachable=reachable)
