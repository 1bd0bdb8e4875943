"""What people and Excel put into a cell, and what it means."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shared.records import Value, fold
from bot.workbook.cells import Cell, Code, Text, Whole, clean
from bot.workbook.choices import Choice, Words, YesNo
from bot.workbook.days import Day, Yearless, YearMissing
from bot.workbook.hours import Hours, Moment
from bot.workbook.phones import Phone
from bot.workbook.places import Degrees, coordinates_in_parts
from bot.workbook.raw import Broken, Fault, Raw, Unclear
from bot.workbook.zones import Zone


def wall(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001  (a cell shows no zone)


STAGES = Choice({"idea": ("идея",), "report": ("отчёт", "доклад")})
NINE = time(9, 0)
DAY = date(2025, 11, 18)

UNDERSTOOD: list[tuple[Cell, Raw, Value]] = [
    (Text(), "  Большой\u00a0 зал \t", "Большой зал"),
    (Text(), "строка 1 \r\n  строка 2", "строка 1\nстрока 2"),
    (Text(), "не\u200bвидимое\x07", "невидимое"),
    (Text(), 305, "305"),
    (Text(), 305.0, "305"),
    (Text(), 12.5, "12.5"),
    (Text(), True, "да"),
    (Text(), wall(2025, 11, 18), "18.11.2025"),
    (Text(), wall(2025, 11, 18, 9, 5), "18.11.2025 09:05"),
    (Text(), NINE, "09:00"),
    (Text(), "=2+2", "=2+2"),
    (Text(), None, ""),
    (Text(), " \u00a0 ", ""),
    (Code(), " М2-01 ", "М2-01"),
    (Code(), 7, "7"),
    (Code(), 7.0, "7"),
    (Words(), "1; 2;2 ;", ("1", "2")),
    (Words(), "ЖКХ, дороги\nпарки", ("ЖКХ", "дороги", "парки")),
    (Words(), "дороги, мосты; парки", ("дороги, мосты", "парки")),
    (Words(), 2, ("2",)),
    (Words(), None, ()),
    (Words(Code()), "К1, к1, К2", ("К1", "К2")),
    (Words(STAGES), "ДОКЛАД; Идея", ("report", "idea")),
    (Whole(), 40, 40),
    (Whole(), "40 мест", 40),
    (Whole(), " 1 000 ", 1000),
    (Whole(), "40,0", 40),
    (Whole(), None, None),
    (STAGES, "ОТЧЕТ", "report"),
    (STAGES, " отчёт ", "report"),
    (YesNo(), "Да", True),
    (YesNo(), True, True),
    (YesNo(), 1, True),
    (YesNo(), "✓", True),
    (YesNo(), "−", False),
    (YesNo(), 0.0, False),
    (YesNo(), None, False),
    (Day(), "18.11.2025", DAY),
    (Day(), "18.11.25", DAY),
    (Day(), "18/11/2025", DAY),
    (Day(), "18-11-2025", DAY),
    (Day(), "18. 11. 2025", DAY),
    (Day(), "18.11.2025 г.", DAY),
    (Day(), "18.11.2025 00:00:00", DAY),
    (Day(), "вт, 18.11.2025", DAY),
    (Day(), "вторник 18 ноября 2025", DAY),
    (Day(), "18 ноября 2025 года", DAY),
    (Day(), "18 нояб. 2025", DAY),
    (Day(), "5 мая 2026", date(2026, 5, 5)),
    (Day(), "5 марта 2026", date(2026, 3, 5)),
    (Day(), "1 июня 2026", date(2026, 6, 1)),
    (Day(), "1 июля 2026", date(2026, 7, 1)),
    (Day(), "2025-11-18", DAY),
    (Day(), "2025-11-18T00:00:00", DAY),
    (Day(), wall(2025, 11, 18, 15, 0), DAY),
    (Day(), 45979, DAY),
    (Day(), 45979.75, DAY),
    (Hours(), "9:00", NINE),
    (Hours(), "09:00:00", NINE),
    (Hours(), "9.00", NINE),
    (Hours(), "9-30", time(9, 30)),
    (Hours(), "9–30", time(9, 30)),
    (Hours(), "9,30", time(9, 30)),
    (Hours(), "9 30", time(9, 30)),
    (Hours(), "9 ч 30 мин", time(9, 30)),
    (Hours(), "9 часов", NINE),
    (Hours(), "9", NINE),
    (Hours(), "0930", time(9, 30)),
    (Hours(), "24:00", time(0, 0)),
    (Hours(), 0.375, NINE),
    (Hours(), 0.3888888889, time(9, 20)),
    (Hours(), 0, time(0, 0)),
    (Hours(), 9, NINE),
    (Hours(), 9.0, NINE),
    (Hours(), 9.3, time(9, 30)),
    (Hours(), 9.05, time(9, 5)),
    (Hours(), 1330, time(13, 30)),
    (Hours(), NINE, NINE),
    (Hours(), wall(1899, 12, 30, 9, 0), NINE),
    (Hours(), wall(2025, 11, 18, 9, 0), NINE),
    (Hours(), None, None),
    (Moment(), "18.11.2025 21:40", wall(2025, 11, 18, 21, 40)),
    (Moment(), "18 ноября 2025 в 9.05", wall(2025, 11, 18, 9, 5)),
    (Moment(), "2025-11-18T09:05:00", wall(2025, 11, 18, 9, 5)),
    (Moment(), "18.11.2025, 9 ч 05 мин", wall(2025, 11, 18, 9, 5)),
    (Moment(), 45979.375, wall(2025, 11, 18, 9, 0)),
    (Moment(), wall(2025, 11, 18, 9, 5), wall(2025, 11, 18, 9, 5)),
    (Degrees(90), "57,152985", 57.152985),
    (Degrees(90), 57.152985, 57.152985),
    (Degrees(90), "57.15° с. ш.", 57.15),
    (Degrees(180), "-65.5", -65.5),
    (Degrees(180), None, None),
    (Zone(), "Asia/Yekaterinburg", "Asia/Yekaterinburg"),
    (Zone(), "asia/yekaterinburg", "Asia/Yekaterinburg"),
    (Zone(), "МСК", "Europe/Moscow"),
    (Zone(), "мск + 2", "Asia/Yekaterinburg"),
    (Zone(), "МСК−1", "Europe/Kaliningrad"),
    (Zone(), "MSK+7", "Asia/Vladivostok"),
    (Zone(), "UTC+5", "Asia/Yekaterinburg"),
    (Zone(), "GMT+03:00", "Europe/Moscow"),
    (Zone(), "Тюмень", "Asia/Yekaterinburg"),
    (Zone(), "г. Омск", "Asia/Omsk"),
    (Zone(), "Орел", "Europe/Moscow"),
    (Zone(), "Ташкент", "Asia/Tashkent"),
    (Zone(), None, None),
    (Phone(), "8 (900) 123-45-67", "+79001234567"),
    (Phone(), "+7 900 123 45 67", "+79001234567"),
    (Phone(), "79001234567", "+79001234567"),
    (Phone(), 79001234567.0, "+79001234567"),
    (Phone(), "9001234567", "+79001234567"),
    (Phone(), 89001234567, "+79001234567"),
    (Phone(), "8-900-123-45-67 доб. 12", "+79001234567"),
    (Phone(), "+375 29 123-45-67", "+375291234567"),
    (Phone(), None, ""),
]

UNCLEAR: list[tuple[Cell, Raw, str]] = [
    (Text(), "а" * 4001, "workbook-cell-long"),
    (Text(), "а " * 2001, "workbook-cell-long"),
    (Moment(), "18.11.2025 " * 1000, "workbook-cell-long"),
    (Text(), Broken(Fault.FAILED, "#REF!"), "workbook-cell-failed"),
    (Text(), Broken(Fault.UNCOMPUTED), "workbook-cell-uncomputed"),
    (Code(), "М" * 41, "workbook-cell-code-long"),
    (Code(), "М1;М2", "workbook-cell-code-signs"),
    (Code(), wall(2025, 2, 1), "workbook-cell-code-date"),
    (Words(), 1.2, "workbook-cell-list-number"),
    (Words(), wall(2025, 2, 1), "workbook-cell-list-number"),
    (Words(STAGES), "идея; отчот", "workbook-cell-choice-near"),
    (Whole(), "сорок", "workbook-cell-whole"),
    (Whole(), 4.5, "workbook-cell-whole"),
    (Whole(1, 50), 0, "workbook-cell-bounds"),
    (Whole(1, 50), "51", "workbook-cell-bounds"),
    (STAGES, "отчот", "workbook-cell-choice-near"),
    (STAGES, "завтрак", "workbook-cell-choice"),
    (YesNo(), "может быть", "workbook-cell-choice"),
    (Day(), "31.02.2025", "workbook-cell-date"),
    (Day(), "30.02", "workbook-cell-date"),
    (Day(), "11.18.2025", "workbook-cell-date"),
    (Day(), "завтра", "workbook-cell-date"),
    (Day(), 18.1, "workbook-cell-date"),
    (Day(), 7, "workbook-cell-date"),
    (Day(), "18.11", "workbook-cell-year"),
    (Day(), "вт 18 ноября", "workbook-cell-year"),
    (Day(), 18.11, "workbook-cell-year"),
    (Hours(), "25:00", "workbook-cell-time"),
    (Hours(), "9:60", "workbook-cell-time"),
    (Hours(), "утром", "workbook-cell-time"),
    (Hours(), 9.5, "workbook-cell-time"),
    (Hours(), 45979, "workbook-cell-time"),
    (Hours(), "9:00–10:30", "workbook-cell-time-span"),
    (Hours(), wall(2025, 10, 9), "workbook-cell-time-date"),
    (Moment(), "18.11.2025", "workbook-cell-moment"),
    (Moment(), "утром 18.11.2025", "workbook-cell-moment"),
    (Moment(), "18.11 21:40", "workbook-cell-year"),
    (Degrees(90), "95", "workbook-cell-degrees-limit"),
    (Degrees(90), "у входа", "workbook-cell-degrees"),
    (Degrees(90), wall(2057, 12, 1), "workbook-cell-degrees"),
    (Zone(), "МСК+20", "workbook-cell-zone"),
    (Zone(), "Тюмнь", "workbook-cell-zone-near"),
    (Zone(), "Europe/Moskow", "workbook-cell-zone-near"),
    (Phone(), "123", "workbook-cell-phone"),
    (Phone(), "нет", "workbook-cell-phone"),
    (Phone(), "8 900 123-45-67, 8 900 123-45-68", "workbook-cell-phones"),
]


@pytest.mark.parametrize(("cell", "raw", "value"), UNDERSTOOD)
def test_a_cell_is_understood(cell: Cell, raw: Raw, value: Value) -> None:
    read = cell.read(raw)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(("cell", "raw", "reason"), UNCLEAR)
def test_an_unclear_cell_says_why(cell: Cell, raw: Raw, reason: str) -> None:
    with pytest.raises(Unclear) as unclear:
        cell.read(raw)
    assert unclear.value.key == reason


@pytest.mark.parametrize(
    ("written", "first", "last", "meant"),
    [
        ("18.11", date(2025, 10, 1), date(2026, 5, 31), date(2025, 11, 18)),
        ("10.02", date(2025, 10, 1), date(2026, 5, 31), date(2026, 2, 10)),
        ("16.11", date(2025, 11, 17), date(2025, 11, 21), date(2025, 11, 16)),
        ("02.01", date(2025, 12, 29), date(2025, 12, 31), date(2026, 1, 2)),
        ("29.02", date(2024, 1, 1), date(2024, 12, 31), date(2024, 2, 29)),
        ("18.11 21:40", date(2025, 11, 17), date(2025, 11, 21), wall(2025, 11, 18, 21, 40)),
    ],
)
def test_a_date_without_a_year_gets_it_from_the_days_around(
    written: str, first: date, last: date, meant: date
) -> None:
    with pytest.raises(YearMissing) as missing:
        (Moment() if ":" in written else Day()).read(written)
    assert missing.value.yearless.within(first, last) == meant


def test_29_february_is_unclear_where_no_leap_year_is_near() -> None:
    with pytest.raises(Unclear):
        Yearless(29, 2).within(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ({"latitude": "57.15, 65.53", "longitude": None}, ("57.15", "65.53")),
        ({"latitude": "57,15; 65,53", "longitude": ""}, ("57,15", "65,53")),
        ({"latitude": "57,15, 65,53", "longitude": None}, ("57,15", "65,53")),
        ({"latitude": None, "longitude": "57.15 65.53"}, ("57.15", "65.53")),
        ({"latitude": "57.15, 65.53", "longitude": "57.15, 65.53"}, ("57.15", "65.53")),
        ({"latitude": "57,15", "longitude": None}, ("57,15", None)),
        ({"latitude": "57.15, 65.53", "longitude": 65.53}, ("57.15, 65.53", 65.53)),
    ],
)
def test_both_coordinates_in_one_cell_are_split(row: dict[str, Raw], parts: tuple[Raw, Raw]) -> None:
    split = coordinates_in_parts(row)
    assert (split["latitude"], split["longitude"]) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [("М-1", "m-1"), ("Орёл", "ОРЕЛ"), ("ШМ  5", " шм\u00a05"), ("A–1", "А-1"), ("й", "й")],
)
def test_what_looks_the_same_is_the_same_code(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_codes_that_look_different_stay_apart() -> None:
    codes = ["М-1", "М-2", "ШМ-5", "ШМК-5", "И1", "Н1", "Ш1", "Щ1", "001", "01", "1"]
    assert len({fold(code) for code in codes}) == len(codes)


words = st.text(st.characters(codec="utf-8", exclude_characters=";\n\r,"), min_size=1, max_size=30).map(clean)


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(
    st.one_of(
        st.tuples(st.just(Text()), st.text(max_size=300).map(clean)),
        st.tuples(st.just(Words()), st.lists(words.filter(bool), unique_by=fold, max_size=5).map(tuple)),
        st.tuples(st.just(Whole()), st.none() | st.integers(0, 100_000)),
        st.tuples(st.just(STAGES), st.sampled_from(["", "idea", "report"])),
        st.tuples(st.just(YesNo()), st.booleans()),
        st.tuples(st.just(Day()), st.none() | st.dates(date(1990, 1, 1), date(2100, 12, 31))),
        st.tuples(st.just(Hours()), st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0))),
        st.tuples(
            st.just(Moment()),
            st.none()
            | st.datetimes(wall(1990, 1, 1), wall(2100, 12, 31)).map(
                lambda moment: moment.replace(second=0, microsecond=0)
            ),
        ),
        st.tuples(
            st.just(Degrees(90)),
            st.none() | st.floats(-90, 90).map(lambda degrees: round(degrees, 6)),
        ),
        st.tuples(st.just(Zone()), st.sampled_from(["Asia/Omsk", "Europe/Moscow", "UTC"])),
        st.tuples(st.just(Phone()), st.sampled_from(["", "+79001234567", "+375291234567"])),
    )
)
def test_what_is_shown_reads_as_it_was(case: tuple[Cell, Value]) -> None:
    cell, value = case
    assert cell.read(cell.show(value)) == value
