"""Storms while notices go out and people tap: nothing is lost, nobody is early, taps are answered at once."""

import asyncio
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from bot.sandbox.botapi.faults import Faults
from bot.sandbox.botapi.feed import Event
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from db.engine import Database
from tests.drills.recipients import arrived, gather_recipients, lost_or_repeated, rows_left, unfinished
from tests.process import PATIENCE_S, process, settings_of

pytestmark = pytest.mark.drill

PEOPLE = 150
RATE = 60
STORM_S = 5.0
RETRY_AFTER_S = 2
UNDER_WAY_S = 0.1
"""What had left when a 429 was being answered arrives within this time; no later request is excused."""

STORMS: dict[str, Callable[[Faults, list[int]], object]] = {
    "429 to some": lambda faults, chats: faults.too_many_requests(RETRY_AFTER_S, chats=chats[:9], times=3),
    "429 to all": lambda faults, chats: faults.too_many_requests(RETRY_AFTER_S, chats=chats),
    "500": lambda faults, chats: faults.server_error(500, chats=chats),
    "502": lambda faults, chats: faults.server_error(502, chats=chats),
    "cut before": lambda faults, chats: faults.cut_before(chats=chats),
    "cut after": lambda faults, chats: faults.cut_after(chats=chats, times=60),
}
REPEATING = {"502", "cut before", "cut after"}
"""Where nobody can know whether a message has arrived."""


class Taps:
    """Somebody who asks again and again, and how long each answer takes."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._user = world.add_user(first_name="Прохожий")
        self._heard = asyncio.Event()
        world.feed.listen(self._notice)

    async def ask(self) -> float:
        """Ask once and return the seconds until the answer."""
        self._heard.clear()
        asked = time.monotonic()
        self._world.say(self._user, "/help")
        async with asyncio.timeout(PATIENCE_S):
            await self._heard.wait()
        return time.monotonic() - asked

    async def ask_until(self, over: asyncio.Event) -> list[float]:
        """Ask ten times a second, as a hall full of people does."""
        waits: list[float] = []
        while not over.is_set():
            waits.append(await self.ask())
            await asyncio.sleep(0.1)
        return waits

    def _notice(self, event: Event) -> None:
        answer = event["kind"] == "message" and event["message"]["from"]["id"] == self._world.bot_id
        if answer and event["chat"] == self._user:
            self._heard.set()


def ninetieth(waits: Iterable[float]) -> float:
    """Return what nine of ten waits are shorter than."""
    every = sorted(waits)
    return every[len(every) * 9 // 10]


def knocked_early(world: World, users: list[int]) -> list[str]:
    """Return the queue's requests that came while a 429 to one of its chats had to be waited out."""
    chats = set(map(str, users))
    told_at, early = float("-inf"), []
    for call in world.calls:
        if str(call.params.get("chat_id")) not in chats:
            continue
        since = call.moment - told_at
        if UNDER_WAY_S < since < RETRY_AFTER_S:
            early.append(f"{call.method} {RETRY_AFTER_S - since:.3f} s early")
        if call.status == 429:
            told_at = call.moment
    return early


async def settled(database: Database) -> None:
    """Wait until nothing waits or is under way any more."""
    async with asyncio.timeout(PATIENCE_S):
        while await unfinished(database):  # noqa: ASYNC110  (rows have no event)
            await asyncio.sleep(0.1)


CASES = [*((storm, "sqlite") for storm in STORMS), ("429 to some", "postgres"), ("cut after", "postgres")]


@pytest.mark.parametrize(("storm", "database_url"), CASES, indirect=["database_url"])
async def test_a_storm_on_the_queue_loses_nothing_and_no_tap_waits_for_it(
    world: World,
    server: BotApiServer,
    database: Database,
    database_url: str,
    tmp_path: Path,
    storm: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    users = await gather_recipients(database, world, PEOPLE)
    STORMS[storm](world.faults, users)
    taps, over = Taps(world), asyncio.Event()
    settings = settings_of(server, DATABASE_URL=database_url, MESSAGES_PER_SECOND=str(RATE))
    async with process(tmp_path, ["run"], settings) as running:
        await taps.ask()
        asking = asyncio.create_task(taps.ask_until(over))
        await asyncio.sleep(STORM_S)
        world.faults.clear()
        await settled(database)
        over.set()
        waits = await asking
        quiet = [await taps.ask() for _ in range(30)]
        running.signal(signal.SIGTERM)
        ended = await running.ended(30)
    rows, got = await rows_left(database), arrived(world, users)
    statuses = Counter(call.status for call in world.calls)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{storm}, {database.engine.dialect.name}: {got.total()} messages of {len(rows)} notices, "
            f"answers {dict(statuses)}; nine of ten taps waited "
            f"{1000 * ninetieth(waits):.0f} ms at most, all {1000 * max(waits):.0f} ms; "
            f"when all was quiet {1000 * ninetieth(quiet):.0f} ms\n"
        )
    assert ended.code == 0
    assert lost_or_repeated(rows, got) == []
    assert knocked_early(world, users) == []
    assert ninetieth(waits) <= 3 * ninetieth(quiet) + 0.2
    if storm not in REPEATING:
        assert got.total() == len(rows)
        assert sum(row.repeats for row in rows) == 0
