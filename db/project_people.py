"""Who of a stream has entered, in which team and roles: whom messages about projects may concern."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from bot.people.model import FOR_OTHERS, Person, Role
from bot.projects.notices import Askable
from db.engine import Tx
from db.notices import batches
from db.people import accounts, agreed, consents, enrolments, people, person_of, present
from db.programme import streams
from db.project_mentors import mentors_of
from db.projects import projects


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody of a stream who can be written to."""

    person_id: int
    roles: frozenset[str]
    team_id: int | None
    home_zone: str | None

    @property
    def askable(self) -> Askable | None:
        """The person as a member of a team, None for anybody else."""
        if self.team_id is None or not self.roles & FOR_OTHERS:
            return None
        return Askable(self.person_id, self.team_id, self.home_zone)

    @property
    def organizes(self) -> bool:
        """Tell whether the person organizes the stream."""
        return Role.ORGANIZER in self.roles

    @property
    def leads(self) -> bool:
        """Tell whether the person leads the team."""
        return Role.TEAM_LEAD in self.roles


_ENTERED = (
    select(enrolments.c.person_id, enrolments.c.roles, enrolments.c.team_id, people.c.zone)
    .join(people, people.c.id == enrolments.c.person_id)
    .join(accounts, accounts.c.person_id == enrolments.c.person_id)
    .join(
        consents,
        agreed(enrolments.c.person_id),
    )
    .order_by(enrolments.c.person_id)
)


async def entered(
    tx: Tx, stream_id: int, today: date, only: Collection[int] | None = None, team_id: int | None = None
) -> list[Entered]:
    """Return who of a stream, of some people or of a team, has entered and consented."""
    chosen = _ENTERED.where(enrolments.c.stream_id == stream_id, present(today))
    if team_id is not None:
        chosen = chosen.where(enrolments.c.team_id == team_id)
    found: list[Entered] = []
    for part in [None] if only is None else batches(sorted(only)):
        some = chosen if part is None else chosen.where(enrolments.c.person_id.in_(part))
        rows = await tx.execute(some)
        found += [Entered(row.person_id, frozenset(row.roles), row.team_id, row.zone) for row in rows]
    return found


async def candidates(tx: Tx, stream_id: int, team_id: int, today: date, *, everybody: bool) -> list[Person]:
    """Return who may help a team: its members, its mentors, the organizers; or everybody of the stream."""
    rows = await tx.execute(
        select(people, enrolments.c.roles, enrolments.c.team_id)
        .join(enrolments, enrolments.c.person_id == people.c.id)
        .where(enrolments.c.stream_id == stream_id, present(today))
        .order_by(people.c.surname, people.c.name, people.c.id)
    )
    mentors = {one.id for one in (await mentors_of(tx, [team_id])).get(team_id, ())}
    return [
        person_of(row)
        for row in rows
        if everybody or row.team_id == team_id or Role.ORGANIZER in row.roles or row.id in mentors
    ]


async def streams_with_projects(tx: Tx, today: date) -> list[int]:
    """Return the streams that have projects and have not ended long ago."""
    rows = select(streams.c.id).where(streams.c.ends_on >= today, projects.c.stream_id == streams.c.id)
    return list((await tx.execute(rows.distinct().order_by(streams.c.id))).scalars())
