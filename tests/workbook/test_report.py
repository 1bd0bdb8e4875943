"""An examination in words."""

import pytest

from bot.shared.records import Record, Value
from bot.workbook.diff import Change, Difference
from bot.workbook.examination import Examination
from bot.workbook.problems import Place, Problem
from bot.workbook.report import MOST_DETAILS, Report
from bot.workbook.sheets import SHEETS
from tests.words import RUSSIAN


def lines(
    problems: tuple[Problem, ...] = (), difference: Difference | None = None, examples: int = 0
) -> list[str]:
    found = Examination(problems, difference or Difference(), {}, {"event": 7}, {}, examples)
    return list(Report(RUSSIAN, SHEETS).lines(found))


def test_errors_come_first_and_leave_no_difference_to_speak_of() -> None:
    place = Place("Программа", 12, "Начало", 3)
    wrong = Problem("workbook-cell-time", place, {"value": "25:00"})
    row = Problem("workbook-heading-absent", Place("Люди", 1), {"heading": "Код", "likely": ""})
    odd = Problem("workbook-sheet-unknown", Place("Свод"), {"likely": ""}, warning=True)
    assert lines((wrong, row, odd), Difference((Record("event", ("1",), {}),))) == [
        "Нашлись 2 ошибки. Файл не загружен, в программе ничего не изменилось.",
        "  Лист «Программа», строка 12, столбец «Начало»: время «25:00» непонятно. Напишите, например, 9:30.",
        "  Лист «Люди», строка 1: нет обязательного столбца «Код».",
        "1 замечание (загрузке не мешает):",
        "  Лист «Свод»: такого листа в шаблоне нет, он не прочитан.",
    ]


@pytest.mark.parametrize("capacity", ["1", "2", "40"])
def test_any_number_of_places_is_good_russian(capacity: str) -> None:
    wrong = Problem("workbook-bus-overfull", None, {"code": "А1", "capacity": capacity, "count": "41"})
    assert Report(RUSSIAN, SHEETS).problem(wrong) == f"в автобусе «А1» мест: {capacity}, а рассажено: 41."


def test_an_unknown_code_names_the_sheet_where_it_should_stand() -> None:
    place = Place("Модули", 1234, "Площадка", 4)
    wrong = Problem("workbook-code-unknown", place, {"code": "ТЮМ", "kind": "venue"})
    assert Report(RUSSIAN, SHEETS).problem(wrong) == (
        "Лист «Модули», строка 1234, столбец «Площадка»: "
        "кода «ТЮМ» нет ни на листе «Площадки», ни в программе."
    )


def test_a_long_cell_is_quoted_in_part() -> None:
    wrong = Problem("workbook-cell-whole", Place("Модули", 2, "Номер", 2), {"value": "а" * 5000})
    assert len(Report(RUSSIAN, SHEETS).problem(wrong)) < 300


def test_the_difference_shows_old_and_new_as_the_workbook_does() -> None:
    old = Record("event", ("М1-01",), {"title": "Стратегия", "kind": "lecture", "groups": (), "room": "1"})
    new = old.with_fields({"kind": "meal", "groups": ("1", "2"), "room": ""})
    fields: dict[str, tuple[Value, Value]] = {
        "kind": ("lecture", "meal"),
        "groups": ((), ("1", "2")),
        "room": ("1", ""),
    }
    difference = Difference(
        (Record("enrolment", ("Ч1", "ШМ-5"), {}),),
        (Change(old, new, fields),),
        (Record("event", ("М1-02",), {}),),
        7,
    )
    assert lines(difference=difference, examples=2) == [
        "Пропущено 2 строки-образца.",
        "Программа: добавится 0, изменится 1, без изменений 7, нет в файле 1.",
        "  М1-01 «Стратегия», «Вид»: «лекция» → «питание»",
        "  М1-01 «Стратегия», «Группы»: пусто → «1; 2»",
        "  М1-01 «Стратегия», «Зал»: «1» → пусто",
        "  нет в файле (останется как есть): М1-02",
        "Люди в потоках: добавится 1, изменится 0, без изменений 0, нет в файле 0.",
        "  + Ч1 · ШМ-5",
    ]


def test_a_long_list_is_cut_and_its_rest_counted() -> None:
    added = tuple(Record("event", (str(number),), {}) for number in range(MOST_DETAILS + 3))
    shown = lines(difference=Difference(added))
    assert shown[0].startswith(f"Программа: добавится {MOST_DETAILS + 3},")
    assert (len(shown), shown[-1]) == (MOST_DETAILS + 2, "  … и ещё 3 такие строки.")
