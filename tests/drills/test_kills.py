"""Six power cuts at random moments while thirty people tap: nothing is lost or done twice."""

import asyncio
import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.clock import SystemClock
from db.engine import Database
from tests.drills.crowd import SIZE, Journal, Walker, gather, walkers, what_is_left
from tests.process import PATIENCE_S, process, settings_of

KILLS = 6
ACTS_AT_LEAST = 14


async def walk(walker: Walker, calm: asyncio.Event) -> None:
    """Come in, then act until the power cuts are over and enough has been done."""
    await walker.come_in()
    while not calm.is_set() or sum(walker.acts.values()) < ACTS_AT_LEAST:
        await walker.do_something()
        await asyncio.sleep(walker.random.random() * 0.3)


async def cut_the_power(
    world: World, journal: Journal, folder: Path, settings: dict[str, str], random: Random
) -> None:
    """Start and kill the bot: mostly while it answers, sometimes while it starts."""
    for number in range(1, KILLS + 1):
        journal.start = number
        async with process(folder, ["run"], settings) as running:
            if number % 4:
                await first_request(world, journal)
                await asyncio.sleep(random.uniform(0.0, 1.5))
            else:
                await asyncio.sleep(random.uniform(0.1, 3.0))
            await running.kill()


async def first_request(world: World, journal: Journal) -> None:
    """Wait until this start of the bot has asked for updates."""
    async with asyncio.timeout(PATIENCE_S):
        while not journal.asked_by(journal.start):  # noqa: ASYNC110  (the server has no event for it)
            await asyncio.sleep(0.02)


async def test_nobody_notices_six_power_cuts_but_by_a_repeated_answer(
    world: World,
    server: BotApiServer,
    database: Database,
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed = int(os.environ.get("DRILL_SEED") or time.time_ns() % 1_000_000)
    began = time.monotonic()
    codes = await gather(database, SystemClock())
    journal = Journal(world)
    monkeypatch.setattr(world.updates, "batch", journal.batch)
    world.faults.slow(0.03)
    crowd = await walkers(world, journal, codes, seed)
    assert len(crowd) == SIZE
    settings = settings_of(server, DATABASE_URL=database_url)
    calm = asyncio.Event()
    walks = [asyncio.create_task(walk(walker, calm)) for walker in crowd]
    try:
        await cut_the_power(world, journal, tmp_path, settings, Random(seed))  # noqa: S311  (repeatable)
        journal.start += 1
        async with process(tmp_path, ["run"], settings) as last:
            calm.set()
            await asyncio.gather(*walks)
            last.signal(signal.SIGTERM)
            ended = await last.ended(30)
    finally:
        for walking in walks:
            walking.cancel()
        await asyncio.gather(*walks, return_exceptions=True)
        acts = sum((walker.acts for walker in crowd), Counter[str]())
        with capsys.disabled():
            sys.stdout.write(
                f"\n{database.engine.dialect.name}, seed {seed}: {KILLS} kills, {acts.total()} acts, "
                f"{journal.redelivered()} updates delivered again, "
                f"{sum(walker.repeated for walker in crowd)} acts answered again, "
                f"{time.monotonic() - began:.0f} s\n"
            )
    assert ended.code == 0
    assert list(world.updates.pending) == []
    assert [act for walker in crowd for act in walker.unanswered] == []
    left = await what_is_left(database)
    assert left.accounts == {
        walker.person_code: (walker.user, walker.locale, walker.stream) for walker in crowd
    }
    assert left.consents == dict.fromkeys(codes, 1)
    assert left.used == sorted(codes.values())
    asked = {"start", "ask"}
    assert left.effects == {action: count for action, count in acts.items() if action not in asked}
    assert journal.redelivered() > 0
