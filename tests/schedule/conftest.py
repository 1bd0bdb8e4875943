import pytest

from db.engine import Database
from tests.schedule.stage import Stage, set_stage


@pytest.fixture
async def stage(database: Database) -> Stage:
    """Two programmes and their people in the database."""
    return await set_stage(database)
