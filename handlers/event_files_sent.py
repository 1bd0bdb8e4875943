"""Files that organizers send by themselves: for which event they are meant."""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.people.model import Visitor
from bot.schedule import file_actions as actions
from bot.schedule.files import LONGEST, FileKind, SentFile, pending_data, pending_files
from bot.schedule.search import query_words
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.ui import event_file_buttons as buttons
from bot.ui import event_files as screens
from bot.ui.answers import say, show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.menu import is_organizer
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Screen
from bot.ui.search import unpacked
from bot.ui.texts import Texts
from db.engine import Database

ATTACHING, OFFERED, CHOOSING = "files:attaching", "files:offered", "files:choosing"
"""Files are awaited for an event; files wait for an event to be chosen; words to find it by are awaited."""

EVENT, ALBUM = "event", "album"
"""What stands beside it: the event's id, the album whose files were offered last."""


class Attaching(Filter):
    """Lets through a file that an organizer was asked for."""

    async def __call__(self, message: Message, visitor: Visitor, state: FSMContext) -> bool | dict[str, Any]:
        """Hand the file and the event on; other messages cost no statement."""
        sent = sent_file(message) if is_organizer(visitor) else None
        if sent is None or await state.get_state() != ATTACHING:
            return False
        return {"sent": sent, "event_id": int((await state.get_data())[EVENT])}


class OrganizersFile(Filter):
    """Lets through any other file an organizer sends."""

    async def __call__(self, message: Message, visitor: Visitor) -> bool | dict[str, Any]:
        """Hand the file on."""
        sent = sent_file(message) if is_organizer(visitor) else None
        return False if sent is None else {"sent": sent}


class Choosing(Filter):
    """Lets through words an organizer was asked for to find an event by."""

    async def __call__(self, _message: Message, visitor: Visitor, state: FSMContext) -> bool:
        """Tell whether words are awaited; of participants nothing is read."""
        return is_organizer(visitor) and await state.get_state() == CHOOSING


def make_entry_router() -> Router:
    """Handle what no other room understood: files, and words that were asked for."""
    router = Router(name="event-files-entry")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_words, PlainText(), Choosing())
    router.message.register(on_offer, OrganizersFile())
    router.callback_query.register(on_choose, buttons.ChooseEventButton.filter())
    router.callback_query.register(on_put, buttons.PutButton.filter())
    router.callback_query.register(on_ask_words, buttons.EventWordsButton.filter())
    router.callback_query.register(on_drop, buttons.DropFilesButton.filter())
    return router


async def on_offer(
    message: Message,
    sent: SentFile,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Keep a file until its event is chosen, and offer the events; of an album, once."""
    hits = await actions.candidates(db, clock, visitor)
    data, album = await state.get_data(), message.media_group_id
    offered = await state.get_state() in {OFFERED, CHOOSING}
    files = (*(pending_files(data) if offered else ()), sent)
    await state.set_data({**pending_data(files), ALBUM: album})
    await state.set_state(OFFERED)
    if album is None or not offered or data.get(ALBUM) != album or sent in files[:-1]:
        waiting = pending_files(pending_data(files))
        await show(message, screens.choose_screen(texts, waiting, hits, 0, album=album is not None))


async def on_choose(
    query: CallbackQuery,
    callback_data: buttons.ChooseEventButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Turn a page of the events, or show all of them again."""
    words = unpacked(callback_data.words)
    hits = await actions.candidates(db, clock, visitor, words)
    files = await _waiting(state)
    await show(query, screens.choose_screen(texts, files, hits, callback_data.page, words))


async def on_ask_words(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    """Await words."""
    await _waiting(state)
    await state.set_state(CHOOSING)
    await say(query, texts("files-words"))


async def on_words(
    message: Message, visitor: Visitor, texts: Texts, state: FSMContext, db: Database, clock: Clock
) -> None:
    """Offer the events that the words find."""
    words = query_words(message.text or "")
    hits = await actions.candidates(db, clock, visitor, words)
    files = await _waiting(state)
    if hits:
        await state.set_state(OFFERED)
    await show(message, screens.choose_screen(texts, files, hits, 0, words))


async def on_put(
    query: CallbackQuery,
    callback_data: buttons.PutButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Attach the waiting files to the chosen event."""
    attached = await actions.attach_pending(db, clock, visitor, visitor.chat_id, callback_data.event_id)
    await show(query, screens.attached_screen(texts, attached, more=False))


async def on_drop(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    """Attach nothing."""
    if await state.get_state() in {OFFERED, CHOOSING}:
        await state.clear()
    await show(query, Screen(texts("files-dropped"), home_row(texts)))


def sent_file(message: Message) -> SentFile | None:
    """Return the file of a message; None for one that has none, or of a kind no lesson needs."""
    caption = (message.caption or "")[:LONGEST]
    if message.photo:
        photo = message.photo[-1]
        ids = photo.file_id, photo.file_unique_id
        return SentFile(FileKind.PHOTO, *ids, "", photo.file_size or 0, caption)
    named = (
        (FileKind.VIDEO, message.video),
        (FileKind.AUDIO, message.audio),
        (FileKind.DOCUMENT, message.document),
    )
    for kind, file in named:
        if file is not None:
            ids = file.file_id, file.file_unique_id
            return SentFile(kind, *ids, file.file_name or "", file.file_size or 0, caption)
    return None


async def _waiting(state: FSMContext) -> tuple[SentFile, ...]:
    """Return the files that wait for an event; refuses where none do any more."""
    awaited = await state.get_state() in {OFFERED, CHOOSING}
    files = pending_files(await state.get_data()) if awaited else ()
    if not files:
        raise Refusal("error-files-gone")
    return files
