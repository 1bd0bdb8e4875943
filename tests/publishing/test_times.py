"""New hours as organizers type them."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.publishing.delaying import BOUND, read_minutes
from bot.publishing.times import minutes_between, moved_by, new_hours, whole_hours
from bot.shared.errors import Refusal
from bot.workbook.raw import Unclear

STARTS, ENDS = time(13, 0), time(13, 50)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("10:30", "10:30–11:20"),
        ("10.30", "10:30–11:20"),
        ("9", "09:00–09:50"),
        ("23:30", "23:30–00:20"),
        ("10:30–12:00", "10:30–12:00"),
        ("10:30-12:00", "10:30–12:00"),
        (" с 10.30 до 12.00. ", "10:30–12:00"),
        ("23:00 — 01:00", "23:00–01:00"),
        ("на 20 минут позже", "13:20–14:10"),
        ("20 минут позже", "13:20–14:10"),
        ("сдвинуть на 20 мин раньше", "12:40–13:30"),
        ("+20", "13:20–14:10"),
        ("-20 мин", "12:40–13:30"),
        ("−20", "12:40–13:30"),
        ("на час позже", "14:00–14:50"),
        ("на 2 часа раньше", "11:00–11:50"),
        ("на полчаса позже", "13:30–14:20"),
        ("20 minutes later", "13:20–14:10"),
        ("1 hour earlier", "12:00–12:50"),
    ],
)
def test_words_become_hours(words: str, expected: str) -> None:
    starts, ends = new_hours(words, STARTS, ENDS)
    assert f"{starts:%H:%M}–{ends:%H:%M}" == expected


@pytest.mark.parametrize("words", ["", "завтра", "25:00", "10:70", "20 минут", "позже", "+", "10:30–", "<b>"])
def test_other_words_are_unclear(words: str) -> None:
    with pytest.raises(Unclear):
        new_hours(words, STARTS, ENDS)


@pytest.mark.parametrize("words", ["на 11 часов позже", "на 14 часов раньше", "10:30–10:30"])
def test_another_day_or_no_length_is_refused(words: str) -> None:
    with pytest.raises(Refusal):
        new_hours(words, STARTS, ENDS)


@pytest.mark.parametrize("words", ["", "10:30", "вечером", "10:30–10:30", "10:30–12:00–13:00"])
def test_a_new_event_needs_both_hours(words: str) -> None:
    with pytest.raises(Refusal):
        whole_hours(words)


@given(st.times(), st.times(), st.integers(-719, 719))
def test_a_shift_keeps_how_long_an_event_lasts(starts: time, ends: time, minutes: int) -> None:
    starts, ends = (one.replace(second=0, microsecond=0) for one in (starts, ends))
    if not minutes:
        return
    try:
        first, last = new_hours(f"{minutes:+}", starts, ends)
    except Refusal:
        before = timedelta(hours=starts.hour, minutes=starts.minute) + timedelta(minutes=minutes)
        assert not timedelta() <= before < timedelta(days=1)
        return
    assert minutes_between(starts, first) == minutes
    assert (minutes_between(first, last) - minutes_between(starts, ends)) % (24 * 60) == 0
    assert moved_by(moved_by(first, -minutes), minutes) == first


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("20", 20),
        (" 20 ", 20),
        ("+20", 20),
        ("-10", -10),
        ("−10", -10),
        ("– 10", -10),
        ("20 мин", 20),
        ("на 20 минут", 20),
        ("180", BOUND),
        ("-180", -BOUND),
        ("181", None),
        ("-181", None),
        ("0", None),
        ("-0", None),
        ("", None),
        ("двадцать", None),
        ("20 завтра", None),
        ("завтра", None),
        ("20 30", None),
        ("2e1", None),
        ("99999", None),
    ],
)
def test_minutes_of_a_delay(words: str, minutes: int | None) -> None:
    assert read_minutes(words) == minutes
