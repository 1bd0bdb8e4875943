"""A workbook sent to the bot, and the buttons under what it would do."""

import asyncio
import tempfile
from pathlib import Path, PurePath

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, Filter
from aiogram.types import BufferedInputFile, CallbackQuery, Document, Message

from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.ui import workbook as screens
from bot.ui.answers import Tap, show
from bot.ui.filters import Admitted, Private
from bot.ui.menu import is_organizer
from bot.ui.texts import Texts
from bot.workbook import downloads, undoing, uploads
from bot.workbook.guard import LARGEST_FILE
from bot.workbook.reader import Unreadable
from db.engine import Database

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"})
"""Names of files that somebody meant as the workbook; what is inside decides."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class OrganizersWorkbook(Filter):
    """Lets through spreadsheets that organizers send; whatever others send is not the programme."""

    async def __call__(self, message: Message, visitor: Visitor) -> bool:
        """Tell whether the message is a workbook for the bot."""
        document = message.document
        if document is None or not is_organizer(visitor):
            return False
        return document.mime_type == XLSX or _suffix(document) in SPREADSHEETS


def make_router() -> Router:
    """Handle organizers; the actions refuse everybody else."""
    router = Router(name="workbook")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Admitted())
    router.message.register(on_workbook, OrganizersWorkbook())
    router.message.register(on_template, Command("template"))
    router.callback_query.register(on_apply, screens.ApplyButton.filter())
    router.callback_query.register(on_waiting, screens.WaitingButton.filter())
    router.callback_query.register(on_cancel, screens.CancelButton.filter())
    router.callback_query.register(on_undo, screens.UndoButton.filter())
    return router


async def on_workbook(
    message: Message,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    readers: asyncio.Semaphore,
) -> None:
    """Answer at once, read the file, say what is wrong with it or what it would do."""
    document = message.document
    if document is None:
        return
    reading = await message.answer(texts("workbook-reading"))
    try:
        async with readers:
            found = await _read(bot, document, visitor, texts, db, clock)
    except Refusal as refusal:
        await reading.edit_text(texts(refusal.key, **refusal.facts))
        return
    if isinstance(found, uploads.Faulty):
        await reading.edit_text(screens.faulty_screen(texts, found).text)
        await _send_marked(message, texts, found)
        return
    answer = screens.offer_answer(texts, found)
    await reading.edit_text(answer.screen.text, reply_markup=answer.screen.markup)
    await _send_whole(message, texts, answer)


async def on_apply(
    query: CallbackQuery,
    callback_data: screens.ApplyButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    readers: asyncio.Semaphore,
    planning: Planning,
) -> None:
    """Apply what was shown; show anew what has changed meanwhile."""
    async with readers:
        found = await uploads.apply(
            db,
            clock,
            planning,
            visitor,
            callback_data.import_id,
            callback_data.mark,
            callback_data.keep,
            lambda problem: screens.problem_in_words(texts, problem),
        )
    await _show_found(query, texts, found, anew=True)


async def on_waiting(
    query: CallbackQuery,
    callback_data: screens.WaitingButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    readers: asyncio.Semaphore,
) -> None:
    """Show a workbook that waits for a decision as it would apply at this moment."""
    async with readers:
        found = await uploads.look_again(
            db,
            clock,
            visitor,
            callback_data.import_id,
            lambda problem: screens.problem_in_words(texts, problem),
        )
    await _show_found(query, texts, found, anew=False)


async def on_cancel(
    query: CallbackQuery,
    callback_data: screens.CancelButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Forget the file."""
    settled = await uploads.cancel(db, clock, visitor, callback_data.import_id)
    await show(query, screens.settled_screen(texts, settled))


async def on_undo(
    query: CallbackQuery,
    callback_data: screens.UndoButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Take an applied workbook back."""
    settled = await undoing.undo(db, clock, planning, visitor, callback_data.import_id)
    await show(query, screens.settled_screen(texts, settled))


async def on_template(
    message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock, readers: asyncio.Semaphore
) -> None:
    """Send the empty workbook."""
    async with readers:
        content = await downloads.empty_template(db, clock, visitor)
    await _send(message, texts.plain("workbook-template-name"), content, texts("workbook-template"))


async def _read(
    bot: Bot, document: Document, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> uploads.Faulty | uploads.Offer:
    if (document.file_size or 0) > LARGEST_FILE:
        raise Unreadable("workbook-file-big")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook"
        try:
            await bot.download(document, destination=path)
        except TelegramBadRequest:
            raise Unreadable("workbook-file-big") from None
        return await uploads.receive(
            db,
            clock,
            visitor,
            path,
            document.file_name or "",
            lambda problem: screens.problem_in_words(texts, problem),
        )


async def _show_found(
    query: CallbackQuery,
    texts: Texts,
    found: uploads.Settled | uploads.Offer | uploads.Faulty,
    anew: bool,
) -> None:
    if isinstance(found, uploads.Settled):
        await show(query, screens.settled_screen(texts, found))
    elif isinstance(found, uploads.Faulty):
        await show(query, screens.faulty_screen(texts, found))
        await _send_marked(query, texts, found)
    else:
        answer = screens.offer_answer(texts, found, anew)
        await show(query, answer.screen)
        await _send_whole(query, texts, answer)


async def _send_marked(tap: Tap, texts: Texts, faulty: uploads.Faulty) -> None:
    await _send(tap, texts.plain("workbook-marked-name"), faulty.marked)


async def _send_whole(tap: Tap, texts: Texts, answer: screens.Answer) -> None:
    if answer.whole:
        await _send(tap, texts.plain("workbook-whole-name"), answer.whole.encode())


async def _send(tap: Tap, name: str, content: bytes, caption: str | None = None) -> None:
    message = tap.message if isinstance(tap, CallbackQuery) else tap
    if message is not None:
        await message.answer_document(BufferedInputFile(content, name), caption=caption)


def _suffix(document: Document) -> str:
    return PurePath(document.file_name or "").suffix.casefold()
