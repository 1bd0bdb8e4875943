"""Errors on the way: a refusal becomes its sentence, a fault of ours a short code."""

import logging
import secrets

from aiogram import Router
from aiogram.exceptions import TelegramForbiddenError
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import CallbackQuery, ErrorEvent, Message

from bot.people import actions
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate, Refusal
from bot.ui.answers import Tap, alert, show
from bot.ui.paging import shortened
from bot.ui.people import refusal_screen
from bot.ui.texts import Texts
from db.engine import Database
from handlers.home import show_home

log = logging.getLogger(__name__)

FACT = 60
"""Characters of what a refusal names: its sentence is to fit into an alert of 200."""


def make_router() -> Router:
    """Handle what handlers raise; the last handler always returns, so the update counts as handled."""
    router = Router(name="errors")
    router.errors.register(on_refusal, ExceptionTypeFilter(Refusal))
    router.errors.register(on_blocked, ExceptionTypeFilter(TelegramForbiddenError))
    router.errors.register(on_fault)
    return router


async def on_refusal(event: ErrorEvent, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Say why not; after a button that is out of date comes a fresh home card."""
    refusal = event.exception
    tap = _tap(event)
    if tap is None or not isinstance(refusal, Refusal):
        return
    facts = {
        name: shortened(fact, FACT) if isinstance(fact, str) else fact for name, fact in refusal.facts.items()
    }
    sentence = texts.plain(refusal.key, **facts)
    if isinstance(tap, CallbackQuery):
        await alert(tap, sentence)
    else:
        await show(tap, refusal_screen(texts, visitor, sentence))
    if isinstance(refusal, OutOfDate) and visitor.admitted:
        await show_home(tap, visitor, texts, db, clock, below=True)


async def on_blocked(_event: ErrorEvent, visitor: Visitor, db: Database, clock: Clock) -> None:
    """Note that the person has blocked the bot: there is nobody to answer."""
    await actions.mark_reachable(db, clock, visitor, reachable=False)


async def on_fault(event: ErrorEvent, texts: Texts | None = None) -> None:
    """Write the details to the log under a code, and tell the person the code."""
    code = secrets.token_hex(3).upper()
    log.error("update %s failed, code %s", event.update.update_id, code, exc_info=event.exception)
    tap = _tap(event)
    if tap is not None and texts is not None:
        await _tell(tap, texts.plain("error-unexpected", code=code))


def _tap(event: ErrorEvent) -> Tap | None:
    return event.update.message or event.update.callback_query


async def _tell(tap: Message | CallbackQuery, text: str) -> None:
    if isinstance(tap, CallbackQuery):
        await alert(tap, text)
    else:
        await tap.answer(text, parse_mode=None)
