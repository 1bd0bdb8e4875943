"""What an update passes on its way to its handler costs no thread."""

from collections.abc import Iterator

import pytest
from aiogram import F, Router
from aiogram.dispatcher.event.handler import CallableObject

from bot.registry import make_routers
from bot.ui.filters import Fits


def callables(routers: list[Router]) -> Iterator[tuple[str, CallableObject]]:
    for router in routers:
        for each in router.chain_tail:
            for observer in each.observers.values():
                root = (observer._handler.filters or []) if hasattr(observer, "_handler") else []
                for handler in observer.handlers:
                    for one in (handler, *(handler.filters or ()), *root):
                        yield f"{each.name}, {observer.event_name}: {one.callback}", one


def test_no_filter_and_no_handler_is_run_in_a_thread() -> None:
    found = list(callables(make_routers()))
    assert len(found) > 100
    assert [name for name, one in found if not one.awaitable] == []


def test_a_rule_of_aiogram_by_itself_would_be_noticed() -> None:
    router = Router(name="planted")
    router.message.filter(F.text)
    router.message.register(test_a_rule_fits_what_it_fits, F.caption)
    assert sum(not one.awaitable for _, one in callables([router])) == 2


@pytest.mark.parametrize(("rule", "found"), [(F.name, "Анна"), (F.name == "Пётр", False), (F.age, None)])
async def test_a_rule_fits_what_it_fits(rule: object, found: object) -> None:
    class Person:
        name = "Анна"

    assert await Fits(rule)(Person()) == found  # type: ignore[arg-type]  # any object has attributes
