"""Projects report in a minute: asked once a week, left in peace at once, nothing half written is lost."""

from bot.sandbox.botapi.persona import Persona
from tests.journeys.demo import assistant_of
from tests.journeys.project_week import (
    LEAD,
    LOOSE,
    MEMBER,
    ORGANIZER,
    OTHER,
    THIRD,
    omsk,
    open_week,
    report,
)
from tests.stage import Stage

EVE = omsk(3, 18)
"""Wednesday evening; teams are asked on Thursday at ten."""

THURSDAY = omsk(4, 10)


def first_lines(persona: Persona, word: str) -> list[str]:
    firsts = [str(message.get("text", "")).split("\n")[0] for message in persona.messages()]
    return [first for first in firsts if word in first]


async def test_teams_are_asked_until_one_reports_and_the_lead_is_told(stage: Stage) -> None:
    week = await open_week(stage, EVE)
    await week.plan()
    await report(week[OTHER])
    await week.restart()
    await week.at(THURSDAY)
    asked = await week.sent("report-prompt")
    assert asked == [("report-prompt", LEAD), ("report-prompt", MEMBER), ("report-prompt", THIRD)]
    week[MEMBER].sees("Пора отчитаться: Набережная")
    await week[ORGANIZER].send("/notices")
    week[ORGANIZER].sees("Просьба об отчёте: Набережная")
    await week[THIRD].tap("Через 3 ч")
    week[THIRD].sees("Вам напомнят об отчёте чт, 4 декабря, 13:00 (МСК+3).")
    await week[MEMBER].send("/todo")
    week[MEMBER].sees("1. Пора отчитаться: Набережная")
    await week[MEMBER].send("статус проекта")
    week[MEMBER].sees("Отчётов ещё не было.")
    await report(week[MEMBER], "▲ жёлтый: есть риски", "Согласовали смету", "Нет подрядчика")
    week[MEMBER].sees("Отчёт принят: ▲ жёлтый. Проект «Набережная».")
    await stage.delivered()
    week[LEAD].sees("Отчёт команды: Набережная")
    week[LEAD].sees("Сделано: Согласовали смету")
    week[LEAD].sees("Дальше: Паспорт согласован – вт, 9 декабря (через 5 дней)")
    await week[LEAD].send("/todo")
    week[LEAD].sees("Вас ничего не ждёт.")
    await week.restart()
    await week.at(omsk(4, 13))
    assert len(await week.sent("report-prompt")) == 3
    assert first_lines(week[LOOSE], "отчит") == []
    await week.at(omsk(11, 10))
    assert len(await week.sent("report-prompt")) == 3 + 4


async def test_a_half_written_report_survives_a_restart_and_other_questions(stage: Stage) -> None:
    week = await open_week(stage, EVE, (LEAD, MEMBER))
    writer = week[MEMBER]
    await writer.send("/project")
    await writer.tap("Отчитаться")
    await writer.tap("■ красный: нужна помощь")
    await writer.send("Сделали половину")
    await week.restart()
    await writer.send("/now")
    await writer.send("/ask")
    await writer.send("/project")
    await writer.tap("Продолжить отчёт")
    writer.sees("Что мешает?")
    await writer.send("Нет денег")
    writer.sees("Что дальше?")
    await writer.send("Ищем деньги")
    writer.sees("Сделано: Сделали половину")
    await writer.tap("✎ Сделано")
    await writer.send("Сделали две трети")
    await writer.tap("Отложить")
    writer.sees("написанное сохранено")
    await week.restart()
    await writer.tap("Продолжить отчёт")
    await writer.tap("Отправить")
    writer.sees("Отчёт принят: ■ красный")
    await writer.send("/project")
    writer.sees("Сделано: Сделали две трети")
    writer.sees("– Нет денег (с сегодняшнего дня)")
    assert await week.reports() == [(MEMBER, "red")]


async def test_two_report_at_once_and_hear_of_the_order(stage: Stage) -> None:
    week = await open_week(stage, EVE, (LEAD, MEMBER, THIRD))
    for number in (MEMBER, THIRD):
        await week[number].send("/project")
        await week[number].tap("Отчитаться")
        await week[number].tap("● зелёный: всё по плану")
        await week[number].send(f"Сделал {number}")
        await week[number].tap("Ничего не мешает")
        await week[number].tap("Без контрольной точки")
    await week[MEMBER].tap("Отправить")
    await week[THIRD].tap("Отправить")
    week[THIRD].sees("Пока вы писали, отчёт отправил(а) Членов Пример")
    await stage.delivered()
    week[MEMBER].sees("Действует другой отчёт: Набережная. После вас отчёт отправил(а) Третьяков Пример.")
    assert await week.reports() == [(MEMBER, "green"), (THIRD, "green")]
    await week[LEAD].send("/project")
    week[LEAD].sees("Отчёт: ● зелёный – Третьяков Пример")


async def test_a_correction_keeps_what_was_said_before(stage: Stage) -> None:
    week = await open_week(stage, EVE, (LEAD, MEMBER, THIRD))
    await report(week[MEMBER], hinders="Нет подрядчика")
    await week[MEMBER].tap("‹ Проект")
    await week[MEMBER].tap("История")
    correct = next(label for row in week[MEMBER].buttons() for label in row if "Исправить" in label)
    await week[MEMBER].tap(correct)
    await week[MEMBER].tap("✎ Мешает")
    await week[MEMBER].tap("Ничего не мешает")
    await week[MEMBER].tap("Исправить отчёт")
    week[MEMBER].sees("Отчёт исправлен: ● зелёный")
    await week[MEMBER].tap("‹ Проект")
    assert "Мешает" not in week[MEMBER].text.split("Последние отчёты")[0]
    await week[MEMBER].tap("История")
    week[MEMBER].sees("Исправлен позже: действует исправление.")
    week[MEMBER].sees("Мешает: Нет подрядчика")
    await week[MEMBER].tap("‹ Проект")
    await week[MEMBER].tap("Отчитаться")
    await week[MEMBER].tap("▲ жёлтый: есть риски")
    await week[MEMBER].send("/project")
    await week[MEMBER].tap("История")
    await week[MEMBER].tap(correct)
    assert ["недописанный отчёт" in one for one in week[MEMBER].alerts()] == [True]
    await week[THIRD].send("/project")
    await week[THIRD].tap("История")
    assert not [label for row in week[THIRD].buttons() for label in row if "Исправить" in label]


async def test_an_assistant_reports_visibly_in_the_heads_name(stage: Stage) -> None:
    week = await open_week(stage, EVE, (LEAD, MEMBER))
    assistant = await assistant_of(stage, week[MEMBER])
    await report(assistant)
    assert await week.reports() == [(MEMBER, "green")]
    await week[LEAD].send("/project")
    week[LEAD].sees("Отчёт: ● зелёный – Членов Пример (через помощника: Помощникова Инна)")
