"""/delay: shift the rest of today's events."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.notices.planning import Planning
from bot.people.coverage import organized_streams
from bot.people.model import Visitor
from bot.publishing import delay_actions
from bot.publishing.delay_actions import Choice
from bot.publishing.delaying import read_minutes
from bot.publishing.draft_actions import Done
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.ui import publishing_delay as screens
from bot.ui.answers import show
from bot.ui.filters import Admitted, Private
from bot.ui.publishing import done_screen
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle organizers; the actions refuse everybody else."""
    router = Router(name="publishing-delay")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_delay, Command("delay"))
    router.callback_query.register(on_choice, screens.DelayButton.filter(~F.sure))
    router.callback_query.register(on_sure, screens.DelayButton.filter(F.sure))
    router.callback_query.register(on_first, screens.FirstButton.filter())
    return router


async def on_delay(
    message: Message, command: CommandObject, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Propose a shift; what is no number of minutes is answered with how to ask."""
    streams = await organized_streams(db, clock, visitor)
    running = await delay_actions.running_streams(db, clock, visitor, streams)
    minutes = read_minutes(command.args or "")
    if minutes is None:
        await show(message, screens.usage_screen(texts, running))
    elif not running:
        raise Refusal("error-delay-no-module")
    elif len(running) > 1:
        await show(message, screens.streams_screen(texts, running, minutes))
    else:
        proposal = await delay_actions.look_at_delay(db, clock, visitor, Choice(running[0].id, minutes))
        await show(message, screens.proposal_screen(texts, proposal))


async def on_choice(
    query: CallbackQuery,
    callback_data: screens.DelayButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Propose what was chosen."""
    proposal = await delay_actions.look_at_delay(db, clock, visitor, _choice(callback_data))
    await show(query, screens.proposal_screen(texts, proposal))


async def on_sure(
    query: CallbackQuery,
    callback_data: screens.DelayButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Do what was shown."""
    done = await delay_actions.delay(db, clock, visitor, planning, _choice(callback_data))
    screen = done_screen(texts, done) if isinstance(done, Done) else screens.proposal_screen(texts, done)
    await show(query, screen)


async def on_first(
    query: CallbackQuery,
    callback_data: screens.FirstButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Offer from which event on."""
    stream, events = await delay_actions.events_left(db, clock, visitor, callback_data.stream_id)
    minutes, stay = callback_data.minutes, callback_data.stay
    await show(query, screens.first_screen(texts, stream, events, minutes, stay))


def _choice(data: screens.DelayButton) -> Choice:
    if data.minutes == 0:
        raise Refusal("error-delay-nothing")
    return Choice(data.stream_id, data.minutes, data.first, data.stay, data.edition_id)
