"""The teams and mentors of a stream, read for the matching; teams of one that nobody wrote down."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select, update

from bot.mentoring.cohort import Bond, Cohort, Profile, Team
from bot.mentoring.mentorships import Phase
from bot.people.model import Person
from db.cohort_members import Members, members_of
from db.engine import Tx
from db.matchings import matching_pairs, matchings
from db.mentoring import mentors
from db.mentorships import mentorships
from db.notices import batches
from db.people import accounts, agreed, consents, people, person_of
from db.programme import directions, streams
from db.projects import projects, teams

ALONE = "один-"
"""How the code of a team of one begins that nobody wrote down."""


async def lock_stream(tx: Tx, stream_id: int) -> None:
    """Let nobody else import, match or answer in the stream until the transaction ends."""
    chosen = select(streams.c.id).where(streams.c.id == stream_id)
    await tx.execute(chosen.with_for_update(key_share=True))


async def read_cohort(tx: Tx, stream_id: int, today: date) -> Cohort:
    """Return the teams and mentors of a stream as they are at present."""
    members = await members_of(tx, stream_id, today)
    bonds = await bonds_of(tx, stream_id)
    return Cohort(
        stream_id=stream_id,
        teams=await _teams(tx, stream_id, members, {one.team for one in bonds if _open(one)}),
        mentors=await _mentors(tx, stream_id, members),
        bonds=bonds,
        unserved=await _unserved(tx, stream_id),
        published=bool(
            await tx.scalar(
                select(matchings.c.id)
                .where(matchings.c.stream_id == stream_id, matchings.c.published_at.is_not(None))
                .limit(1)
            )
        ),
        loose=0 if members.alone_count else len(members.loose),
    )


async def add_alone(tx: Tx, stream_id: int, today: date) -> None:
    """Write a team of one for each listener without a team, in a stream where listeners count as such.

    Those that are written already follow what has become known of their listener since.
    """
    members = await members_of(tx, stream_id, today)
    if not members.alone_count:
        return
    rows = await tx.execute(
        select(teams).where(teams.c.stream_id == stream_id, teams.c.person_id.is_not(None))
    )
    known = {row.person_id: row for row in rows}
    for person, direction_id in members.loose:
        facts, row = _alone(stream_id, person, direction_id), known.get(person.id)
        if row is None:
            await tx.execute(insert(teams).values(facts))
        elif any(getattr(row, name) != value for name, value in facts.items()):
            await tx.execute(update(teams).where(teams.c.id == row.id).values(facts))


async def bonds_of(tx: Tx, stream_id: int) -> tuple[Bond, ...]:
    """Return every mentorship of a stream, the earliest first."""
    rows = await tx.execute(
        select(mentorships, teams.c.code.label("team"), people.c.code.label("mentor"))
        .join(teams, teams.c.id == mentorships.c.team_id)
        .join(mentors, mentors.c.id == mentorships.c.mentor_id)
        .join(people, people.c.id == mentors.c.person_id)
        .where(mentorships.c.stream_id == stream_id)
        .order_by(mentorships.c.id)
    )
    return tuple(
        Bond(
            id=row.id,
            team=row.team,
            mentor=row.mentor,
            phase=Phase(row.state),
            proposed_at=row.proposed_at,
            at=row.ended_at or row.answered_at or row.proposed_at,
        )
        for row in rows
    )


async def entered(tx: Tx, people_ids: Collection[int]) -> set[int]:
    """Return who of some people has entered and agreed, so that there is somebody to write to."""
    found: set[int] = set()
    for part in batches(sorted(people_ids)):
        chosen = (
            select(accounts.c.person_id)
            .join(consents, agreed(accounts.c.person_id))
            .where(accounts.c.person_id.in_(part))
        )
        found.update((await tx.execute(chosen)).scalars())
    return found


def _open(bond: Bond) -> bool:
    return bond.phase in (Phase.PROPOSED, Phase.ACCEPTED)


def _alone(stream_id: int, person: Person, direction_id: int | None) -> dict[str, Any]:
    return {
        "code": f"{ALONE}{stream_id}-{person.id}",
        "stream_id": stream_id,
        "title": person.full_name,
        "direction_id": direction_id,
        "municipality": person.municipality,
        "region": person.region,
        "zone": person.zone,
        "person_id": person.id,
    }


async def _teams(tx: Tx, stream_id: int, members: Members, open_: Iterable[str]) -> tuple[Team, ...]:
    """Return the teams somebody is in; whoever has a mentor stays, whatever became of the team."""
    work: defaultdict[int, list[Any]] = defaultdict(list)
    of_stream = select(projects).where(projects.c.stream_id == stream_id).order_by(projects.c.id)
    for row in await tx.execute(of_stream):
        work[row.team_id].append(row)
    alone = {person.id for person, _ in members.loose} if members.alone_count else set()
    bound = set(open_)
    rows = await tx.execute(
        select(teams, directions.c.code.label("direction"))
        .outerjoin(directions, directions.c.id == teams.c.direction_id)
        .where(teams.c.stream_id == stream_id)
        .order_by(teams.c.code)
    )
    return tuple(
        _team(row, work[row.id], members)
        for row in rows
        if members.by_team[row.id] or row.person_id in alone or row.code in bound
    )


def _team(row: Any, work: list[Any], members: Members) -> Team:
    topics = dict.fromkeys((*row.topics, *(topic for one in work for topic in one.topics)))
    return Team(
        id=row.id,
        code=row.code,
        title=row.title,
        direction=row.direction,
        topics=tuple(topics),
        needs=row.needs,
        kinds=row.kinds,
        municipality=row.municipality,
        region=row.region,
        zone=row.zone,
        homes=frozenset(members.homes[row.id] | members.homes_alone[row.person_id]),
        wanted=row.wanted,
        forbidden=row.forbidden,
        pinned=row.pinned,
        alone_id=row.person_id,
        project=work[0].title if work else "",
        entered=row.id in members.entered_teams or row.person_id in members.entered,
    )


async def _mentors(tx: Tx, stream_id: int, members: Members) -> tuple[Profile, ...]:
    rows = await tx.execute(
        select(
            mentors.c.id.label("mentor_id"),
            mentors.c.kind,
            mentors.c.directions,
            mentors.c.topics,
            mentors.c.region.label("works_in"),
            mentors.c.capacity,
            mentors.c.paused_until,
            mentors.c.wanted,
            *people.c,
        )
        .join(people, people.c.id == mentors.c.person_id)
        .where(mentors.c.stream_id == stream_id)
        .order_by(people.c.code)
    )
    return tuple(
        Profile(
            id=row.mentor_id,
            person=person_of(row),
            kind=row.kind,
            directions=row.directions,
            topics=row.topics,
            region=row.works_in,
            capacity=row.capacity,
            paused_until=row.paused_until,
            wanted=row.wanted,
            entered=row.id in members.entered,
        )
        for row in rows
        if row.id in members.mentoring
    )


async def _unserved(tx: Tx, stream_id: int) -> dict[str, tuple[datetime, ...]]:
    rows = await tx.execute(
        select(teams.c.code, matchings.c.published_at)
        .select_from(matching_pairs)
        .join(matchings, matchings.c.id == matching_pairs.c.matching_id)
        .join(teams, teams.c.id == matching_pairs.c.team_id)
        .where(
            matchings.c.stream_id == stream_id,
            matchings.c.published_at.is_not(None),
            matching_pairs.c.mentor_id.is_(None),
        )
        .order_by(matchings.c.published_at)
    )
    found: defaultdict[str, list[datetime]] = defaultdict(list)
    for code, at in rows:
        found[code].append(at)
    return {code: tuple(moments) for code, moments in found.items()}
