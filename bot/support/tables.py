"""Rows of the tables organizers take away: who is in a stream and has entered, what was asked (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.people.model import Person, Role
from bot.programme.model import Stream
from bot.support.model import State


class Entering(StrEnum):
    """How far somebody of a stream has come with the bot."""

    OUTSIDE = "outside"
    UNCONSENTED = "unconsented"
    ENTERED = "entered"
    UNREACHABLE = "unreachable"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class RosterRow:
    """Somebody's part in a stream; `entered_at` is None for who has not entered."""

    stream: Stream
    person: Person
    roles: Sequence[Role]
    left_on: date | None
    entered_at: datetime | None
    reachable: bool
    consented: bool

    def entering(self, today: date) -> Entering:
        """Return what is true of this person on a day."""
        if self.left_on is not None and self.left_on <= today:
            return Entering.LEFT
        if self.entered_at is None:
            return Entering.OUTSIDE
        if not self.reachable:
            return Entering.UNREACHABLE
        return Entering.ENTERED if self.consented else Entering.UNCONSENTED


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A question; `staff` is whoever took or answered it, `words` what it begins with."""

    number: int
    stream: Stream
    person: Person
    asked_at: datetime
    state: State
    staff: str
    answered_at: datetime | None
    words: str
