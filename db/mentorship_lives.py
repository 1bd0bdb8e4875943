"""Mentorships with their two sides and their meetings, as they are lived."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from bot.mentoring.meetings import Meeting
from bot.mentoring.mentorships import MEMBERS, Life, Member, Mentorship, Phase
from bot.people.model import Person, Role
from db.engine import Tx
from db.meeting_reads import meetings_of
from db.mentoring import mentors
from db.mentorship_requests import open_requests
from db.mentorships import mentorships
from db.notices import batches
from db.people import enrolments, people, person_of, present
from db.programme import programmes, stream_columns, stream_of, streams
from db.projects import projects, teams

_PHASES = (Phase.ACCEPTED, Phase.ENDED)
"""What has a life; proposals are another matter."""

_MENTORSHIPS = (
    select(
        mentorships.c.id.label("mentorship_id"),
        mentorships.c.state,
        mentorships.c.answered_at,
        mentorships.c.ended_at,
        mentorships.c.reason,
        mentors.c.kind,
        teams.c.id.label("team_id"),
        teams.c.title.label("team_title"),
        teams.c.municipality.label("team_municipality"),
        teams.c.region.label("team_region"),
        teams.c.zone.label("team_zone"),
        teams.c.person_id.label("alone_id"),
        *people.c,
        *stream_columns,
    )
    .select_from(mentorships)
    .join(mentors, mentors.c.id == mentorships.c.mentor_id)
    .join(people, people.c.id == mentors.c.person_id)
    .join(teams, teams.c.id == mentorships.c.team_id)
    .join(streams, streams.c.id == mentorships.c.stream_id)
    .join(programmes, programmes.c.id == streams.c.programme_id)
    .where(mentorships.c.state.in_(_PHASES))
    .order_by(teams.c.title, mentorships.c.id)
)


async def life(tx: Tx, mentorship_id: int, today: date) -> Life | None:
    """Return a mentorship that was accepted once; None for any other."""
    found = await _lives(tx, today, mentorships.c.id == mentorship_id)
    return found[0] if found else None


async def lock(tx: Tx, mentorship_id: int) -> None:
    """Let nobody else end a mentorship or change its meetings until the transaction ends."""
    chosen = select(mentorships.c.id).where(mentorships.c.id == mentorship_id)
    await tx.execute(chosen.with_for_update())


async def lives_by_id(tx: Tx, mentorship_ids: Collection[int], today: date) -> dict[int, Life]:
    """Return mentorships that were accepted once; others are missing."""
    found: dict[int, Life] = {}
    for part in batches(sorted(mentorship_ids)):
        for one in await _lives(tx, today, mentorships.c.id.in_(part)):
            found[one.one.id] = one
    return found


async def lives_of_mentor(
    tx: Tx, person_id: int, stream_ids: Collection[int], today: date, phase: Phase = Phase.ACCEPTED
) -> list[Life]:
    """Return the mentorships of a mentor in some streams, by team."""
    own = and_(mentors.c.person_id == person_id, mentorships.c.stream_id.in_(sorted(stream_ids)))
    return await _lives(tx, today, own, mentorships.c.state == phase)


async def lives_of_member(tx: Tx, person_id: int, stream_id: int, today: date) -> list[Life]:
    """Return the mentorships of the team somebody is in, the one that runs first."""
    in_team = select(enrolments.c.team_id).where(
        enrolments.c.person_id == person_id, enrolments.c.stream_id == stream_id, present(today)
    )
    own = or_(teams.c.id.in_(in_team), teams.c.person_id == person_id)
    found = await _lives(tx, today, own, mentorships.c.stream_id == stream_id)
    mine = [one for one in found if person_id in {member.person.id for member in one.one.members}]
    return sorted(mine, key=lambda one: (not one.one.runs, -one.one.id))


async def lives_of_stream(tx: Tx, stream_id: int, today: date, *, ended: bool = True) -> list[Life]:
    """Return every mentorship of a stream that was accepted once, by team."""
    phases = _PHASES if ended else (Phase.ACCEPTED,)
    return await _lives(tx, today, mentorships.c.stream_id == stream_id, mentorships.c.state.in_(phases))


async def _lives(tx: Tx, today: date, *conditions: ColumnElement[bool]) -> list[Life]:
    rows = list(await tx.execute(_MENTORSHIPS.where(*conditions)))
    if not rows:
        return []
    members = await _members(tx, rows, today)
    work = await _projects(tx, {row.team_id for row in rows})
    mentoring = await _mentoring(tx, rows, today)
    ids = [row.mentorship_id for row in rows]
    asked = await open_requests(tx, ids)
    met = await meetings_of(tx, ids)
    return [_life(row, members, work, mentoring, asked, met) for row in rows]


def _life(
    row: Any,
    members: Mapping[int, tuple[Member, ...]],
    work: Mapping[int, tuple[str, str]],
    mentoring: Collection[tuple[int, int]],
    asked: Mapping[int, Any],
    met: Mapping[int, tuple[Meeting, ...]],
) -> Life:
    project, stage = work.get(row.team_id, ("", ""))
    one = Mentorship(
        id=row.mentorship_id,
        stream=stream_of(row),
        team_id=row.team_id,
        team=row.team_title,
        municipality=row.team_municipality,
        region=row.team_region,
        zone=row.team_zone,
        project=project,
        stage=stage,
        mentor=person_of(row),
        mentor_kind=row.kind,
        mentor_left=(row.id, row.stream_id) not in mentoring,
        members=members.get(row.team_id, ()),
        phase=Phase(row.state),
        since=row.answered_at,
        ended_at=row.ended_at,
        reason=row.reason,
        asked=asked.get(row.mentorship_id),
    )
    return Life(one, met.get(row.mentorship_id, ()))


async def _members(tx: Tx, rows: Collection[Any], today: date) -> dict[int, tuple[Member, ...]]:
    """Return by team who is in it at present, whoever leads it first."""
    found: defaultdict[int, list[Member]] = defaultdict(list)
    chosen = select(enrolments.c.team_id, enrolments.c.roles, *people.c).join(
        people, people.c.id == enrolments.c.person_id
    )
    for part in batches(sorted({row.team_id for row in rows})):
        for one in await tx.execute(chosen.where(enrolments.c.team_id.in_(part), present(today))):
            _add(found[one.team_id], one.roles, person_of(one))
    alone = {row.alone_id: row for row in rows if row.alone_id is not None}
    single = select(enrolments.c.stream_id, enrolments.c.roles, *people.c).join(
        people, people.c.id == enrolments.c.person_id
    )
    for part in batches(sorted(alone)):
        for one in await tx.execute(single.where(people.c.id.in_(part), present(today))):
            if one.stream_id == alone[one.id].stream_id:
                _add(found[alone[one.id].team_id], one.roles, person_of(one))
    return {
        team: tuple(sorted(each, key=lambda one: (not one.lead, one.person.full_name, one.person.id)))
        for team, each in found.items()
    }


def _add(members: list[Member], roles: Collection[str], person: Person) -> None:
    held = {Role(role) for role in roles}
    if held & MEMBERS and person.id not in {one.person.id for one in members}:
        members.append(Member(person, Role.TEAM_LEAD in held))


async def _projects(tx: Tx, team_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Return by team the title and the stage of its project, the first one of several."""
    found: dict[int, tuple[str, str]] = {}
    chosen = select(projects.c.team_id, projects.c.title, projects.c.stage).order_by(projects.c.id)
    for part in batches(sorted(team_ids)):
        for team_id, title, stage in await tx.execute(chosen.where(projects.c.team_id.in_(part))):
            found.setdefault(team_id, (title, stage))
    return found


async def _mentoring(tx: Tx, rows: Collection[Any], today: date) -> set[tuple[int, int]]:
    """Return who is a mentor of which stream at present: (person, stream)."""
    found = set()
    for part in batches(sorted({row.id for row in rows})):
        chosen = select(enrolments.c.person_id, enrolments.c.stream_id, enrolments.c.roles)
        for person, stream, roles in await tx.execute(
            chosen.where(enrolments.c.person_id.in_(part), present(today))
        ):
            if Role.MENTOR in roles:
                found.add((person, stream))
    return found
