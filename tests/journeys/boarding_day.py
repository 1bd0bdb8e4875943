"""A day with an excursion in two buses: who guides, who rides, and what the database keeps of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from bot.publishing.actions import publish, see_draft
from bot.registry import make_planning
from bot.sandbox.botapi.persona import Persona
from db.boarding import boarding_marks, boarding_views
from db.editions import read_editions
from db.excursions import buses
from db.notices import notices
from db.people import people
from db.schedule import events
from tests.journeys.publishing_week import Week
from tests.stage import Stage
from tests.workbook.programmes import programme

STREAM, OTHER = "ШМ-5", "ШМ-6"
TRIP = f"{STREAM}-М2-16"
"""The excursion of Tuesday: 14:00 in Tyumen, bus 1 leaves at 13:45, bus 2 at 14:00."""
FIRST, SECOND = f"{STREAM}-А1", f"{STREAM}-А2"
GUIDE, ANNA, BORIS, VERA, GLEB, DINA, NEXT_GUIDE, ORGANIZER = (f"{STREAM}-{n:03}" for n in range(1, 9))
"""Anna, Boris and Vera have seats in bus 1, Gleb and Dina in bus 2."""
NAMES = ("Гидов", "Аннина", "Борисов", "Верина", "Глебов", "Динина", "Сменщиков", "Кураторова")


def tyumen(hour: int, minute: int = 0, day: int = 18) -> datetime:
    """Return a moment of that week by the venue's clock."""
    return datetime(2025, 11, day, hour - 5, minute, tzinfo=UTC)


@dataclass
class Day:
    """The published day."""

    stage: Stage
    week: Week
    event_id: int
    buses: dict[str, int]

    async def publish(self) -> None:
        """Apply the workbook as it stands and publish it with all that follows."""
        await self.week.send()
        await publish_all(self.stage)

    def row(self, sheet: str, code: str) -> dict[str, object]:
        """Return a row of the workbook."""
        return next(row for row in self.week.rows[sheet] if row["Код"] == code)

    async def marks(self) -> list[tuple[str, str, str, str]]:
        """Return person, way, mark and by whom, in the order of persons."""
        chosen = (
            select(people.c.code, boarding_marks.c.way, boarding_marks.c.mark, boarding_marks.c.by)
            .join(people, people.c.id == boarding_marks.c.person_id)
            .order_by(people.c.code, boarding_marks.c.way)
        )
        async with self.stage.database.read() as tx:
            return [(row[0], row[1], row[2], row[3]) for row in await tx.execute(chosen)]

    async def told(self, kind: str) -> list[tuple[str, str]]:
        """Return to whom notices of a kind are or were planned, with their states."""
        chosen = (
            select(people.c.code, notices.c.state)
            .join(people, people.c.id == notices.c.person_id)
            .where(notices.c.kind == kind)
            .order_by(people.c.code, notices.c.id)
        )
        async with self.stage.database.read() as tx:
            return [(row[0], row[1]) for row in await tx.execute(chosen)]

    async def views(self) -> int:
        """Return how many messages are kept up to date."""
        async with self.stage.database.read() as tx:
            return len((await tx.execute(select(boarding_views.c.id))).all())

    def data(self, mark: str = "in", way: str = "there", bus: int = 0, sure: int = 0) -> str:
        """Return what a button of the reminder carries."""
        return f"xb1:{self.event_id}:{way}:{mark}:{bus}:{sure}"


async def load_day(stage: Stage, path: Path, entry: str = "по списку") -> Day:
    """Import and publish two streams, the first with an excursion in two buses."""
    rows = programme(streams=2, people=8, days=5)
    for name, person in zip(NAMES, rows["Люди"], strict=False):
        person["Фамилия"] = name
    for place in (0, 6):
        rows["Люди"][place]["Роли"] = "сопровождающий"
    rows["Люди"][7]["Роли"] = "организатор"
    rows["Наставники"] = []
    rows["Экскурсии"][0] |= {"Занятие": TRIP, "Запись": entry, "Контакт": "+7 345 200-01-02"}
    first = rows["Автобусы"][0]
    first |= {"Экскурсия": TRIP, "Сопровождающий": GUIDE, "Мест": 4, "Госномер": "А001АА 72"}
    second = {"Код": SECOND, "Название": "Автобус 2", "Сопровождающий": NEXT_GUIDE, "Отправление": "14.00"}
    rows["Автобусы"].insert(1, {**first, **second, "Мест": 3})
    seats = [(FIRST, ANNA), (FIRST, BORIS), (FIRST, VERA), (SECOND, GLEB), (SECOND, DINA)]
    others = [row for row in rows["Рассадка"] if not row["Человек"].startswith(STREAM)]
    rows["Рассадка"] = [
        *({"Экскурсия": TRIP, "Человек": person, "Автобус": bus} for bus, person in seats),
        *others,
    ]
    week = Week(stage, path, rows)
    await week.send()
    await publish_all(stage)
    async with stage.database.read() as tx:
        event_id = await tx.scalar(select(events.c.id).where(events.c.code == TRIP))
        known = {row.code: row.id for row in await tx.execute(select(buses.c.code, buses.c.id))}
    assert event_id is not None
    return Day(stage, week, event_id, known)


async def publish_all(stage: Stage) -> None:
    """Publish every draft."""
    async with stage.database.read() as tx:
        found = await read_editions(tx)
    for one in found:
        draft = await see_draft(stage.database, one.stream_id)
        if draft is not None:
            planning = make_planning()
            await publish(stage.database, stage.clock, one.stream_id, draft.edition_id, planning)
    stage.clock.set(stage.clock.now())


async def entered(day: Day, code: str) -> Persona:
    """Bring somebody in."""
    return await day.stage.enter(code, stream=STREAM)
