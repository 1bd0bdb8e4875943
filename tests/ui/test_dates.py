from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.dates import (
    at_home,
    capital,
    city_of,
    clock,
    day_words,
    days_name,
    hours,
    in_days,
    lasting,
    period,
    short_day,
    zone_mark,
)
from bot.ui.texts import texts_in

RU, EN = texts_in("ru"), texts_in("en")
WINTER = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 4, 0, tzinfo=UTC)
TUESDAY = date(2025, 11, 18)


@pytest.mark.parametrize(
    ("zone", "moment", "russian", "english"),
    [
        ("Europe/Moscow", WINTER, "МСК", "MSK"),
        ("Asia/Yekaterinburg", WINTER, "МСК+2", "MSK+2"),
        ("Asia/Kamchatka", WINTER, "МСК+9", "MSK+9"),
        ("Europe/Kaliningrad", WINTER, "МСК−1", "MSK−1"),
        ("Asia/Kolkata", WINTER, "МСК+2:30", "MSK+2:30"),
        ("America/St_Johns", WINTER, "МСК−6:30", "MSK−6:30"),
        ("Europe/Berlin", WINTER, "МСК−2", "MSK−2"),
        ("Europe/Berlin", SUMMER, "МСК−1", "MSK−1"),
    ],
)
def test_a_zone_is_named_by_its_distance_from_moscow(
    zone: str, moment: datetime, russian: str, english: str
) -> None:
    assert (zone_mark(RU, zone, moment), zone_mark(EN, zone, moment)) == (russian, english)


@pytest.mark.parametrize(
    ("zone", "russian", "english"),
    [("Asia/Omsk", "Омск", "Omsk"), ("Europe/Moscow", "Москва", "Moscow"), ("Asia/Tokyo", "Токио", "Tokyo")],
)
def test_a_zone_has_a_city_in_the_readers_language(zone: str, russian: str, english: str) -> None:
    assert (city_of(zone, "ru"), city_of(zone, "en")) == (russian, english)


def test_hours_are_the_venues_across_midnight_and_the_clock_change() -> None:
    assert clock(WINTER, "Asia/Yekaterinburg") == "09:00"
    assert hours(WINTER, WINTER + timedelta(hours=16), "Asia/Yekaterinburg") == "09:00–01:00"
    night = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert hours(night, night + timedelta(hours=1), "Europe/Berlin") == "01:30–03:30"


@pytest.mark.parametrize(
    ("home", "shown"),
    [
        ("Asia/Omsk", "10:00"),
        ("Asia/Kamchatka", "16:00"),
        ("Pacific/Honolulu", "пн 18:00"),
        ("Asia/Tashkent", ""),
        ("Asia/Yekaterinburg", ""),
        (None, ""),
    ],
)
def test_the_readers_clock_is_shown_only_where_it_differs(home: str | None, shown: str) -> None:
    assert at_home(RU, WINTER, "Asia/Yekaterinburg", home) == shown


def test_the_readers_midnight_names_the_other_day() -> None:
    before, after = (datetime(2025, 11, 18, hour, minute, tzinfo=UTC) for hour, minute in ((17, 59), (18, 0)))
    assert at_home(RU, before, "Europe/Moscow", "Asia/Omsk") == "23:59"
    assert at_home(RU, after, "Europe/Moscow", "Asia/Omsk") == "ср 00:00"
    assert at_home(EN, after, "Europe/Moscow", "Asia/Omsk") == "Wed 00:00"


def test_days_are_written_as_people_write_them() -> None:
    assert (day_words(RU, TUESDAY), day_words(EN, TUESDAY)) == ("вт, 18 ноября", "Tue, 18 November")
    assert day_words(RU, TUESDAY, date(2026, 1, 1)) == "вт, 18 ноября 2025"
    assert day_words(EN, TUESDAY, date(2025, 1, 1)) == "Tue, 18 November"
    assert (short_day(RU, TUESDAY), short_day(EN, TUESDAY)) == ("вт, 18", "Tue, 18")
    assert capital(day_words(RU, TUESDAY)) == "Вт, 18 ноября"


@pytest.mark.parametrize(
    ("first", "last", "russian", "english"),
    [
        (date(2025, 11, 17), date(2025, 11, 21), "17–21 ноября", "17–21 November"),
        (date(2025, 11, 28), date(2025, 12, 2), "28 ноября – 2 декабря", "28 November – 2 December"),
        (date(2025, 12, 30), date(2026, 12, 31), "30 декабря – 31 декабря", "30 December – 31 December"),
        (date(2026, 5, 1), date(2026, 5, 1), "1 мая", "1 May"),
    ],
)
def test_a_period_is_short(first: date, last: date, russian: str, english: str) -> None:
    assert (period(RU, first, last), period(EN, first, last)) == (russian, english)


@pytest.mark.parametrize(
    ("seconds", "russian", "english"),
    [
        (1, "1 мин", "1 min"),
        (25 * 60, "25 мин", "25 min"),
        (25 * 60 + 1, "26 мин", "26 min"),
        (59 * 60 + 1, "1 ч", "1 h"),
        (90 * 60, "1 ч 30 мин", "1 h 30 min"),
        (23 * 3600, "23 ч", "23 h"),
    ],
)
def test_a_length_of_time_counts_a_begun_minute(seconds: int, russian: str, english: str) -> None:
    time = timedelta(seconds=seconds)
    assert (lasting(RU, time), lasting(EN, time)) == (russian, english)


@pytest.mark.parametrize(
    ("days", "russian", "english"),
    [
        (0, "сегодня", "today"),
        (1, "завтра", "tomorrow"),
        (2, "через 2 дня", "in 2 days"),
        (5, "через 5 дней", "in 5 days"),
        (11, "через 11 дней", "in 11 days"),
        (21, "через 21 день", "in 21 days"),
        (102, "через 102 дня", "in 102 days"),
    ],
)
def test_days_ahead_are_counted_in_the_right_form(days: int, russian: str, english: str) -> None:
    assert (in_days(RU, days), in_days(EN, days)) == (russian, english)


def test_days_around_today_have_names() -> None:
    named = [days_name(RU, TUESDAY + timedelta(days=step), TUESDAY) for step in (-2, -1, 0, 1, 2)]
    assert named == ["", "вчера", "сегодня", "завтра", ""]


@given(st.integers(1, 24 * 60 - 1))
def test_a_length_of_time_can_be_read_back(minutes: int) -> None:
    numbers = [int(part) for part in lasting(EN, timedelta(minutes=minutes)).split() if part.isdigit()]
    units = [part for part in lasting(EN, timedelta(minutes=minutes)).split() if not part.isdigit()]
    factors = {"h": 60, "min": 1}
    assert sum(number * factors[unit] for number, unit in zip(numbers, units, strict=True)) == minutes
