"""The timetable: commands, keyboard words, days and places written without a slash, and its buttons."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, Message

from bot.people.model import Visitor
from bot.schedule import actions, card_actions
from bot.schedule.views import NotUnderstood
from bot.schedule.words import read_words
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate
from bot.ui.answers import Tap, show
from bot.ui.filters import Admitted, Fits, Key, PlainText, Private
from bot.ui.menu import key_labels
from bot.ui.schedule import buttons
from bot.ui.schedule.answer import Answer, answer_screen
from bot.ui.schedule.buttons import Place
from bot.ui.texts import Texts
from db.engine import Database
from handlers import schedule_cards
from handlers.home import show_home

COMMANDS = {
    "today": Place.TODAY,
    "tomorrow": Place.TOMORROW,
    "module": Place.MODULE,
    "modules": Place.MODULES,
    "venue": Place.VENUE,
    "trip": Place.TRIP,
}


class TimetableWords(Filter):
    """Lets through a text that is wholly a day, a place or a module of the person's streams."""

    async def __call__(
        self, message: Message, visitor: Visitor, db: Database, clock: Clock
    ) -> bool | dict[str, Any]:
        """Hand the answer on as `answer`, so that it is looked up once."""
        phrase = read_words(message.text or "")
        if phrase is None or phrase.vague:
            return False
        try:
            answer = await actions.asked(db, clock, visitor, phrase, whole=True)
        except NotAllowed:  # there is no stream yet: the fallback says what to do
            return False
        return False if isinstance(answer, NotUnderstood) else {"answer": answer}


def make_first_router() -> Router:
    """Handle what is asked most, so that it is asked first: each room before costs every answer its part.

    Texts alone: a file with a caption, or a reply to an answer of the organizers, may mean another room.
    """
    router = Router(name="schedule-first")
    router.message.filter(Private(), Admitted(), Fits(F.text & ~F.reply_to_message))
    router.callback_query.filter(Private(), Admitted())
    _register_asked(router)
    router.callback_query.register(on_home, buttons.OpenButton.filter(F.place == Place.HOME))
    router.callback_query.register(on_place, buttons.OpenButton.filter(F.place.in_(set(COMMANDS.values()))))
    router.callback_query.register(on_day, buttons.DayButton.filter())
    router.callback_query.register(on_module, buttons.ModuleButton.filter())
    router.include_router(schedule_cards.make_router())
    return router


def make_router() -> Router:
    """Handle admitted people in private chats: what is asked beside a file or in a reply."""
    router = Router(name="schedule")
    router.message.filter(Private(), Admitted())
    _register_asked(router)
    return router


def make_word_router() -> Router:
    """Handle days and places written without a slash, where nothing else was asked for."""
    router = Router(name="schedule-words")
    router.message.filter(Private(), Admitted())
    router.message.register(on_words, PlainText(), TimetableWords())
    return router


def _register_asked(router: Router) -> None:
    router.message.register(on_schedule, Command("schedule"))
    router.message.register(on_now, Command("now"))
    router.message.register(on_place_command, Command(*COMMANDS))
    router.message.register(on_home, Key(key_labels("now")))
    router.message.register(on_schedule, Key(key_labels("schedule")))


async def on_schedule(
    message: Message,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    command: CommandObject | None = None,
) -> None:
    """Show today, or what the words after the command ask for."""
    words = (command.args or "").strip() if command else ""
    answer: Answer
    if words:
        answer = await actions.asked(db, clock, visitor, read_words(words))
    else:
        answer = await actions.day(db, clock, visitor)
    await show(message, answer_screen(texts, answer, words=words))


async def on_now(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show in one line where to be now and next."""
    await show(message, answer_screen(texts, await actions.now(db, clock, visitor)))


async def on_words(message: Message, answer: Answer, texts: Texts) -> None:
    """Answer a day or a place written without a slash."""
    await show(message, answer_screen(texts, answer))


async def on_home(event: Tap, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show the home card."""
    await show_home(event, visitor, texts, db, clock)


async def on_place_command(
    message: Message, command: CommandObject, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Open what a command names."""
    answer = await _place(COMMANDS[command.command], visitor, db, clock)
    await show(message, answer_screen(texts, answer))


async def on_place(
    query: CallbackQuery,
    callback_data: buttons.OpenButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open what a button names."""
    answer = await _place(callback_data.place, visitor, db, clock)
    await show(query, answer_screen(texts, answer, callback_data.page))


async def on_day(
    query: CallbackQuery,
    callback_data: buttons.DayButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a page of a day."""
    if callback_data.date is None:
        raise OutOfDate
    view = await actions.day_on(
        db, clock, visitor, callback_data.stream_id, callback_data.date, callback_data.everything
    )
    await show(query, answer_screen(texts, view, callback_data.page))


async def on_module(
    query: CallbackQuery,
    callback_data: buttons.ModuleButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a module by days."""
    view = await actions.module(db, clock, visitor, callback_data.module_id, callback_data.everything)
    await show(query, answer_screen(texts, view))


async def _place(place: Place, visitor: Visitor, db: Database, clock: Clock) -> Answer:
    match place:
        case Place.TOMORROW:
            return await actions.day(db, clock, visitor, shift=1)
        case Place.MODULE:
            return await actions.module(db, clock, visitor)
        case Place.MODULES:
            return await actions.modules(db, clock, visitor)
        case Place.VENUE:
            return await card_actions.venue(db, clock, visitor)
        case Place.TRIP:
            return await card_actions.trip(db, clock, visitor)
        case _:
            return await actions.day(db, clock, visitor)
