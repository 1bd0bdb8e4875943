"""Who is in streams, with all that conditions of an audience ask of a person."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from bot.broadcasts.audience import Field, Member
from bot.people.model import FOR_OTHERS, joined_name
from bot.schedule.spelling import fold
from bot.shared.turns import in_turns
from db.broadcast_answers import who_answered
from db.coming_events import published_modules
from db.engine import Tx, rows_in_parts
from db.excursions import buses, seats
from db.notices import notices
from db.people import accounts, agreed, consents, enrolments, people, present
from db.programme import directions
from db.projects import teams
from db.schedule import modules, travels

MEMBERS_A_TURN = 1_000
"""Members made of rows between two turns of the loop."""

Values = Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Everybody:
    """Everybody of some streams, and how values are called where that is not the value itself."""

    members: list[Member]
    labels: Mapping[tuple[str, str], str]


_MEMBERS = (
    select(
        enrolments.c.person_id,
        enrolments.c.stream_id,
        enrolments.c.roles,
        enrolments.c.group,
        people.c.surname,
        people.c.name,
        people.c.patronymic,
        people.c.region,
        people.c.zone,
        directions.c.code.label("direction"),
        directions.c.title.label("direction_title"),
        teams.c.code.label("team"),
        teams.c.title.label("team_title"),
        accounts.c.user_id,
        consents.c.id.label("consent_id"),
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


async def everybody(
    tx: Tx,
    streams: Collection[int],
    today: date,
    silent_about: Collection[int] = (),
    owing: Mapping[str, frozenset[str]] | None = None,
) -> Everybody:
    """Read who is in some streams at present, by stream; a statement for each thing asked of all.

    `owing` tells of teams (by code) which report they owe.
    """
    of_streams = or_(*(enrolments.c.stream_id == one for one in sorted(streams)))
    if not streams:
        return Everybody([], {})
    chosen = _MEMBERS.where(of_streams, present(today))
    ordered = chosen.order_by(enrolments.c.stream_id, enrolments.c.person_id)
    rows = [row async for row in rows_in_parts(tx, ordered)]
    labels: dict[tuple[str, str], str] = {}
    in_module, by_bus, open_to_all = await _travelling(tx, streams, labels)
    silent = await _silent(tx, silent_about)
    members = []
    async for row in in_turns(rows, MEMBERS_A_TURN):
        if row.team:
            labels[Field.TEAM, row.team] = row.team_title
        if row.direction:
            labels[Field.DIRECTION, row.direction] = row.direction_title
        owed = (owing or {}).get(row.team or "", frozenset())
        members.append(_member(row, in_module, open_to_all, by_bus, silent, owed))
    return Everybody(members, labels)


def _member(
    row: Any,
    in_module: Values,
    open_to_all: Values,
    by_bus: Values,
    silent: Values,
    owed: frozenset[str],
) -> Member:
    nowhere: frozenset[str] = frozenset()
    comes_to = in_module.get(row.person_id, nowhere) | open_to_all.get(row.stream_id, nowhere)
    values = {
        Field.ROLE: frozenset(row.roles),
        Field.GROUP: _one(row.group),
        Field.TEAM: _one(row.team),
        Field.DIRECTION: _one(row.direction),
        Field.REGION: _one(row.region),
        Field.MODULE: comes_to,
        Field.BUS: by_bus.get(row.person_id, frozenset()),
        Field.REPORT: owed if FOR_OTHERS & set(row.roles) else frozenset(),
        Field.SILENT: silent.get(row.person_id, frozenset()),
    }
    named = joined_name(row.surname, row.name, row.patronymic)
    entered = row.user_id is not None and row.consent_id is not None
    return Member(row.person_id, row.stream_id, named, row.zone, entered, values)


def _one(value: str | None) -> frozenset[str]:
    return frozenset({value}) if value else frozenset()


async def _travelling(
    tx: Tx, streams: Collection[int], labels: dict[tuple[str, str], str]
) -> tuple[Values, Values, Values]:
    """Return the modules (codes) people travel to, the buses they ride in, and by stream the modules to
    which nobody's travel is known: everybody of the stream comes to them.
    """
    open_to_all: dict[int, set[str]] = {}
    in_module: defaultdict[int, set[str]] = defaultdict(set)
    by_bus: defaultdict[int, set[str]] = defaultdict(set)
    for stream in sorted(streams):
        titles = {
            module.id: f"{module.city}: {module.title}" for module in await published_modules(tx, stream)
        }
        own = (
            select(travels.c.person_id, travels.c.bus, modules.c.id, modules.c.code)
            .join(modules, modules.c.id == travels.c.module_id)
            .where(modules.c.stream_id == stream)
        )
        known = select(modules.c.id, modules.c.code).where(modules.c.id.in_(sorted(titles)))
        codes = {row[0]: row[1] for row in await tx.execute(known)}
        labels |= {(Field.MODULE, codes[number]): title for number, title in titles.items()}
        open_to_all[stream] = set(codes.values())
        for person_id, bus, module_id, code in await tx.execute(own):
            in_module[person_id].add(code)
            open_to_all[stream].discard(code)
            labels[Field.MODULE, code] = titles.get(module_id, code)
            if bus:
                by_bus[person_id].add(fold(bus))
                labels[Field.BUS, fold(bus)] = bus
        seated = select(seats.c.person_id, buses.c.code).join(buses, buses.c.id == seats.c.bus_id)
        for person_id, code in await tx.execute(seated.where(buses.c.stream_id == stream)):
            by_bus[person_id].add(fold(code))
            labels.setdefault((Field.BUS, fold(code)), code)
    return _fixed(in_module), _fixed(by_bus), _fixed(open_to_all)


async def _silent(tx: Tx, ids: Collection[int]) -> Values:
    """Return which of some broadcasts people have got and not answered."""
    if not ids:
        return {}
    subjects = {f"broadcast:{one}": one for one in ids}
    had = await tx.execute(
        select(notices.c.person_id, notices.c.subject)
        .where(
            notices.c.subject.in_(sorted(subjects)),
            notices.c.kind.in_(("broadcast", "broadcast-urgent")),
            notices.c.person_id.is_not(None),
        )
        .distinct()
    )
    answered = await who_answered(tx, ids)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for person_id, subject in had:
        if (subjects[subject], person_id) not in answered:
            found[person_id].add(str(subjects[subject]))
    return _fixed(found)


def _fixed(found: Mapping[int, set[str]]) -> Values:
    return {person_id: frozenset(values) for person_id, values in found.items()}
