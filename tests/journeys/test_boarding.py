"""Boarding, from the first tap to the way back: who is in the bus, told once, seen at once."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.sandbox.botapi.feed import Event
from bot.sandbox.botapi.persona import Persona
from tests.journeys.boarding_day import (
    ANNA,
    BORIS,
    GUIDE,
    ORGANIZER,
    Day,
    entered,
    load_day,
    tyumen,
)
from tests.stage import Stage


@pytest.fixture
async def day(stage: Stage, tmp_path: Path) -> Day:
    """The excursion is at 14:00 in Tyumen; it is 09:00."""
    return await load_day(stage, tmp_path)


async def shown(persona: Persona, true: Callable[[str], bool], what: str = "") -> str:
    """Wait until a message of the chat has words that are true; return them."""
    changed = asyncio.Event()

    def notice(happened: Event) -> None:
        if happened["kind"] in {"message", "edited"} and happened["chat"] == persona.user:
            changed.set()

    stop = persona.world.feed.listen(notice)
    try:
        async with asyncio.timeout(20):
            while True:
                for message in reversed(persona.messages()):
                    if true(message.get("text", "")):
                        return str(message["text"])
                await changed.wait()
                changed.clear()
    except TimeoutError:
        raise AssertionError(f"{what}: {[one.get('text') for one in persona.messages()]}") from None
    finally:
        stop()


async def sees(persona: Persona, words: str) -> str:
    """Wait until a message of the chat has these words."""
    return await shown(persona, lambda text: words in text, words)


async def test_whoever_says_so_is_in_the_bus_once_and_the_guide_sees_it(day: Day) -> None:
    stage = day.stage
    guide, anna, boris = [await entered(day, code) for code in (GUIDE, ANNA, BORIS)]
    await stage.pass_to(tyumen(13, 30))
    await guide.send("/bus")
    assert guide.text.startswith("В автобусе 0 из 3, нет 3, не едут 0")
    guide.sees("+79005000002")
    assert guide.buttons()[0] == ["Здесь: Аннина Пётр Петрович ШМ-5"]
    await anna.press(day.data())
    anna.sees("Отметили: вы в автобусе. Автобус 1, А001АА 72")
    await sees(guide, "В автобусе 1 из 3, нет 2, не едут 0")
    await anna.press(day.data())
    assert anna.alerts() == ["Вы уже отмечены в автобусе: Автобус 1, А001АА 72. Второй раз не нужно."]
    await boris.press(day.data("out"))
    boris.sees("Отметили: вы не едете")
    await sees(guide, "В автобусе 1 из 3, нет 1, не едет 1")
    assert await day.marks() == [(ANNA, "there", "in", "self"), (BORIS, "there", "out", "self")]


async def test_the_organizer_opens_any_bus(day: Day) -> None:
    olga = await entered(day, ORGANIZER)
    await day.stage.pass_to(tyumen(13, 30))
    await olga.send("/bus")
    olga.sees("Автобусы: 2")
    await olga.tap("14:00 Автобус 2, Занятие 6 дня 2")
    assert olga.text.startswith("В автобусе 0 из 2, нет 2, не едут 0")
