"""What is known of a project: its card, its reports, what hinders it (frozen values)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.projects.visibility import Place
from bot.shared.zones import day_in


class Light(StrEnum):
    """How a project stands. People report the first three; grey is what the rule says of old reports."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    GREY = "grey"


REPORTABLE = (Light.GREEN, Light.YELLOW, Light.RED)
"""What may be reported, in the order in which it is offered."""


class GivenAs(StrEnum):
    """As whom somebody reported."""

    LEAD = "lead"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point of a project with its date; `done_at` is when it was marked as reached."""

    id: int
    title: str
    due_on: date
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was given.

    `author` is a full name, empty where it is known no more; `hinders` is empty where nothing does. What
    comes next is a milestone or words, or neither. `corrects_id` is the first of a chain of corrections,
    `first_at` when that one was given, known of a correction that was read back. `through`
    names the assistant who gave it in the author's name.
    """

    id: int
    project_id: int
    author_id: int | None
    author: str
    given_as: GivenAs
    at: datetime
    light: Light
    done: str
    hinders: str
    milestone: Milestone | None
    next_words: str
    corrects_id: int | None = None
    through: str = ""
    first_at: datetime | None = None

    @property
    def root_id(self) -> int:
        """The report this is, or the one it corrects: its place in the order."""
        return self.corrects_id or self.id

    @property
    def given_at(self) -> datetime:
        """Since when this is reported: a correction is no new report, and as old as what it corrects."""
        return self.first_at or self.at


@dataclass(frozen=True, slots=True)
class Blocker:
    """What hinders a project; names are full names, empty where nobody is named or known any more."""

    id: int
    project_id: int
    words: str
    opened_by: int | None
    opener: str
    opened_at: datetime
    helper_id: int | None
    helper: str
    asked_from: datetime
    closed_at: datetime | None = None

    def age(self, now: datetime, zone: str) -> int:
        """Return for how many days it has been there, by the calendar of a zone: 0 is since today."""
        until = self.closed_at or now
        return (day_in(until, zone) - day_in(self.opened_at, zone)).days


@dataclass(frozen=True, slots=True)
class Project:
    """A project with the names of what it belongs to; `zone` is where its team is, in Moscow if unsaid.

    `defence_id` is the event at which it is defended, `defence_order` its place there.
    """

    id: int
    code: str
    stream_id: int
    team_id: int
    team_code: str
    team: str
    title: str
    stage: str
    direction: str
    factory: str
    description: str
    zone: str
    municipality: str = ""
    defence_id: int | None = None
    defence_order: int | None = None

    @property
    def place(self) -> Place:
        """Where it belongs, for the question who sees it."""
        return Place(self.stream_id, self.team_code)


def newest_versions(reports: Iterable[Report]) -> dict[int, Report]:
    """Return the first of each chain of corrections → the newest of the chain, in the order of the first."""
    newest = {one.root_id: one for one in sorted(reports, key=lambda one: one.id)}
    return dict(sorted(newest.items()))


def current(reports: Sequence[Report]) -> Report | None:
    """Return the report in force: of the newest one its newest correction; None without any."""
    return max(reports, key=lambda one: (one.root_id, one.id), default=None)
