"""Whose edit of a message comes last."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import EditMessageText, TelegramMethod
from aiogram.methods.base import Response

from bot.delivery import edits
from bot.delivery.edits import Edits, Overtaken

CHAT, MESSAGE = 7, 100


class Wire:
    """A way to Telegram that is as slow as it is told, and remembers what arrived."""

    def __init__(self) -> None:
        self.arrived: list[str] = []
        self.slow = asyncio.Event()
        self.begun = asyncio.Event()

    async def __call__(self, bot: Bot, method: TelegramMethod[Any]) -> Response[Any]:
        assert isinstance(method, EditMessageText)
        self.begun.set()
        if str(method.text).startswith("slow"):
            await self.slow.wait()
        self.arrived.append(str(method.text))
        return Response[Any](ok=True, result=True)


async def edit(order: Edits, wire: Wire, bot: Bot, text: str, message: int = MESSAGE) -> None:
    method: TelegramMethod[Any] = EditMessageText(text=text, chat_id=CHAT, message_id=message)
    await order(wire, bot, method)


async def by_itself(order: Edits, wire: Wire, bot: Bot, text: str, read: asyncio.Event | None = None) -> None:
    """Read what is to be shown, which lasts until `read`, and edit."""
    with order.attempt(CHAT, MESSAGE):
        if read is not None:
            await read.wait()
        await edit(order, wire, bot, text)


async def test_what_was_read_before_a_tap_is_not_shown_after_it(bot: Bot) -> None:
    order, wire, read = Edits(), Wire(), asyncio.Event()
    own = asyncio.create_task(by_itself(order, wire, bot, "old", read))
    await asyncio.sleep(0)
    await edit(order, wire, bot, "tap")
    read.set()
    with pytest.raises(Overtaken):
        await own
    assert wire.arrived == ["tap"]


async def test_a_tap_lets_what_is_on_its_way_arrive_first(bot: Bot) -> None:
    order, wire = Edits(), Wire()
    own = asyncio.create_task(by_itself(order, wire, bot, "slow old"))
    await wire.begun.wait()
    tap = asyncio.create_task(edit(order, wire, bot, "tap"))
    await asyncio.sleep(0.01)
    wire.slow.set()
    await asyncio.gather(own, tap)
    assert wire.arrived == ["slow old", "tap"]


async def test_but_does_not_wait_for_ever(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edits, "WAIT_S", 0.01)
    order, wire = Edits(), Wire()
    own = asyncio.create_task(by_itself(order, wire, bot, "slow old"))
    await wire.begun.wait()
    await edit(order, wire, bot, "tap")
    assert wire.arrived == ["tap"]
    wire.slow.set()
    await own


async def test_other_messages_and_later_edits_go_their_way(bot: Bot) -> None:
    order, wire = Edits(), Wire()
    own = asyncio.create_task(by_itself(order, wire, bot, "slow list"))
    await wire.begun.wait()
    await edit(order, wire, bot, "another message", MESSAGE + 1)
    wire.slow.set()
    await own
    await by_itself(order, wire, bot, "new list")
    assert wire.arrived == ["another message", "slow list", "new list"]
