"""Timed messages as people get them: once, on time, and only while they make sense."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import delete, select, update

from bot.notices.model import State
from bot.registry import make_planning
from bot.sandbox.botapi.persona import Persona
from bot.schedule.extending_actions import extend_plan
from db.notice_recipients import set_muted
from db.notices import notices
from db.people import accounts, change_account, people
from db.settings import programme_settings
from tests.journeys.changing import change_programme, with_event, without_evenings
from tests.journeys.three_streams import load_three_streams, reader
from tests.stage import Stage

EVE = datetime(2025, 11, 17, 12, tzinfo=UTC)
"""Monday, 17:00 at the venue in Tyumen."""


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2025-11-{text}:00").replace(tzinfo=UTC)


@pytest.fixture
async def tyumen(stage: Stage) -> AsyncIterator[Stage]:
    """Three streams on the same days in Tyumen, on the eve of a day with a lecture and an excursion."""
    stage.clock.set(EVE)
    await load_three_streams(stage)
    await without_evenings(stage)
    yield stage


def heard(persona: Persona, word: str) -> list[str]:
    """Return the first lines of the messages somebody has got that have a word in them."""
    firsts = [str(message.get("text", "")).split("\n")[0] for message in persona.messages()]
    return [first for first in firsts if word in first]


async def test_the_evening_tells_of_tomorrow_and_a_quarter_of_an_hour_before_a_lecture_its_place(
    tyumen: Stage,
) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await tyumen.pass_to(at("17T14:59"))
    assert heard(anna, "План") == []
    await tyumen.pass_to(at("17T15:00"))
    assert heard(anna, "План") == ["План на завтра. Вт, 18 ноября"]
    await tyumen.pass_to(at("18T03:44"))
    assert heard(anna, "Через") == []
    await tyumen.pass_to(at("18T03:45"))
    assert heard(anna, "Через") == ["Через 15 мин: title МЕТКА-Ш5"]
    await tyumen.pass_to(at("18T04:10"))
    assert len(heard(anna, "Через")) == 1


async def lives_in(stage: Stage, person_code: str, zone: str) -> None:
    """Write where somebody lives."""
    async with stage.database.write() as tx:
        await tx.execute(update(people).where(people.c.code == person_code).values(zone=zone))


async def states(stage: Stage, kind: str) -> dict[str, int]:
    """Count what became of the notices of a kind."""
    found: dict[str, int] = {}
    async with stage.database.read() as tx:
        for (state,) in await tx.execute(select(notices.c.state).where(notices.c.kind == kind)):
            found[state] = found.get(state, 0) + 1
    return found


async def test_a_moved_lecture_reminds_at_its_new_time_only(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await change_programme(tyumen, with_event("Ш5-З2", starts=time(9, 30), ends=time(10, 30)))
    await tyumen.pass_to(at("18T03:45"))
    assert heard(anna, "Через") == []
    await tyumen.pass_to(at("18T04:15"))
    assert heard(anna, "Через") == ["Через 15 мин: title МЕТКА-Ш5"]


async def test_a_lecture_moved_back_reminds_once(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await change_programme(tyumen, with_event("Ш5-З2", starts=time(9, 30), ends=time(10, 30)))
    await change_programme(tyumen, with_event("Ш5-З2", starts=time(9), ends=time(10, 30)))
    await tyumen.pass_to(at("18T03:45"))
    await tyumen.pass_to(at("18T04:15"))
    assert heard(anna, "Через") == ["Через 15 мин: title МЕТКА-Ш5"]


async def test_of_a_cancelled_lecture_nobody_is_reminded(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await change_programme(tyumen, with_event("Ш5-З2", cancelled=True))
    await tyumen.pass_to(at("18T03:45"))
    assert heard(anna, "Через") == []


async def test_nobody_of_another_group_or_stream_is_reminded(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    other = await tyumen.enter("Ш5-сосед")
    await tyumen.pass_to(at("18T05:45"))
    assert heard(anna, "Через") == []
    assert heard(other, "Через") == ["Через 15 мин: title МЕТКА-Ш5"]


async def test_who_comes_in_late_hears_only_what_is_still_ahead(tyumen: Stage) -> None:
    tyumen.clock.set(at("18T03:55"))
    anna = await tyumen.enter(reader("Ш5"))
    await tyumen.pass_to(at("18T06:59"))
    assert heard(anna, "Через") == []
    await tyumen.pass_to(at("18T07:00"))
    assert heard(anna, "Через") == ["Через 2 ч: title МЕТКА-Ш5"]


@pytest.mark.parametrize(
    ("back_at", "expected"),
    [
        ("18T03:58", ["Через 2 мин: title МЕТКА-Ш5"]),
        ("18T04:10", ["Уже идёт: title МЕТКА-Ш5 (с 09:00)"]),
        ("18T04:15", ["Уже идёт: title МЕТКА-Ш5 (с 09:00)"]),
        ("18T04:16", []),
    ],
)
async def test_after_a_break_a_reminder_speaks_of_the_present_or_lapses(
    tyumen: Stage, back_at: str, expected: list[str]
) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await tyumen.pass_to(at("17T15:00"))
    await tyumen.close()
    tyumen.clock.set(at(back_at))
    await tyumen.open()
    await tyumen.delivered()
    assert heard(anna, "title МЕТКА-Ш5") == expected
    if not expected:
        assert (await states(tyumen, "event-reminder"))[State.LAPSED] == 1


async def test_the_plan_that_comes_after_midnight_says_today(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await tyumen.close()
    tyumen.clock.set(at("18T03:05"))
    await tyumen.open()
    await tyumen.delivered()
    assert heard(anna, "План") == ["План на сегодня. Вт, 18 ноября"]


async def test_at_home_in_kamchatka_nobody_is_woken_and_at_the_module_the_venues_night_counts(
    tyumen: Stage,
) -> None:
    await lives_in(tyumen, reader("Ш5"), "Asia/Kamchatka")
    tyumen.clock.set(at("16T00:00"))
    anna = await tyumen.enter(reader("Ш5"))
    # the eve of the module: 20:00 at home on Kamchatka
    await tyumen.pass_to(at("16T07:59"))
    assert heard(anna, "План") == []
    await tyumen.pass_to(at("16T08:00"))
    assert heard(anna, "План") == ["План на завтра. Пн, 17 ноября"]
    await extend(tyumen)
    # at the module: 20:00 in Tyumen, when it is three in the morning at home
    await tyumen.pass_to(at("17T15:00"))
    assert heard(anna, "План на завтра. Вт") == ["План на завтра. Вт, 18 ноября"]


async def test_an_early_bus_is_announced_at_night_and_named_the_evening_before(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    early = with_event("Ш5-Э1", day=date(2025, 11, 19), starts=time(7, 30), ends=time(9))
    await change_programme(tyumen, early)
    await tyumen.pass_to(at("18T14:00"))
    await extend(tyumen)
    await tyumen.pass_to(at("18T15:00"))
    assert anna.messages()[-1]["text"].split("\n")[1] == "Ранний подъём: начало в 07:30 – title МЕТКА-Ш5"
    await tyumen.pass_to(at("19T00:30"))
    assert heard(anna, "Через")[-1:] == ["Через 2 ч: title МЕТКА-Ш5"]


async def test_what_can_wait_waits_for_the_morning(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await change_programme(tyumen, with_event("Ш5-Э1", starts=time(9, 45), ends=time(12)))
    before = len(heard(anna, "Через"))
    await tyumen.pass_to(at("18T02:45"))
    assert heard(anna, "Через")[before:] == []
    await tyumen.pass_to(at("18T03:00"))
    assert heard(anna, "Через")[before:] == ["Через 1 ч 45 мин: title МЕТКА-Ш5"]


async def test_muted_kinds_stay_silent_and_are_accounted_for(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    async with tyumen.database.write() as tx:
        person = await tx.scalar(select(people.c.id).where(people.c.code == reader("Ш5")))
        assert person is not None
        await set_muted(tx, person, "reminders", True)
    await tyumen.pass_to(at("17T15:00"))
    await tyumen.pass_to(at("18T03:45"))
    assert heard(anna, "Через") == []
    assert heard(anna, "План") == ["План на завтра. Вт, 18 ноября"]
    assert (await states(tyumen, "event-reminder"))[State.SKIPPED] == 1


async def test_who_blocks_the_bot_is_left_alone_and_hears_what_is_ahead_on_coming_back(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await anna.block()
    await tyumen.pass_to(at("18T03:45"))
    assert (await states(tyumen, "event-reminder"))[State.SKIPPED] == 1
    await anna.unblock()
    await tyumen.pass_to(at("18T07:00"))
    assert heard(anna, "Через") == ["Через 2 ч: title МЕТКА-Ш5"]


async def test_a_403_marks_the_person_unreachable(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await anna.block()
    async with tyumen.database.write() as tx:
        await change_account(tx, anna.user, reachable=True)
    await tyumen.pass_to(at("18T03:45"))
    async with tyumen.database.read() as tx:
        assert await tx.scalar(select(accounts.c.reachable).where(accounts.c.user_id == anna.user)) is False
    assert (await states(tyumen, "event-reminder"))[State.SKIPPED] == 1


async def test_a_restart_between_any_two_steps_loses_and_repeats_nothing(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    for moment in ("17T14:59", "17T15:00", "18T03:44", "18T03:45", "18T06:59", "18T07:00", "18T08:45"):
        await tyumen.close()
        await tyumen.open()
        await tyumen.pass_to(at(moment))
        await tyumen.kill()
        await tyumen.open()
        await tyumen.delivered()
    assert heard(anna, "План") == ["План на завтра. Вт, 18 ноября"]
    assert heard(anna, "Через") == [
        "Через 15 мин: title МЕТКА-Ш5",
        "Через 2 ч: title МЕТКА-Ш5",
        "Через 15 мин: title МЕТКА-Ш5",
    ]


async def test_of_an_excursion_people_hear_the_evening_before_by_the_usual_settings(tyumen: Stage) -> None:
    async with tyumen.database.write() as tx:
        await tx.execute(delete(programme_settings))
    anna = await tyumen.enter(reader("Ш5"))
    await tyumen.pass_to(at("17T15:00"))
    assert sorted(heard(anna, "автра")) == ["Завтра в 14:00: title МЕТКА-Ш5", "План на завтра. Вт, 18 ноября"]
    await tyumen.pass_to(at("18T07:00"))
    assert heard(anna, "Через 2 ч") == ["Через 2 ч: title МЕТКА-Ш5"]


async def test_the_last_call_of_an_excursion_cannot_be_muted(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    async with tyumen.database.write() as tx:
        person = await tx.scalar(select(people.c.id).where(people.c.code == reader("Ш5")))
        assert person is not None
        await set_muted(tx, person, "reminders", True)
    await tyumen.pass_to(at("18T07:00"))
    assert heard(anna, "Через") == []
    await tyumen.pass_to(at("18T08:45"))
    assert heard(anna, "Через") == ["Через 15 мин: title МЕТКА-Ш5"]


async def test_planning_again_changes_nothing(tyumen: Stage) -> None:
    await tyumen.enter(reader("Ш5"))
    await tyumen.pass_to(at("18T03:45"))
    before = await everything(tyumen)
    await extend(tyumen)
    assert await everything(tyumen) == before


async def extend(stage: Stage) -> None:
    """Do what the calendar does every ten minutes."""
    await extend_plan(stage.database, stage.clock, make_planning())


async def everything(stage: Stage) -> list[tuple[object, ...]]:
    """Return the whole plan."""
    async with stage.database.read() as tx:
        return [tuple(row) for row in await tx.execute(select(notices).order_by(notices.c.id))]
