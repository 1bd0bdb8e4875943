from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.model import Module
from bot.schedule.wishes import DayWish, ModuleWish, NowWish, Wish, understand
from bot.schedule.words import CalendarDay, Phrase, read_words
from tests.schedule.builders import BERLIN, MODULES, SENEZH, TYUMEN, at, changed_module

TUESDAY = at("Asia/Yekaterinburg", 2025, 11, 18, 9, 0)
BETWEEN = at("Asia/Yekaterinburg", 2025, 11, 1, 9, 0)
AFTER = at("Europe/Moscow", 2026, 6, 3, 9, 0)
LATE_IN_MOSCOW = at("Europe/Moscow", 2025, 11, 18, 23, 0)


def meant(
    text: str, now: datetime, modules: tuple[Module, ...] = MODULES, whole: bool = False
) -> Wish | None:
    phrase = read_words(text)
    assert phrase is not None
    return understand(phrase, modules, now, whole)


DAYS = [
    ("сегодня", TUESDAY, date(2025, 11, 18)),
    ("завтра", TUESDAY, date(2025, 11, 19)),
    ("вчера", TUESDAY, date(2025, 11, 17)),
    ("сегодня", LATE_IN_MOSCOW, date(2025, 11, 19)),
    ("вт", TUESDAY, date(2025, 11, 18)),
    ("пн", TUESDAY, date(2025, 11, 17)),
    ("пт", TUESDAY, date(2025, 11, 21)),
    ("вс", TUESDAY, date(2025, 11, 23)),
    ("вт", BETWEEN, date(2025, 11, 18)),
    ("вс", BETWEEN, date(2025, 11, 2)),
    ("ср", AFTER, date(2026, 6, 3)),
    ("вт", AFTER, date(2026, 6, 9)),
    ("18.11", TUESDAY, date(2025, 11, 18)),
    ("18.11", AFTER, date(2025, 11, 18)),
    ("28.03", TUESDAY, date(2026, 3, 28)),
    ("18.11.2024", TUESDAY, date(2024, 11, 18)),
    ("1 января", TUESDAY, date(2026, 1, 1)),
    ("20.12", at("Europe/Moscow", 2026, 7, 1), date(2026, 12, 20)),
    ("31.12", at("Europe/Moscow", 2026, 7, 1), date(2025, 12, 31)),
    ("20", TUESDAY, date(2025, 11, 20)),
    ("28", TUESDAY, date(2026, 3, 28)),
    ("22", TUESDAY, date(2025, 10, 22)),
    ("5", TUESDAY, date(2025, 12, 5)),
    ("31", AFTER, date(2026, 7, 31)),
]


@pytest.mark.parametrize(("text", "now", "day"), DAYS)
def test_a_day_is_found(text: str, now: datetime, day: date) -> None:
    assert meant(text, now) == DayWish(day)


MODULE_WORDS = [
    ("Тюмень", TYUMEN),
    ("в Тюмени", TYUMEN),
    ("тюмень", TYUMEN),
    ("Tyumen", TYUMEN),
    ("tiumen", TYUMEN),
    ("Сенеж", SENEZH),
    ("в сенеже", SENEZH),
    ("Senezh", SENEZH),
    ("в Солнечногорске", SENEZH),
    ("технопарк", TYUMEN),
    ("городская экономика", TYUMEN),
    ("городской экономике", TYUMEN),
    ("модуль 3", BERLIN),
    ("третий модуль", BERLIN),
    ("module 1", SENEZH),
    ("модуль", TYUMEN),
]


@pytest.mark.parametrize(("text", "module"), MODULE_WORDS)
def test_a_module_is_found(text: str, module: Module) -> None:
    assert meant(text, TUESDAY) == ModuleWish(module)


@pytest.mark.parametrize(
    "text", ["Томск", "тю", "парк", "модуль 9", "31.02", "30 февраля", "привет", "мэр", "и"]
)
def test_what_is_not_in_the_timetable_means_nothing(text: str) -> None:
    assert meant(text, TUESDAY) is None


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Тюмень", ModuleWish(TYUMEN)),
        ("ратуша", ModuleWish(BERLIN)),
        ("экономика", None),
        ("Сенеж", ModuleWish(SENEZH)),
        ("в сенеже", ModuleWish(SENEZH)),
        ("мастерская", None),
        ("городская экономика", ModuleWish(TYUMEN)),
    ],
)
def test_a_whole_name_is_wanted_where_a_plain_text_is_read(text: str, wish: Wish | None) -> None:
    assert meant(text, TUESDAY, whole=True) == wish


def test_now_is_a_wish_of_its_own() -> None:
    assert meant("сейчас", TUESDAY) == NowWish()


def test_of_two_modules_in_a_city_the_nearest_is_meant() -> None:
    again = changed_module(SENEZH, id=9, number=6, starts_on=date(2026, 5, 18), ends_on=date(2026, 5, 22))
    both = (*MODULES, again)
    assert meant("Сенеж", at("Europe/Moscow", 2025, 10, 21), both) == ModuleWish(SENEZH)
    assert meant("Сенеж", TUESDAY, both) == ModuleWish(again)
    assert meant("Сенеж", AFTER, both) == ModuleWish(again)


def test_modules_without_numbers_count_in_the_order_of_their_days() -> None:
    bare = tuple(changed_module(module, number=None) for module in (BERLIN, SENEZH, TYUMEN))
    assert meant("модуль 2", TUESDAY, bare) == ModuleWish(bare[2])
    assert meant("модуль 4", TUESDAY, bare) is None
    assert meant("модуль 0", TUESDAY, bare) is None


@pytest.mark.parametrize(
    ("city", "typed", "same"),
    [
        ("Казань", "Казани", True),
        ("Москва", "в Москве", True),
        ("Москва", "Moscow", True),
        ("Уфа", "в Уфе", True),
        ("Сочи", "сочи", True),
        ("Орёл", "орел", True),
        ("Нижний Новгород", "в Нижнем Новгороде", True),
        ("Великий Новгород", "Нижний Новгород", False),
        ("Ростов-на-Дону", "в Ростове-на-Дону", True),
        ("Ростов-на-Дону", "Ростов на Дону", True),
        ("Екатеринбург", "Yekaterinburg", True),
        ("Санкт-Петербург", "в Санкт-Петербурге", True),
        ("Нижний Новгород", "Nizhny Novgorod", True),
        ("Ханты-Мансийск", "Khanty-Mansiysk", True),
        ("Омск", "Томск", False),
        ("Киров", "Кировск", False),
        ("Курск", "Курган", False),
    ],
)
def test_a_city_is_known_in_any_case_and_in_latin_letters(city: str, typed: str, same: bool) -> None:
    module = changed_module(TYUMEN, city=city, venue_title="", title="")
    assert meant(typed, TUESDAY, (module,)) == (ModuleWish(module) if same else None)


def test_without_modules_days_are_moscows_and_names_mean_nothing() -> None:
    assert meant("сегодня", LATE_IN_MOSCOW, ()) == DayWish(date(2025, 11, 18))
    assert meant("вт", LATE_IN_MOSCOW, ()) == DayWish(date(2025, 11, 18))
    assert meant("Тюмень", LATE_IN_MOSCOW, ()) is None
    assert meant("модуль", LATE_IN_MOSCOW, ()) is None


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_a_full_date_means_itself_and_a_short_one_a_day_of_that_name(day: date, now: date) -> None:
    moment = at("Europe/Moscow", now.year, now.month, now.day, 12)
    full = CalendarDay(day.day, day.month, day.year)
    assert understand(Phrase(full), MODULES, moment) == DayWish(day)
    short = understand(Phrase(CalendarDay(day.day, day.month)), MODULES, moment)
    if isinstance(short, DayWish):
        assert (short.day.day, short.day.month) == (day.day, day.month)
        assert abs(short.day - now) <= timedelta(days=367 * 2)
    else:
        assert (day.day, day.month) == (29, 2)
