"""Not being asked for a report for a while: later, or «в отпуске до»; the lead also for the whole team."""

import re
from datetime import date, datetime, time, timedelta

from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.projects.card_actions import Card, card_of
from bot.projects.model import Project
from bot.projects.planning import replan_silences, replan_team
from bot.projects.prompts import Pause, PauseKind, stays_away
from bot.projects.reading import project_seen, reader_of
from bot.projects.visibility import in_team
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from bot.shared.zones import MOSCOW, day_in, zone_named
from bot.workbook.days import Yearless, read_day
from bot.workbook.raw import Unclear
from db import project_pauses as rows
from db.engine import Database, Tx
from db.updates import first_time

LONGEST_LEAVE = timedelta(days=92)
MORNING = time(10)
_UNTIL = re.compile(r"^(?:до|по|until|till)\s+", re.IGNORECASE)
YEAR = timedelta(days=364)


async def snooze(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, project_id: int, hours: int
) -> Card:
    """Ask the visitor again in some hours, with 0 tomorrow morning by the own clock; a longer leave stays."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        project = await project_seen(reader, project_id)
        person = reader.visitor.person
        if person is None or not in_team(reader.visitor, project.place):
            raise NotAllowed("error-projects-not-team")
        until = reader.now + timedelta(hours=hours) if hours else _tomorrow(reader.now, person.zone or MOSCOW)
        if await first_time(tx, visitor.update_id, "snooze-report", reader.now):
            pause = Pause(project.team_id, person.id, PauseKind.SNOOZE, until)
            if not stays_away(await rows.pauses_of(tx, [project.team_id], reader.now), pause):
                await rows.save_pause(tx, pause, person.id, reader.now)
            await replan_team(tx, reader.now, planning, project.stream_id, project.team_id)
        return await card_of(reader, project)


async def leave(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    project_id: int,
    away: timedelta | str,
    whole_team: bool = False,
) -> Card:
    """Ask nobody for some time, or until a typed day: the visitor, or for lead and organizers the team."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        project = await project_seen(reader, project_id)
        person = reader.visitor.person
        own = person is not None and in_team(reader.visitor, project.place)
        if not (reader.answers_for(project) if whole_team else own):
            raise NotAllowed("error-projects-not-team")
        zone = (person.zone if person else None) or project.zone
        today = day_in(reader.now, zone)
        until = today + away if isinstance(away, timedelta) else _day(away, today)
        if not today < until <= today + LONGEST_LEAVE:
            raise _no_day()
        if await first_time(tx, visitor.update_id, "leave", reader.now):
            ends = datetime.combine(until, time(), zone_named(zone))
            whom = None if whole_team else reader.person_id
            pause = Pause(project.team_id, whom, PauseKind.LEAVE, ends)
            await rows.save_pause(tx, pause, reader.person_id, reader.now)
            await _replan(tx, reader.now, planning, project)
        return await card_of(reader, project)


async def end_pauses(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, project_id: int
) -> Card:
    """Ask again as usual: ends the visitor's own pause, and for lead and organizers the team's."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        project = await project_seen(reader, project_id)
        person = reader.visitor.person
        if person is not None and in_team(reader.visitor, project.place):
            await rows.end_pauses(tx, project.team_id, person.id)
        if reader.answers_for(project):
            await rows.end_pauses(tx, project.team_id, None)
        await _replan(tx, reader.now, planning, project)
        return await card_of(reader, project)


async def _replan(tx: Tx, now: datetime, planning: Planning, project: Project) -> None:
    """Step: ask the team as its pauses allow; of a team on leave nobody is told that it is silent."""
    await replan_team(tx, now, planning, project.stream_id, project.team_id)
    await replan_silences(tx, now, planning, project.stream_id)


def _day(words: str, today: date) -> date:
    """Return the typed day, the next such one where no year is named."""
    try:
        found = read_day(_UNTIL.sub("", words.strip()))
    except Unclear:
        raise _no_day() from None
    return found.within(today, today + YEAR) if isinstance(found, Yearless) else found


def _no_day() -> Refusal:
    return Refusal("error-projects-leave", most=str(LONGEST_LEAVE.days))


def _tomorrow(now: datetime, zone: str) -> datetime:
    return datetime.combine(day_in(now, zone) + timedelta(days=1), MORNING, zone_named(zone))
