"""Notices that would come alike, put together: when, what, to how many, and one of them as it would read."""

import html
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.notices.listing import Tally
from bot.notices.model import Notice, Outcome, State
from bot.ui.notices.letter import Letter


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one message tells of: a kind and its subject."""

    kind: str
    subject: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Messages about the same occasions at the same moment; `example` is the first of them."""

    at: datetime
    about: tuple[Occasion, ...]
    people: int
    example: Letter

    @property
    def words(self) -> str:
        """The example's text without its markup."""
        return html.unescape(re.sub(r"<[^>]*>", "", self.example.text))

    @property
    def buttons(self) -> tuple[str, ...]:
        """What the buttons below the example say."""
        return tuple(key.text for row in self.example.rows for key in row)

    @property
    def has_files(self) -> bool:
        """Tell whether files come after it."""
        return bool(self.example.files)


@dataclass(frozen=True, slots=True)
class Written:
    """A day's messages in the order of time, and why some of its notices would not be sent."""

    alike: tuple[Alike, ...]
    unsent: tuple[Tally, ...]


def put_together(messages: Iterable[tuple[tuple[Notice, ...], Letter]]) -> tuple[Alike, ...]:
    """Count the messages that tell of the same things at the same moment; most people first in each."""
    found: dict[tuple[datetime, tuple[Occasion, ...]], list[Letter]] = {}
    for notices, letter in messages:
        about = tuple(dict.fromkeys(Occasion(one.kind, one.subject) for one in notices))
        found.setdefault((notices[0].due_at, about), []).append(letter)
    every = [Alike(at, about, len(letters), letters[0]) for (at, about), letters in found.items()]
    return tuple(sorted(every, key=lambda one: (one.at, -one.people)))


def unsent(settled: Iterable[tuple[Notice, Outcome]]) -> tuple[Tally, ...]:
    """Count what would not be sent, by reason."""
    counted = Counter((outcome.state, outcome.reason) for _notice, outcome in settled)
    return tuple(Tally(State(state), reason, count) for (state, reason), count in sorted(counted.items()))
