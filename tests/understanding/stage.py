"""A timetable to ask about: the schedule's stage with meals, halls, speakers, a defence and a Wi-Fi."""

from datetime import date, datetime, time

from db.engine import Database
from db.schedule import events, travels, venue_versions
from tests.schedule.stage import TECHNOPARK, TYUMEN, Stage, add, add_event, set_stage

WEDNESDAY = date(2025, 11, 19)
ELSEWHERE = 40
"""An event of the other stream that has everything one may ask for."""


async def set_the_table(db: Database) -> Stage:
    """Write the schedule's stage and what people ask about."""
    stage = await set_stage(db)
    async with db.write() as tx:
        for number in range(21, 30):
            await add(tx, events, {"id": number, "stream_id": 5, "code": f"В-{number}"})
        await add(tx, events, {"id": ELSEWHERE, "stream_id": 6, "code": "В-40"})
        meal = {"kind": "meal", "room": "Столовая"}
        await add_event(tx, 21, 50, title="Завтрак", starts=time(8), ends=time(8, 40), **meal)
        await add_event(tx, 22, 50, title="Обед", starts=time(12, 30), ends=time(13), **meal)
        await add_event(tx, 23, 50, title="Кофе-пауза", starts=time(10, 30), ends=time(11), **meal)
        tomorrow = {"day": WEDNESDAY}
        await add_event(
            tx, 24, 50, title="Лекция о бюджете", starts=time(10), ends=time(11, 30), room="Большой зал",
            speaker="заместитель губернатора", **tomorrow,
        )  # fmt: skip
        await add_event(tx, 25, 50, title="Обед", starts=time(13), ends=time(14), **meal, **tomorrow)
        await add_event(
            tx, 26, 50, title="Защита проектов", kind="defence", starts=time(15), ends=time(17), room="Зал 5",
            speaker="глава города", **tomorrow,
        )  # fmt: skip
        await add_event(
            tx, 27, 50, title="Разбор А", starts=time(18), ends=time(19), groups=["А"], speaker="наставник А",
            **tomorrow,
        )  # fmt: skip
        await add_event(
            tx, ELSEWHERE, 60, title="Чужой ужин и защита", kind="meal", module_id=3, starts=time(19),
            ends=time(20), room="Чужой зал", speaker="Чужой спикер",
        )  # fmt: skip
        await tx.execute(
            venue_versions.update()
            .where(venue_versions.c.venue_id == TECHNOPARK, venue_versions.c.edition_id == 50)
            .values(wifi="Сеть guest, пароль 12345", contacts="Штаб: кабинет 201")
        )
        await tx.execute(
            travels.update()
            .where(travels.c.person_id == 1, travels.c.module_id == TYUMEN)
            .values(departs=datetime(2025, 11, 21, 20, 15), departure="Рейс 101")  # noqa: DTZ001  (a wall clock)
        )
    return stage
