"""What broadcasts read of messages: their content, and what was asked for."""

from dataclasses import dataclass
from typing import Any

from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.broadcasts import draft_actions as drafts
from bot.broadcasts.contents import Kind, Part
from bot.people.model import Visitor
from bot.ui.formatting import kept_entities
from bot.ui.menu import KEYS, is_organizer
from db.engine import Database
from handlers import text_entry

CONTENT, CORRECTION = "broadcast:content", "broadcast:correction"
PROPOSED = "broadcast:proposed"
"""A correction was typed and its question shown: nothing is awaited but the tap that confirms it."""

CHOICES, LINK, MOMENT = "broadcast:choices", "broadcast:link", "broadcast:moment"
DEADLINE, TITLE = "broadcast:deadline", "broadcast:title"
AWAITED = frozenset({CONTENT, CHOICES, LINK, MOMENT, DEADLINE, TITLE})
"""Awaited beside a correction; kept with it are the broadcast, 0 for a new one, and whether it is urgent."""

WORKBOOKS = (".xlsx", ".xlsm", ".xls")
"""Always read as the programme: a workbook with everybody's phones must not be sent to many by mistake."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What an organizer was asked for, and about which broadcast (0 for a new one).

    `refused` tells that the message is of an album whose first file was refused.
    """

    what: str
    broadcast_id: int
    urgent: bool
    refused: bool = False


@dataclass(frozen=True, slots=True)
class InAlbum:
    """The draft that holds the earlier messages of an album, and the message that shows it."""

    broadcast_id: int
    board: tuple[int, int] | None


class Awaited(Filter):
    """Lets through what an organizer was asked for; of participants and of keys nothing is read."""

    def __init__(self, *what: str) -> None:
        """Let through what is one of these."""
        self._what = what

    async def __call__(self, message: Message, visitor: Visitor, state: FSMContext) -> bool | dict[str, Any]:
        """Hand on what is awaited; a correction delivered again is the one that is asked about."""
        if not is_organizer(visitor) or is_workbook(message) or message.text in KEYS:
            return False
        awaited = await state.get_state()
        if awaited not in {*self._what, PROPOSED}:
            return False
        data = await state.get_data()
        if awaited == PROPOSED and data["update"] == visitor.update_id:
            awaited = CORRECTION
        if awaited not in self._what:
            return False
        refused = bool(message.media_group_id) and data.get("refused") == message.media_group_id
        return {"typed": Typed(awaited, int(data.get("broadcast", 0)), bool(data.get("urgent")), refused)}


class OfAlbum(Filter):
    """Lets through a further message of an album whose first one made a draft."""

    async def __call__(self, message: Message, visitor: Visitor, db: Database) -> bool | dict[str, Any]:
        """Look the draft up; other messages cost nothing."""
        if not message.media_group_id or not is_organizer(visitor):
            return False
        found = await drafts.album_of(db, visitor, message.media_group_id)
        return False if found is None else {"album": InAlbum(*found)}


def part_of(message: Message) -> Part | None:
    """Return what a message says as a broadcast keeps it; None for what cannot be sent to many."""
    text = message.text or message.caption or ""
    entities = kept_entities(message.entities or message.caption_entities)
    if message.location is not None and message.venue is None:
        if message.location.live_period:
            return None
        point = message.location
        return Part(Kind.LOCATION, latitude=point.latitude, longitude=point.longitude)
    photo = message.photo[-1] if message.photo else None
    files = (
        (Kind.PHOTO, photo),
        (Kind.VIDEO, message.video),
        (Kind.ANIMATION, message.animation),
        (Kind.AUDIO, message.audio),
        (Kind.VOICE, message.voice),
        (Kind.DOCUMENT, message.document),
    )
    for kind, file in files:
        if file is not None:
            return Part(kind, text, entities, file.file_id, album=message.media_group_id or "")
    return Part(Kind.TEXT, text, entities) if message.text else None


def is_workbook(message: Message) -> bool:
    """Tell whether a message brings a spreadsheet."""
    document = message.document
    return document is not None and (document.file_name or "").lower().endswith(WORKBOOKS)


async def await_typed(state: FSMContext, what: str, broadcast_id: int = 0, urgent: bool = False) -> None:
    """Await something about a broadcast (0 for a new one)."""
    await text_entry.await_typed(state, what, broadcast=broadcast_id, urgent=urgent)


async def keep_proposal(state: FSMContext, visitor: Visitor, broadcast_id: int, part: Part) -> None:
    """Keep the words of a correction until they are confirmed."""
    about = {"broadcast": broadcast_id, "update": visitor.update_id}
    await text_entry.await_typed(state, PROPOSED, **about, text=part.text, entities=part.entities)


async def proposal(state: FSMContext, broadcast_id: int) -> Part | None:
    """Return the words of a correction that wait to be confirmed; None where there are none any more."""
    if await state.get_state() != PROPOSED:
        return None
    data = await state.get_data()
    same = data["broadcast"] == broadcast_id
    return Part(Kind.TEXT, data["text"], data["entities"]) if same else None


async def refuse_album(state: FSMContext, typed: Typed, message: Message) -> None:
    """Await another message in place of one that was refused: further files of its album are none."""
    about = {"broadcast": typed.broadcast_id, "urgent": typed.urgent}
    await text_entry.await_typed(state, typed.what, **about, refused=message.media_group_id)
