"""Three hundred projects with the longest names: the list and the picture each within a second."""

import time

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


@pytest.mark.parametrize("locale", ["ru", "en"])
async def test_the_list_and_the_picture_come_within_a_second(
    database: Database, clock: ManualClock, locale: str
) -> None:
    stage, texts, painter = await set_stage(database), texts_in(locale), Painter()
    await crowd(database)
    begun = time.perf_counter()
    view = await projects(database, clock, stage.organizer, Filter())
    screen = list_screen(texts, view)
    listed = time.perf_counter() - begun
    begun = time.perf_counter()
    seen = await overseen(database, clock, stage.organizer, Filter())
    drawn = pictures(sheet_of(texts, seen))
    made = await painted(painter, drawn)
    drawn_in = time.perf_counter() - begun
    assert screen.rows
    assert len(seen.portfolio.whole) == HUNDREDS
    assert len(made) == len(drawn)
    assert listed < 1, f"the list took {listed:.2f} s"
    assert drawn_in < 1, f"the picture took {drawn_in:.2f} s"
