"""Three hundred projects with the longest names: the list and the picture each within a second."""

import time
from collections.abc import Awaitable, Callable

import pytest

from bot.projects.picture import pictures
from bot.projects.portfolio import Filter
from bot.projects.portfolio_actions import overseen, projects
from bot.schedule.pictures.painter import Painter
from bot.shared.clock import ManualClock
from bot.ui.projects.listing import list_screen
from bot.ui.projects.picture import sheet_of
from bot.ui.texts import texts_in
from db.engine import Database
from handlers.projects_files import painted
from tests.projects.test_listing import HUNDREDS, crowd
from tests.schedule.stage import set_stage

TRIES = 3
"""The quickest counts: what else the machine does only adds."""


@pytest.mark.parametrize("locale", ["ru", "en"])
async def test_the_list_and_the_picture_come_within_a_second(
    database: Database, clock: ManualClock, locale: str
) -> None:
    stage, texts, painter = await set_stage(database), texts_in(locale), Painter()
    await crowd(database)

    async def listed() -> None:
        view = await projects(database, clock, stage.organizer, Filter())
        assert list_screen(texts, view).rows

    async def drawn() -> None:
        seen = await overseen(database, clock, stage.organizer, Filter())
        assert len(seen.portfolio.whole) == HUNDREDS
        sheets = pictures(sheet_of(texts, seen))
        assert len(await painted(painter, sheets)) == len(sheets)

    list_s, picture_s = await quickest(listed), await quickest(drawn)
    assert list_s < 1, f"the list took {list_s:.2f} s"
    assert picture_s < 1, f"the picture took {picture_s:.2f} s"


async def quickest(work: Callable[[], Awaitable[None]]) -> float:
    """Return how many seconds some work takes."""
    took = []
    for _ in range(TRIES):
        begun = time.perf_counter()
        await work()
        took.append(time.perf_counter() - begun)
    return min(took)
