"""What the rule says of a project: tables of cases, and what must hold for all of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.projects.lights import ORDER, Reason, Thresholds, differ, judged, next_milestone, worse
from bot.projects.model import REPORTABLE, GivenAs, Light, Milestone, Report, current

NOW = datetime(2025, 12, 10, 6, 0, tzinfo=UTC)
OMSK = "Asia/Omsk"
RULES = Thresholds(stale_days=14, grace_days=0)


def report(light: Light, at: datetime = NOW, number: int = 1, corrects: int | None = None) -> Report:
    return Report(number, 7, 1, "Имя", GivenAs.MEMBER, at, light, "сделано", "", None, "", corrects)


def correction(light: Light, days: int) -> Report:
    """Return a correction given now of a report given some days ago."""
    return replace(report(light, corrects=1, number=2), first_at=NOW - timedelta(days=days))


def due(day: int, *, done: bool = False, number: int = 1) -> Milestone:
    return Milestone(number, "Точка", date(2025, 12, day), NOW if done else None)


CASES: list[tuple[Report | None, list[Milestone], Light, tuple[Reason, ...]]] = [
    (None, [], Light.GREY, (Reason.NEVER,)),
    (None, [due(9)], Light.GREY, (Reason.NEVER, Reason.OVERDUE)),
    (report(Light.GREEN), [], Light.GREEN, ()),
    (report(Light.GREEN), [due(10)], Light.GREEN, ()),
    (report(Light.GREEN), [due(9)], Light.YELLOW, (Reason.OVERDUE,)),
    (report(Light.GREEN), [due(9, done=True)], Light.GREEN, ()),
    (report(Light.YELLOW), [due(9)], Light.YELLOW, (Reason.OVERDUE,)),
    (report(Light.RED), [due(9)], Light.RED, (Reason.OVERDUE,)),
    (report(Light.RED), [], Light.RED, ()),
    (report(Light.RED, NOW - timedelta(days=14)), [], Light.GREY, (Reason.STALE,)),
    (report(Light.RED, NOW - timedelta(days=14) + timedelta(seconds=1)), [], Light.RED, ()),
    (correction(Light.YELLOW, 13), [], Light.YELLOW, ()),
    (correction(Light.GREEN, 14), [], Light.GREY, (Reason.STALE,)),
    (report(Light.GREEN, NOW - timedelta(days=30)), [due(1)], Light.GREY, (Reason.STALE, Reason.OVERDUE)),
]


@pytest.mark.parametrize(("last", "milestones", "light", "reasons"), CASES)
def test_the_rule_stands_beside_the_report(
    last: Report | None, milestones: list[Milestone], light: Light, reasons: tuple[Reason, ...]
) -> None:
    rule = judged(last, milestones, RULES, NOW, OMSK)
    assert (rule.light, rule.reasons) == (light, reasons)
    assert differ(last, rule) == (last is not None and last.light is not light)


@pytest.mark.parametrize(
    ("hour", "minute", "light"), [(17, 59, Light.GREEN), (18, 0, Light.YELLOW), (20, 0, Light.YELLOW)]
)
def test_a_milestone_is_overdue_from_midnight_where_the_team_is(hour: int, minute: int, light: Light) -> None:
    now = datetime(2025, 12, 9, hour, minute, tzinfo=UTC)
    assert judged(report(Light.GREEN, now), [due(9)], RULES, now, OMSK).light is light


def test_grace_puts_the_delay_off() -> None:
    lenient = replace(RULES, grace_days=3)
    assert judged(report(Light.GREEN), [due(7)], lenient, NOW, OMSK).light is Light.GREEN
    assert judged(report(Light.GREEN), [due(6)], lenient, NOW, OMSK).light is Light.YELLOW


def test_the_next_milestone_is_the_first_that_is_not_reached() -> None:
    assert next_milestone([due(20, number=3), due(1, done=True), due(5, number=2)]) == due(5, number=2)
    assert next_milestone([due(1, done=True)]) is None


def test_a_correction_of_an_older_report_does_not_overtake_the_newer_one() -> None:
    first, second = report(Light.RED, number=1), report(Light.GREEN, number=2)
    corrected = report(Light.YELLOW, number=3, corrects=1)
    assert current([first, second, corrected]) == second
    assert current([first, corrected]) == corrected
    assert current([]) is None


moments = st.integers(0, 60).map(lambda days: NOW - timedelta(days=days))
reports = st.none() | st.builds(report, st.sampled_from(REPORTABLE), moments)
points = st.lists(st.builds(due, st.integers(1, 31), done=st.booleans()), max_size=5)
thresholds = st.builds(Thresholds, st.integers(1, 40), st.integers(0, 10))


@given(reports, points, thresholds)
def test_the_rule_never_brightens_and_never_forgets(
    last: Report | None, milestones: list[Milestone], rules: Thresholds
) -> None:
    rule = judged(last, milestones, rules, NOW, OMSK)
    assert (rule.light is Light.GREY) == bool({Reason.NEVER, Reason.STALE} & set(rule.reasons))
    assert (Reason.OVERDUE in rule.reasons) == bool(rule.overdue)
    if rule.overdue:
        assert rule.light is not Light.GREEN
    if last is not None and rule.light is not Light.GREY:
        assert worse(rule.light, last.light) is rule.light
    assert judged(last, list(reversed(milestones)), rules, NOW, OMSK).light is rule.light


@given(st.sampled_from(ORDER), st.sampled_from(ORDER))
def test_the_worse_of_two_is_one_of_them_in_either_order(one: Light, other: Light) -> None:
    assert worse(one, other) is worse(other, one)
    assert worse(one, other) in {one, other}
