"""A person of the roster as organizers see them (frozen values)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.people.model import Person, Role
from bot.programme.model import Stream


@dataclass(frozen=True, slots=True)
class Part:
    """A person's part in a stream, perhaps left; direction and team by their titles."""

    stream: Stream
    roles: tuple[Role, ...]
    group: str
    direction: str
    team: str
    left_on: date | None

    def left(self, today: date) -> bool:
        """Tell whether the person is no longer in the stream on a day."""
        return self.left_on is not None and self.left_on <= today


@dataclass(frozen=True, slots=True)
class Account:
    """The messenger account of a person; `consented_at` is the consent to the present text."""

    user_id: int
    chat_id: int
    locale: str
    reachable: bool
    consented_at: datetime | None
    appointed: str = ""
    """How the account became an administrator's, empty where it is none."""


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person with the parts in the organizer's streams; `link_until` is where a link opens."""

    person: Person
    parts: Sequence[Part]
    account: Account | None
    link_until: datetime | None
    own: bool
    """The organizer looks at themselves."""
    today: date
    by_administrator: bool = False
    """An administrator looks."""
