"""In order per person, side by side for everybody, each update once, confirmed when handled."""

import asyncio
from datetime import UTC, datetime

import pytest
from aiogram.exceptions import TelegramNetworkError, TelegramServerError
from aiogram.methods import GetMe
from aiogram.types import Chat, Message, Update, User
from hypothesis import given
from hypothesis import strategies as st

from bot.updates import intake as intake_module
from bot.updates.intake import Intake

MOMENT = datetime(2025, 11, 18, tzinfo=UTC)


def written(update_id: int, user: int) -> Update:
    message = Message(
        message_id=update_id,
        date=MOMENT,
        chat=Chat(id=user, type="private"),
        from_user=User(id=user, is_bot=False, first_name="Анна"),
        text="/now",
    )
    return Update(update_id=update_id, message=message)


class Desk:
    """Handles updates when it is told to, and notes the order."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}

    def hold(self, update_id: int) -> asyncio.Event:
        return self.gates.setdefault(update_id, asyncio.Event())

    async def handle(self, update: Update) -> None:
        self.begun.append(update.update_id)
        if update.update_id in self.gates:
            await self.gates[update.update_id].wait()
        self.ended.append(update.update_id)


async def test_nobody_waits_behind_another_persons_slow_update() -> None:
    desk = Desk()
    gate = desk.hold(1)
    intake = Intake(desk.handle)
    batch = [written(1, user=10), written(2, user=10), written(3, user=20)]
    for update in batch:
        intake.accept(update)
    await intake.wait(batch, at_most=0.02)
    assert (desk.begun, desk.ended) == ([1, 3], [3])
    assert intake.confirmable(newest=3) == 1
    gate.set()
    await intake.wait(batch, at_most=1)
    assert desk.ended == [3, 1, 2]
    assert intake.confirmable(newest=3) == 4


async def test_an_update_delivered_again_is_handled_once() -> None:
    desk = Desk()
    gate = desk.hold(1)
    intake = Intake(desk.handle)
    intake.accept(written(1, user=10))
    intake.accept(written(1, user=10))
    intake.accept(written(2, user=20))
    await intake.wait([written(2, user=20)], at_most=1)
    intake.accept(written(2, user=20))
    gate.set()
    assert await intake.drain(at_most=1)
    assert sorted(desk.begun) == [1, 2]


async def test_a_handler_that_breaks_does_not_stop_its_persons_line() -> None:
    handled: list[int] = []

    async def handle(update: Update) -> None:
        if update.update_id == 1:
            raise ValueError("broken on purpose")
        handled.append(update.update_id)

    intake = Intake(handle)
    batch = [written(1, user=10), written(2, user=10)]
    for update in batch:
        intake.accept(update)
    await intake.wait(batch, at_most=1)
    assert handled == [2]
    assert intake.confirmable(newest=2) == 3


async def test_an_update_that_waits_too_long_is_confirmed_and_still_finished() -> None:
    desk = Desk()
    gate = desk.hold(1)
    intake = Intake(desk.handle, hold=0.01)
    intake.accept(written(1, user=10))
    await asyncio.sleep(0.03)
    assert intake.confirmable(newest=1) == 2
    gate.set()
    assert await intake.drain(at_most=1)
    assert desk.ended == [1]


async def test_what_cannot_be_finished_in_time_is_left_and_told() -> None:
    desk = Desk()
    desk.hold(1)
    intake = Intake(desk.handle)
    intake.accept(written(1, user=10))
    assert not await intake.drain(at_most=0.01)
    assert desk.ended == []


@given(senders=st.lists(st.integers(1, 4), max_size=30), slow=st.sets(st.integers(1, 30), max_size=5))
def test_everybody_is_answered_in_the_order_of_writing(senders: list[int], slow: set[int]) -> None:
    ended: list[tuple[int, int]] = []

    async def handle(update: Update) -> None:
        if update.update_id in slow:
            for _ in range(3):
                await asyncio.sleep(0)
        assert update.message is not None
        ended.append((update.message.chat.id, update.update_id))

    async def run() -> None:
        intake = Intake(handle)
        for number, sender in enumerate(senders, start=1):
            intake.accept(written(number, sender))
        assert await intake.drain(at_most=5)
        assert intake.confirmable(newest=len(senders)) == len(senders) + 1

    asyncio.run(run())
    for person in set(senders):
        own = [update_id for sender, update_id in ended if sender == person]
        assert own == [number for number, sender in enumerate(senders, start=1) if sender == person]


async def test_what_was_broken_off_is_not_confirmed() -> None:
    desk = Desk()
    desk.hold(2)
    intake = Intake(desk.handle)
    batch = [written(1, user=10), written(2, user=20), written(3, user=20), written(4, user=30)]
    for update in batch:
        intake.accept(update)
    assert not await intake.drain(at_most=0.01)
    assert desk.ended == [1, 4]
    assert intake.confirmable(newest=4) == 2


async def test_who_was_not_reached_is_answered_when_telegram_comes_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake_module, "AGAIN_S", (0.01, 0.01))
    order: list[int] = []

    async def handle(update: Update) -> None:
        order.append(update.update_id)
        if len(order) < 3:
            raise TelegramNetworkError(method=GetMe(), message="no route")

    intake = Intake(handle)
    batch = [written(1, user=10), written(2, user=10)]
    for update in batch:
        intake.accept(update)
    await intake.wait(batch, at_most=1)
    assert order == [1, 1, 1, 2]
    assert intake.confirmable(newest=2) == 3


async def test_who_cannot_be_reached_at_all_is_given_up_in_the_end(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(intake_module, "AGAIN_S", (0.01, 0.01))

    async def handle(update: Update) -> None:
        raise TelegramServerError(method=GetMe(), message="bad gateway")

    intake = Intake(handle)
    await intake.accept(written(1, user=10))
    assert intake.confirmable(newest=1) == 2
    assert caplog.messages[-1] == "update 1 stays without an answer: Telegram was not reached"


async def test_an_update_without_anything_in_it_has_a_line_of_its_own() -> None:
    desk = Desk()
    intake = Intake(desk.handle)
    await intake.accept(Update(update_id=7))
    assert (desk.ended, intake.confirmable(newest=7)) == ([7], 8)
