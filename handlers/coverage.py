"""/coverage: who has not entered yet."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.people import coverage as actions
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui import coverage as screens
from bot.ui.answers import show
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle organizers; the action refuses everybody else."""
    router = Router(name="coverage")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Admitted())
    router.message.register(on_coverage, Command("coverage"))
    router.callback_query.register(on_page, screens.CoverageButton.filter())
    return router


async def on_coverage(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show the stream at once where there is one, otherwise ask which."""
    streams = await actions.organized_streams(db, clock, visitor)
    if len(streams) != 1:
        await show(message, screens.choose_screen(texts, streams))
        return
    view = await actions.coverage(db, clock, visitor, streams[0].id)
    await show(message, screens.coverage_screen(texts, view, 0))


async def on_page(
    query: CallbackQuery,
    callback_data: screens.CoverageButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Turn a page, or show the chosen stream."""
    view = await actions.coverage(db, clock, visitor, callback_data.stream_id)
    await show(query, screens.coverage_screen(texts, view, callback_data.page))
