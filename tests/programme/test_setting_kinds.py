"""What organizers may type for a setting, and that what is kept is read back as it was."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programme.lead_times import EVENING_BEFORE, Lead, LeadTimes, leads
from bot.programme.setting import DEFAULTS, Setting, Settings
from bot.programme.setting_kinds import (
    NO_WINDOW,
    Hour,
    Hours,
    Kind,
    Titles,
    Unit,
    Weekday,
    Whole,
    Window,
    YesNo,
)
from bot.programme.settings import QUIET_HOURS, RETENTION
from bot.registry import setting_registry
from bot.shared.errors import Refusal
from bot.ui.texts import LANGUAGES, texts_in

MINUTES = Whole(Unit.MINUTES, 5, 1440)
MONTHS = Whole(Unit.MONTHS, 0, 120)
EVERY = setting_registry()

UNDERSTOOD: list[tuple[Kind[Any], str, object]] = [
    (MINUTES, "45", 45),
    (MINUTES, " 45 минут. ", 45),
    (MINUTES, "45 мин", 45),
    (MONTHS, "0", 0),
    (MONTHS, "никогда", 0),
    (MONTHS, "6 месяцев", 6),
    (Hour(), "20", 20),
    (Hour(), "в 8", 8),
    (Hour(), "19:00", 19),
    (Hours(), "22–8", Window(22, 8)),
    (Hours(), "с 22:00 до 08:00", Window(22, 8)),
    (Hours(), "23-7", Window(23, 7)),
    (Hours(), "22–24", Window(22, 0)),
    (Hours(), "Нет", NO_WINDOW),
    (LeadTimes(), "вечер накануне, 2 часа, 15 минут", leads(None, 120, 15)),
    (LeadTimes(), "15 мин; накануне", leads(None, 15)),
    (LeadTimes(), "за полчаса и за 1 ч 30 мин", leads(90, 30)),
    (LeadTimes(), "сутки, час", leads(1440, 60)),
    (LeadTimes(), "15, 15", leads(15)),
    (LeadTimes(), "evening before, 2 hours, 15 minutes", leads(None, 120, 15)),
    (LeadTimes(), "нет", ()),
    (Titles(), "идея → паспорт; защита\nитоги", ("идея", "паспорт", "защита", "итоги")),
    (Weekday(), "чт", 3),
    (Weekday(), "По четвергам", 3),
    (Weekday(), "во вторник", 1),
    (Weekday(), "Monday", 0),
    (YesNo(), "Да", True),
    (YesNo(), "нет", False),
]


@pytest.mark.parametrize(("kind", "typed", "value"), UNDERSTOOD)
def test_what_is_typed_is_understood(kind: Kind[Any], typed: str, value: object) -> None:
    assert kind.read(typed) == value
    assert kind.restore(kind.store(value)) == value


@pytest.mark.parametrize(
    ("kind", "typed", "key"),
    [
        (MINUTES, "4", "error-setting-minutes"),
        (MINUTES, "1441", "error-setting-minutes"),
        (MINUTES, "2 часа", "error-setting-minutes"),
        (Weekday(), "завтра", "error-setting-weekday"),
        (MINUTES, "нет", "error-setting-minutes"),
        (MINUTES, "много", "error-setting-minutes"),
        (MONTHS, "2 года", "error-setting-months"),
        (MONTHS, "-1", "error-setting-months"),
        (Hour(), "24", "error-setting-hour"),
        (Hour(), "20:30", "error-setting-hour"),
        (Hours(), "22", "error-setting-hours"),
        (Hours(), "25–8", "error-setting-hours"),
        (Hours(), "22:30–8", "error-setting-hours"),
        (Hours(), "8–6", "error-setting-hours-long"),
        (LeadTimes(), "скоро", "error-setting-leads"),
        (LeadTimes(), "", "error-setting-leads"),
        (LeadTimes(), "4 минуты", "error-setting-leads"),
        (LeadTimes(), "8 дней", "error-setting-leads"),
        (LeadTimes(), "10, 20, 30, 40, 50, 60", "error-setting-leads"),
        (Titles(), " ; ", "error-setting-titles"),
        (Titles(), "x" * 61, "error-setting-titles"),
        (YesNo(), "может быть", "error-setting-yes-no"),
    ],
)
def test_nonsense_is_refused_with_its_own_sentence(kind: Kind[Any], typed: str, key: str) -> None:
    with pytest.raises(Refusal) as refusal:
        kind.read(typed)
    assert refusal.value.key == key
    for language in LANGUAGES:
        assert texts_in(language)(key, **refusal.value.facts)


@given(st.text(max_size=40))
def test_no_text_breaks_a_kind(typed: str) -> None:
    for kind in {type(one.kind): one.kind for one in EVERY}.values():
        try:
            value = kind.read(typed)
        except Refusal:
            continue
        assert kind.restore(kind.store(value)) == value


@pytest.mark.parametrize("setting", EVERY, ids=[one.key for one in EVERY])
def test_defaults_and_offers_are_values_of_their_kind(setting: Setting[Any]) -> None:
    for value in (setting.default, *setting.offered):
        assert setting.kind.restore(setting.kind.store(value)) == value
    assert DEFAULTS.value(setting) == setting.default


def test_keys_are_named_once_and_fit_a_button() -> None:
    keys = [one.key for one in EVERY]
    assert len(set(keys)) == len(keys)
    assert max(map(len, keys)) <= 24
    longest = max(len(one.kind.store(value)) for one in EVERY for value in one.offered)
    assert len("pv1:2147483647:") + max(map(len, keys)) + 1 + longest + len(":1") <= 64


@pytest.mark.parametrize("kept", ["", "x", "22", "22-8-1", "30-8", "8-6"])
def test_a_kept_value_that_is_none_any_more_means_the_default(kept: str) -> None:
    assert Settings({QUIET_HOURS.key: kept}).value(QUIET_HOURS) == Window(22, 8)


def test_bounds_of_today_hold_for_what_was_kept() -> None:
    assert Settings({RETENTION.key: "121"}).value(RETENTION) == 12
    assert Settings({RETENTION.key: "120"}).value(RETENTION) == 120


def test_a_window_over_midnight_holds_its_hours() -> None:
    assert [hour for hour in range(24) if Window(22, 8).holds(hour)] == [0, 1, 2, 3, 4, 5, 6, 7, 22, 23]
    assert [hour for hour in range(24) if Window(1, 3).holds(hour)] == [1, 2]
    assert [hour for hour in range(24) if NO_WINDOW.holds(hour)] == []


def test_lead_times_come_in_order_and_once() -> None:
    assert leads(15, None, 120, 15) == (EVENING_BEFORE, Lead(120), Lead(15))
