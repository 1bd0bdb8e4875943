"""How long a participant waits for `/schedule` while a broadcast runs at 30 per second, against an idle bot.

Each call to Telegram takes 100 ms, the answer's own included: nobody waits less than that.
"""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median, quantiles

from bench.budget import Reading
from bench.organizer import WORDS, Organizer, gather
from bench.stand import Telegram, our_bot, telegram

PEOPLE, LATENCY_S, PER_SECOND = 1_800, 0.1, 30.0
ASKING, EVERY_S, TIMES = 20, 0.2, 250
WARM_UP = 20
BUDGET = 2.0


async def measure(folder: Path) -> list[Reading]:
    """Ask as often idle as while the broadcast runs; whoever asks gets none of it."""
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(telegram(LATENCY_S, PER_SECOND))
        users, asking = await api.people(PEOPLE, started=True), await api.people(ASKING, started=True)
        organizer = Organizer(api, (await api.people(1))[0])
        await gather(folder, users, asking)
        await stack.enter_async_context(our_bot(api, folder, ADMINS=str(organizer.user)))
        await api.first_poll()
        await _waits(api, asking, WARM_UP)
        idle = await _waits(api, asking, TIMES)
        await organizer.begin(WORDS, PEOPLE)
        busy = await _waits(api, asking, TIMES)
        tally = await api.tally(WORDS)
        if not 0 < tally.sent < PEOPLE:
            raise RuntimeError(f"the broadcast did not run all the time: {tally.sent} of {PEOPLE} were sent")
    before, during = (quantiles(waits, n=100)[-1] for waits in (idle, busy))
    own = f"without the 100 ms of the call {_ms(during - LATENCY_S)} against {_ms(before - LATENCY_S)}"
    medians = f"median {_ms(median(busy))} against {_ms(median(idle))}"
    speed = f"{tally.sent / tally.took:.0f} of the broadcast per second; {tally.refused} × 429"
    return [
        Reading(
            "/schedule while a broadcast runs, p99, × idle",
            during / before,
            BUDGET,
            "×",
            f"{_ms(during)} against {_ms(before)}; {own}; {medians}; {speed}",
        )
    ]


async def _waits(api: Telegram, asking: Sequence[int], times: int) -> list[float]:
    """Return how long each of so many answers took, in seconds; asked five times a second by turns."""
    waits = []
    for number in range(times):
        began = time.monotonic()
        waits.append(await api.ask(asking[number % len(asking)], "/schedule"))
        await asyncio.sleep(max(0.0, began + EVERY_S - time.monotonic()))
    return waits


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
