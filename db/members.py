"""The members of a stream who can be written to, with all that decides whose events they are."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, select

from bot.people.consent import PROCESSING
from bot.people.model import Role
from bot.schedule.notices import Member
from bot.schedule.own import EVERYBODY, Belonging, Circle
from bot.shared.turns import in_turns
from db.circles import within
from db.engine import Tx, rows_in_parts
from db.excursions import buses, seats
from db.notices import batches
from db.people import accounts, consents, enrolments, people, present
from db.programme import directions
from db.projects import teams
from db.schedule import modules, travels

ROWS_A_TURN = 1_000
"""Rows made into values between two turns of the loop: some milliseconds."""

STAFF = frozenset({Role.ORGANIZER, Role.ADMINISTRATOR})

_MEMBERS = (
    select(
        people.c.id,
        people.c.zone,
        enrolments.c.roles,
        enrolments.c.group,
        directions.c.code,
        teams.c.code,
    )
    .select_from(enrolments.join(people, people.c.id == enrolments.c.person_id))
    .join(accounts, accounts.c.person_id == people.c.id)
    .join(
        consents,
        and_(
            consents.c.person_id == people.c.id,
            consents.c.purpose == PROCESSING,
            consents.c.version == bindparam("consent_version"),
            consents.c.withdrawn_at.is_(None),
        ),
    )
    .outerjoin(directions, directions.c.id == enrolments.c.direction_id)
    .outerjoin(teams, teams.c.id == enrolments.c.team_id)
    .where(enrolments.c.stream_id == bindparam("stream"))
    .order_by(people.c.id)
)


async def members(
    tx: Tx,
    stream_id: int,
    today: date,
    consent_version: int,
    only: Collection[int] | None = None,
    circle: Circle = EVERYBODY,
) -> list[Member]:
    """Read who has entered, consented and not left; organizers without another part are left out.

    They answer for the whole programme, so that all of it is theirs and nothing of it news to them.
    Whoever is outside the circle may be left out.
    """
    inside = await within(tx, stream_id, circle)
    facts = {"stream": stream_id, "consent_version": consent_version}
    found: list[Member] = []
    for who in _among(only, people.c.id):
        chosen = _MEMBERS.where(present(today), *inside, *who)
        rows = [row async for row in rows_in_parts(tx, chosen, facts)]
        riding = await _buses(tx, stream_id, None if only is None else [row[0] for row in rows])
        async for person_id, zone, roles, group, direction, team in in_turns(rows, ROWS_A_TURN):
            if not STAFF.issuperset(roles):
                own = Belonging(group, direction or "", team or "", riding.get(person_id, {}))
                found.append(Member(person_id, zone, own))
    return found


async def _buses(
    tx: Tx, stream_id: int, only: Collection[int] | None
) -> dict[int, dict[int, tuple[str, ...]]]:
    """Read the buses of people by module: the travel's as written, and the codes of the own seats'."""
    of_stream = select(modules.c.id).where(modules.c.stream_id == stream_id)
    module_ids = list((await tx.execute(of_stream)).scalars())
    found: dict[int, dict[int, tuple[str, ...]]] = {}
    for who in _among(only, travels.c.person_id):
        rides = select(travels.c.person_id, travels.c.module_id, travels.c.bus).where(
            travels.c.module_id.in_(module_ids), travels.c.bus != "", *who
        )
        for person_id, module_id, bus in await tx.execute(rides):
            found.setdefault(person_id, {})[module_id] = (bus,)
    for who in _among(only, seats.c.person_id):
        seated = (
            select(seats.c.person_id, buses.c.code)
            .join(buses, buses.c.id == seats.c.bus_id)
            .where(buses.c.stream_id == stream_id, *who)
            .order_by(buses.c.code)
        )
        for person_id, code in await tx.execute(seated):
            own = found.setdefault(person_id, {})
            for module_id in module_ids:
                own[module_id] = (*own.get(module_id, ()), code)
    return found


def _among(only: Collection[int] | None, column: Any) -> Iterable[tuple[ColumnElement[bool], ...]]:
    if only is None:
        return [()]
    return [(column.in_(part),) for part in batches(sorted(only))]


async def staff_of(tx: Tx, stream_id: int | None, today: date) -> list[int]:
    """Return the ids of a stream's organizers, of all streams' without one."""
    chosen = select(enrolments.c.person_id, enrolments.c.roles).where(present(today))
    if stream_id is not None:
        chosen = chosen.where(enrolments.c.stream_id == stream_id)
    rows = await tx.execute(chosen.order_by(enrolments.c.person_id))
    return list(dict.fromkeys(person for person, roles in rows if Role.ORGANIZER in roles))
