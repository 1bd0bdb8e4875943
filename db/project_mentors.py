"""Who is whose mentor: the one place where the room of projects asks for it."""

from collections.abc import Collection, Mapping

from sqlalchemy import and_, select

from bot.mentoring.mentorships import Phase
from bot.people.model import Person, Role
from db.engine import Tx
from db.mentoring import mentors
from db.mentorships import mentorships
from db.notices import batches
from db.people import enrolments, people, person_of
from db.projects import teams

_IN_FORCE = mentorships.c.state == Phase.ACCEPTED
_ENROLLED = and_(
    enrolments.c.person_id == mentors.c.person_id, enrolments.c.stream_id == mentorships.c.stream_id
)


async def mentored_teams(tx: Tx, person_id: int | None) -> frozenset[str]:
    """Return the codes of the teams whose own mentor somebody is: accepted, and not ended."""
    if person_id is None:
        return frozenset()
    own = (
        select(teams.c.code)
        .join(mentorships, mentorships.c.team_id == teams.c.id)
        .join(mentors, mentors.c.id == mentorships.c.mentor_id)
        .where(_IN_FORCE, mentors.c.person_id == person_id)
    )
    return frozenset(await tx.scalars(own))


async def mentors_of(tx: Tx, team_ids: Collection[int]) -> Mapping[int, tuple[Person, ...]]:
    """Return the own mentors of teams, by the teams' ids; a team without one is missing.

    Whoever has lost the role in the stream is nobody's mentor there, whatever was accepted before.
    """
    found: dict[int, tuple[Person, ...]] = {}
    for part in batches(sorted(set(team_ids))):
        rows = await tx.execute(
            select(mentorships.c.team_id, enrolments.c.roles, people)
            .join(mentors, mentors.c.id == mentorships.c.mentor_id)
            .join(people, people.c.id == mentors.c.person_id)
            .join(enrolments, _ENROLLED)
            .where(_IN_FORCE, mentorships.c.team_id.in_(part))
        )
        for row in rows:
            if Role.MENTOR in row.roles:
                found[row.team_id] = (*found.get(row.team_id, ()), person_of(row))
    return found
