"""The pace, moment by moment, on a loop whose time leaps."""

import asyncio
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pace import CATCH_UP_S, Limits, Pace
from tests.delivery.leaping import leap

TEN = Limits(per_second=10.0, chat_pause_s=1.0, group_pause_s=3.0)
EXACTLY = 1e-6


def now() -> float:
    """Return the moment, to the microsecond."""
    return round(asyncio.get_running_loop().time(), 6)


async def left(pace: Pace, chat: int, *, begun: bool = False) -> float | None:
    """Return the moment at which a message leaves, None where it stays."""
    return now() if await pace.turn(chat, begun=begun) else None


async def moments(pace: Pace, chats: Sequence[int]) -> list[float | None]:
    """Return when messages to chats leave that are all wished for now."""
    return list(await asyncio.gather(*(left(pace, chat) for chat in chats)))


def test_messages_to_different_chats_leave_evenly_and_without_a_burst_after_idle_time() -> None:
    async def play() -> list[float | None]:
        pace = Pace(TEN)
        await asyncio.sleep(60)
        return await moments(pace, range(1, 6))

    assert leap(play()) == [60.0, 60.1, 60.2, 60.3, 60.4]


@pytest.mark.parametrize(("chat", "pause"), [(7, 1.0), (-7, 3.0)], ids=["a person", "a group"])
def test_messages_to_one_chat_leave_in_their_order_with_its_pause_between(chat: int, pause: float) -> None:
    async def play() -> list[float | None]:
        return await moments(Pace(TEN), [chat] * 4)

    assert leap(play()) == [0.0, pause, 2 * pause, 3 * pause]


def test_an_album_counts_as_many_messages_as_it_has_files() -> None:
    async def play() -> list[float | None]:
        pace = Pace(TEN)
        await pace.turn(1, amount=10)
        return await moments(pace, [2, 1])

    assert leap(play()) == [1.0, 6.3]


def test_a_chat_that_must_wait_holds_up_no_other() -> None:
    async def play() -> list[float | None]:
        return await moments(Pace(TEN), [-7, -7, 1, 2])

    assert leap(play()) == [0.0, 3.0, 0.1, 0.2]


def test_during_a_pause_nothing_leaves_and_after_it_everything_evenly() -> None:
    async def play() -> list[float | None]:
        pace = Pace(TEN)
        waiting = asyncio.create_task(moments(pace, range(1, 8)))
        await asyncio.sleep(0.25)
        pace.pause(4)
        return await waiting

    assert sorted(filter(None, leap(play()))) == [0.1, 0.2, 4.25, 4.35, 4.45, 4.55]


def test_after_a_pause_what_waited_for_one_chat_does_not_leave_together() -> None:
    async def play() -> list[float | None]:
        pace = Pace(TEN)
        pace.pause(10)
        return await moments(pace, [-7, -7, -7])

    assert leap(play()) == [10.0, 13.0, 16.0]


def test_of_two_pauses_the_longer_one_counts() -> None:
    async def play() -> list[float | None]:
        pace = Pace(TEN)
        pace.pause(10)
        pace.pause(2)
        return await moments(pace, [1])

    assert leap(play()) == [10.0]


@pytest.mark.parametrize(("chat", "pause"), [(7, 1.0), (-7, 3.0)], ids=["a person", "a group"])
def test_an_answer_leaves_at_once_and_the_queue_by_as_much_later(chat: int, pause: float) -> None:
    async def play() -> list[float | None]:
        pace = Pace(TEN)
        pace.answered(chat)
        pace.answered(None)
        return await moments(pace, [chat, 1, 2])

    assert leap(play()) == [pause, 0.2, 0.3]


def test_when_the_pace_is_closed_who_waits_is_told_at_once_and_it_opens_again() -> None:
    async def play() -> tuple[list[float | None], float, float | None]:
        pace = Pace(TEN)
        waiting = asyncio.create_task(moments(pace, [1, 1, 2, -3, -3]))
        await asyncio.sleep(0.15)
        pace.close()
        told = await waiting
        closed_at = now()
        assert await left(pace, 9) is None
        pace.open()
        return told, closed_at, await left(pace, 9)

    told, closed_at, again = leap(play())
    assert told == [0.0, None, 0.1, None, None]
    assert closed_at == 0.15
    assert again is not None and again < 1


def test_the_rest_of_a_letter_that_has_begun_leaves_although_the_pace_is_closed() -> None:
    async def play() -> tuple[list[float | None], float]:
        pace = Pace(TEN)
        await pace.turn(1)
        pace.close()
        return [await left(pace, 1), await left(pace, 1, begun=True)], now()

    assert leap(play()) == ([None, 1.0], 1.0)


def test_but_not_while_telegram_asks_for_a_pause() -> None:
    async def play() -> tuple[float | None, float]:
        pace = Pace(TEN)
        await pace.turn(1)
        pace.pause(3600)
        waiting = asyncio.create_task(left(pace, 1, begun=True))
        await asyncio.sleep(2)
        pace.close()
        return await waiting, now()

    assert leap(play()) == (None, 2.0)


def test_a_rest_ends_when_the_pace_is_closed() -> None:
    async def play() -> tuple[bool, bool, float]:
        pace = Pace(TEN)
        whole = await pace.rest(2)
        asyncio.get_running_loop().call_later(1, pace.close)
        return whole, await pace.rest(3600), now()

    assert leap(play()) == (True, False, 3.0)


def test_the_window_is_less_than_a_second_and_at_least_eight() -> None:
    assert [Limits(per_second=rate).window for rate in (1.0, 24.0, 29.0, 1000.0)] == [8, 14, 17, 600]


@given(
    st.lists(st.sampled_from([1, 2, 3, -1, -2]), min_size=1, max_size=25),
    st.lists(st.tuples(st.floats(0.05, 3), st.floats(0.1, 5)), max_size=3),
)
def test_whatever_is_wished_for_no_limit_is_passed_and_nothing_leaves_in_a_pause(
    chats: list[int], pauses: list[tuple[float, float]]
) -> None:
    stops: list[tuple[float, float]] = []

    async def play() -> list[float | None]:
        pace = Pace(TEN)
        waiting = asyncio.create_task(moments(pace, chats))
        for wait, pause in pauses:
            await asyncio.sleep(wait)
            stops.append((now(), now() + pause))
            pace.pause(pause)
        return await waiting

    leaving = [(moment, chat) for moment, chat in zip(leap(play()), chats, strict=True) if moment is not None]
    assert len(leaving) == len(chats)
    every = sorted(moment for moment, _chat in leaving)
    assert all(later - earlier >= 0.1 - EXACTLY for earlier, later in pairwise(every))
    for chat in set(chats):
        own = [moment for moment, to in leaving if to == chat]
        assert own == sorted(own)
        assert all(two - one >= TEN.pause_of(chat) - EXACTLY for one, two in pairwise(own))
    assert not [moment for moment in every for begin, end in stops if begin < moment < end - EXACTLY]


@pytest.mark.parametrize(("per_second", "window"), [(5.0, 8), (29.0, 17), (1000.0, 600)])
def test_enough_is_under_way_for_six_tenths_of_a_second(per_second: float, window: int) -> None:
    assert Limits(per_second=per_second).window == window


async def one_by_one(pauses: Sequence[float]) -> list[float | None]:
    """Return when messages leave, each wished for so long after the one before has left."""
    pace, found = Pace(TEN), []
    for chat, pause in enumerate(pauses, start=1):
        await asyncio.sleep(pause)
        found.append(await left(pace, chat))
    return found


@pytest.mark.parametrize(
    ("hitch", "moments"),
    [
        (0.05, [0.0, 0.1, 0.2, 0.3, 0.4]),
        (0.35, [0.0, 0.35, 0.35, 0.35, 0.4]),
        (0.49, [0.0, 0.49, 0.49, 0.49, 0.49]),
        (0.51, [0.0, 0.51, 0.61, 0.71, 0.81]),
        (60.0, [0.0, 60.0, 60.1, 60.2, 60.3]),
    ],
    ids=["none", "short", "just", "longer", "silence"],
)
def test_what_a_hitch_of_less_than_four_tenths_cost_is_made_good_and_nothing_more(
    hitch: float, moments: list[float]
) -> None:
    assert leap(one_by_one([0.0, hitch, 0.0, 0.0, 0.0])) == moments


@given(st.lists(st.floats(0.0, 0.6), min_size=1, max_size=60))
def test_whatever_the_hitches_a_second_never_holds_more_than_the_limit_and_what_was_lost(
    pauses: list[float],
) -> None:
    went = [moment for moment in leap(one_by_one(pauses)) if moment is not None]
    assert len(went) == len(pauses)
    for place, first in enumerate(went):
        within = [moment for moment in went[place:] if moment < first + 1.0]
        assert len(within) <= TEN.per_second * (1 + CATCH_UP_S) + 1
