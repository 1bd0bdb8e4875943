"""What the help desk reads of messages: their content, their thread, what was asked for."""

from dataclasses import dataclass
from typing import Any

from aiogram.filters import CommandObject, Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.support import actions, album_actions
from bot.support.model import Content, Kind
from bot.ui.formatting import kept_entities
from db.engine import Database
from handlers import text_entry

ASKING, ANSWERING = "support:asking", "support:answering"
QUESTION = "question"
"""What is awaited from a person, and beside it the question it belongs to (0 for a new one)."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody was asked to type, and about which question (0 for a new one)."""

    what: str
    question_id: int


class InThread(Filter):
    """Lets through a reply to a message of some question, and hands its number on."""

    async def __call__(self, message: Message, db: Database) -> bool | dict[str, Any]:
        """Look the message up that is replied to."""
        replied = message.reply_to_message
        if replied is None:
            return False
        number = await actions.thread_of(db, message.chat.id, replied.message_id)
        return False if number is None else {"question_id": number}


class InAlbum(Filter):
    """Lets through a further message of an album that belongs to some question, and hands its number on."""

    async def __call__(self, message: Message, db: Database) -> bool | dict[str, Any]:
        """Look the album up; other messages cost nothing."""
        content = content_of(message) if message.media_group_id else None
        if content is None:
            return False
        number = await album_actions.thread_of_album(db, content)
        return False if number is None else {"question_id": number}


class Awaited(Filter):
    """Lets through what somebody was asked to type."""

    async def __call__(self, _message: Message, state: FSMContext) -> bool | dict[str, Any]:
        """Hand on what is awaited and about which question."""
        awaited = await state.get_state()
        if awaited not in {ASKING, ANSWERING}:
            return False
        return {"typed": Typed(awaited, int((await state.get_data()).get(QUESTION, 0)))}


def content_of(message: Message) -> Content | None:
    """Return what a message says as a question keeps it; None for what it cannot carry."""
    photo = message.photo[-1] if message.photo else None
    files = (
        (Kind.PHOTO, photo),
        (Kind.VIDEO, message.video),
        (Kind.VOICE, message.voice),
        (Kind.DOCUMENT, message.document),
    )
    found = next(((kind, file.file_id) for kind, file in files if file is not None), None)
    if found is None and not message.text:
        return None
    kind, file_id = found or (Kind.TEXT, "")
    return Content(
        kind=kind,
        text=message.text or message.caption or "",
        file_id=file_id,
        chat_id=message.chat.id,
        message_id=message.message_id,
        entities=kept_entities(message.entities or message.caption_entities),
        album=message.media_group_id or "",
    )


def arguments_of(message: Message, command: CommandObject) -> Content:
    """Return the words after a command, with the formatting that lies on them."""
    words, whole = (command.args or "").strip(), (message.text or "").rstrip()
    before = len(whole.removesuffix(words).encode("utf-16-le")) // 2
    return Content(
        kind=Kind.TEXT,
        text=words,
        file_id="",
        chat_id=message.chat.id,
        message_id=message.message_id,
        entities=kept_entities(message.entities, before),
    )


async def await_typed(state: FSMContext, what: str, question_id: int) -> None:
    """Await what somebody is to type about a question (0 for a new one)."""
    await text_entry.await_typed(state, what, **{QUESTION: question_id})
