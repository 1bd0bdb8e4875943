"""Corrections of the roster: asked for by anybody in it, decided by the organizers of their streams."""

from contextlib import suppress
from typing import Any

from aiogram import Bot, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.people.corrections import Field, present_value
from bot.people.model import Visitor
from bot.privacy import actions, correcting
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from bot.ui import corrections as screens
from bot.ui.answers import Tap, show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.screens import Screen
from bot.ui.texts import Texts, texts_in
from db.engine import Database
from handlers.text_entry import await_typed

FIELD = "field"
"""Which field is awaited, beside what is awaited."""


class OfRoster(Filter):
    """Lets through people of the roster who once agreed."""

    async def __call__(self, _event: TelegramObject, visitor: Visitor, db: Database) -> bool:
        """Tell whether there is somebody whose data these are."""
        return await actions.may_ask(db, visitor)


class CorrectionAwaited(Filter):
    """Lets through what somebody was asked to type about a field of the roster."""

    async def __call__(self, _message: Message, visitor: Visitor, state: FSMContext) -> bool | dict[str, Any]:
        """Hand on which field is meant."""
        if visitor.own_person is None or await state.get_state() != correcting.AWAITED:
            return False
        return {"field": Field((await state.get_data()).get(FIELD, Field.OTHER))}


def make_router() -> Router:
    """Handle the buttons of both sides; the actions refuse everybody else."""
    router = Router(name="corrections")
    router.callback_query.filter(Private())
    router.callback_query.register(on_correct, OfRoster(), screens.CorrectButton.filter())
    router.callback_query.register(on_field, OfRoster(), screens.FieldButton.filter())
    router.callback_query.register(on_list, Admitted(), screens.CorrectionsButton.filter())
    router.callback_query.register(on_request, Admitted(), screens.CorrectionButton.filter())
    router.callback_query.register(on_decide, Admitted(), screens.DecideButton.filter())
    return router


def make_entry_router() -> Router:
    """Handle what was asked for and typed: after commands and keys, before words of the timetable."""
    router = Router(name="corrections-entry")
    router.message.filter(Private(), PlainText())
    router.message.register(on_typed, CorrectionAwaited(), OfRoster())
    return router


async def on_correct(query: CallbackQuery, texts: Texts) -> None:
    """Ask what is wrong."""
    await show(query, screens.choose_screen(texts))


async def on_field(
    query: CallbackQuery,
    callback_data: screens.FieldButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
) -> None:
    """Await how it reads correctly."""
    if visitor.own_person is None:
        raise NotAllowed
    await await_typed(state, correcting.AWAITED, **{FIELD: callback_data.field})
    present = present_value(visitor.own_person, callback_data.field)
    await show(query, screens.typing_screen(texts, callback_data.field, present))


async def on_typed(
    message: Message, field: Field, bot: Bot, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Take what was awaited."""
    await ask(message, bot, visitor, texts, db, clock, field, message.text or "")


async def ask(
    tap: Tap,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    field: Field,
    words: str,
) -> None:
    """Keep the request and tell the organizers; nonsense gets its sentence and may be typed anew."""
    try:
        correction, listeners = await correcting.ask(db, clock, visitor, field, words)
    except NotAllowed:
        raise
    except Refusal as refusal:
        await show(tap, screens.typing_screen(texts, field, "", texts(refusal.key, **refusal.facts)))
        return
    reached = 0
    for listener in listeners:
        screen = screens.request_screen(texts_in(listener.locale), correction)
        reached += await _sent(bot, listener.chat_id, screen)
    await show(tap, screens.asked_screen(texts, correction, reached))


async def on_list(
    query: CallbackQuery,
    callback_data: screens.CorrectionsButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """List what waits."""
    waiting = await correcting.waiting(db, clock, visitor)
    await show(query, screens.list_screen(texts, waiting, callback_data.page))


async def on_request(
    query: CallbackQuery,
    callback_data: screens.CorrectionButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show one request."""
    correction = await correcting.look(db, clock, visitor, callback_data.correction_id)
    await show(query, screens.request_screen(texts, correction))


async def on_decide(
    query: CallbackQuery,
    callback_data: screens.DecideButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Correct or refuse, and tell both."""
    number, done = callback_data.correction_id, callback_data.done
    decision = await correcting.decide(db, clock, visitor, number, done=done)
    await show(query, screens.decided_screen(texts, decision.correction))
    if decision.account is not None:
        told = screens.told_screen(texts_in(decision.account.locale), decision.correction)
        await _sent(bot, decision.account.chat_id, told)


async def _sent(bot: Bot, chat_id: int, screen: Screen) -> bool:
    """Send to somebody else than who tapped: who blocked the bot is passed over, the request is kept."""
    with suppress(TelegramAPIError):
        await bot.send_message(chat_id, screen.text, reply_markup=screen.markup)
        return True
    return False
