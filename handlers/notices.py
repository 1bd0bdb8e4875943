"""/notices: what is planned, sent, not sent and why, for organizers."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.people import coverage, roster_actions
from bot.people.model import Visitor
from bot.schedule import notice_list_actions as actions
from bot.shared.clock import Clock
from bot.ui import notices_about as things
from bot.ui import notices_buttons as buttons
from bot.ui import notices_list as screens
from bot.ui.answers import show
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle organizers; the actions refuse everybody else."""
    router = Router(name="notices")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Admitted())
    router.message.register(on_notices, Command("notices"))
    router.callback_query.register(on_board, buttons.BoardButton.filter())
    router.callback_query.register(on_list, buttons.ListButton.filter())
    router.callback_query.register(on_occasion, buttons.OccasionButton.filter())
    router.callback_query.register(on_event, buttons.EventNoticesButton.filter())
    router.callback_query.register(on_person, buttons.PersonNoticesButton.filter())
    return router


async def on_notices(
    message: Message, command: CommandObject, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Show a stream at a glance, or the person the words mean; where several are meant, ask."""
    words = (command.args or "").strip()[:100]
    if words:
        found = await roster_actions.find(db, clock, visitor, words)
        if len(found.people) != 1:
            await show(message, things.people_screen(texts, found.people, words))
            return
        person = await actions.of_person(db, clock, visitor, found.people[0].id)
        await show(message, things.person_screen(texts, person))
        return
    streams = await coverage.organized_streams(db, clock, visitor)
    if len(streams) != 1:
        await show(message, screens.choose_screen(texts, streams))
        return
    view = await actions.board(db, clock, visitor, streams[0].id)
    await show(message, screens.board_screen(texts, view))


async def on_board(
    query: CallbackQuery,
    callback_data: buttons.BoardButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a stream at a glance."""
    view = await actions.board(db, clock, visitor, callback_data.stream_id)
    await show(query, screens.board_screen(texts, view))


async def on_list(
    query: CallbackQuery,
    callback_data: buttons.ListButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of one of a stream's lists."""
    view = await actions.listed(db, clock, visitor, callback_data.stream_id, callback_data.look)
    await show(query, screens.list_screen(texts, view, callback_data.page))


async def on_occasion(
    query: CallbackQuery,
    callback_data: buttons.OccasionButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show who got an occasion's notices."""
    view = await actions.occasion(db, clock, visitor, callback_data.notice_id, callback_data.page)
    await show(query, things.occasion_screen(texts, view))


async def on_event(
    query: CallbackQuery,
    callback_data: buttons.EventNoticesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show the notices about an event."""
    view = await actions.about_event(db, clock, visitor, callback_data.event_id)
    await show(query, things.event_screen(texts, view))


async def on_person(
    query: CallbackQuery,
    callback_data: buttons.PersonNoticesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of a person's notices."""
    view = await actions.of_person(db, clock, visitor, callback_data.person_id, callback_data.page)
    await show(query, things.person_screen(texts, view))
