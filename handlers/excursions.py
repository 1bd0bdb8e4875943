"""Excursions: the list, the card, the place to gather on the map."""

from aiogram import F, Router
from aiogram.filters import Command, or_f
from aiogram.types import CallbackQuery, Message

from bot.excursions import actions
from bot.people.model import Visitor
from bot.schedule.views import Unpublished
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.ui.answers import Tap, show, show_point
from bot.ui.excursions.buttons import ExcursionButton, ExcursionPointButton, ExcursionsButton
from bot.ui.excursions.screens import excursion_screen, excursions_screen
from bot.ui.filters import Admitted, Key, Private
from bot.ui.menu import key_labels
from bot.ui.schedule.buttons import OpenButton, Place
from bot.ui.schedule.unpublished import unpublished_screen
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle admitted people in private chats."""
    router = Router(name="excursions")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_excursions, or_f(Command("excursions"), Key(key_labels("excursions"))))
    router.callback_query.register(on_excursions, OpenButton.filter(F.place == Place.EXCURSIONS))
    router.callback_query.register(on_list, ExcursionsButton.filter())
    router.callback_query.register(on_excursion, ExcursionButton.filter())
    router.callback_query.register(on_point, ExcursionPointButton.filter())
    return router


async def on_excursions(
    event: Message | CallbackQuery, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Show the own excursions of the current stream."""
    await _show_list(event, ExcursionsButton(), visitor, texts, db, clock)


async def on_list(
    query: CallbackQuery,
    callback_data: ExcursionsButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of the excursions."""
    await _show_list(query, callback_data, visitor, texts, db, clock)


async def on_excursion(
    query: CallbackQuery,
    callback_data: ExcursionButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a page of an excursion's card."""
    view = await actions.excursion(db, clock, visitor, callback_data.event_id)
    await show(query, excursion_screen(texts, view, callback_data.page))


async def on_point(
    query: CallbackQuery,
    callback_data: ExcursionPointButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send the place to gather as a map point."""
    screen = excursion_screen(texts, await actions.excursion(db, clock, visitor, callback_data.event_id))
    if screen.point is None:
        raise OutOfDate("excursions-no-point")
    await show_point(query, screen)


async def _show_list(
    tap: Tap, wanted: ExcursionsButton, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    view = await actions.excursions(db, clock, visitor, wanted.everything)
    if isinstance(view, Unpublished):
        await show(tap, unpublished_screen(texts, view))
    else:
        await show(tap, excursions_screen(texts, view, wanted.page))
