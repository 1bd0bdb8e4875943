from collections.abc import AsyncIterator

import pytest

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock
from db.engine import Database
from tests.journeys.demo import demo, demo_template
from tests.stage import Stage, staged

__all__ = ["demo", "demo_template", "stage"]


@pytest.fixture
async def stage(
    world: World, server: BotApiServer, database: Database, database_url: str, clock: ManualClock
) -> AsyncIterator[Stage]:
    """The running bot with an empty database."""
    async with staged(Stage(world, server, database, database_url, clock)) as stage:
        yield stage
