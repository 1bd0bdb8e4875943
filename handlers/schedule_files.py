"""Files of the timetable: a day or a module as a calendar or as pictures."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, InaccessibleMessage, InputMediaPhoto, Message

from bot.people.model import Visitor
from bot.schedule import calendar_actions as actions
from bot.schedule.calendar_facts import Form, Material
from bot.schedule.pictures.painter import Painter
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.ui.answers import show, stop_spinner
from bot.ui.filters import Admitted, Private
from bot.ui.schedule.files import Made, files_screen, made
from bot.ui.schedule.files_buttons import DayFileButton, ModuleFileButton
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle admitted people in private chats."""
    router = Router(name="schedule-files")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_calendar, Command("calendar"))
    router.callback_query.register(on_day_file, DayFileButton.filter())
    router.callback_query.register(on_module_file, ModuleFileButton.filter())
    return router


async def on_calendar(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Offer the files of the module that runs or comes next."""
    await show(message, files_screen(texts, await actions.offer(db, clock, visitor)))


async def on_day_file(
    query: CallbackQuery,
    callback_data: DayFileButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    painter: Painter,
) -> None:
    """Send a file of a day."""
    button = callback_data
    if button.date is None:
        raise OutOfDate
    material = await actions.take_day(
        db, clock, visitor, button.stream_id, button.date, button.form, button.everything
    )
    await _hand_over(query, texts, painter, material)


async def on_module_file(
    query: CallbackQuery,
    callback_data: ModuleFileButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    painter: Painter,
) -> None:
    """Send a file of a module."""
    button = callback_data
    material = await actions.take_module(db, clock, visitor, button.module_id, button.form, button.everything)
    await _hand_over(query, texts, painter, material)


async def _hand_over(query: CallbackQuery, texts: Texts, painter: Painter, material: Material) -> None:
    await stop_spinner(query)
    found = await made(texts, painter, material)
    if query.message is not None:
        await _send(query.message, found)


async def _send(message: Message | InaccessibleMessage, found: Made) -> None:
    for text in found.instead:
        await message.answer(text)
    files = [(BufferedInputFile(one.content, one.name), one.caption or None) for one in found.files]
    if found.form is Form.CALENDAR:
        for file, caption in files:
            await message.answer_document(file, caption=caption)
    elif len(files) == 1:
        [(file, caption)] = files
        await message.answer_photo(file, caption=caption)
    elif files:
        await message.answer_media_group(
            [InputMediaPhoto(media=file, caption=caption) for file, caption in files]
        )
