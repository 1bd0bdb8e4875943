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


async def test_the_weekly_prompt_begins_a_new_report_beside_a_half_written_correction(stage: Stage) -> None:
    week = await open_week(stage, FRIDAY, (LEAD, MEMBER))
    writer = week[MEMBER]
    await report(writer)
    stage.clock.set(WEDNESDAY)
    await begin_correction(writer)
    await writer.tap("✎ Сделано")
    await writer.send("Сделали половину")
    await week.at(THURSDAY)
    await writer.tap("Отчитаться")
    writer.sees("недописано исправление прежнего отчёта. Продолжить его или начать новый отчёт?")
    await week.restart()
    await writer.tap("Продолжить исправление")
    writer.sees("Сделано: Сделали половину")
    await writer.send("/project")
    await writer.tap("Отчитаться")
    await writer.tap("Новый отчёт вместо исправления")
    await writer.tap("■ красный: нужна помощь")
    await writer.send("Начали заново")
    await writer.tap("Ничего не мешает")
    await writer.tap("Без контрольной точки")
    await writer.tap("Отправить")
    writer.sees("Отчёт принят: ■ красный")
    assert await week.reports() == [(MEMBER, "green"), (MEMBER, "red")]
    await week[LEAD].send("/todo")
    week[LEAD].sees("Вас ничего не ждёт.")


async def test_the_card_leads_on_with_a_half_written_correction(stage: Stage) -> None:
    week = await open_week(stage, FRIDAY, (LEAD, MEMBER))
    writer = week[MEMBER]
    await report(writer)
    await begin_correction(writer)
    await writer.tap("✎ Свет")
    await writer.send("/project")
    await writer.tap("Продолжить исправление")
    await writer.tap("▲ жёлтый: есть риски")
    writer.sees("Проверьте исправление")
    await writer.tap("Исправить отчёт")
    writer.sees("Отчёт исправлен: ▲ жёлтый")
    await writer.send("/project")
    assert "Продолжить исправление" not in [one for row in writer.buttons() for one in row]
    assert await week.reports() == [(MEMBER, "green"), (MEMBER, "yellow")]
