"""Proposals to mentors: look, accept, decline; after a refusal the bot looks for somebody else at once."""

from contextlib import suppress

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.mentoring import match_actions
from bot.mentoring import proposal_actions as actions
from bot.mentoring.mentorships import Phase
from bot.mentoring.proposal_actions import ProposalCard
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.ui.answers import Tap, show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.mentoring import proposals as screens
from bot.ui.mentoring.proposals import (
    AcceptButton,
    DeclineButton,
    ExcuseButton,
    OwnWordsButton,
    ProposalButton,
    excuse_words,
)
from bot.ui.texts import Texts
from db.engine import Database
from handlers.text_entry import Awaiting, await_typed, stop_awaiting

REASON = "proposals:reason"
"""The reason of a refusal is awaited; beside it, of which proposal."""


def make_router() -> Router:
    """Handle mentors in private chats; the actions refuse everybody else."""
    router = Router(name="proposals")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_accept_word, Command("accept"))
    router.message.register(on_decline_word, Command("decline"))
    router.callback_query.register(on_look, ProposalButton.filter())
    router.callback_query.register(on_accept, AcceptButton.filter())
    router.callback_query.register(on_decline, DeclineButton.filter())
    router.callback_query.register(on_excuse, ExcuseButton.filter())
    router.callback_query.register(on_own_words, OwnWordsButton.filter())
    return router


def make_entry_router() -> Router:
    """Handle the reason that was asked for: after commands and keys, before words of the timetable."""
    router = Router(name="proposals-entry")
    router.message.filter(Private(), Admitted(), PlainText())
    router.message.register(on_reason, Awaiting(REASON, mentorship_id="proposal"))
    return router


async def on_accept_word(
    message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock, planning: Planning
) -> None:
    """Accept the one proposal that waits; of several, ask which."""
    cards = await actions.waiting(db, clock, visitor)
    if len(cards) != 1:
        await show(message, screens.list_screen(texts, cards))
        return
    card = await actions.accept(db, clock, planning, visitor, cards[0].proposal.id)
    await show(message, screens.card_screen(texts, card))


async def on_decline_word(
    message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Ask why the one proposal that waits is declined; of several, which."""
    cards = await actions.waiting(db, clock, visitor)
    screen = screens.decline_screen(texts, cards[0]) if len(cards) == 1 else screens.list_screen(texts, cards)
    await show(message, screen)


async def on_look(
    query: CallbackQuery,
    callback_data: ProposalButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a proposal as it stands."""
    card = await actions.look(db, clock, visitor, callback_data.mentorship_id)
    await show(query, screens.card_screen(texts, card))


async def on_accept(
    query: CallbackQuery,
    callback_data: AcceptButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Accept."""
    card = await actions.accept(db, clock, planning, visitor, callback_data.mentorship_id)
    await show(query, screens.card_screen(texts, card))


async def on_decline(
    query: CallbackQuery,
    callback_data: DeclineButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Ask why; a reason that was awaited is awaited no more."""
    await stop_awaiting(state, REASON)
    card = await actions.look(db, clock, visitor, callback_data.mentorship_id)
    await show(query, screens.decline_screen(texts, card))


async def on_excuse(
    query: CallbackQuery,
    callback_data: ExcuseButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Decline for this reason."""
    reason = excuse_words(texts, callback_data.excuse)
    card = await actions.decline(db, clock, planning, visitor, callback_data.mentorship_id, reason)
    await _declined(query, card, texts, db, clock)


async def on_own_words(
    query: CallbackQuery,
    callback_data: OwnWordsButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await the reason."""
    card = await actions.look(db, clock, visitor, callback_data.mentorship_id)
    if not card.proposal.waits:
        await show(query, screens.card_screen(texts, card))
        return
    await await_typed(state, REASON, proposal=card.proposal.id)
    await show(query, screens.words_screen(texts, card))


async def on_reason(
    message: Message,
    mentorship_id: int,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Decline with the words that were typed."""
    await state.clear()
    reason = message.text or ""
    card = await actions.decline(db, clock, planning, visitor, mentorship_id, reason)
    await _declined(message, card, texts, db, clock)


async def _declined(tap: Tap, card: ProposalCard, texts: Texts, db: Database, clock: Clock) -> None:
    """Answer, then make the draft that organizers are told of; without one they make it by a tap."""
    await show(tap, screens.card_screen(texts, card))
    if card.proposal.phase is Phase.DECLINED:
        with suppress(Refusal):
            await match_actions.make(db, clock, card.proposal.stream.id)
