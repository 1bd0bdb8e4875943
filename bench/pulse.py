"""The loop's pulse: how long it leaves others waiting while something works."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

BEAT_S = 0.002


class Pulse:
    """Feels how long the loop leaves others waiting, in milliseconds.

    `longest` is the longest delay of a beat by the clock; `own` counts only what the process spent working
    meanwhile, so that a machine busy with something else is not taken for a stall.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self.own = 0.0

    async def beat(self) -> None:
        """Beat until cancelled."""
        while True:
            before, worked = time.perf_counter(), time.process_time()
            await asyncio.sleep(BEAT_S)
            late = (time.perf_counter() - before - BEAT_S) * 1000
            self.longest = max(self.longest, late)
            self.own = max(self.own, min(late, (time.process_time() - worked) * 1000))


@asynccontextmanager
async def pulse() -> AsyncIterator[Pulse]:
    """Feel the loop's pulse during a block."""
    felt = Pulse()
    task = asyncio.create_task(felt.beat())
    try:
        yield felt
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
