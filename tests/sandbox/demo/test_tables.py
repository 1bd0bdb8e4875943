from datetime import date, datetime, time

import pytest

from bot.sandbox.demo.tables import day_after, moment_after, read_table

HEADINGS = ("Код", "Название", "Мест")


def test_a_line_is_a_row_and_blank_cells_leave_nothing() -> None:
    text = """
    А-1 | Автобус 1 | 40
    А-2 | –
    А-3 |  | 2
    """
    assert read_table(HEADINGS, text) == [
        {"Код": "А-1", "Название": "Автобус 1", "Мест": 40},
        {"Код": "А-2"},
        {"Код": "А-3", "Мест": 2},
    ]


def test_a_line_with_plus_adds_to_the_row_above() -> None:
    text = """
    А-1
    + Описание: Сбор: у входа
    + Широта: 57.1418
    А-2
    + Мест: 7
    """
    assert read_table(HEADINGS, text) == [
        {"Код": "А-1", "Описание": "Сбор: у входа", "Широта": 57.1418},
        {"Код": "А-2", "Мест": 7},
    ]


@pytest.mark.parametrize(
    "cell", ["12:30–13:00", "+7 345 200-00-00", "Автобус 1", "1; 2", "-2 18:40", "1.2.3"]
)
def test_what_only_looks_like_a_number_stays_text(cell: str) -> None:
    assert read_table(("Код", "Ячейка"), f"А-1\n+ Ячейка: {cell}") == [{"Код": "А-1", "Ячейка": cell}]


def test_a_time_becomes_a_time() -> None:
    assert read_table(HEADINGS, "А-1 | 08:15") == [{"Код": "А-1", "Название": time(8, 15)}]


def test_a_line_with_too_many_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="лишнее"):
        read_table(HEADINGS, "А-1 | Автобус | 40 | лишнее")


@pytest.mark.parametrize(
    ("days", "expected"),
    [("+1", date(2026, 1, 1)), ("-31", date(2025, 11, 30)), (0, date(2025, 12, 31))],
)
def test_days_count_from_today(days: object, expected: date) -> None:
    assert day_after(date(2025, 12, 31), days) == expected


def test_a_moment_is_days_from_today_and_a_time() -> None:
    found = moment_after(date(2025, 12, 31), "+1 06:20")
    assert found == datetime.fromisoformat("2026-01-01T06:20")
