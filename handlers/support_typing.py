"""What the help desk reads of messages: their content, their thread, what was asked for."""

from dataclasses import dataclass
from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.support import actions
from bot.support.model import Content, Kind
from db.engine import Database

ASKING, ANSWERING = "support:asking", "support:answering"
QUESTION = "question"
"""What is awaited from a person, and beside it the question it belongs to (0 for a new one)."""

GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}


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
    place = (message.chat.id, message.message_id)
    words = message.caption or ""
    if message.text:
        return Content(Kind.TEXT, message.text, "", *place)
    if message.photo:
        return Content(Kind.PHOTO, words, message.photo[-1].file_id, *place)
    files = ((Kind.VIDEO, message.video), (Kind.VOICE, message.voice), (Kind.DOCUMENT, message.document))
    for kind, file in files:
        if file is not None:
            return Content(kind, words, file.file_id, *place)
    return None


async def await_typed(state: FSMContext, what: str, question_id: int) -> None:
    """Await what somebody is to type about a question (0 for a new one)."""
    await state.set_data({QUESTION: question_id})
    await state.set_state(what)
