"""A meeting at the time of an event or of another meeting is warned of; whoever is meant is named."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from bot.mentoring import meeting_actions as actions
from bot.mentoring.meetings import Clash
from bot.notices.planning import NO_PLANNING
from bot.people.model import Enrolment, Role, Visitor
from bot.shared.clock import ManualClock
from db.engine import Database
from db.mentoring import mentors
from db.mentorships import mentorships
from db.people import enrolments, people
from db.projects import teams
from tests.schedule.stage import GROUP_A, LECTURE, Stage, add, set_stage

NOW = datetime(2025, 11, 17, 6, tzinfo=UTC)
MENTOR, TEAM = 20, 7


def tyumen(hour: int, minute: int = 0) -> datetime:
    """Return a moment of Tuesday by Tyumen's clock."""
    return datetime(2025, 11, 18, hour - 5, minute, tzinfo=UTC)


async def paired(database: Database) -> Stage:
    """Give the team of Anna (group А) a mentor who belongs to group Б."""
    stage = await set_stage(database)
    async with database.write() as tx:
        await add(tx, people, {"id": MENTOR, "code": "Н-20", "surname": "Наставников", "name": "Игорь"})
        await add(tx, enrolments, {"person_id": MENTOR, "stream_id": 5, "roles": ["mentor"], "group": "Б"})
        await add(
            tx, mentors, {"id": 3, "person_id": MENTOR, "stream_id": 5, "kind": "expert", "capacity": 2}
        )
        for number, team in ((1, TEAM), (2, 8)):
            if team == 8:
                await tx.execute(insert(teams).values(id=8, code="К-8", stream_id=5, title="Команда юга"))
            facts = {"id": number, "stream_id": 5, "team_id": team, "mentor_id": 3, "state": "accepted"}
            await add(
                tx, mentorships, facts | {"score": 0, "reasons": "", "proposed_at": NOW, "answered_at": NOW}
            )
    return stage


def mentor_of(stage: Stage) -> Visitor:
    return stage.visitor(MENTOR, Enrolment(stage.school, frozenset({Role.MENTOR}), "Б", "", ""))


async def clashes(
    database: Database, who: Visitor, mentorship: int, at: datetime
) -> list[tuple[object, ...]]:
    clock = ManualClock(NOW)
    view = await actions.draft(database, clock, who, mentorship, at, "Asia/Yekaterinburg", 30)
    return [_told(one) for one in view.clashes]


def _told(clash: Clash) -> tuple[object, ...]:
    return (clash.own, clash.event.id if clash.event else None, clash.team)


async def test_events_of_either_side_are_named_and_those_that_only_touch_are_not(database: Database) -> None:
    stage = await paired(database)
    mentor = mentor_of(stage)
    assert await clashes(database, mentor, 1, tyumen(10)) == [(True, LECTURE, "")]
    assert await clashes(database, mentor, 1, tyumen(10, 30)) == []
    assert await clashes(database, stage.anna, 1, tyumen(10)) == [(True, LECTURE, "")]
    told = await clashes(database, mentor, 1, tyumen(11))
    assert (False, GROUP_A, "") in told
    assert (True, GROUP_A, "") not in told


async def test_another_meeting_of_the_mentor_is_named_to_the_mentor_alone(database: Database) -> None:
    stage = await paired(database)
    mentor, clock = mentor_of(stage), ManualClock(NOW)
    at = tyumen(20)
    view = await actions.draft(database, clock, mentor, 2, at, "Asia/Yekaterinburg", 60)
    await actions.arrange(database, clock, NO_PLANNING, mentor, view.meeting.id)
    later = at + timedelta(minutes=30)
    assert await clashes(database, mentor, 1, later) == [(True, None, "Команда юга")]
    assert await clashes(database, stage.anna, 1, later) == [(False, None, "")]
