"""Files of a project in the chat: sent, replaced, opened, removed, and the checklist marked."""

import pytest

from tests.journeys.project_week import LEAD, OTHER, OURS, Week, omsk, open_week
from tests.stage import Stage


@pytest.fixture
async def week(stage: Stage) -> Week:
    return await open_week(stage, omsk(1, 12))


async def _chosen(week: Week, who: int) -> None:
    await week[who].send("/project")
    await week[who].tap("Файлы")
    await week[who].tap("Прислать файл")
    week[who].sees("Что это за файл?")
    await week[who].tap("Паспорт")
    week[who].sees("Пришлите файл сюда: паспорт")


async def test_a_team_sends_a_charter_twice_and_opens_the_version_before(week: Week) -> None:
    lead = week[LEAD]
    await _chosen(week, LEAD)
    await week.restart()
    await lead.send_file("document", "Паспорт.docx", "application/msword", b"one", caption="черновик")
    lead.sees("Паспорт: сохранена версия 1.")
    await _chosen(week, LEAD)
    await lead.send_file("document", "Паспорт 2.docx", "application/msword", b"two")
    lead.sees("Паспорт: сохранена версия 2.")
    await lead.tap("Файлы проекта")
    lead.sees("1. Паспорт, версия 2: Паспорт 2.docx")
    await lead.tap("Прежние версии: 1")
    lead.sees("1. Паспорт, версия 1: Паспорт.docx")
    await lead.tap("1")
    assert lead.last["document"]["file_name"] == "Паспорт.docx"
    await week[OTHER].send("/project")
    await week[OTHER].press("og1:1")
    assert "document" not in week[OTHER].last


async def test_a_removed_file_stays_in_the_history(week: Week) -> None:
    lead = week[LEAD]
    await _chosen(week, LEAD)
    await lead.send_file("document", "Паспорт.docx", "application/msword", b"one")
    await lead.tap("Файлы проекта")
    await lead.tap("Убрать 1")
    lead.sees("Убрать «Паспорт.docx»?")
    await lead.tap("Да, убрать")
    lead.sees("Пока ничего нет.")
    await lead.press("oi1:1:1")
    await lead.tap("Прежние версии: 1")
    lead.sees("Паспорт.docx (убран)")


async def test_nobody_else_is_asked_for_a_file(week: Week) -> None:
    other = week[OTHER]
    await other.send("/project")
    await other.press(f"oh1:{OURS}:charter")
    await other.send_file("document", "Чужой.docx", "application/msword", b"x")
    assert "сохранена версия" not in other.text
    await week[LEAD].send("/project")
    await week[LEAD].tap("Файлы")
    week[LEAD].sees("Пока ничего нет.")


async def test_the_checklist_is_marked_by_tapping(week: Week) -> None:
    lead = week[LEAD]
    await lead.send("/project")
    await lead.tap("Защита")
    lead.sees("Время защиты пока не назначено.")
    await lead.tap("Регламент: готово")
    lead.sees("Регламент – ✓ готово")
    await lead.tap("Регламент: ещё не готово")
    lead.sees("Регламент – ещё не готово")
