"""Long work in small steps, so that the loop answers people in between."""

import asyncio
import gc
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
STEP = 50
"""Items between two turns; each takes a tenth of a millisecond or two."""


async def in_turns(items: Iterable[Item], step: int = STEP) -> AsyncIterator[Item]:
    """Yield the items and let others have a turn after every `step` of them."""
    for number, item in enumerate(items):
        if number % step == 0:
            await asyncio.sleep(0)
        yield item


def made_for_good() -> None:
    """Exempt all there is from the cyclic collector: what a start has made lives as long as its process.

    That is a third of a million objects. Each full collection walks through them all in vain and stops the
    loop for up to a quarter of a second, whatever it is that somebody has just asked for.
    """
    gc.collect()
    gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python's cyclic collector out of work that makes hundreds of thousands of objects.

    A full collection walks through all of them at once and stops the loop for a tenth of a second, in
    vain: they hold no cycles and go when nobody refers to them. Afterwards they are exempt from it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def collected_later() -> Iterator[None]:
    """Keep the cyclic collector out of work whose objects are gone at its end, for the same reason."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
