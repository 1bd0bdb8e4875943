"""What a notice looks like when it is sent, and how several become one message."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.notices.model import Notice
from bot.ui.screens import Rows
from bot.ui.texts import Markup, Texts
from db.engine import Tx

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
class Letter:
    """The text of a notice, its buttons, and the files after it.

    `reply_to` is the message of the chat it replies to; only for kinds that are not bundled.
    """

    text: Markup
    rows: Rows = field(default_factory=list)
    files: tuple[Attachment | Later, ...] = ()
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Lapse:
    """The facts no longer give a reason to write; `reason` is a word of `notices-reason-…`."""

    reason: str


Facts = Mapping[int, Any]
"""By a notice's id what its text is made of, or a Lapse."""


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
