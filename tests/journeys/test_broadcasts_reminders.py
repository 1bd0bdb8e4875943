"""A reminder of a broadcast is one, and says nothing that was taken back."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.notices.model import State
from bot.sandbox.botapi.persona import Persona
from tests.broadcasts.scene import begun, corrected, heard, rows, sent
from tests.journeys.publishing_week import ANNA, ORGANIZER, STREAM, load_week
from tests.stage import Stage


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    await load_week(stage, tmp_path)
    return await stage.enter(ORGANIZER, stream=STREAM)


@pytest.fixture
async def anna(stage: Stage, olga: Persona) -> Persona:
    """A participant who has got a broadcast that asks for an answer, and keeps silent."""
    anna = await stage.enter(ANNA, stream=STREAM)
    await begun(olga)
    await olga.tap("Кнопки")
    await olga.tap("Ознакомлен(а)")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    return anna


async def remind(olga: Persona) -> None:
    await olga.tap("Кто не ответил")
    await olga.tap("Напомнить молчащим")


async def test_a_reminder_that_waits_for_morning_is_not_sent_of_what_was_retracted(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    stage.clock.set(stage.clock.now().replace(hour=19))
    await stage.delivered()
    await remind(olga)
    await olga.tap("Отозвать")
    await olga.tap("Да, отозвать")
    await stage.pass_to(stage.clock.now() + timedelta(hours=9))
    assert heard(anna, "Напоминаем") == 0
    assert {state for state, _ in await rows(stage, "broadcast-reminder")} == {State.LAPSED}


@pytest.mark.parametrize(("hours", "left"), [(1, 0), (49, 2)])
async def test_a_reminder_that_has_come_goes_with_what_it_quotes(
    stage: Stage, olga: Persona, anna: Persona, hours: int, left: int
) -> None:
    await remind(olga)
    await stage.delivered()
    assert heard(anna, "Напоминаем") == 1
    stage.clock.move(timedelta(hours=hours))
    await olga.tap("Отозвать")
    await olga.tap("Да, отозвать")
    await stage.delivered()
    assert (heard(anna, "Напоминаем"), heard(anna, "Завтра сбор")) == (0, 0)
    assert heard(anna, "Сообщение отозвано.") == left


async def test_a_reminder_that_has_come_quotes_what_was_corrected(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await remind(olga)
    await stage.delivered()
    await corrected(stage, olga, "Завтра сбор в 9:00")
    assert (heard(anna, "сбор в 8:30"), heard(anna, "сбор в 9:00"), heard(anna, "Напоминаем")) == (0, 2, 1)
    assert anna.buttons() == [["Ознакомлен(а)"]]
    await olga.tap("Обновить")
    olga.sees("(2 из 2)")


async def test_a_second_tap_over_the_minute_reminds_nobody_again(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await remind(olga)
    await stage.delivered()
    stage.clock.move(timedelta(minutes=4))
    await remind(olga)
    assert olga.alerts()[-1].startswith("Молчащим напомнили меньше 5 минут назад.")
    await stage.delivered()
    assert heard(anna, "Напоминаем") == 1
    await olga.send("/broadcast")
    await olga.tap("Журнал")
    assert olga.text.count("напомнил(а)") == 1
    stage.clock.move(timedelta(minutes=6))
    await olga.send("/broadcast")
    await olga.tap("Завтра сбор в 8:30")
    await remind(olga)
    await stage.delivered()
    assert heard(anna, "Напоминаем") == 2
