"""A mentorship as it is lived: the two sides, how far it has come, who of them may do what (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.mentoring.meetings import Meeting, MeetingState
from bot.people.model import Person, Role, Visitor
from bot.programme.model import Stream

MEMBERS = frozenset({Role.PARTICIPANT, Role.TEAM_LEAD})
"""Who of a team is meant; a mentor or a guide who is written down with it is not."""


class Phase(StrEnum):
    """How far a mentorship has come."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class Side(StrEnum):
    """On which side of a mentorship somebody stands."""

    MENTOR = "mentor"
    TEAM = "team"

    @property
    def other(self) -> "Side":
        """The other one."""
        return Side.TEAM if self is Side.MENTOR else Side.MENTOR


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a team, and whether they lead it."""

    person: Person
    lead: bool = False


@dataclass(frozen=True, slots=True)
class EndAsked:
    """Somebody has asked the organizers to end it: when, from which side, and why."""

    at: datetime
    by: Side
    words: str


@dataclass(frozen=True, slots=True)
class Mentorship:
    """A team and its mentor.

    `team` is the title, `zone` the team's own (IANA) where it is known. `project` and `stage` are empty
    where the team has no project yet. `since` is when it was accepted. `mentor_left` tells that the mentor
    is no mentor of the stream any more.
    """

    id: int
    stream: Stream
    team_id: int
    team: str
    municipality: str
    region: str
    zone: str | None
    project: str
    stage: str
    mentor: Person
    mentor_kind: str
    mentor_left: bool
    members: tuple[Member, ...]
    phase: Phase
    since: datetime | None = None
    ended_at: datetime | None = None
    reason: str = ""
    asked: EndAsked | None = None

    @property
    def runs(self) -> bool:
        """Tell whether it was accepted and has not ended: only then is there anything to do in it."""
        return self.phase is Phase.ACCEPTED

    def people(self, side: Side) -> tuple[Person, ...]:
        """Return who stands on a side; whoever is no mentor of the stream any more stands on none."""
        if side is Side.TEAM:
            return tuple(one.person for one in self.members)
        return () if self.mentor_left else (self.mentor,)

    def side_of(self, visitor: Visitor) -> Side | None:
        """Return on which side somebody stands with the rights of this moment; None for neither."""
        if visitor.person is None or not visitor.admitted:
            return None
        roles = visitor.roles_in(self.stream.id)
        if visitor.person.id == self.mentor.id and Role.MENTOR in roles:
            return Side.MENTOR
        own = visitor.person.id in {one.person.id for one in self.members}
        return Side.TEAM if own and roles & MEMBERS else None


@dataclass(frozen=True, slots=True)
class Life:
    """A mentorship with its meetings, drafts left out, the earliest first."""

    one: Mentorship
    meetings: tuple[Meeting, ...] = ()

    @property
    def held(self) -> tuple[Meeting, ...]:
        """The meetings that took place, the earliest first."""
        return tuple(one for one in self.meetings if one.state is MeetingState.HELD)

    @property
    def missed(self) -> int:
        """How many were arranged and did not take place."""
        return sum(one.state is MeetingState.MISSED for one in self.meetings)

    def ahead(self, now: datetime) -> Meeting | None:
        """Return the meeting that runs or comes next."""
        coming = (one for one in self.meetings if one.state is MeetingState.PLANNED and one.ends_at > now)
        return next(coming, None)

    def to_log(self, now: datetime) -> tuple[Meeting, ...]:
        """Return the meetings that are over and of which nobody has said whether they took place."""
        return tuple(one for one in self.meetings if one.state is MeetingState.PLANNED and one.ends_at <= now)


def most_silent_first(lives: Sequence[Life], now: datetime) -> list[Life]:
    """Put those first that have met the longest ago, or never, and have nothing ahead of them."""

    def order(life: Life) -> tuple[bool, datetime, int]:
        last = life.held[-1].starts_at if life.held else life.one.since or now
        return life.ahead(now) is not None, last, life.one.id

    return sorted(lives, key=order)
