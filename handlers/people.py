"""Help, language, streams and the duty phone."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.people import actions
from bot.people.model import Visitor
from bot.programme.current import current_stream
from bot.shared.clock import Clock
from bot.ui import people as screens
from bot.ui.answers import Tap, say, show
from bot.ui.filters import Admitted, Private
from bot.ui.menu import keyboard
from bot.ui.screens import Screen
from bot.ui.settings import settings_row
from bot.ui.texts import Texts, texts_in
from bot.ui.visiting import refresh_menu
from db.engine import Database
from handlers.home import show_home


def make_open_router() -> Router:
    """Handle what works for everybody, before consent too."""
    router = Router(name="people-open")
    router.message.filter(Private())
    router.message.register(on_help, Command("help"))
    router.message.register(on_language, Command("language"))
    router.callback_query.register(on_help, screens.HelpButton.filter())
    router.callback_query.register(on_language_chosen, screens.LanguageButton.filter())
    return router


def make_router() -> Router:
    """Handle what admitted people set for themselves."""
    router = Router(name="people")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Admitted())
    router.message.register(on_streams, Command("streams"))
    router.callback_query.register(on_streams, screens.StreamsButton.filter())
    router.callback_query.register(on_stream_chosen, screens.StreamButton.filter())
    return router


async def on_help(event: Tap, visitor: Visitor, texts: Texts) -> None:
    """List what this person may use; the settings are one tap away."""
    screen = screens.help_screen(texts, visitor)
    await show(event, Screen(screen.text, [*screen.rows, *(settings_row(texts) if visitor.admitted else [])]))


async def on_language(message: Message, texts: Texts) -> None:
    """Offer the languages."""
    await show(message, screens.language_screen(texts))


async def on_language_chosen(
    query: CallbackQuery,
    callback_data: screens.LanguageButton,
    bot: Bot,
    visitor: Visitor,
    db: Database,
    clock: Clock,
) -> None:
    """Speak the chosen language: texts, keyboard and menu; outsiders read the way in in it."""
    speaker = await actions.choose_language(db, clock, visitor, callback_data.locale)
    texts = texts_in(speaker.locale)
    if speaker.admitted:
        await say(query, texts("language-chosen"), keyboard(texts))
    else:
        await show(query, screens.outside_screen(texts, speaker))
    await refresh_menu(bot, db, speaker)


async def on_streams(event: Tap, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Offer the person's streams."""
    streams = await actions.streams(db, clock, visitor)
    current = current_stream(streams, clock.now().date(), visitor.chosen_stream_id)
    await show(event, screens.streams_screen(texts, streams, current))


async def on_stream_chosen(
    query: CallbackQuery,
    callback_data: screens.StreamButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show another of the person's streams from now on."""
    chosen = await actions.choose_stream(db, clock, visitor, callback_data.stream_id)
    await show_home(query, chosen, texts, db, clock)
