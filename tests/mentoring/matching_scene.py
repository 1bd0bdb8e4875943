"""A stream of teams and mentors written straight into the tables; every name is invented."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import insert, select

from bot.notices.planning import Planning
from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Visitor
from bot.registry import make_planning
from bot.shared.clock import ManualClock
from db.engine import Database, Tx
from db.mentoring import mentors
from db.mentorships import mentorships
from db.notices import notices
from db.people import accounts, consents, enrolments, people
from db.programme import directions, programmes, streams
from db.projects import projects, teams

MADE = datetime(2025, 10, 1, tzinfo=UTC)
STREAM, OTHER = 1, 2
ORGANIZER, SECOND, STRANGER = 1, 2, 3
"""Two organizers of the stream, and one of another stream."""
MENTOR, TEAM, LISTENER = 10, 100, 200
"""Ids of the first mentor (as a person and as a mentor), of the first team, and of its member."""


@dataclass
class Scene:
    """The stream with its people; each tap is a new update."""

    database: Database
    clock: ManualClock
    planning: Planning
    updates: int = 1000

    def visitor(self, person: int) -> Visitor:
        """Return somebody who taps; people and accounts have the same ids."""
        self.updates += 1
        return Visitor(person, person, "ru", update_id=self.updates)

    async def states(self) -> dict[tuple[int, int], str]:
        """Return (team, mentor) counted from 0 → state, of the last mentorship of each pair."""
        async with self.database.read() as tx:
            rows = await tx.execute(select(mentorships).order_by(mentorships.c.id))
            return {(row.team_id - TEAM, row.mentor_id - MENTOR): row.state for row in rows}

    async def bond(self, team: int) -> int:
        """Return the id of the last mentorship of a team."""
        async with self.database.read() as tx:
            own = select(mentorships.c.id).where(mentorships.c.team_id == TEAM + team)
            return int((await tx.execute(own.order_by(mentorships.c.id.desc()).limit(1))).scalar_one())

    async def waiting(self, kind: str) -> list[int]:
        """Return to whom notices of a kind wait to be sent."""
        async with self.database.read() as tx:
            rows = select(notices.c.person_id).where(notices.c.kind == kind, notices.c.state == "queued")
            return sorted((await tx.execute(rows)).scalars())


async def set_scene(
    database: Database,
    clock: ManualClock,
    topics: list[str],
    experience: list[str],
    capacity: int = 1,
    alone: bool = False,
) -> Scene:
    """Write a team for each of the topics and a mentor for each experience; with `alone` listeners only."""
    async with database.write() as tx:
        await _programme(tx)
        for person, stream, role in (
            (ORGANIZER, STREAM, "organizer"),
            (SECOND, STREAM, "organizer"),
            (STRANGER, OTHER, "organizer"),
        ):
            await _person(tx, person, stream, [role])
        for at, topic in enumerate(experience):
            await _person(tx, MENTOR + at, STREAM, ["mentor"])
            profile = {"kind": "expert", "topics": [topic], "capacity": capacity}
            await tx.execute(
                insert(mentors).values(id=MENTOR + at, person_id=MENTOR + at, stream_id=STREAM, **profile)
            )
        for at, topic in enumerate(topics):
            if alone:
                await _person(tx, LISTENER + at, STREAM, ["participant"])
                continue
            await tx.execute(
                insert(teams).values(
                    id=TEAM + at, code=f"Т-{at}", stream_id=STREAM, title=f"Команда {at}", topics=[topic]
                )
            )
            await tx.execute(
                insert(projects).values(
                    code=f"П-{at}", stream_id=STREAM, team_id=TEAM + at, title=f"Проект {at}", stage="идея"
                )
            )
            for second in range(2):
                await _person(tx, LISTENER + 2 * at + second, STREAM, ["participant"], TEAM + at)
    return Scene(database, clock, make_planning())


async def _programme(tx: Tx) -> None:
    await tx.execute(insert(programmes).values(id=1, code="ШМК", title="Школа муниципальных команд"))
    await tx.execute(insert(directions).values(id=1, code="ИИ", programme_id=1, title="Цифровые решения"))
    for stream in (STREAM, OTHER):
        days = {"starts_on": date(2025, 9, 1), "ends_on": date(2026, 5, 31)}
        await tx.execute(
            insert(streams).values(
                id=stream, code=f"К{stream}", programme_id=1, title=f"поток {stream}", **days
            )
        )


async def _person(tx: Tx, person: int, stream: int, roles: list[str], team: int | None = None) -> None:
    named = {"surname": f"Примеров-{person}", "name": "Пример", "phone": f"+7900000{person:04}"}
    await tx.execute(insert(people).values(id=person, code=f"Ч-{person}", zone="Europe/Moscow", **named))
    await tx.execute(insert(enrolments).values(person_id=person, stream_id=stream, roles=roles, team_id=team))
    await tx.execute(
        insert(accounts).values(
            user_id=person, chat_id=person, person_id=person, locale="ru", created_at=MADE
        )
    )
    await tx.execute(
        insert(consents).values(
            person_id=person, purpose=PROCESSING, version=VERSIONS[PROCESSING], given_at=MADE
        )
    )
