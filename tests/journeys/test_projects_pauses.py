"""Who puts a report off is asked again, whatever the night, a restart or a leave makes of it."""

import pytest

from tests.journeys.project_week import LEAD, MEMBER, Week, omsk, open_week, report
from tests.stage import Stage

EVE = omsk(3, 18)
THURSDAY = omsk(4, 10)
"""Teams are asked on Thursday at ten."""


@pytest.fixture
async def week(stage: Stage) -> Week:
    found = await open_week(stage, EVE, (LEAD, MEMBER))
    await found.plan()
    await found.at(THURSDAY)
    assert await asked(found) == [LEAD, MEMBER]
    return found


async def asked(week: Week) -> list[int]:
    """Return who has been asked for a report so far, in the order of sending."""
    return [person for _kind, person in await week.sent("report-prompt")]


async def test_who_asks_for_it_later_is_asked_then_and_once(week: Week) -> None:
    await week[MEMBER].tap("Через 3 ч")
    await week.at(omsk(4, 12, 59))
    assert await asked(week) == [LEAD, MEMBER]
    await week.at(omsk(4, 13))
    assert await asked(week) == [LEAD, MEMBER, MEMBER]
    for moment in (omsk(4, 13, 10), omsk(5, 10), omsk(6, 13), omsk(6, 14)):
        await week.at(moment)
    assert await asked(week) == [LEAD, MEMBER, MEMBER]


async def test_a_report_given_meanwhile_leaves_whoever_asked_for_it_later_in_peace(week: Week) -> None:
    await week[MEMBER].tap("Завтра в 10:00")
    await report(week[LEAD])
    await week.at(omsk(5, 10))
    assert await asked(week) == [LEAD, MEMBER]


async def test_what_was_put_off_into_the_night_comes_in_the_morning(week: Week, stage: Stage) -> None:
    stage.clock.set(omsk(4, 19, 30))
    await week[MEMBER].tap("Через 3 ч")
    week[MEMBER].sees("Вам напомнят об отчёте чт, 4 декабря, 22:30 (МСК+3).")
    for moment in (omsk(4, 22, 30), omsk(4, 22, 40), omsk(5, 7, 50)):
        await week.at(moment)
        assert await asked(week) == [LEAD, MEMBER]
    await week.at(omsk(5, 8))
    assert await asked(week) == [LEAD, MEMBER, MEMBER]


async def test_what_came_due_while_the_bot_was_down_is_asked_after_its_start(
    week: Week, stage: Stage
) -> None:
    await week[MEMBER].tap("Через 3 ч")
    await stage.kill()
    stage.clock.set(omsk(4, 15))
    await stage.open()
    await week.plan()
    await stage.delivered()
    assert await asked(week) == [LEAD, MEMBER, MEMBER]


async def test_later_does_not_end_a_leave_that_lasts_longer(week: Week) -> None:
    await week[MEMBER].tap("Когда напоминать")
    await week[MEMBER].tap("В отпуске до: чт, 18 декабря")
    week[MEMBER].sees("Вы в отпуске до чт, 18 декабря, 00:00 (МСК+3)")
    await week[MEMBER].tap("Когда напоминать")
    await week[MEMBER].tap("Через 3 ч")
    week[MEMBER].sees("Вы в отпуске до чт, 18 декабря, 00:00 (МСК+3)")
    await week.at(omsk(4, 13))
    await week.at(omsk(11, 10))
    assert await asked(week) == [LEAD, MEMBER, LEAD]
