"""Search over the programme: /search, «найди …», and the pages of what was found."""

import re

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.people.model import Visitor
from bot.schedule.search import query_words
from bot.schedule.search_actions import search
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.filters import Admitted, Fits, Private
from bot.ui.search import SearchButton, search_hint, search_screen, unpacked
from bot.ui.texts import Texts
from db.engine import Database

ASKED = re.compile(r"\s*(?:найди|найдите|найти|поиск|ищу|find|search)\b[\s:]*(?P<words>.+)", re.I | re.S)


def make_router() -> Router:
    """Handle admitted people in private chats."""
    router = Router(name="search")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_search, Command("search"))
    router.message.register(on_words, Fits(F.text.regexp(ASKED).as_("found")))
    router.callback_query.register(on_page, SearchButton.filter())
    return router


async def on_search(
    message: Message, command: CommandObject, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Search by the words after the command; without any, tell how to."""
    await _answer(message, command.args or "", visitor, texts, db, clock)


async def on_words(
    message: Message, found: re.Match[str], visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Search by the words after «найди»."""
    await _answer(message, found["words"], visitor, texts, db, clock)


async def on_page(
    query: CallbackQuery,
    callback_data: SearchButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a page of what was found; it is looked up again, so that it is never out of date."""
    view = await search(db, clock, visitor, unpacked(callback_data.words))
    await show(query, search_screen(texts, view, callback_data.page))


async def _answer(
    message: Message, said: str, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    words = query_words(said)
    if not words:
        await show(message, search_hint(texts))
        return
    await show(message, search_screen(texts, await search(db, clock, visitor, words)))
