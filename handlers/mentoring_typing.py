"""What meetings, letters and endings read of messages, and what was asked for."""

from dataclasses import dataclass
from typing import Any

from aiogram.filters import CommandObject, Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.mentoring import correspondence_actions as letters
from bot.mentoring.correspondence import Kind, Written
from bot.people.model import Visitor
from bot.support.model import Content
from bot.ui.menu import KEYS
from db.engine import Database
from handlers.support_typing import arguments_of, content_of

WHEN, PLACE, RESULT = "meeting:when", "meeting:place", "meeting:result"
LETTER, END = "letter:write", "mentorship:end"
AWAITED = frozenset({WHEN, PLACE, RESULT, LETTER, END})
"""What is awaited of either side of a mentorship."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody was asked for: about which mentorship, meeting or letter; on which day (an ordinal)."""

    what: str
    mentorship: int = 0
    meeting: int = 0
    letter: int = 0
    day: int = 0


class Awaited(Filter):
    """Lets through what somebody was asked for; of commands and keys nothing is read."""

    async def __call__(self, message: Message, visitor: Visitor, state: FSMContext) -> bool | dict[str, Any]:
        """Hand on what is awaited."""
        if not visitor.admitted or (message.text or "") in KEYS or (message.text or "").startswith("/"):
            return False
        awaited = await state.get_state()
        if awaited not in AWAITED:
            return False
        data = await state.get_data()
        numbers = {name: int(data.get(name, 0)) for name in ("mentorship", "meeting", "letter", "day")}
        return {"typed": Typed(awaited, **numbers)}


class ToLetter(Filter):
    """Lets through a reply to a letter that the bot brought, or to an own one."""

    async def __call__(self, message: Message, db: Database) -> bool | dict[str, Any]:
        """Look up the message that is replied to; messages that reply to nothing cost nothing."""
        replied = message.reply_to_message
        if replied is None:
            return False
        found = await letters.letter_shown(db, message.chat.id, replied.message_id)
        return False if found is None else {"letter": found}


class OfAlbum(Filter):
    """Lets through a further file of an album whose first one is a letter."""

    async def __call__(self, message: Message, db: Database) -> bool | dict[str, Any]:
        """Look the album up; other messages cost nothing."""
        if not message.media_group_id:
            return False
        found = await letters.letter_of_album(db, message.chat.id, message.media_group_id)
        return False if found is None else {"letter": found}


class EditedLetter(Filter):
    """Lets through an own letter whose words were changed."""

    async def __call__(self, message: Message, db: Database) -> bool:
        """Look the message up."""
        return await letters.own_letter(db, message.chat.id, message.message_id) is not None


def written_of(message: Message) -> Written | None:
    """Return what a message says as a letter keeps it; None for what it cannot carry."""
    content = content_of(message)
    return None if content is None else _written(content)


def written_after(message: Message, command: CommandObject) -> Written:
    """Return the words after a command as a letter."""
    return _written(arguments_of(message, command))


def _written(content: Content) -> Written:
    return Written(
        Kind(content.kind.value),
        content.text,
        content.file_id,
        content.chat_id,
        content.message_id,
        content.entities,
        content.album,
    )
