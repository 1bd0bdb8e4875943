"""The defence: a team's slot and checklist, and the jury's order for organizers."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.projects import defence_actions as actions
from bot.projects import paper_actions
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.filters import Admitted, Private
from bot.ui.projects import buttons
from bot.ui.projects import defence as screens
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle admitted people; rights are asked in the actions."""
    router = Router(name="project-defence")
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_defence, buttons.DefenceButton.filter())
    router.callback_query.register(on_ready, buttons.ReadyButton.filter())
    router.callback_query.register(on_events, buttons.DefencesButton.filter(F.event_id == 0))
    router.callback_query.register(on_order, buttons.DefencesButton.filter())
    router.callback_query.register(on_slot, buttons.SlotButton.filter(F.place == 0))
    router.callback_query.register(on_move, buttons.SlotButton.filter())
    return router


async def on_defence(
    query: CallbackQuery,
    callback_data: buttons.DefenceButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a project's defence."""
    view = await actions.defence(db, clock, visitor, callback_data.project_id)
    await show(query, screens.defence_screen(texts, view))


async def on_ready(
    query: CallbackQuery,
    callback_data: buttons.ReadyButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Mark a point of the checklist, or take the mark off."""
    project_id, paper = callback_data.project_id, callback_data.paper
    await paper_actions.mark(db, clock, visitor, project_id, paper, callback_data.ready)
    view = await actions.defence(db, clock, visitor, project_id)
    await show(query, screens.defence_screen(texts, view))


async def on_events(query: CallbackQuery, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Ask which defence is meant; where there is one alone, show it."""
    found = await actions.events(db, clock, visitor)
    if len(found) == 1:
        order = await actions.order(db, clock, visitor, found[0][0].id)
        await show(query, screens.order_screen(texts, order))
        return
    await show(query, screens.events_screen(texts, found))


async def on_order(
    query: CallbackQuery,
    callback_data: buttons.DefencesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show the jury's order."""
    order = await actions.order(db, clock, visitor, callback_data.event_id)
    await show(query, screens.order_screen(texts, order, callback_data.page))


async def on_slot(
    query: CallbackQuery,
    callback_data: buttons.SlotButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Ask at which place a project is to speak."""
    slot, order = await actions.order_with(db, clock, visitor, callback_data.project_id)
    await show(query, screens.place_screen(texts, slot, order))


async def on_move(
    query: CallbackQuery,
    callback_data: buttons.SlotButton,
    visitor: Visitor,
    texts: Texts,
    planning: Planning,
    db: Database,
    clock: Clock,
) -> None:
    """Move a project within its defence."""
    project_id, place = callback_data.project_id, callback_data.place
    order = await actions.move(db, clock, planning, visitor, project_id, place)
    await show(query, screens.order_screen(texts, order, (place - 1) // screens.SIZE))
