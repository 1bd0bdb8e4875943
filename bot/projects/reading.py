"""What every screen of one project begins with: who asks, at this moment, and how much they may see."""

from dataclasses import dataclass
from datetime import datetime

from bot.people.actions import present_visitor
from bot.people.model import Visitor
from bot.people.rights import require_admission
from bot.projects.model import Project
from bot.projects.visibility import (
    GONE,
    Sight,
    in_team,
    leads_team,
    oversees,
    require_all,
    require_title,
    sight,
)
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate
from db.engine import Tx
from db.project_facts import project
from db.project_mentors import mentored_teams


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks, at a moment, with the codes of the teams whose own mentor they are."""

    tx: Tx
    now: datetime
    visitor: Visitor
    mentored: frozenset[str]

    @property
    def person_id(self) -> int | None:
        """Whoever of the roster asks, or is acted for."""
        return self.visitor.person.id if self.visitor.person else None

    def sight(self, found: Project) -> Sight:
        """Return how much of a project they see."""
        return sight(self.visitor, found.place, self.mentored)

    def works_on(self, found: Project) -> bool:
        """Tell whether they may change what belongs to a project: its team and the organizers."""
        return in_team(self.visitor, found.place) or oversees(self.visitor, found.stream_id)

    def answers_for(self, found: Project) -> bool:
        """Tell whether they speak for the whole team: its lead and the organizers."""
        return leads_team(self.visitor, found.place) or oversees(self.visitor, found.stream_id)


async def reader_of(tx: Tx, clock: Clock, visitor: Visitor) -> Reader:
    """Step: read who asks; NotAllowed for whoever is not admitted at this moment."""
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    person = present.person if present.assistance is None else None
    mentored = await mentored_teams(tx, person.id if person else None)
    return Reader(tx, clock.now(), present, mentored)


async def project_seen(reader: Reader, project_id: int) -> Project:
    """Step: return a project of which the reader sees at least the title; OutOfDate for any other."""
    found = await project(reader.tx, project_id)
    if found is None:
        raise OutOfDate(GONE)
    require_title(reader.visitor, found.place, reader.mentored)
    return found


async def whole_project(reader: Reader, project_id: int) -> Project:
    """Step: return a project the reader sees all of; NotAllowed where it is the title alone."""
    found = await project_seen(reader, project_id)
    require_all(reader.visitor, found.place, reader.mentored)
    return found


async def project_to_change(reader: Reader, project_id: int) -> Project:
    """Step: return a project the reader may change; NotAllowed for mentors and everybody else."""
    found = await project_seen(reader, project_id)
    if not reader.works_on(found):
        raise NotAllowed
    return found
