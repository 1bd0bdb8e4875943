"""Two teams with their mentors, written straight into the tables; every name is invented."""

from dataclasses import dataclass
from datetime import UTC, datetime

from db.engine import Database
from db.mentoring import mentors
from db.mentorships import mentorships
from db.people import enrolments, people
from db.projects import projects, teams
from tests.roster import Roster, row, write_roster

NOW = datetime(2025, 11, 18, 7, 0, tzinfo=UTC)
"""Tuesday: 10:00 in Moscow, where the mentor lives, 13:00 in Omsk, where the team does."""


@dataclass(frozen=True)
class LifeScene:
    """Ids: Anna leads the first team and Boris is in it; Igor mentors it, Pavel the second one, of Vera."""

    roster: Roster
    first: int
    second: int
    igor: int
    pavel: int
    vera: int
    team: int


async def write_scene(database: Database) -> LifeScene:
    """Write two mentorships of stream 5 that run."""
    roster = await write_roster(database)
    stream = roster.mayors
    first = await _team(database, stream, "К-1", "Команда Образцова")
    second = await _team(database, stream, "К-2", "Команда Примерска")
    async with database.write() as tx:
        own = enrolments.update().where(enrolments.c.stream_id == stream)
        anna = own.where(enrolments.c.person_id == roster.anna)
        await tx.execute(anna.values(team_id=first, roles=["participant", "team_lead"]))
        await tx.execute(own.where(enrolments.c.person_id == roster.boris).values(team_id=first))
    vera = await _person(database, "Л-3", "Третьякова", "Вера", "Asia/Omsk", "+79120000003")
    await row(database, enrolments, person_id=vera, stream_id=stream, roles=["participant"], team_id=second)
    igor = await _person(database, "Н-1", "Наставников", "Игорь", "Europe/Moscow", "+79160000001")
    pavel = await _person(database, "Н-2", "Опытный", "Павел", "Europe/Moscow", "+79160000002")
    one = await _mentorship(database, stream, igor, first)
    two = await _mentorship(database, stream, pavel, second)
    return LifeScene(roster, one, two, igor, pavel, vera, first)


async def _team(database: Database, stream: int, code: str, title: str) -> int:
    team = await row(database, teams, code=code, stream_id=stream, title=title, zone="Asia/Omsk")
    facts = {"code": f"П-{code}", "stream_id": stream, "team_id": team, "title": f"Проект {code}"}
    await row(database, projects, **facts, stage="паспорт")
    return team


async def _person(database: Database, code: str, surname: str, name: str, zone: str, phone: str) -> int:
    facts = {"code": code, "surname": surname, "name": name, "patronymic": "", "zone": zone}
    return await row(database, people, **facts, phone=phone, post="эксперт")


async def _mentorship(database: Database, stream: int, person: int, team: int) -> int:
    await row(database, enrolments, person_id=person, stream_id=stream, roles=["mentor"])
    facts = {"person_id": person, "stream_id": stream, "kind": "expert", "capacity": 2}
    mentor = await row(database, mentors, **facts)
    return await row(
        database,
        mentorships,
        stream_id=stream,
        team_id=team,
        mentor_id=mentor,
        state="accepted",
        score=1,
        reasons="",
        proposed_at=NOW,
        answered_at=NOW,
    )
