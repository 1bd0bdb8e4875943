"""What a notice looks like when it is sent, and how several become one message."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.notices.model import Notice
from bot.ui.screens import Rows
from bot.ui.texts import Markup, Texts
from db.engine import Tx

NO_WORDS = Markup("")

LONGEST = 3500
"""Characters of a message; Telegram takes 4,096 after parsing, tags are counted here to stay below."""

ROWS = 12
"""Rows of buttons under one message: more is no list but a search."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that follows the text; the caption is ≤ 1024 characters (Bot API, sendDocument)."""

    name: str
    content: bytes
    caption: str


Later = Callable[[], Awaitable[tuple[Attachment, ...]]]
"""Files that take a while: made when the text has gone, so that no other notice waits for them."""


@dataclass(frozen=True, slots=True)
class Media:
    """A message that is no text: a file by its id in the messenger with a caption, or a point in degrees.

    `kind` is the word of its method: `photo` for sendPhoto, `location` for sendLocation.
    """

    kind: str
    file_id: str = ""
    caption: Markup = NO_WORDS
    latitude: float = 0.0
    longitude: float = 0.0


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Other words for a message sent before, a file's caption where `caption` is true, and its buttons."""

    message_id: int
    text: Markup
    caption: bool = False
    rows: Rows = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of messages sent before.

    Without words to rewrite they are deleted, which Telegram allows under 48 hours (Bot API, deleteMessage).
    `chat_id` is where they stand, 0 for the chat the letter goes to: whoever has entered anew from another
    account has them in the old one's chat.
    """

    message_ids: tuple[int, ...]
    rewrites: tuple[Rewrite, ...] = ()
    chat_id: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """The text of a notice, its buttons, and the files after it.

    With `media` these are sent in place of the text: one carries the buttons itself; several are an album,
    which carries none (Bot API, sendMediaGroup), so that the text with the buttons comes after it. With
    `change` nothing is sent but messages sent before are rewritten or deleted. `reply_to` is the message of
    the chat it replies to, where that is `reply_chat_id` (0: any); only for kinds that are not bundled.
    """

    text: Markup
    rows: Rows = field(default_factory=list)
    files: tuple[Attachment | Later, ...] = ()
    media: tuple[Media, ...] = ()
    change: Change | None = None
    reply_to: int | None = None
    reply_chat_id: int = 0


@dataclass(frozen=True, slots=True)
class Lapse:
    """The facts no longer give a reason to write; `reason` is a word of `notices-reason-…`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing is written now: held until somebody lets it go on, or, with a moment, tried again then."""

    until: datetime | None = None


Facts = Mapping[int, Any]
"""By a notice's id what its text is made of, or a Lapse, or a Wait."""


@dataclass(frozen=True, slots=True)
class Presenter:
    """How a room writes a kind: read the facts of this moment for several notices, then render each."""

    read: Callable[[Tx, datetime, Sequence[Notice]], Awaitable[Facts]]
    write: Callable[[Texts, Any, datetime], Letter]


def packed(letters: Sequence[tuple[Notice, Letter]]) -> list[tuple[tuple[Notice, ...], Letter]]:
    """Join letters in their order into as few messages as their lengths allow, each with its notices."""
    joined: list[tuple[tuple[Notice, ...], Letter]] = []
    for notice, letter in letters:
        if joined and _fits(joined[-1][1], letter):
            notices, last = joined[-1]
            text = Markup(f"{last.text}\n\n{letter.text}")
            whole = Letter(text, [*last.rows, *letter.rows], (*last.files, *letter.files))
            joined[-1] = ((*notices, notice), whole)
        else:
            joined.append(((notice,), letter))
    return joined


def _fits(last: Letter, letter: Letter) -> bool:
    return len(last.text) + len(letter.text) <= LONGEST and len(last.rows) + len(letter.rows) <= ROWS
