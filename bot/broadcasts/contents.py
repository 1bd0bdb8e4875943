"""What a broadcast may consist of, and what the messenger lets be done with it (pure)."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from urllib.parse import urlsplit

from bot.shared.errors import Refusal

NAME = "{имя}"
"""The placeholder: name and patronymic of whoever reads."""

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024
"""UTF-16 units after parsing (Bot API, sendMessage and sendPhoto)."""

ROOM_FOR_NAME = 80
"""Units kept free for each placeholder."""


_LABEL = re.compile(r"[^\W_]([\w-]*[^\W_])?")


class Kind(StrEnum):
    """What one message is."""

    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    AUDIO = "audio"
    VOICE = "voice"
    DOCUMENT = "document"
    LOCATION = "location"
    ALBUM = "album"


class Place(StrEnum):
    """Where the buttons stand: below the very message, or below one that comes after it."""

    BELOW = "below"
    AFTER = "after"


class Words(StrEnum):
    """Which words can be changed after sending."""

    TEXT = "text"
    CAPTION = "caption"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Ability:
    """What a kind allows.

    `words` says what a correction changes, and what is left of a message that is too old to be deleted:
    its text or caption becomes «Сообщение отозвано», or nothing can be changed and it is said in a reply.
    """

    buttons: Place
    placeholders: bool
    words: Words


ABILITIES: Mapping[Kind, Ability] = {
    Kind.TEXT: Ability(Place.BELOW, True, Words.TEXT),
    Kind.PHOTO: Ability(Place.BELOW, True, Words.CAPTION),
    Kind.VIDEO: Ability(Place.BELOW, True, Words.CAPTION),
    Kind.ANIMATION: Ability(Place.BELOW, True, Words.CAPTION),
    Kind.AUDIO: Ability(Place.BELOW, True, Words.CAPTION),
    Kind.VOICE: Ability(Place.BELOW, True, Words.CAPTION),
    Kind.DOCUMENT: Ability(Place.BELOW, True, Words.CAPTION),
    Kind.ALBUM: Ability(Place.AFTER, True, Words.CAPTION),
    Kind.LOCATION: Ability(Place.BELOW, False, Words.NONE),
}
"""By the Bot API: sendMediaGroup takes no buttons, editMessageCaption leaves the file, a place has none."""


@dataclass(frozen=True, slots=True)
class Part:
    """One message: words (a file's caption) with their formatting as JSON, the file's id, or a point."""

    kind: Kind
    text: str = ""
    entities: str = ""
    file_id: str = ""
    latitude: float = 0.0
    longitude: float = 0.0
    album: str = ""


def kind_of(parts: Sequence[Part]) -> Kind:
    """Return what several messages are together."""
    return Kind.ALBUM if len(parts) > 1 else parts[0].kind


def first_words(parts: Sequence[Part]) -> str:
    """Return the words contents are told by, empty for files without any."""
    return next((part.text for part in parts if part.text), "")


def ability_of(parts: Sequence[Part]) -> Ability:
    """Return what a broadcast's contents allow."""
    return ABILITIES[kind_of(parts)]


def require_fitting(part: Part) -> None:
    """Refuse words that would be too long for Telegram with a name in place of each placeholder."""
    longest = LONGEST_TEXT if part.kind is Kind.TEXT else LONGEST_CAPTION
    if _units(part.text) + part.text.count(NAME) * ROOM_FOR_NAME > longest:
        raise Refusal("error-broadcast-too-long", longest=str(longest))


def is_address(words: str) -> bool:
    """Tell whether Telegram takes words as the address of a button: of the web, with a dot in the host."""
    try:
        parts = urlsplit(words)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return False
    named = all(_LABEL.fullmatch(label) for label in host.split(".")) and "." in host
    return parts.scheme in {"http", "https"} and named and not any(one.isspace() for one in words)


def corrected(old: Sequence[Part], new: Part) -> tuple[Part, ...]:
    """Return contents with the words of a new message; an album's stand below its first captioned file.

    Refuses contents whose words cannot be changed, and a new message that is not words alone.
    """
    words = ability_of(old).words
    if words is Words.NONE:
        raise Refusal("error-broadcast-no-words")
    if new.kind is not Kind.TEXT:
        raise Refusal("error-broadcast-words-only")
    place = next((number for number, one in enumerate(old) if one.text), 0)
    changed = replace(old[place], text=new.text, entities=new.entities)
    require_fitting(changed)
    return (*old[:place], changed, *old[place + 1 :])


def filled(part: Part, name: str) -> Part:
    """Return a message with a name in place of each placeholder; the formatting moves along."""
    text, marks = part.text, json.loads(part.entities) if part.entities else []
    searched = 0
    while (at := text.find(NAME, searched)) >= 0:
        start, longer = _units(text[:at]), _units(name) - _units(NAME)
        text, searched = f"{text[:at]}{name}{text[at + len(NAME) :]}", at + len(name)
        marks = [_moved(mark, start, longer) for mark in marks]
    kept = [mark for mark in marks if mark["length"] > 0]
    return replace(part, text=text, entities=json.dumps(kept, ensure_ascii=False) if kept else "")


def _moved(mark: dict[str, int], start: int, longer: int) -> dict[str, int]:
    """Shift or stretch a mark around a replaced placeholder; one within it is lost."""
    end = start + _units(NAME)
    first, last = mark["offset"], mark["offset"] + mark["length"]
    if first >= end:
        return mark | {"offset": first + longer}
    if last <= start:
        return mark
    if first <= start and last >= end:
        return mark | {"length": mark["length"] + longer}
    if first < start:
        return mark | {"length": start - first}
    return mark | {"offset": end + longer, "length": max(0, last - end)}


def dumped(parts: Sequence[Part]) -> str:
    """Return messages as JSON to keep."""
    return json.dumps([asdict(part) for part in parts], ensure_ascii=False)


def loaded(text: str) -> tuple[Part, ...]:
    """Return kept messages."""
    return tuple(Part(**{**one, "kind": Kind(one["kind"])}) for one in json.loads(text))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
