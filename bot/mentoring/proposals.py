"""A proposal to a mentor: what waits for an answer, and what became of it (pure)."""

from dataclasses import dataclass
from datetime import datetime

from bot.mentoring.matching.model import Fit
from bot.mentoring.mentorships import Phase
from bot.people.model import Person
from bot.programme.model import Stream

REASON = 300
"""Characters of the words with which somebody declines."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A team that was proposed to a mentor; `reason` is what the mentor said when declining."""

    id: int
    stream: Stream
    team_id: int
    team_code: str
    team: str
    mentor: Person
    mentor_id: int
    capacity: int
    phase: Phase
    fit: Fit
    proposed_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None
    reason: str

    @property
    def waits(self) -> bool:
        """Tell whether the mentor has not answered."""
        return self.phase is Phase.PROPOSED


@dataclass(frozen=True, slots=True)
class TeamInBrief:
    """What a mentor is told of a proposed team, and organizers of any: no contacts.

    `direction` is a title; `zone` (IANA) None where it is unknown.
    """

    code: str
    title: str
    project: str
    direction: str
    municipality: str
    region: str
    zone: str | None
    topics: tuple[str, ...]
    needs: str
