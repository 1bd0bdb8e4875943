"""What waits for a person: the value every room declares in its own words, and who is asked about (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.people.model import Visitor
from bot.programme.model import Stream


class Matter(StrEnum):
    """What kind of thing waits; the most urgent kinds first."""

    PLACE = "place"
    ANSWER = "answer"
    PROPOSAL = "proposal"
    MEETING_LOG = "meeting-log"
    LATE_QUESTIONS = "late-questions"
    NEW_QUESTIONS = "new-questions"
    OWN_QUESTIONS = "own-questions"
    REPORT = "report"
    BROADCASTS = "broadcasts"
    SILENT_MENTORS = "silent-mentors"
    END_ASKED = "end-asked"
    MATCH = "match"
    ACCESS = "access"
    CORRECTIONS = "corrections"
    IMPORT = "import"
    DRAFT = "draft"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Awaited:
    """One line of the list: how many there are of a matter.

    `subject_id` is where its button leads, 0 for the list of them all; `stream` is set where the line is
    about one stream; `name` is what the single thing is called, where it has a name.
    """

    matter: Matter
    count: int
    subject_id: int = 0
    stream: Stream | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Asker:
    """For whom and when it is asked; `organized` are the streams the person organizes, ended ones too."""

    visitor: Visitor
    organized: tuple[Stream, ...]
    now: datetime

    @property
    def today(self) -> date:
        """The day by which streams have ended."""
        return self.now.date()

    @property
    def running(self) -> tuple[Stream, ...]:
        """The organized streams that have not ended."""
        return tuple(stream for stream in self.organized if stream.ends_on >= self.today)


def in_order(awaited: Sequence[Awaited]) -> tuple[Awaited, ...]:
    """Put the most urgent matters first; of one matter, as the room gave them."""
    order = list(Matter)
    return tuple(sorted(awaited, key=lambda one: order.index(one.matter)))
