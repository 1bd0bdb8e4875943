"""The monthly report: a row for each project, in the words of such reports."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from bot.people.model import Visitor
from bot.projects.monthly_actions import monthly, monthly_of_all
from bot.projects.portfolio import Filter
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed
from bot.ui.projects.monthly import monthly_file
from bot.ui.texts import texts_in
from db.engine import Database
from tests.conftest import MOMENT
from tests.projects.field import FOREIGN, OURS, SECRETS, block, lay, report
from tests.schedule.stage import Stage


def table(data: bytes) -> list[dict[str, str]]:
    [page] = load_workbook(io.BytesIO(data)).worksheets
    head, *rows = page.iter_rows(values_only=True)
    return [{str(key): str(value or "") for key, value in zip(head, row, strict=True)} for row in rows]


async def test_it_says_what_was_done_what_hinders_and_what_was_solved(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await report(database, OURS, "yellow", days=30, words="в октябре")
    await report(database, OURS, "yellow", days=5, words="с ошибкой", id=501)
    await report(database, OURS, "green", days=4, words="=СУММА(1;2)", id=502, corrects_id=501)
    await report(database, OURS, "green", days=1, words="второе", id=503)
    await block(database, OURS, days=9, closed=MOMENT - timedelta(days=1))
    found = await monthly(database, clock, stage.organizer, Filter())
    ours, second = table(monthly_file(texts_in("ru"), found))
    assert ours["Проект"] == "Набережная"
    assert ours["Что сделано за месяц"] == "14.11.2025: Сделано: =СУММА(1;2)\n17.11.2025: Сделано: второе"
    assert ours["Решённые за месяц проблемы"] == f"Мешает: {SECRETS[OURS]}"
    assert ours["Статус по отчёту"] == "зелёный"
    assert ours["Ближайшая контрольная точка"] == f"30.11.2025: Точка {SECRETS[OURS]}"
    assert second["Статус по отчёту"] == "красный"
    assert second["Проблемы и риски"].endswith("(с 09.11.2025, помогает: никто не назван)")
    before = await monthly(database, clock, stage.organizer, Filter(), back=True)
    assert (
        table(monthly_file(texts_in("ru"), before))[0]["Что сделано за месяц"]
        == "19.10.2025: Сделано: в октябре"
    )


async def test_the_last_report_is_as_old_as_what_was_corrected(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await report(database, OURS, "green", days=20, id=501)
    await report(database, OURS, "yellow", days=1, id=502, corrects_id=501)
    await report(database, OURS, "green", days=0, id=503, corrects_id=501)
    found = await monthly(database, clock, stage.organizer, Filter())
    ours = table(monthly_file(texts_in("ru"), found))[0]
    assert (ours["Последний отчёт"], ours["Статус по отчёту"]) == ("29.10.2025", "зелёный")
    assert ours["Статус по правилу"] == "серый: молчат 20 дней"


async def test_nobody_gets_what_is_not_theirs(database: Database, clock: ManualClock, stage: Stage) -> None:
    await lay(database)
    for who in (stage.anna, stage.gleb, Visitor(99, 99, "ru")):
        with pytest.raises(NotAllowed):
            await monthly(database, clock, who, Filter())
    data = monthly_file(texts_in("ru"), await monthly(database, clock, stage.organizer, Filter()))
    assert SECRETS[FOREIGN] not in str(table(data))
    assert len(table(monthly_file(texts_in("en"), await monthly_of_all(database, clock)))) == 3
