"""A correction puts right what was said; it is no new report, and no report waits for it."""

from datetime import timedelta

from bot.sandbox.botapi.persona import Persona
from tests.journeys.project_week import LEAD, MEMBER, omsk, open_week, report
from tests.stage import Stage

FRIDAY = omsk(28, 12, month=11)
WEDNESDAY = omsk(3, 12)
THURSDAY = omsk(4, 10)
"""Teams are asked on Thursday at ten."""


async def begin_correction(persona: Persona) -> None:
    """Open the only report, to be corrected."""
    await persona.send("/project")
    await persona.tap("История")
    await persona.tap(next(one for row in persona.buttons() for one in row if "Исправить" in one))
    persona.sees("Проверьте исправление")


async def test_last_weeks_report_corrected_this_week_leaves_this_weeks_owed(stage: Stage) -> None:
    week = await open_week(stage, FRIDAY, (LEAD, MEMBER))
    await report(week[MEMBER])
    stage.clock.set(WEDNESDAY)
    await begin_correction(week[MEMBER])
    await week[MEMBER].tap("Исправить отчёт")
    await week.at(THURSDAY)
    assert await week.sent("report-prompt") == [("report-prompt", LEAD), ("report-prompt", MEMBER)]
    await week[LEAD].send("/todo")
    week[LEAD].sees("Пора отчитаться: Набережная")


async def test_a_corrected_old_report_stays_grey(stage: Stage) -> None:
    week = await open_week(stage, FRIDAY, (LEAD, MEMBER))
    await report(week[MEMBER])
    stage.clock.set(FRIDAY + timedelta(days=20))
    await begin_correction(week[MEMBER])
    await week[MEMBER].tap("Исправить отчёт")
    week[MEMBER].sees("Отчёт исправлен: ● зелёный")
    await week[LEAD].send("/project")
    week[LEAD].sees("Отчёт: ● зелёный")
    week[LEAD].sees("По правилу: ○ серый (нет отчёта 20 дней")
