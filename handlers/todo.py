"""/todo: everything that waits for the person."""

from aiogram import Router
from aiogram.filters import Command, or_f
from aiogram.types import CallbackQuery, Message

from bot.people.model import Visitor
from bot.people.todo_actions import Step, awaited
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.filters import Admitted, Key, Private
from bot.ui.texts import Texts
from bot.ui.todo import TodoButton, todo_labels, todo_screen
from db.engine import Database


def make_router() -> Router:
    """Handle admitted people in private chats; each room asks the rights for its own lines."""
    router = Router(name="todo")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_todo, or_f(Command("todo"), Key(todo_labels())))
    router.callback_query.register(on_page, TodoButton.filter())
    return router


async def on_todo(
    message: Message,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    awaiting: tuple[Step, ...],
) -> None:
    """Show what waits."""
    await show(message, todo_screen(texts, await awaited(db, clock, visitor, awaiting)))


async def on_page(
    query: CallbackQuery,
    callback_data: TodoButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    awaiting: tuple[Step, ...],
) -> None:
    """Show a page of what waits at this moment."""
    found = await awaited(db, clock, visitor, awaiting)
    await show(query, todo_screen(texts, found, callback_data.page))
