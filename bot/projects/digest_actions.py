"""The digest for organizers and mentors: planned by the calendar, read when it is sent or asked for."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from bot.notices.model import Notice, Planner, Scope, Wanted
from bot.notices.planning import HORIZON
from bot.people.access_actions import organized
from bot.people.model import Person, Visitor
from bot.projects.digest import DIGEST, DIGEST_DAY, DIGEST_HOUR, Digest, digest, wanted_digests
from bot.projects.notices import Overseer
from bot.projects.portfolio import Standing
from bot.projects.portfolio_actions import standings, streams_of
from bot.projects.prompts import Rhythm
from bot.projects.reading import reader_of
from bot.projects.season_actions import season_of
from bot.projects.visibility import Sight
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from db import project_portfolio as rows
from db.engine import Database, Tx
from db.notice_plan import last_sent
from db.project_mentors import mentors_of
from db.project_people import Entered, entered
from db.settings import settings_of_stream

A_WEEK = timedelta(days=7)
"""How far back a first digest looks."""

LONGEST = timedelta(days=60)
"""How far back one looks at most."""


async def changes(db: Database, clock: Clock, visitor: Visitor) -> Digest:
    """Return what has changed in the projects a visitor sees all of as a leader, since the last digest sent.

    NotAllowed for whoever neither organizes nor mentors.
    """
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        owned = set(await organized(tx, reader.visitor))
        if not owned and not reader.mentored:
            raise NotAllowed
        streams = [one.id for one in await streams_of(reader)]
        present = [
            one
            for one in await standings(tx, streams, reader.now)
            if (one.project.stream_id in owned or one.project.team_code in reader.mentored)
            and reader.sight(one.project) is Sight.ALL
        ]
        since = await _since(tx, streams, reader.person_id or 0, reader.now)
        return await _digest(tx, streams, present, since, reader.now)


async def due(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Digest]:
    """Return, by notice id, what has changed for its reader; missing for who leads nothing there any more."""
    found: dict[int, Digest] = {}
    for stream_id in {notice.stream_id or 0 for notice in notices}:
        own = [notice for notice in notices if (notice.stream_id or 0) == stream_id]
        every = await standings(tx, [stream_id], now)
        people = await entered(tx, stream_id, now.date(), {notice.person_id or 0 for notice in own})
        mentors = await mentors_of(tx, [one.project.team_id for one in every])
        led = {one.person_id: _led(one, every, mentors) for one in people}
        for notice in own:
            person_id = notice.person_id or 0
            if led.get(person_id):
                since = await _since(tx, [stream_id], person_id, now)
                found[notice.id] = await _digest(tx, [stream_id], led[person_id], since, now)
    return found


async def _digest(
    tx: Tx, streams: Sequence[int], present: Sequence[Standing], since: datetime, now: datetime
) -> Digest:
    own = {one.project.id for one in present}
    before = [one for one in await standings(tx, streams, since) if one.project.id in own]
    reports = await rows.reports_between(tx, streams, since, now)
    blockers = await rows.blockers_since(tx, streams, since)
    return digest(before, present, reports, blockers, since, now)


def _led(
    one: Entered, every: Sequence[Standing], mentors: Mapping[int, Collection[Person]]
) -> list[Standing]:
    """Return which projects somebody organizes or mentors."""
    if one.organizes:
        return list(every)
    own = {team for team, people in mentors.items() if one.person_id in {each.id for each in people}}
    return [standing for standing in every if standing.project.team_id in own]


async def _since(tx: Tx, streams: Sequence[int], person_id: int, now: datetime) -> datetime:
    sent = [await last_sent(tx, DIGEST.name, f"stream:{stream}", person_id, now) for stream in streams]
    known = [moment for moment in sent if moment is not None]
    return max(*known, now - LONGEST) if known else now - A_WEEK


async def _wanted(tx: Tx, now: datetime, scope: Scope) -> list[Wanted]:
    season = await season_of(tx, scope.stream_id)
    every = await rows.listed(tx, [scope.stream_id])
    if season is None or not every:
        return []
    settings = await settings_of_stream(tx, scope.stream_id)
    rhythm = Rhythm(settings.value(DIGEST_DAY), settings.value(DIGEST_HOUR))
    people = await entered(tx, scope.stream_id, now.date(), scope.people)
    mentors = await mentors_of(tx, [one.project.team_id for one in every])
    mentoring = {person.id for own in mentors.values() for person in own}
    overseers = [
        Overseer(one.person_id, one.home_zone, one.organizes)
        for one in people
        if one.organizes or one.person_id in mentoring
    ]
    return wanted_digests(overseers, rhythm, season, now, now + HORIZON)


PLANNER = Planner(frozenset({DIGEST.name}), _wanted, by_events=False)
