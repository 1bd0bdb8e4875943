"""/settings: what people set for themselves about notices."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery

from bot.notices.planning import Planning
from bot.people import settings_actions as actions
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import Tap, show
from bot.ui.filters import Admitted, Private
from bot.ui.settings import MuteButton, SettingsButton, settings_screen
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle everybody who is admitted."""
    router = Router(name="settings")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Admitted())
    router.message.register(on_settings, Command("settings"))
    router.callback_query.register(on_settings, SettingsButton.filter())
    router.callback_query.register(on_mute, MuteButton.filter())
    return router


async def on_settings(
    event: Tap, visitor: Visitor, texts: Texts, db: Database, clock: Clock, planning: Planning
) -> None:
    """Show what holds."""
    await show(event, settings_screen(texts, await actions.settings(db, clock, planning, visitor)))


async def on_mute(
    query: CallbackQuery,
    callback_data: MuteButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Switch a group of kinds off or on and show what holds then."""
    group, muted = callback_data.group, callback_data.muted
    settings = await actions.mute(db, clock, planning, visitor, group, muted)
    await show(query, settings_screen(texts, settings))
