"""A broadcast to 3,000 people where each call takes 100 ms and 30 messages per second are allowed.

Beside it, at the same time and each before a Telegram of its own: a loop that sends to one after another,
and the package aiogram-broadcaster. The organizer watches the progress, as organizers do.
"""

from asyncio.subprocess import Process
from contextlib import AsyncExitStack
from pathlib import Path

from bench.budget import Reading
from bench.organizer import WORDS, Organizer, gather
from bench.stand import Telegram, neighbour, our_bot, telegram

PEOPLE, LATENCY_S, PER_SECOND = 3_000, 0.1, 30.0
OWN_S = PEOPLE / PER_SECOND
"""The limit's own time."""

NEIGHBOURS = {"loop": "a naive loop", "broadcaster": "aiogram-broadcaster"}


async def measure(folder: Path) -> list[Reading]:
    """Compare the time from the first message to the last with the limit's own."""
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(telegram(LATENCY_S, PER_SECOND))
        users = await api.people(PEOPLE, started=True)
        organizer = Organizer(api, (await api.people(1))[0])
        await gather(folder, users)
        await stack.enter_async_context(our_bot(api, folder, ADMINS=str(organizer.user)))
        await api.first_poll()
        others = [await _beside(stack, way, folder) for way in NEIGHBOURS]
        await organizer.begin(WORDS, PEOPLE)
        ours = await organizer.ended(WORDS, PEOPLE, at_most=3 * OWN_S)
        by_then = [
            f"{name} {await _reached(*other)}"
            for name, other in zip(NEIGHBOURS.values(), others, strict=True)
        ]
    what = f"broadcast to {PEOPLE:,}, 30 per second, × the limit's own time"
    beside = f"{ours.took:.1f} s; by then {', '.join(by_then)}"
    return [
        Reading(what, ours.took / OWN_S, 1.05, "×", beside),
        Reading("429 to the broadcast meanwhile", ours.refused, 0, "×"),
    ]


async def _beside(stack: AsyncExitStack, way: str, folder: Path) -> tuple[Telegram, Process]:
    api = await stack.enter_async_context(telegram(LATENCY_S, PER_SECOND))
    users = await api.people(PEOPLE, started=True)
    return api, await stack.enter_async_context(neighbour(way, api, folder, users, WORDS))


async def _reached(api: Telegram, process: Process) -> str:
    """Say how many messages another way has brought, or why it brings none."""
    tally = await api.tally(WORDS)
    if tally.sent < PEOPLE and process.returncode:
        assert process.stderr is not None  # noqa: S101  (asked for when it was started)
        said = (await process.stderr.read()).decode().strip().splitlines()
        return f"does not run: {said[-1] if said else f'exit code {process.returncode}'}"
    refused = f" with {tally.refused} × 429" if tally.refused else ""
    return f"{tally.sent:,}{refused}"
