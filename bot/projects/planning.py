"""Planning the messages about projects: what reports, pauses and open blockers ask for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.notices.model import Planner, Scope, Wanted
from bot.notices.planning import HORIZON, Planning
from bot.programme.setting import Settings
from bot.projects.defence import DEFENCE_AHEAD, DEFENCE_SLOT
from bot.projects.digest import DIGEST
from bot.projects.model import Blocker, Project
from bot.projects.notices import (
    BLOCKER,
    PROMPT,
    PROMPT_OF_USE,
    SILENCE,
    Askable,
    Overseer,
    Season,
    Standing,
    wanted_prompts,
    wanted_questions,
)
from bot.projects.prompts import Rhythm
from bot.projects.season_actions import season_of
from bot.projects.settings import BLOCKER_DAYS, REPORT_DAY, REPORT_HOUR
from bot.projects.settings import SILENCE as SILENCE_DAYS
from bot.projects.silences import Silent, wanted_silences
from bot.shared.clock import Clock
from db import project_blockers, project_pauses, project_reports
from db.engine import Database, Tx
from db.project_mentors import mentors_of
from db.project_people import Entered, entered, streams_with_projects
from db.project_reads import projects_of_stream
from db.settings import settings_of_stream

NAMES = frozenset(
    {PROMPT.name, SILENCE.name, BLOCKER.name, DIGEST.name, DEFENCE_SLOT.name, DEFENCE_AHEAD.name}
)
"""The kinds that are planned; words about an act are put by the act itself."""

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Facts:
    """A stream's projects as its messages depend on them."""

    projects: Sequence[Project]
    last_reports: dict[int, datetime]
    season: Season
    settings: Settings


async def replan_team(tx: Tx, now: datetime, planning: Planning, stream_id: int, team_id: int) -> None:
    """Step: plan again what the members of a team are asked."""
    people = await entered(tx, stream_id, now.date(), team_id=team_id)
    if people:
        scope = Scope(stream_id, people=frozenset(one.person_id for one in people))
        await planning.replan(tx, now, scope, frozenset({PROMPT.name}))


async def replan_silences(tx: Tx, now: datetime, planning: Planning, stream_id: int) -> None:
    """Step: plan again what organizers and mentors are told of who is silent."""
    await planning.replan(tx, now, Scope(stream_id), frozenset({SILENCE.name}))


async def replan_questions(tx: Tx, now: datetime, planning: Planning, stream_id: int) -> None:
    """Step: plan again whom a stream's blockers are asked about."""
    await planning.replan(tx, now, Scope(stream_id), frozenset({BLOCKER.name}))


async def replan_streams(tx: Tx, now: datetime, planning: Planning, stream_ids: Iterable[int]) -> None:
    """Step: plan everything about the projects of some streams again."""
    for stream_id in sorted(stream_ids):
        await planning.replan(tx, now, Scope(stream_id), NAMES)


async def plan_projects(db: Database, clock: Clock, planning: Planning) -> None:
    """Plan what has come within the horizon, each stream in a transaction of its own."""
    async with db.read() as tx:
        streams = await streams_with_projects(tx, (clock.now() - A_DAY).date())
    for stream_id in streams:
        async with db.write() as tx:
            await replan_streams(tx, clock.now(), planning, [stream_id])


async def facts_of(tx: Tx, stream_id: int) -> Facts | None:
    """Step: read a stream's projects with their last reports; None where it has none."""
    every = await projects_of_stream(tx, stream_id)
    season = await season_of(tx, stream_id)
    if not every or season is None:
        return None
    last = await project_reports.last_reported(tx, stream_id)
    return Facts(every, last, season, await settings_of_stream(tx, stream_id))


def rhythm_of(settings: Settings) -> Rhythm:
    """Return when teams are asked, as organizers have set it."""
    return Rhythm(settings.value(REPORT_DAY), settings.value(REPORT_HOUR))


def silent_since(last_report: datetime | None, starts_on: date) -> datetime:
    """Return since when nobody has reported: before the first report, since the programme began."""
    return last_report or datetime.combine(starts_on, time(), UTC)


async def _prompts(tx: Tx, now: datetime, scope: Scope) -> Iterable[Wanted]:
    facts = await facts_of(tx, scope.stream_id)
    if facts is None:
        return []
    people = await entered(tx, scope.stream_id, now.date(), scope.people)
    asked = [one.askable for one in people if one.askable is not None]
    teams = {one.team_id for one in asked}
    own = [one for one in facts.projects if one.team_id in teams]
    standings = [Standing(one.id, one.team_id, facts.last_reports.get(one.id)) for one in own]
    pauses = await project_pauses.pauses_of(tx, teams, now, snoozed_since=now - PROMPT_OF_USE)
    rhythm = rhythm_of(facts.settings)
    return wanted_prompts(standings, asked, pauses, rhythm, facts.season, now, now + HORIZON)


async def _silences(tx: Tx, now: datetime, scope: Scope) -> Iterable[Wanted]:
    facts = await facts_of(tx, scope.stream_id)
    if facts is None:
        return []
    people = await entered(tx, scope.stream_id, now.date(), scope.people)
    silent = await silent_projects(tx, now, facts)
    mentors = frozenset().union(*(one.mentors for one in silent)) if silent else frozenset()
    overseers = [
        Overseer(one.person_id, one.home_zone, one.organizes)
        for one in people
        if one.organizes or one.person_id in mentors
    ]
    days = facts.settings.value(SILENCE_DAYS)
    return wanted_silences(silent, overseers, days, facts.season, now, now + HORIZON)


async def silent_projects(tx: Tx, now: datetime, facts: Facts) -> list[Silent]:
    """Step: return since when nobody has reported on each project; teams on leave are left out."""
    teams = {one.team_id for one in facts.projects}
    away = {one.team_id for one in await project_pauses.pauses_of(tx, teams, now) if one.person_id is None}
    mentors = await mentors_of(tx, teams)
    return [
        Silent(
            one.id,
            silent_since(facts.last_reports.get(one.id), facts.season.starts_on),
            frozenset(person.id for person in mentors.get(one.team_id, ())),
        )
        for one in facts.projects
        if one.team_id not in away
    ]


async def _questions(tx: Tx, now: datetime, scope: Scope) -> Iterable[Wanted]:
    facts = await facts_of(tx, scope.stream_id)
    if facts is None:
        return []
    blockers = await project_blockers.open_blockers(tx, [one.id for one in facts.projects])
    if not blockers:
        return []
    people = await entered(tx, scope.stream_id, now.date())
    teams = {one.id: one.team_id for one in facts.projects}
    asked = [
        (blocker, _within(asked_about(blocker, teams[blocker.project_id], people), scope))
        for every in blockers.values()
        for blocker in every
    ]
    days = facts.settings.value(BLOCKER_DAYS)
    return wanted_questions(asked, days, facts.season, now, now + HORIZON)


def asked_about(blocker: Blocker, team_id: int, people: Sequence[Entered]) -> list[Askable]:
    """Return who is asked whether something still hinders, of those who have entered the stream.

    That is the helper, else who told of it and is of the team still, else the lead.
    """
    team = [one for one in people if one.askable is not None and one.team_id == team_id]
    found = (
        [one for one in people if one.person_id == blocker.helper_id]
        or [one for one in team if one.person_id == blocker.opened_by]
        or [one for one in team if one.leads]
    )
    return [Askable(one.person_id, team_id, one.home_zone) for one in found]


def _within(people: Sequence[Askable], scope: Scope) -> list[Askable]:
    return [one for one in people if scope.people is None or one.person_id in scope.people]


PLANNERS = (
    Planner(frozenset({PROMPT.name}), _prompts, cancelled="not-needed", by_events=False),
    Planner(frozenset({SILENCE.name}), _silences, cancelled="not-needed", by_events=False),
    Planner(frozenset({BLOCKER.name}), _questions, cancelled="not-needed", by_events=False),
)
"""The planners of this room; the calendar asks them by `plan_projects`."""
