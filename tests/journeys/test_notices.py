"""Timed messages as people get them: once, on time, and only while they make sense."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.botapi.persona import Persona
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
    yield stage


def heard(persona: Persona, word: str) -> list[str]:
    """Return the first lines of the messages somebody has got that have a word in them."""
    firsts = [str(message.get("text", "")).split("\n")[0] for message in persona.messages()]
    return [first for first in firsts if word in first]


async def test_the_evening_tells_of_tomorrow_and_ten_minutes_before_a_lecture_its_place(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await tyumen.pass_to(at("17T14:59"))
    assert heard(anna, "План") == []
    await tyumen.pass_to(at("17T15:00"))
    assert heard(anna, "План") == ["План на завтра. Вт, 18 ноября"]
    await tyumen.pass_to(at("18T03:49"))
    assert heard(anna, "Через") == []
    await tyumen.pass_to(at("18T03:50"))
    assert heard(anna, "Через") == ["Через 10 мин: title МЕТКА-Ш5"]
    await tyumen.pass_to(at("18T04:10"))
    assert len(heard(anna, "Через")) == 1
