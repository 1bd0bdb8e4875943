"""/rehearsal: what a day will send, and showing it to organizers alone."""

from datetime import date

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InaccessibleMessage, Message

from bot.delivery.rehearsal import Rehearsals, Show
from bot.people.coverage import organized_streams
from bot.people.model import Visitor
from bot.schedule import rehearsal_actions as actions
from bot.shared.clock import Clock
from bot.shared.errors import AlreadyDone, OutOfDate
from bot.ui import rehearsal as screens
from bot.ui import rehearsal_buttons as buttons
from bot.ui.answers import alert, show, stop_spinner
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle organizers; the actions refuse everybody else."""
    router = Router(name="rehearsal")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Admitted())
    router.message.register(on_rehearsal, Command("rehearsal"))
    router.callback_query.register(on_days, buttons.RehearsalButton.filter())
    router.callback_query.register(on_day, buttons.RehearsalDayButton.filter())
    router.callback_query.register(on_show, buttons.RehearsalShowButton.filter())
    router.callback_query.register(on_stop, buttons.RehearsalStopButton.filter())
    return router


async def on_rehearsal(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Ask which day is meant, first which stream where several are organized."""
    streams = await organized_streams(db, clock, visitor)
    if len(streams) != 1:
        await show(message, screens.choose_screen(texts, streams))
        return
    await show(message, screens.days_screen(texts, await actions.days(db, clock, visitor, streams[0].id), 0))


async def on_days(
    query: CallbackQuery,
    callback_data: buttons.RehearsalButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show the days of a stream."""
    days = await actions.days(db, clock, visitor, callback_data.stream_id)
    await show(query, screens.days_screen(texts, days, callback_data.page))


async def on_day(
    query: CallbackQuery,
    callback_data: buttons.RehearsalDayButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    rehearsals: Rehearsals,
) -> None:
    """Show a page of what a day would send."""
    day = date.fromordinal(callback_data.day)
    foreseen = await actions.foreseen(db, clock, visitor, rehearsals.planning, callback_data.stream_id, day)
    written = await rehearsals.written(foreseen)
    await show(query, screens.day_screen(texts, foreseen, written, callback_data.page))


async def on_show(
    query: CallbackQuery,
    callback_data: buttons.RehearsalShowButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    rehearsals: Rehearsals,
    bot: Bot,
) -> None:
    """Begin to show a day, to whoever taps or in the staff chat; a second tap begins nothing."""
    stream_id, card = callback_data.stream_id, query.message
    await actions.require_organizer(db, clock, visitor, stream_id)
    if rehearsals.running(stream_id):
        await alert(query, texts.plain("rehearsal-running"))
        return
    if not await actions.begin(db, clock, visitor, stream_id):
        raise AlreadyDone
    day = date.fromordinal(callback_data.day)
    foreseen = await actions.foreseen(db, clock, visitor, rehearsals.planning, stream_id, day)
    written = await rehearsals.written(foreseen)
    chat_id = foreseen.staff_chat if callback_data.staff else visitor.chat_id
    if chat_id is None or not written.alike or card is None or isinstance(card, InaccessibleMessage):
        raise OutOfDate
    await stop_spinner(query)
    progress = screens.progress_screen(texts, stream_id, 0, len(written.alike))
    told = await card.answer(progress.text, reply_markup=progress.markup)
    if not rehearsals.begin(bot, Show(chat_id, texts, foreseen, written, told)):
        await told.edit_text(texts("rehearsal-running"))


async def on_stop(
    query: CallbackQuery,
    callback_data: buttons.RehearsalStopButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    rehearsals: Rehearsals,
) -> None:
    """Stop what is being shown of a stream."""
    await actions.require_organizer(db, clock, visitor, callback_data.stream_id)
    if rehearsals.stop(callback_data.stream_id):
        await query.answer(texts.plain("rehearsal-stopping"))
    else:
        await show(query, screens.over_screen(texts))
