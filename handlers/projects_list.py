"""/projects: the projects of the own streams, each as far as it is the reader's to see."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.people.model import Visitor
from bot.projects import digest_actions
from bot.projects import portfolio_actions as actions
from bot.projects.portfolio import Filter
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.filters import Admitted, Private
from bot.ui.projects import listing as screens
from bot.ui.projects import narrowing
from bot.ui.projects.buttons import DigestButton, ProjectsButton
from bot.ui.projects.digest import digest_rows, digest_text
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Screen
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle admitted people; what each sees is decided in the actions."""
    router = Router(name="projects-list")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_projects, Command("projects"))
    router.callback_query.register(on_page, ProjectsButton.filter(F.narrow == ""))
    router.callback_query.register(on_narrow, ProjectsButton.filter())
    router.callback_query.register(on_digest, DigestButton.filter())
    return router


async def on_projects(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show the projects, red first."""
    view = await actions.projects(db, clock, visitor, Filter())
    await show(message, screens.list_screen(texts, view))


async def on_page(
    query: CallbackQuery,
    callback_data: ProjectsButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of what is asked for."""
    view = await actions.projects(db, clock, visitor, narrowing.asked_by(callback_data))
    await show(query, screens.list_screen(texts, view, callback_data.page))


async def on_narrow(
    query: CallbackQuery,
    callback_data: ProjectsButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Ask what is to be shown."""
    view = await actions.projects(db, clock, visitor, narrowing.asked_by(callback_data))
    await show(query, narrowing.narrow_screen(texts, view, callback_data.narrow, callback_data.page))


async def on_digest(query: CallbackQuery, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show what has changed."""
    found = await digest_actions.changes(db, clock, visitor)
    rows = [*digest_rows(texts, found), home_row(texts)[0]]
    await show(query, Screen(digest_text(texts, found), rows))
