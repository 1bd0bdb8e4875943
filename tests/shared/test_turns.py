import asyncio
import gc

import pytest

from bot.shared.turns import in_turns, made_for_good, uncollected


async def test_others_get_a_turn_after_every_step() -> None:
    order: list[str] = []

    async def other() -> None:
        while True:
            order.append("other")
            await asyncio.sleep(0)

    task = asyncio.create_task(other())
    async for item in in_turns(range(4), step=2):
        said = str(item)
        order.append(said)
    task.cancel()
    assert order == ["other", "0", "1", "other", "2", "3"]


def test_the_collector_is_off_inside_and_on_again_afterwards_even_after_an_error() -> None:
    with pytest.raises(RuntimeError), uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
        raise RuntimeError
    assert gc.isenabled()


def test_what_a_start_has_made_is_not_walked_through_again() -> None:
    made: list[list[int]] = [[]]
    try:
        made_for_good()
        assert not any(one is made for one in gc.get_objects())
    finally:
        gc.unfreeze()
    assert any(one is made for one in gc.get_objects())
