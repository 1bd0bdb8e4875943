"""Every error at once, each at its place."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.shared.clock import ManualClock
from bot.workbook import console
from bot.workbook.examination import Examination, State
from bot.workbook.raw import Broken, Fault
from db.engine import Database
from tests.words import RUSSIAN
from tests.workbook.programmes import Rows, examined, programme, write_programme

Place = tuple[str, str, int, str]
"""A problem's key, sheet, row and heading."""


def small() -> Rows:
    return programme(streams=2, people=6, days=2)


def places(examination: Examination) -> list[Place]:
    return [
        (problem.key, problem.place.sheet, problem.place.row, problem.place.heading)
        for problem in examination.problems
        if problem.place
    ]


async def test_ten_errors_of_ten_kinds_are_all_named(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    rows = programme()
    rows["Потоки"][1]["Окончание"] = date(2025, 9, 1)
    rows["Модули"][1]["Площадка"] = "ТЮМ"
    rows["Программа"][10]["Начало"] = "25:00"
    rows["Программа"][11]["Вид"] = "лекцыя"
    rows["Программа"][12]["Дата"] = "01.09.2025"
    rows["Программа"][13]["Название"] = None
    rows["Программа"][15]["Код"] = rows["Программа"][14]["Код"]
    rows["Люди"][20]["Телефон"] = "8 900 12"
    rows["Люди"][21]["Часовой пояс"] = "МСК+30"
    rows["Люди"][22]["Код"] = None
    out = io.StringIO()
    path = write_programme(tmp_path / "wrong.xlsx", rows)
    assert await console.import_file(database, clock, path, True, True, out, RUSSIAN) == console.WRONG
    lines = out.getvalue().splitlines()
    assert lines[0] == "Нашлось 10 ошибок. Файл не загружен, в программе ничего не изменилось."
    assert [line.strip() for line in lines[1:]] == [
        "Лист «Потоки», строка 3, столбец «Окончание»: окончание 01.09.2025 раньше начала 01.10.2025.",
        "Лист «Модули», строка 3, столбец «Площадка»: кода «ТЮМ» нет ни на листе «Площадки», ни в программе.",
        "Лист «Программа», строка 12, столбец «Начало»: время «25:00» непонятно. Напишите, например, 9:30.",
        "Лист «Программа», строка 13, столбец «Вид»: «лекцыя» не из списка. Имели в виду «лекция»? Возможны: "
        "лекция, практикум, встреча, экскурсия, питание, трансфер, заезд/регистрация, стажировка, защита, "
        "культурная программа, другое.",
        "Лист «Программа», строка 14, столбец «Дата»: занятие «ШМ-5-М1-13» 01.09.2025 не попадает в модуль "
        "«ШМ-5-М1»: он идёт с 13.10.2025 по 17.10.2025.",
        "Лист «Программа», строка 15, столбец «Название»: здесь должно быть значение.",
        "Лист «Программа», строка 17, столбец «Код»: код «ШМ-5-М1-15» уже стоит в строке 16. Похожие русские "
        "и латинские буквы не различаются.",
        "Лист «Люди», строка 22, столбец «Телефон»: «8 900 12» – не номер телефона. Напишите, например, "
        "+7 900 000-00-00.",
        "Лист «Люди», строка 23, столбец «Часовой пояс»: часовой пояс «МСК+30» не найден. Напишите МСК+2, "
        "Asia/Yekaterinburg или название города.",
        "Лист «Люди», строка 24, столбец «Код»: у строки нет кода. Свободен, например, Ч-1.",
    ]


def cell(sheet: str, row: int, heading: str, value: object) -> Callable[[Rows], None]:
    """Plant a value; rows count as in Excel."""

    def plant(rows: Rows) -> None:
        rows[sheet][row - 2][heading] = value

    return plant


def line(sheet: str, **cells: object) -> Callable[[Rows], None]:
    """Plant one more row."""

    def plant(rows: Rows) -> None:
        rows[sheet].append({heading.replace("_", " "): value for heading, value in cells.items()})

    return plant


E1, E2 = "ШМ-5-М1-01", "ШМ-5-М2-06"
ENDS = ("Программа", 2, "Окончание")
GUIDE = ("Автобусы", 2, "Сопровождающий")
SECOND = range(22, 42)
"""Rows of the second module's events."""
PLANTED: list[tuple[list[Callable[[Rows], None]], list[Place]]] = [
    (
        [cell("Потоки", 2, "Программа", "ШМК")],
        [
            ("workbook-code-unknown", "Потоки", 2, "Программа"),
            ("workbook-direction-foreign", "Фабрики", 2, "Направление"),
            ("workbook-direction-foreign", "Команды", 2, "Направление"),
            ("workbook-direction-foreign", "Проекты", 2, "Направление"),
            ("workbook-direction-foreign", "Наставники", 2, "Направления"),
        ],
    ),
    (
        [cell("Модули", 2, "Первый день", "12.10.2024")],
        [("workbook-module-outside", "Модули", 2, "Первый день")],
    ),
    (
        [cell("Модули", 2, "Последний день", "12.10.2025")],
        [("workbook-days-reversed", "Модули", 2, "Последний день")],
    ),
    (
        [cell("Модули", 2, "Последний день", "13.10")],
        [("workbook-event-outside", "Программа", row, "Дата") for row in range(12, 22)],
    ),
    ([cell("Программа", 2, "Дата", "13 октября")], []),
    (
        [cell("Программа", 2, "Окончание", "8:30")],
        [("workbook-event-ends-first", "Программа", 2, "Окончание")],
    ),
    (
        [cell("Программа", 2, "Окончание", "9:00")],
        [("workbook-event-ends-first", "Программа", 2, "Окончание")],
    ),
    ([cell("Программа", 11, "Окончание", "1:00")], []),
    (
        [cell("Площадки", 2, "Часовой пояс", "Europe/Berlin")]
        + [cell("Модули", 2, "Первый день", "25.10"), cell("Модули", 2, "Последний день", "29.03")]
        + [cell("Программа", row, "Дата", "26.10") for row in range(2, 22)]
        + [cell("Программа", 2, "Дата", "29.03"), cell("Программа", 2, "Начало", "2:30")],
        [("workbook-hall-taken", "Программа", row, "Зал") for row in range(12, 22) if row > 12]
        + [("workbook-event-clock-jumps", "Программа", 2, "Начало")],
    ),
    ([cell("Программа", 3, "Начало", "9:30")], [("workbook-hall-taken", "Программа", 3, "Зал")]),
    (
        [cell("Программа", 3, "Начало", "9:30"), cell("Программа", 3, "Отменено", "да")],
        [],
    ),
    (
        [cell("Программа", 2, "Команды", "ШМ-6-К1")],
        [("workbook-stream-foreign", "Программа", 2, "Команды")],
    ),
    (
        [cell("Программа", 2, "Автобусы", "ШМ-5-А1; ШМ-6-А1; А9")],
        [
            ("workbook-code-unknown", "Программа", 2, "Автобусы"),
            ("workbook-stream-foreign", "Программа", 2, "Автобусы"),
        ],
    ),
    ([cell("Программа", 2, "Широта", "57,1")], [("workbook-coordinates-half", "Программа", 2, "Долгота")]),
    ([cell("Программа", 2, "Широта", "57,1, 65,5")], []),
    ([cell("Программа", 2, "Зал", "а" * 4001)], [("workbook-cell-long", "Программа", 2, "Зал")]),
    (
        [cell("Программа", 2, "Зал", Broken(Fault.UNCOMPUTED))],
        [("workbook-cell-uncomputed", "Программа", 2, "Зал")],
    ),
    (
        [cell("Экскурсии", 2, "Занятие", E1)],
        [
            ("workbook-excursion-kind", "Экскурсии", 2, "Занятие"),
            ("workbook-bus-no-excursion", "Автобусы", 2, "Экскурсия"),
            ("workbook-seat-no-excursion", "Рассадка", 2, "Экскурсия"),
        ],
    ),
    ([cell("Экскурсии", 2, "Мест", 41)], [("workbook-excursion-buses", "Экскурсии", 2, "Мест")]),
    ([cell("Экскурсии", 2, "Мест", 0)], [("workbook-cell-bounds", "Экскурсии", 2, "Мест")]),
    (
        [
            cell("Автобусы", 2, "Мест", 1),
            line("Рассадка", Экскурсия=E2, Человек="ШМ-5-003", Автобус="ШМ-5-А1"),
        ],
        [
            ("workbook-excursion-buses", "Экскурсии", 2, "Мест"),
            ("workbook-bus-overfull", "Рассадка", 4, "Автобус"),
        ],
    ),
    (
        [cell("Рассадка", 2, "Автобус", "ШМ-6-А1")],
        [("workbook-seat-bus-foreign", "Рассадка", 2, "Автобус")],
    ),
    ([cell("Рассадка", 2, "Человек", "ШМ-6-002")], [("workbook-not-enrolled", "Рассадка", 2, "Человек")]),
    ([cell(*GUIDE, "ШМ-5-002")], [("workbook-guide-role", *GUIDE)]),
    ([cell("Заезд", 2, "Человек", "ШМ-6-001")], [("workbook-not-enrolled", "Заезд", 2, "Человек")]),
    ([cell("Заезд", 2, "Отъезд", "15.11 9:00")], [("workbook-travel-reversed", "Заезд", 2, "Отъезд")]),
    ([cell("Люди", 3, "Имя", None)], [("workbook-name-missing", "Люди", 3, "Имя")]),
    ([cell("Люди", 3, "ФИО", "Образцов Пётр Петрович")], [("workbook-cell-name-differs", "Люди", 3, "ФИО")]),
    ([cell("Люди", 3, "Телефон", "+7 900 500 00 01")], [("workbook-phone-twice", "Люди", 3, "Телефон")]),
    ([cell("Люди", 3, "Роли", "слушатель, староста")], [("workbook-cell-choice", "Люди", 3, "Роли")]),
    ([cell("Люди", 3, "Роли", None)], [("workbook-cell-required", "Люди", 3, "Роли")]),
    (
        [cell("Люди", 7, "Роли", "слушатель; руководитель команды")],
        [("workbook-lead-without-team", "Люди", 7, "Команда")],
    ),
    ([cell("Люди", 3, "Команда", "ШМ-6-К1")], [("workbook-stream-foreign", "Люди", 3, "Команда")]),
    (
        [line("Люди", Код="шм-5-001", Фамилия="Образцов", Поток="ШМ-6", Роли="слушатель")],
        [("workbook-person-differs", "Люди", 14, "Фамилия")],
    ),
    ([line("Люди", Код="шм-5-001", Поток="ШМ-6", Роли="слушатель")], []),
    (
        [line("Люди", Код="нет", Поток="ШМ-6", Роли="слушатель")],
        [("workbook-name-missing", "Люди", 14, "Фамилия")],
    ),
    ([cell("Команды", 2, "Фабрика", "ШМ-6-Ф1")], [("workbook-stream-foreign", "Команды", 2, "Фабрика")]),
    ([cell("Проекты", 2, "Команда", "ШМ-6-К1")], [("workbook-stream-foreign", "Проекты", 2, "Команда")]),
    ([cell("Проекты", 2, "Защита", E1)], [("workbook-defence-kind", "Проекты", 2, "Защита")]),
    (
        [cell("Проекты", 2, "Защита", "ШМ-6-М1-01")],
        [
            ("workbook-defence-kind", "Проекты", 2, "Защита"),
            ("workbook-stream-foreign", "Проекты", 2, "Защита"),
        ],
    ),
    (
        [cell("Контрольные точки", 2, "Срок", "16.02.2028")],
        [("workbook-milestone-outside", "Контрольные точки", 2, "Срок")],
    ),
    (
        [cell("Наставники", 2, "Человек", "ШМ-5-002")],
        [("workbook-mentor-role", "Наставники", 2, "Человек")],
    ),
    (
        [line("Площадки", Код="ЕКБ", Название="Дом", Город="Екатеринбург", Часовой_пояс="МСК+2")],
        [("workbook-venue-unused", "Площадки", 5, "Код")],
    ),
    ([cell("Потоки", 2, "Начало", "1.10")], [("workbook-cell-year", "Потоки", 2, "Начало")]),
    (
        [cell("Модули", 2, "Код", "ШM-5-M1")],
        [],
    ),
    (
        [cell("Модули", 3, "Код", "шm-5-m1"), cell("Заезд", 2, "Модуль", "ШМ-5-М1")]
        + [cell("Программа", row, "Модуль", "ШМ-5-М1") for row in SECOND]
        + [cell("Программа", row, "Дата", "13.10") for row in SECOND]
        + [cell("Программа", row, "Зал", None) for row in SECOND],
        [("workbook-code-twice", "Модули", 3, "Код")],
    ),
    (
        [cell("Люди", 2, "Код", "Пример-9")],
        [
            ("workbook-code-unknown", "Автобусы", 2, "Сопровождающий"),
            ("workbook-code-unknown", "Заезд", 2, "Человек"),
            ("workbook-code-unknown", "Наставники", 2, "Человек"),
        ],
    ),
]


@pytest.mark.parametrize("number", range(len(PLANTED)))
async def test_a_planted_error_is_named_at_its_place_and_nothing_else(number: int) -> None:
    plants, expected = PLANTED[number]
    rows = small()
    for plant in plants:
        plant(rows)
    assert sorted(places(await examined(rows))) == sorted(expected)


async def test_a_good_programme_has_no_problems() -> None:
    assert (await examined(small())).problems == ()


async def test_a_code_that_lost_its_zeros_is_explained() -> None:
    rows = small()
    for row in rows["Модули"]:
        if row["Площадка"] == "ТМН":
            row["Площадка"] = 7
    rows["Площадки"][1]["Код"] = "007"
    examination = await examined(rows)
    assert places(examination) == [
        ("workbook-venue-unused", "Площадки", 3, "Код"),
        ("workbook-code-zeros", "Модули", 3, "Площадка"),
        ("workbook-code-zeros", "Модули", 6, "Площадка"),
    ]


async def test_proposed_codes_are_free_and_differ() -> None:
    rows = small()
    rows["Модули"][0]["Код"] = "М-1"
    rows["Модули"][1]["Код"] = rows["Модули"][2]["Код"] = None
    problems = (await examined(rows)).problems
    free = [problem.facts["free"] for problem in problems if problem.key == "workbook-code-missing"]
    assert free == ["М-2", "М-3"]


async def state_of(rows: Rows) -> State:
    """The programme after these rows went in."""
    examination = await examined(rows)
    assert examination.errors == ()
    scene = {record.ident: record for record in examination.at_once[0]}
    owners = {
        ident: stream
        for stream, edition in examination.drafts.items()
        for ident, record in edition.items()
        if record.kind in {"module", "event", "bus"}
    }
    return State(scene, examination.drafts, owners)


IN_TURN: list[tuple[Rows, list[Place]]] = [
    (
        {
            "Модули": [
                {"Код": "ШМ-5-М1", "Поток": "ШМ-6", "Название": "x", "Площадка": "СНЖ"}
                | {"Первый день": "13.10"}
            ]
        },
        [("workbook-moved", "Модули", 2, "Поток")],
    ),
    (
        {"Программа": [{"Код": "ШМ-5-М1-01", "Модуль": "ШМ-6-М1", "Название": "x", "Вид": "лекция"}]},
        [("workbook-moved", "Программа", 2, "Модуль")],
    ),
    (
        {"Автобусы": [{"Код": "ШМ-5-А1", "Экскурсия": "ШМ-6-М2-06", "Название": "x", "Мест": 40}]},
        [
            ("workbook-moved", "Автобусы", 2, "Экскурсия"),
            ("workbook-guide-role", "Автобусы", 2, "Сопровождающий"),
            ("workbook-seat-bus-foreign", "Автобусы", 2, "Экскурсия"),
        ],
    ),
    (
        {"Модули": [{"Код": "ШМ-5-М1", "Поток": "ШМ-5", "Название": "x", "Площадка": "СНЖ"}]},
        [("workbook-event-outside", "Модули", 2, "Первый день")],
    ),
]
DATES = {"Первый день": "14.10", "Последний день": "15.10"}
TIMES = {"Дата": "13.10", "Начало": "9:00", "Окончание": "9:50"}


@pytest.mark.parametrize("number", range(len(IN_TURN)))
async def test_a_file_is_checked_against_what_it_does_not_mention(number: int) -> None:
    rows, expected = IN_TURN[number]
    state = await state_of(small())
    usual = {"Модули": DATES, "Программа": TIMES, "Автобусы": {"Сопровождающий": "ШМ-5-001"}}
    complete = {title: [usual[title] | row for row in own] for title, own in rows.items()}
    found = places(await examined(complete, state))
    assert sorted(set(found)) == sorted(set(expected))
