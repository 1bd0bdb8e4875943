"""Assistants («помощник главы»): who acts for whom, how one is invited, what was done so (pure)."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.people.model import FOR_OTHERS, Person, Role
from bot.shared.errors import Refusal

MOST = 2
"""Assistants of one person at a time, those invited included."""

LIFETIME = timedelta(days=7)
"""How long an assistant's link opens."""

ENDED_KEPT = timedelta(days=30)
"""How long it stays known who was somebody's assistant."""

HELPER = "помощник-"
"""Begins the code of a person who is nothing but an assistant; such people are in no workbook."""

LONGEST = 120
"""Characters of an assistant's name."""

PAYLOAD = re.compile(r"help-[A-Za-z0-9_-]{16}")
"""What an assistant's deep link carries; personal links are 16 characters long, so the two never meet."""

_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[-'’. ]+[^\W\d_][^\W\d_.'’-]*)*\.?")


class Deed(StrEnum):
    """What an assistant does in somebody's name, and what the subject of the act is."""

    ASKED = "asked"
    """Wrote a message of a question; the number is the question's."""
    SIGNED_UP = "signed-up"
    """Signed up for an excursion or its list of those who wait; the number is the event's id."""
    GAVE_UP = "gave-up"
    """Gave a place on an excursion up; the number is the event's id."""

    BOARDED = "boarded"
    """Said that the head is in the bus; subject and number are the excursion's."""

    STAYED = "stayed"
    """Said that the head is not going; subject and number are the excursion's."""

    MET = "met"
    """Arranged, changed or cancelled a meeting with the mentor; subject and number are the meeting's."""

    WROTE = "wrote"
    """Wrote to the mentor; subject and number are the letter's."""
    REPORTED = "reported"
    """Reported on a project; the subject is the report, the number the project."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody is, is invited to be, or was the assistant of a head.

    `assistant` is None until the link is used; `name` is how the one who invited called them.
    """

    id: int
    head: Person
    assistant: Person | None
    name: str
    code: str
    expires_at: datetime
    bound_at: datetime | None
    ended_at: datetime | None

    @property
    def called(self) -> str:
        """The assistant's full name, as far as it is known."""
        return self.name if self.assistant is None else self.assistant.full_name


@dataclass(frozen=True, slots=True)
class Act:
    """What was done in somebody's name: by whom (surname and name) and when."""

    deed: Deed
    number: int
    done_at: datetime
    helper: str


def new_code() -> str:
    """Make the payload of an assistant's link: 96 random bits after `help-`."""
    return "help-" + secrets.token_urlsafe(12)


def helper_code() -> str:
    """Make the code of a person who is nothing but an assistant."""
    return HELPER + secrets.token_hex(8)


def is_helper(person: Person) -> bool:
    """Tell whether a person is nothing but an assistant."""
    return person.code.startswith(HELPER)


def may_have(roles: frozenset[Role]) -> bool:
    """Tell whether somebody with these roles may have assistants."""
    return bool(roles & FOR_OTHERS)


def read_name(text: str) -> str:
    """Return a typed full name with single spaces; a Refusal where it is not two words of letters."""
    name = " ".join(text.split())
    if len(name) > LONGEST or len(name.split()) < 2 or not _NAME.fullmatch(name):
        raise Refusal("error-assistant-name")
    return name


def parts_of(name: str) -> tuple[str, str, str]:
    """Divide a full name into surname, name and patronymic."""
    surname, own, *rest = name.split()
    return surname, own, " ".join(rest)


def check(tie: Tie | None, now: datetime) -> Tie:
    """Return an invitation that opens at this moment; a Refusal names the reason otherwise."""
    if tie is None or tie.ended_at is not None:
        raise Refusal("error-invitation-unknown")
    if tie.assistant is not None:
        raise Refusal("error-invitation-used")
    if now >= tie.expires_at:
        raise Refusal("error-assistant-expired")
    return tie
