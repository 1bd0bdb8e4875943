"""What a mentor and a team write to each other through the bot: letters, their notices and parts (pure)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.mentoring.mentorships import Mentorship, Side
from bot.notices.keys import instant
from bot.notices.model import NoticeKind, Wanted
from bot.people.model import Person
from bot.shared.zones import MOSCOW

LETTER = NoticeKind("mentor-letter", bundled=False)
UNREACHED = NoticeKind("letter-unreached")
"""To the author of a letter: somebody it was for cannot be reached."""

KINDS = (LETTER, UNREACHED)

SUBJECT = "letter:"

OF_USE = timedelta(days=14)

APART = timedelta(seconds=1)
"""Between the messages of one letter, so that they come in their order."""

PART, CAPTION = 3000, 700
"""Characters of one message's words, of a file's: header and entities stay below Telegram's limits."""


class Kind(StrEnum):
    """What a letter is; each but a text has a file and may have words."""

    TEXT = "text"
    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote, as it came; `entities` is its formatting as JSON, `album` the messenger's mark."""

    kind: Kind
    text: str
    file_id: str
    chat_id: int
    message_id: int
    entities: str = ""
    album: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter; `author_id` is None where that person is erased, `to_id` the one of the team it answers."""

    id: int
    mentorship_id: int
    from_mentor: bool
    author_id: int | None
    to_id: int | None
    written: Written

    @property
    def side(self) -> Side:
        """From which side it is."""
        return Side.MENTOR if self.from_mentor else Side.TEAM

    @property
    def parts(self) -> int:
        """How many messages it makes: a file whose words are too long goes before them."""
        long = len(self.written.text)
        if self.written.kind is Kind.TEXT:
            return max(1, -(-long // PART))
        return 1 if long <= CAPTION else 1 + -(-long // PART)


def subject(letter_id: int) -> str:
    """Return under which subject notices about a letter are planned."""
    return f"{SUBJECT}{letter_id}"


def letter_number(named: str) -> int:
    """Return the number of the letter a subject names, 0 for something else."""
    return int(named.removeprefix(SUBJECT)) if named.startswith(SUBJECT) else 0


def readers(one: Mentorship, letter: Letter) -> tuple[Person, ...]:
    """Return whom a letter is for: the mentor; the team, or the one of it who is answered."""
    people = one.people(letter.side.other)
    if letter.to_id is None:
        return people
    return tuple(person for person in people if person.id == letter.to_id)


def letter_notices(
    one: Mentorship, letter: Letter, reached: Collection[int], now: datetime, edited: bool = False
) -> list[Wanted]:
    """Return the notices that bring a letter to whom it is for and who has entered; part by part."""
    mark = f"edit@{instant(now)}:" if edited else ""
    return [
        Wanted(
            key=f"letter:{letter.id}:{mark}{part}:person:{person.id}",
            kind=LETTER.name,
            subject=subject(letter.id),
            due_at=now + part * APART,
            stale_after=now + OF_USE,
            zone=person.zone or one.zone or MOSCOW,
            stream_id=one.stream.id,
            person_id=person.id,
            params={"part": part, "edited": edited},
        )
        for person in readers(one, letter)
        if person.id in reached
        for part in range(letter.parts)
    ]


def unreached_notice(
    one: Mentorship, letter: Letter, reader_id: int, author: Person, reason: str, now: datetime
) -> Wanted:
    """Return the word to a letter's author that it did not reach somebody; once for each reader."""
    return Wanted(
        key=f"letter:{letter.id}:unreached:{reader_id}:person:{author.id}",
        kind=UNREACHED.name,
        subject=subject(letter.id),
        due_at=now,
        stale_after=now + OF_USE,
        zone=author.zone or MOSCOW,
        stream_id=one.stream.id,
        person_id=author.id,
        params={"reader": reader_id, "why": reason},
    )


def names(people: Iterable[Person]) -> str:
    """Return the full names in one line."""
    return ", ".join(person.full_name for person in people)
