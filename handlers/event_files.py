"""Files of an event: the list, sending them, attaching and removing by organizers."""

from collections.abc import Sequence
from contextlib import suppress

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.people.model import Visitor
from bot.schedule import file_actions as actions
from bot.schedule.files import Material, SentFile
from bot.shared.clock import Clock
from bot.ui import event_file_buttons as buttons
from bot.ui import event_files as screens
from bot.ui.answers import alert, say, show, stop_spinner
from bot.ui.filters import Admitted, Private
from bot.ui.screens import Screen
from bot.ui.texts import Texts, texts_in
from db.engine import Database
from handlers.event_files_sent import ATTACHING, EVENT, Attaching
from handlers.file_sending import sent_again
from handlers.text_entry import await_typed


def make_router() -> Router:
    """Handle private chats; rights are asked in the actions."""
    router = Router(name="event-files")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_sent, Attaching())
    router.callback_query.register(on_files, buttons.FilesButton.filter())
    router.callback_query.register(on_file, buttons.FileButton.filter())
    router.callback_query.register(on_all, buttons.AllFilesButton.filter())
    router.callback_query.register(on_attach, buttons.AttachButton.filter())
    router.callback_query.register(on_done, buttons.DoneButton.filter())
    router.callback_query.register(on_remove, buttons.RemoveFileButton.filter(~F.sure))
    router.callback_query.register(on_remove_sure, buttons.RemoveFileButton.filter(F.sure))
    return router


async def on_files(
    query: CallbackQuery,
    callback_data: buttons.FilesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """List the files."""
    view = await actions.files(db, clock, visitor, callback_data.event_id)
    removing = callback_data.removing and view.organizes
    await show(query, screens.files_screen(texts, view, callback_data.page, removing))


async def on_file(
    query: CallbackQuery,
    callback_data: buttons.FileButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send one file."""
    found = await actions.material(db, clock, visitor, callback_data.attached_id)
    await _send_all(query, [found], bot, visitor, texts, db, clock)


async def on_all(
    query: CallbackQuery,
    callback_data: buttons.AllFilesButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send the files of a page."""
    view = await actions.files(db, clock, visitor, callback_data.event_id)
    found = screens.files_on_page(view, callback_data.page)
    if not found:
        await show(query, screens.files_screen(texts, view, 0))
        return
    await _send_all(query, found, bot, visitor, texts, db, clock)


async def on_attach(
    query: CallbackQuery,
    callback_data: buttons.AttachButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await files for an event."""
    view = await actions.files_to_edit(db, clock, visitor, callback_data.event_id)
    await await_typed(state, ATTACHING, **{EVENT: view.event.id})
    await show(query, screens.attaching_screen(texts, view))


async def on_sent(
    message: Message,
    sent: SentFile,
    event_id: int,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Attach a file that was asked for, and go on waiting."""
    attached = await actions.attach(db, clock, visitor, event_id, [sent])
    await state.set_data({EVENT: event_id})
    screen = screens.attached_screen(texts, attached, more=True)
    await message.reply(screen.text, reply_markup=screen.markup)


async def on_done(
    query: CallbackQuery,
    callback_data: buttons.DoneButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Wait no longer and show what there is."""
    view = await actions.files(db, clock, visitor, callback_data.event_id)
    awaited = await state.get_state() == ATTACHING and (await state.get_data())[EVENT] == view.event.id
    if awaited:
        await state.clear()
    await show(query, screens.files_screen(texts, view, 0))


async def on_remove(
    query: CallbackQuery,
    callback_data: buttons.RemoveFileButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Ask first."""
    await actions.files_to_edit(db, clock, visitor, callback_data.event_id)
    found = await actions.material(db, clock, visitor, callback_data.attached_id)
    await show(query, screens.remove_screen(texts, found))


async def on_remove_sure(
    query: CallbackQuery,
    callback_data: buttons.RemoveFileButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Remove a file and show the rest."""
    event_id = callback_data.event_id
    await actions.remove(db, clock, visitor, event_id, callback_data.attached_id)
    view = await actions.files(db, clock, visitor, event_id)
    await alert(query, texts.plain("files-removed"))
    await show(query, screens.files_screen(texts, view, 0))


async def _send_all(
    query: CallbackQuery,
    found: Sequence[Material],
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    await stop_spinner(query)
    for material in found:
        if material.lost or not await sent_again(
            bot, visitor.chat_id, material.kind, material.file_id, material.caption
        ):
            loss = await actions.lose(db, clock, visitor, material)
            await say(query, screens.lost_words(texts, "files-lost", material, loss.event))
            await _tell(bot, loss)


async def _tell(bot: Bot, loss: actions.Loss) -> None:
    """Tell the organizers; who blocked the bot sees it in the list of files."""
    for told in loss.told:
        texts = texts_in(told.locale)
        words = screens.lost_words(texts, "files-lost-told", loss.material, loss.event)
        rows = screens.lost_rows(texts, loss.event)
        with suppress(TelegramAPIError):
            await bot.send_message(told.chat_id, words, reply_markup=Screen(words, rows).markup)
