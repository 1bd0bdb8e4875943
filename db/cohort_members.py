"""Who is in which team of a stream at present, and who mentors there."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from bot.mentoring.matching.model import Place
from bot.mentoring.mentorships import MEMBERS
from bot.people.model import Person, Role
from db.engine import Tx
from db.people import accounts, agreed, consents, enrolments, people, person_of, present


@dataclass(slots=True)
class Members:
    """Who is in which team at present, and the listeners who are in none; `entered` can be written to.

    `homes` are by team those of its people, `homes_alone` by person those of who is in none.
    """

    by_team: Counter[int] = field(default_factory=Counter)
    entered_teams: set[int] = field(default_factory=set)
    loose: list[tuple[Person, int | None]] = field(default_factory=list)
    entered: set[int] = field(default_factory=set)
    mentoring: set[int] = field(default_factory=set)
    homes: defaultdict[int, set[Place]] = field(default_factory=lambda: defaultdict(set))
    homes_alone: defaultdict[int, set[Place]] = field(default_factory=lambda: defaultdict(set))

    @property
    def alone_count(self) -> bool:
        """Tell whether listeners count as teams of one: where no team has two of them."""
        return all(count < 2 for count in self.by_team.values())


async def members_of(tx: Tx, stream_id: int, today: date) -> Members:
    """Return who takes part in a stream at present."""
    rows = await tx.execute(
        select(
            enrolments.c.roles,
            enrolments.c.team_id,
            enrolments.c.direction_id,
            accounts.c.reachable,
            consents.c.id.label("consent_id"),
            *people.c,
        )
        .join(people, people.c.id == enrolments.c.person_id)
        .outerjoin(accounts, accounts.c.person_id == people.c.id)
        .outerjoin(consents, agreed(people.c.id))
        .where(enrolments.c.stream_id == stream_id, present(today))
        .order_by(people.c.id)
    )
    found = Members()
    for row in rows:
        roles = {Role(role) for role in row.roles}
        if row.reachable and row.consent_id is not None:
            found.entered.add(row.id)
        if Role.MENTOR in roles:
            found.mentoring.add(row.id)
        if not roles & MEMBERS:
            continue
        if row.team_id is None:
            found.loose.append((person_of(row), row.direction_id))
            found.homes_alone[row.id].add((row.municipality, row.region))
            continue
        found.by_team[row.team_id] += 1
        found.homes[row.team_id].add((row.municipality, row.region))
        if row.id in found.entered:
            found.entered_teams.add(row.team_id)
    return found
