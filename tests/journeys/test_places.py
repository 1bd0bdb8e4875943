"""Excursions as people live them: sign up, wait, be offered a place, be reminded, and be told of changes."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from sqlalchemy import select

from bot.excursions.settling_actions import settle_waiting
from bot.registry import make_planning
from bot.sandbox.botapi.persona import Persona
from bot.schedule.extending_actions import extend_plan
from bot.shared.records import fold
from db.excursions import bus_versions
from db.notice_recipients import set_muted
from db.notices import notices
from tests.excursions.crowd import FIRST, Crowd, gather
from tests.journeys.changing import change_programme, with_event
from tests.journeys.demo import Content
from tests.schedule.stage import TRIP, set_stage
from tests.stage import Stage

TITLE = "Жилой квартал"
EVE = datetime(2025, 11, 17, 10, tzinfo=UTC)
"""Monday, 15:00 in Tyumen; the trip is on Tuesday at 14:00, its bus leaves at 13:45."""


def at(text: str) -> datetime:
    """Return a moment of Tyumen's clock: «18T13:30»."""
    day, clock = text.split("T")
    hour, minute = map(int, clock.split(":"))
    return datetime(2025, 11, int(day), hour - 5, minute, tzinfo=UTC)


async def open_trip(
    stage: Stage, count: int, capacity: int | None, *buses: int
) -> tuple[Crowd, list[Persona]]:
    """Let people in who may sign up for the trip, each with a chat."""
    stage.clock.set(EVE)
    await set_stage(stage.database)
    users = [stage.world.add_user(first_name=f"Слушатель {number}") for number in range(count)]
    for user in users:
        stage.world.people[user].known = stage.world.people[user].started = True
    crowd = await gather(stage.database, stage.clock, count, capacity, *buses, users=users)
    async with stage.database.write() as tx:
        if buses:
            place = {"meeting_point": "Парковка", "plate": "А000АА 72", "latitude": 57.2, "longitude": 65.6}
            await tx.execute(bus_versions.update().where(bus_versions.c.bus_id == 1).values(**place))
    return crowd, [Persona(stage.world, user) for user in users]


async def card(persona: Persona) -> None:
    await persona.send("/excursions")
    await persona.tap("1")


async def sign_up(persona: Persona) -> None:
    await card(persona)
    labels = [label for row in persona.buttons() for label in row]
    await persona.tap(next(one for one in ("Записаться", "Встать в список ожидания") if one in labels))


def first_lines(persona: Persona, *words: str) -> list[str]:
    """Return the first lines of the notices somebody has got that have one of the words."""
    firsts = [str(message.get("text", "")).split("\n")[0] for message in persona.messages()]
    return [first for first in firsts if any(word in first for word in words)]


def reminders(persona: Persona) -> list[str]:
    """Return the first lines of the reminders of the trip that somebody has got."""
    begin = ("Через ", "Завтра в ", "Отправление было", "Уже идёт")
    return [first for first in first_lines(persona, *begin) if TITLE in first]


async def extend(stage: Stage) -> None:
    """Do what the calendar does every so often."""
    await extend_plan(stage.database, stage.clock, make_planning())
    await settle_waiting(stage.database, stage.clock, make_planning())
    stage.clock.set(stage.clock.now())
    await stage.delivered()


async def pass_to(stage: Stage, moment: str) -> None:
    await stage.pass_to(at(moment))
    await extend(stage)


async def restart(stage: Stage) -> None:
    await stage.kill()
    await stage.open()


async def test_who_goes_is_reminded_by_the_own_bus_and_nobody_else(stage: Stage) -> None:
    _, (anna, boris) = await open_trip(stage, 2, None, 5)
    await sign_up(anna)
    assert anna.text.split("\n")[0] == "Вы записаны: Автобус 1."
    anna.sees("Вы едете: Автобус 1\nЗанято мест: 1 из 5")
    async with stage.database.write() as tx:
        await set_muted(tx, FIRST, "plan", True)
        await set_muted(tx, FIRST + 1, "plan", True)
    await pass_to(stage, "17T19:59")
    assert reminders(anna) == []
    await pass_to(stage, "17T20:00")
    assert anna.messages()[-1]["text"].split("\n") == [
        "Завтра в 13:45: Жилой квартал",
        "Вт, 18 ноября, 14:00–16:00 (Тюмень, МСК+2)",
        "Ваш автобус: Автобус 1, А000АА 72, отправление в 13:45",
        "Сбор: Парковка",
        "Контакт: +70000000013",
        "",
        "Возьмите: ПАСПОРТ",
    ]
    await restart(stage)
    for moment, seen in (
        ("18T11:44", 1), ("18T11:45", 2), ("18T13:29", 2), ("18T13:30", 3), ("18T14:10", 3),
    ):  # fmt: skip
        await pass_to(stage, moment)
        assert len(reminders(anna)) == seen, moment
    assert reminders(anna)[1:] == [f"Через 2 ч: {TITLE}", f"Через 15 мин: {TITLE}"]
    assert reminders(boris) == []
    await anna.tap("Сбор на карте")
    venue = anna.messages()[-1]["venue"]
    assert (venue["location"]["latitude"], venue["location"]["longitude"]) == (57.2, 65.6)


def moved(day: date, starts: time, ends: time, departs: time) -> Any:
    def change(content: Content) -> None:
        with_event(f"З-{TRIP}", day=day, starts=starts, ends=ends)(content)
        ident = ("bus", fold("А-1"))
        content[ident] = content[ident].with_fields({"departs": departs})

    return change


@pytest.mark.parametrize(
    ("change", "due"),
    [
        (moved(date(2025, 11, 18), time(17), time(19), time(16, 45)), ("18T14:45", "18T16:30")),
        (moved(date(2025, 11, 19), time(10), time(12), time(9, 45)), ("19T08:00", "19T09:30")),
    ],
)
async def test_an_excursion_moved_to_another_hour_or_day_reminds_at_its_new_time_only(
    stage: Stage, change: Any, due: tuple[str, str]
) -> None:
    _, (anna, boris) = await open_trip(stage, 2, 1, 5)
    await sign_up(anna)
    await sign_up(boris)
    assert boris.text.split("\n")[0].startswith("Мест нет. Вы в списке ожидания: 1-й.")
    await pass_to(stage, "17T20:00")
    before = len(reminders(anna))
    await pass_to(stage, "18T09:00")
    await change_programme(stage, change)
    await restart(stage)
    await stage.delivered()
    assert [len(first_lines(one, "Изменени")) for one in (anna, boris)] == [1, 1]
    late = []
    for moment in ("18T11:45", "18T13:30", "18T13:45", "18T14:05", "18T14:45", "18T16:30", "18T20:00",
                   "19T08:00", "19T09:30"):  # fmt: skip
        had = len(reminders(anna))
        await pass_to(stage, moment)
        late += [moment] * (len(reminders(anna)) - had)
    expected = [*(["18T20:00"] if due[0].startswith("19") else []), *due]
    assert late == expected
    assert before == 1
    assert reminders(boris) == []


async def test_a_cancelled_excursion_is_told_to_forty_who_go_and_five_who_wait_and_nothing_follows(
    stage: Stage,
) -> None:
    crowd, people = await open_trip(stage, 45, 40, 20, 20)
    for persona in people[:40]:
        await sign_up_by_press(persona)
    for persona in people[40:]:
        await sign_up_by_press(persona)
    assert (len(await crowd.going()), await crowd.waiting()) == (40, [40, 41, 42, 43, 44])
    await pass_to(stage, "18T09:00")
    reminded = [len(reminders(one)) for one in people]
    await change_programme(stage, with_event(f"З-{TRIP}", cancelled=True))
    await restart(stage)
    await stage.delivered()
    assert [len(first_lines(one, "Изменени")) for one in people] == [1] * 45
    await people[0].press(f"xpg1:{TRIP}:1")
    await stage.delivered()
    assert (len(await crowd.going()), await crowd.offered()) == (39, {})
    for moment in ("18T11:45", "18T13:30", "18T14:05"):
        await pass_to(stage, moment)
    assert [len(reminders(one)) for one in people] == reminded
    assert reminded == [0] * 45
    assert [one for persona in people for one in first_lines(persona, "освободилось")] == []


async def sign_up_by_press(persona: Persona) -> None:
    if not persona.messages():
        await persona.send("/excursions")
    await persona.press(f"xpt1:{TRIP}:0:0")


async def test_an_offer_is_declined_then_lapses_then_is_accepted(stage: Stage) -> None:
    crowd, (anna, boris, vera, gleb) = await open_trip(stage, 4, 1)
    for persona in (anna, boris, vera, gleb):
        await sign_up(persona)
    await card(anna)
    await anna.tap("Отказаться от места")
    anna.sees("Отказаться от места на экскурсии")
    await anna.tap("Да, отказаться")
    assert anna.text.split("\n")[0] == "Вы отказались от места. Его получит следующий."
    await restart(stage)
    await stage.delivered()
    assert first_lines(boris, "освободилось") == [f"Для вас освободилось место: {TITLE}"]
    boris_offer = boris.messages()[-1]
    assert "Место за вами до 17:00 по времени площадки." in boris_offer["text"]
    await boris.send("/todo")
    boris.sees(f"Для вас держится место: {TITLE}")
    await boris.press(f"xpo1:{TRIP}:0", boris_offer)
    assert boris.text.split("\n")[0] == "Вы отказались от места. Его предложат следующему."
    await stage.delivered()
    assert first_lines(vera, "освободилось") == [f"Для вас освободилось место: {TITLE}"]
    vera_offer = vera.messages()[-1]
    await pass_to(stage, "17T16:59")
    assert first_lines(gleb, "освободилось") == []
    await pass_to(stage, "17T17:00")
    assert first_lines(vera, "больше не держится") != []
    assert first_lines(gleb, "освободилось") == [f"Для вас освободилось место: {TITLE}"]
    await vera.press(f"xpo1:{TRIP}:1", vera_offer)
    assert vera.text.split("\n")[0] == "Место за вами больше не держится."
    await restart(stage)
    await gleb.tap("Еду")
    assert gleb.text.split("\n")[0] == "Вы записаны."
    assert (await crowd.going(), await crowd.waiting()) == ({3: None}, [])
    for persona in (anna, boris, vera):
        assert first_lines(persona, "освободилось")[1:] == []


async def test_old_and_doubled_buttons_do_nothing_twice_and_say_why(stage: Stage) -> None:
    crowd, (anna, boris) = await open_trip(stage, 2, 1, 1)
    await anna.send("/excursions")
    await boris.send("/excursions")
    for _ in range(2):
        await anna.press(f"xpt1:{TRIP}:0:0")
        assert anna.text.split("\n")[0] == "Вы записаны: Автобус 1."
    await boris.press(f"xpt1:{TRIP}:1:1")
    assert boris.text.split("\n")[0].startswith("Мест нет. Вы в списке ожидания: 1-й.")
    await boris.press(f"xpt1:{TRIP}:77:0")
    assert "Этого автобуса больше нет" in (boris.text if not boris.alerts() else boris.alerts()[-1])
    for data in (f"xpw1:{TRIP}:0", f"xps1:{TRIP}:{FIRST}", f"xpm1:{TRIP}:{FIRST}:1", f"xpa1:{TRIP}:{FIRST}:1",
                 f"xpn1:{TRIP}"):  # fmt: skip
        await boris.press(data)
    assert (await crowd.going(), await crowd.waiting()) == ({0: 1}, [1])
    for _ in range(2):
        await anna.press(f"xpg1:{TRIP}:1")
    assert anna.text.split("\n")[0] == "Места на этой экскурсии у вас нет."
    for _ in range(2):
        await boris.press(f"xpo1:{TRIP}:1")
        assert boris.text.split("\n")[0] == "Вы записаны: Автобус 1."
    stage.clock.set(at("18T14:00"))
    await anna.press(f"xpt1:{TRIP}:0:0")
    assert await crowd.going() == {1: 1}
    async with stage.database.read() as tx:
        assert (
            len((await tx.execute(select(notices.c.id).where(notices.c.kind == "place-offered"))).all()) == 1
        )
