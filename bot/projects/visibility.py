"""Who sees what of a project: the one place where that is decided (pure).

The team, its own mentor and the organizers of the stream see all of it; everybody else of the stream sees
title and stage; nobody outside the stream sees anything.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum

from bot.people.model import FOR_OTHERS, Role, Visitor
from bot.shared.errors import NotAllowed, OutOfDate

GONE = "error-project-gone"


class Sight(IntEnum):
    """How much of a project somebody sees; more includes less."""

    NOTHING = 0
    TITLE = 1
    ALL = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a project belongs: its stream and the code of its team."""

    stream_id: int
    team: str


def in_team(visitor: Visitor, place: Place) -> bool:
    """Tell whether the visitor is of the project's team, or acts for somebody who is.

    A team named beside another role alone (a guide, a mentor) makes nobody a member.
    """
    return visitor.admitted and any(
        part.stream.id == place.stream_id and part.team == place.team and bool(part.roles & FOR_OTHERS)
        for part in visitor.enrolments
        if part.team
    )


def leads_team(visitor: Visitor, place: Place) -> bool:
    """Tell whether the visitor leads the project's team, or acts for whoever does."""
    return visitor.admitted and any(
        part.stream.id == place.stream_id and part.team == place.team and Role.TEAM_LEAD in part.roles
        for part in visitor.enrolments
        if part.team
    )


def oversees(visitor: Visitor, stream_id: int) -> bool:
    """Tell whether the visitor organizes the stream."""
    return visitor.admitted and Role.ORGANIZER in visitor.roles_in(stream_id)


def mentors_it(visitor: Visitor, place: Place, mentored: Collection[str]) -> bool:
    """Tell whether the visitor is the team's own mentor, with `mentored` the codes of the own teams.

    It ends with the role; being a mentor of the stream without this team is nothing.
    """
    return visitor.admitted and place.team in mentored and Role.MENTOR in visitor.roles_in(place.stream_id)


def sight(visitor: Visitor, place: Place, mentored: Collection[str] = ()) -> Sight:
    """Return how much of a project the visitor sees."""
    if in_team(visitor, place) or oversees(visitor, place.stream_id) or mentors_it(visitor, place, mentored):
        return Sight.ALL
    if visitor.admitted and visitor.roles_in(place.stream_id):
        return Sight.TITLE
    return Sight.NOTHING


def require_all(visitor: Visitor, place: Place, mentored: Collection[str] = ()) -> None:
    """Refuse unless the visitor sees the whole project.

    Whoever sees nothing of it is told the same as of a project that does not exist.
    """
    if require_title(visitor, place, mentored) is not Sight.ALL:
        raise NotAllowed


def require_title(visitor: Visitor, place: Place, mentored: Collection[str] = ()) -> Sight:
    """Return how much the visitor sees; refuse whoever sees nothing, as if there were no such project."""
    found = sight(visitor, place, mentored)
    if found is Sight.NOTHING:
        raise OutOfDate(GONE)
    return found
