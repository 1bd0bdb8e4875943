"""The people of a stream whom notices may concern, with all that decides whose events they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from bot.people.model import Role
from bot.schedule.own import EVERYBODY, Belonging, Circle, Listener
from bot.shared.turns import in_turns
from db.circles import within
from db.engine import Tx, rows_in_parts
from db.excursions import buses, seats, waiting_places
from db.notices import batches
from db.people import accounts, agreed, consents, enrolments, people, present
from db.programme import directions
from db.projects import teams
from db.schedule import events, modules, travels
from db.timetable import buses_of

ROWS_A_TURN = 1_000
"""Rows made into values between two turns of the loop: some milliseconds."""

STAFF = frozenset({Role.ORGANIZER, Role.ADMINISTRATOR})

_LISTENERS = (
    select(
        enrolments.c.person_id,
        enrolments.c.roles,
        people.c.zone,
        accounts.c.user_id,
        accounts.c.reachable,
        consents.c.id,
        enrolments.c.group,
        directions.c.code,
        teams.c.code,
    )
    .select_from(enrolments)
    .join(people, people.c.id == enrolments.c.person_id)
    .outerjoin(directions, directions.c.id == enrolments.c.direction_id)
    .outerjoin(teams, teams.c.id == enrolments.c.team_id)
    .outerjoin(accounts, accounts.c.person_id == enrolments.c.person_id)
    .outerjoin(
        consents,
        agreed(enrolments.c.person_id),
    )
)


async def members(
    tx: Tx,
    stream_id: int,
    today: date,
    only: Collection[int] | None = None,
    circle: Circle = EVERYBODY,
) -> list[Listener]:
    """Read who of the listeners has entered and consented, and so can be written to."""
    return [one for one in await listeners(tx, stream_id, today, only, circle) if one.entered]


async def listeners(
    tx: Tx,
    stream_id: int,
    today: date,
    only: Collection[int] | None = None,
    circle: Circle = EVERYBODY,
) -> list[Listener]:
    """Read who is in a stream at present; organizers without another part are left out.

    They answer for the whole programme, so that all of it is theirs and nothing of it news to them.
    Whoever is outside the circle and has no place on an excursion may be left out.
    """
    conditions = await within(tx, stream_id, circle)
    inside = [or_(and_(*conditions), _placed(stream_id))] if conditions else []
    of_stream = list((await tx.execute(select(modules.c.id).where(_in(stream_id)))).scalars())
    found: list[Listener] = []
    for who in _among(only, enrolments.c.person_id):
        chosen = _LISTENERS.where(enrolments.c.stream_id == stream_id, present(today), *inside, *who)
        rows = [row async for row in rows_in_parts(tx, chosen.order_by(enrolments.c.person_id))]
        few = None if only is None else [row[0] for row in rows]
        own_buses = await _travel_buses(tx, stream_id, few)
        own_seats, own_places = await _seats(tx, stream_id, few)
        async for row in in_turns(rows, ROWS_A_TURN):
            person_id, roles, zone, user_id, reachable, consent_id, *belongs = row
            if STAFF.issuperset(roles):
                continue
            taken = own_seats.get(person_id, {})
            belonging = _belonging(*belongs, _riding(of_stream, own_buses.get(person_id, {}), taken))
            entered = user_id is not None and consent_id is not None
            placed = frozenset(own_places.get(person_id, ()))
            found.append(
                Listener(person_id, zone, belonging, frozenset(taken), entered, bool(reachable), placed)
            )
    return found


@lru_cache(10_000)
def _belonging(
    group: str, direction: str | None, team: str | None, riding: tuple[tuple[int, tuple[str, ...]], ...]
) -> Belonging:
    """Make one value for all who belong to the same: there are thousands of them."""
    return Belonging(group, direction or "", team or "", dict(riding))


def _riding(
    of_stream: Collection[int], travelling: Mapping[int, str], taken: Mapping[int, str]
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    if not travelling and not taken:
        return ()
    return tuple((module, buses_of(travelling.get(module), taken.values())) for module in of_stream)


async def _travel_buses(tx: Tx, stream_id: int, only: Collection[int] | None) -> dict[int, dict[int, str]]:
    """Return person → module → the bus of the travel, as written."""
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    chosen = select(travels.c.person_id, travels.c.module_id, travels.c.bus)
    riding = chosen.join(modules, modules.c.id == travels.c.module_id).where(
        _in(stream_id), travels.c.bus != ""
    )
    for who in _among(only, travels.c.person_id):
        for person_id, module_id, bus in await tx.execute(riding.where(*who)):
            found[person_id][module_id] = bus
    return found


async def _seats(
    tx: Tx, stream_id: int, only: Collection[int] | None
) -> tuple[dict[int, dict[int, str]], dict[int, set[int]]]:
    """Return person → bus → its code, in the order of the codes; and person → events with a place."""
    riding: defaultdict[int, dict[int, str]] = defaultdict(dict)
    places: defaultdict[int, set[int]] = defaultdict(set)
    chosen = (
        select(seats.c.person_id, seats.c.event_id, buses.c.id, buses.c.code)
        .join(events, events.c.id == seats.c.event_id)
        .outerjoin(buses, buses.c.id == seats.c.bus_id)
        .where(events.c.stream_id == stream_id)
        .order_by(buses.c.code)
    )
    waits = (
        select(waiting_places.c.person_id, waiting_places.c.event_id)
        .join(events, events.c.id == waiting_places.c.event_id)
        .where(events.c.stream_id == stream_id)
    )
    for who in _among(only, seats.c.person_id):
        for person_id, event_id, bus_id, code in await tx.execute(chosen.where(*who)):
            places[person_id].add(event_id)
            if bus_id is not None:
                riding[person_id][bus_id] = code
    for who in _among(only, waiting_places.c.person_id):
        for person_id, event_id in await tx.execute(waits.where(*who)):
            places[person_id].add(event_id)
    return riding, places


def _placed(stream_id: int) -> ColumnElement[bool]:
    """Build the condition: the person has a place on an excursion of the stream, or waits for one."""
    of_stream = select(events.c.id).where(events.c.stream_id == stream_id)
    return or_(
        *(
            enrolments.c.person_id.in_(select(table.c.person_id).where(table.c.event_id.in_(of_stream)))
            for table in (seats, waiting_places)
        )
    )


def _in(stream_id: int) -> ColumnElement[bool]:
    return modules.c.stream_id == stream_id


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


async def count_streams(tx: Tx, person_id: int, today: date) -> int:
    """Return in how many streams somebody is at present."""
    own = select(func.count()).select_from(enrolments).where(enrolments.c.person_id == person_id)
    return int((await tx.execute(own.where(present(today)))).scalar_one())
