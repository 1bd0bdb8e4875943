"""/project: the card of one's own project, its history, milestones and stage."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.people.model import Role, Visitor
from bot.projects import card_actions as actions
from bot.shared.clock import Clock
from bot.ui.answers import Tap, show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.projects.buttons import ProjectButton
from bot.ui.projects.card import card_screen, choice_screen, milestones_screen, stages_screen
from bot.ui.projects.history import history_screen
from bot.ui.projects.report_buttons import (
    HistoryButton,
    MilestoneButton,
    MilestonesButton,
    StageButton,
    StagesButton,
)
from bot.ui.texts import Texts
from bot.ui.understanding.asking import Asking
from bot.understanding.model import Intent
from db.engine import Database


def make_router() -> Router:
    """Handle admitted people in private chats; the actions ask every right."""
    router = Router(name="projects")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_project, Command("project"))
    router.callback_query.register(on_card, ProjectButton.filter())
    router.callback_query.register(on_history, HistoryButton.filter())
    router.callback_query.register(on_milestones, MilestonesButton.filter())
    router.callback_query.register(on_milestone, MilestoneButton.filter())
    router.callback_query.register(on_stages, StagesButton.filter())
    router.callback_query.register(on_stage, StageButton.filter())
    return router


async def on_project(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show the own project, or ask which of several."""
    await show_own(message, visitor, texts, db, clock)


async def show_own(tap: Tap, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Answer with the own project's card, or with the choice between several."""
    own = await actions.own_projects(db, clock, visitor)
    if len(own) == 1:
        await show(tap, card_screen(texts, await actions.card(db, clock, visitor, own[0].id)))
        return
    leads = bool(visitor.roles & {Role.ORGANIZER, Role.ADMINISTRATOR, Role.MENTOR})
    await show(tap, choice_screen(texts, own, leads))


def make_word_router() -> Router:
    """Handle «статус проекта», written."""
    router = Router(name="project-words")
    router.message.filter(Private(), Admitted())
    router.message.register(on_project, PlainText(), Asking(Intent.PROJECT))
    return router


async def on_card(
    query: CallbackQuery,
    callback_data: ProjectButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a project's card."""
    card = await actions.card(db, clock, visitor, callback_data.project_id)
    await show(query, card_screen(texts, card))


async def on_history(
    query: CallbackQuery,
    callback_data: HistoryButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of the reports."""
    found = await actions.history(db, clock, visitor, callback_data.project_id)
    await show(query, history_screen(texts, found, callback_data.page))


async def on_milestones(
    query: CallbackQuery,
    callback_data: MilestonesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of the milestones."""
    card = await actions.card(db, clock, visitor, callback_data.project_id)
    await show(query, milestones_screen(texts, card, callback_data.page))


async def on_milestone(
    query: CallbackQuery,
    callback_data: MilestoneButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Mark a milestone, or take the mark off."""
    wish = callback_data
    card = await actions.mark_milestone(db, clock, visitor, wish.project_id, wish.milestone_id, wish.done)
    await show(query, milestones_screen(texts, card, wish.page))


async def on_stages(
    query: CallbackQuery,
    callback_data: StagesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Ask at which stage the project is."""
    await show(
        query, stages_screen(texts, await actions.stages(db, clock, visitor, callback_data.project_id))
    )


async def on_stage(
    query: CallbackQuery,
    callback_data: StageButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Move the project to another stage."""
    wish = callback_data
    card = await actions.set_stage(db, clock, visitor, wish.project_id, wish.mark, wish.place)
    await show(query, card_screen(texts, card, texts("projects-stage-set", stage=card.project.stage)))
