"""Notices over the night in which the venue's clocks go forward: planned before it, due after it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.publishing.actions import publish, see_draft
from bot.sandbox.botapi.persona import Persona
from bot.workbook.actions import apply_file
from db.editions import read_editions
from tests.journeys.changing import without_evenings
from tests.stage import Stage
from tests.workbook.programmes import programme, reading_of

STREAM, LISTENER = "ШМ-5", "ШМ-5-002"
SATURDAY = date(2026, 3, 28)
"""In Berlin the clocks go from 02:00 to 03:00 in the night after it."""


@pytest.fixture
async def berlin(stage: Stage, tmp_path: Path) -> Stage:
    """Saturday, 13:00 in Berlin: a module of three days is published, lectures begin at 09:00."""
    rows = programme(streams=1, people=2, days=3)
    rows["Площадки"][2] |= {"Город": "Берлин", "Часовой пояс": "Europe/Berlin"}
    rows["Модули"][2] |= {"Первый день": SATURDAY, "Последний день": SATURDAY + timedelta(days=2)}
    for row in rows["Программа"]:
        if row["Модуль"] == f"{STREAM}-М3":
            row["Дата"] += SATURDAY - date(2026, 2, 9)
    stage.clock.set(datetime(2026, 3, 28, 12, tzinfo=UTC))
    outcome = await apply_file(stage.database, stage.clock, await reading_of(tmp_path / "book.xlsx", rows))
    assert outcome.applied, outcome.examination.errors
    async with stage.database.read() as tx:
        [stream] = await read_editions(tx)
    draft = await see_draft(stage.database, stream.stream_id)
    assert draft is not None
    await publish(stage.database, stage.clock, stream.stream_id, draft.edition_id)
    await without_evenings(stage)
    return stage


def heard(persona: Persona, word: str) -> list[str]:
    """Return the first lines of what somebody has got that begin with a word."""
    firsts = [str(message.get("text", "")).split("\n")[0] for message in persona.messages()]
    return [first for first in firsts if first.startswith(word)]


async def test_plans_come_at_eight_and_reminders_before_nine_on_both_sides_of_the_change(
    berlin: Stage,
) -> None:
    anna = await berlin.enter(LISTENER, stream=STREAM)
    await berlin.pass_to(datetime(2026, 3, 28, 18, 59, tzinfo=UTC))
    assert heard(anna, "План на завтра") == []
    await berlin.pass_to(datetime(2026, 3, 28, 19, tzinfo=UTC))
    assert heard(anna, "План на завтра") == ["План на завтра. Вс, 29 марта"]
    before = len(heard(anna, "Через 15 мин"))
    await berlin.pass_to(datetime(2026, 3, 29, 6, 44, tzinfo=UTC))
    assert len(heard(anna, "Через 15 мин")) == before
    await berlin.pass_to(datetime(2026, 3, 29, 6, 45, tzinfo=UTC))
    assert heard(anna, "Через 15 мин")[before:] == ["Через 15 мин: Занятие 1 дня 2"]
    await berlin.close()
    await berlin.open()
    await berlin.pass_to(datetime(2026, 3, 29, 17, 59, tzinfo=UTC))
    assert len(heard(anna, "План на завтра")) == 1
    await berlin.pass_to(datetime(2026, 3, 29, 18, tzinfo=UTC))
    assert heard(anna, "План на завтра")[1:] == ["План на завтра. Пн, 30 марта"]
