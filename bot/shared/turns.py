"""Long work in small steps, so that the loop answers people in between."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

Item = TypeVar("Item")
STEP = 100
"""Items between two turns; each takes a tenth of a millisecond at most."""


async def in_turns(items: Iterable[Item], step: int = STEP) -> AsyncIterator[Item]:
    """Yield the items and let others have a turn after every `step` of them."""
    for number, item in enumerate(items):
        if number % step == 0:
            await asyncio.sleep(0)
        yield item
