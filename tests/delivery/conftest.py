"""The whole bot, minutes before a lecture that people are reminded of."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock
from db.engine import Database
from tests.journeys.changing import without_evenings
from tests.journeys.three_streams import load_three_streams
from tests.stage import Stage, staged


@pytest.fixture
async def tyumen(
    world: World, server: BotApiServer, database: Database, database_url: str, clock: ManualClock
) -> AsyncIterator[Stage]:
    """Tuesday, 08:40 in Tyumen; the lecture begins at 09:00."""
    clock.set(datetime(2025, 11, 18, 3, 40, tzinfo=UTC))
    async with staged(Stage(world, server, database, database_url, clock)) as stage:
        await load_three_streams(stage)
        await without_evenings(stage)
        clock.move(timedelta(minutes=1))
        yield stage
