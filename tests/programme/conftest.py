import pytest

from bot.sandbox.botapi.persona import Persona
from tests.journeys.conftest import stage
from tests.roster import Roster, write_roster
from tests.stage import Stage

__all__ = ["stage"]


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    return await write_roster(stage.database)


@pytest.fixture
async def olga(stage: Stage, roster: Roster) -> Persona:
    """The organizer of stream 5."""
    return await stage.enter("О-1")
