"""A broadcast to 3,000 people where 1,000 messages per second are allowed, against bare concurrent sending.

Both send the same text to as many people, each call taking 100 ms, in alternating rounds. The bare one
sends to all at once, sends again what Telegram refuses, and would know nothing after a restart. What it
reaches where nothing limits it stands beside.
"""

from contextlib import AsyncExitStack
from pathlib import Path

from bench.budget import Reading
from bench.organizer import WORDS, Organizer, gather
from bench.stand import Tally, Telegram, neighbour, our_bot, telegram

PEOPLE, LATENCY_S, PER_SECOND = 3_000, 0.1, 1_000.0
LEAST = 0.6
ROUNDS = 3
PATIENCE_S = 120.0


async def measure(folder: Path) -> list[Reading]:
    """Return the ratio of the least times: what else the machine does only adds to them."""
    async with AsyncExitStack() as stack:
        api, bare_api = [await stack.enter_async_context(telegram(LATENCY_S, PER_SECOND)) for _ in range(2)]
        free_api = await stack.enter_async_context(telegram(LATENCY_S))
        users, bare_users, free_users = [
            await one.people(PEOPLE, started=True) for one in (api, bare_api, free_api)
        ]
        organizer = Organizer(api, (await api.people(1))[0])
        await gather(folder, users)
        settings = {"ADMINS": str(organizer.user), "MESSAGES_PER_SECOND": f"{PER_SECOND:.0f}"}
        await stack.enter_async_context(our_bot(api, folder, **settings))
        await api.first_poll()
        rounds = []
        for number in range(1, ROUNDS + 1):
            words = f"{WORDS} {number}"
            bare = await _bare(bare_api, folder, bare_users, words)
            free = await _bare(free_api, folder, free_users, words)
            await organizer.begin(words, PEOPLE)
            rounds.append((bare, free, await organizer.ended(words, PEOPLE, PATIENCE_S)))
    bare, free, ours = (min(column, key=lambda one: one.took) for column in zip(*rounds, strict=True))
    what = f"broadcast to {PEOPLE:,}, 1,000 per second, × bare concurrent ({LEAST:.0%} of its speed)"
    beside = (
        f"{_speed(ours)} per second with {ours.refused} × 429, {bare.took / ours.took:.0%} of the bare one's "
        f"{_speed(bare)} with {bare.refused} × 429; without limits that one reaches {_speed(free)}"
    )
    return [Reading(what, ours.took / bare.took, 1 / LEAST, "×", beside)]


def _speed(tally: Tally) -> str:
    return f"{tally.sent / tally.took:,.0f}"


async def _bare(api: Telegram, folder: Path, users: list[int], words: str) -> Tally:
    """Send to all at once; return what came of it."""
    async with neighbour("together", api, folder, users, words) as process:
        _out, said = await process.communicate()
    tally = await api.tally(words)
    if tally.sent != len(users):
        raise RuntimeError(f"{tally.sent} of {len(users)} came: {said.decode()[-300:]}")
    return tally
