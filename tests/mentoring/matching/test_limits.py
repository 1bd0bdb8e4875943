from datetime import date

import pytest

from bot.mentoring.matching.limits import Impossible, Obstacle, Unkept, unkept_pins
from bot.mentoring.matching.model import Bar, Couple, Mentee, Mentor, Problem, Rules
from bot.mentoring.matching.optimum import match

TODAY = date(2026, 2, 2)
TEAMS = (Mentee("К1", homes=frozenset({("Омск", "")})), Mentee("К2"), Mentee("К3"))
MENTORS = (
    Mentor("НА", capacity=1),
    Mentor("НБ", capacity=2, held=1, homes=frozenset({("Омск", "")})),
    Mentor("НВ", paused_until=date(2026, 2, 3)),
)

CASES: list[tuple[str, Rules, list[Unkept]]] = [
    ("one pin", Rules(pins=frozenset({("К1", "НА")})), []),
    (
        "an unknown team",
        Rules(pins=frozenset({("К9", "НА")})),
        [Unkept(("К9", "НА"), Obstacle.UNKNOWN)],
    ),
    (
        "an unknown mentor",
        Rules(pins=frozenset({("К1", "НЯ")})),
        [Unkept(("К1", "НЯ"), Obstacle.UNKNOWN)],
    ),
    (
        "one municipality",
        Rules(pins=frozenset({("К1", "НБ")})),
        [Unkept(("К1", "НБ"), Obstacle.BARRED, Bar.MUNICIPALITY)],
    ),
    (
        "a declared conflict",
        Rules(pins=frozenset({("К1", "НА")}), exclusions={("К1", "НА"): Bar.FORBIDDEN}),
        [Unkept(("К1", "НА"), Obstacle.BARRED, Bar.FORBIDDEN)],
    ),
    ("a pause", Rules(pins=frozenset({("К1", "НВ")})), [Unkept(("К1", "НВ"), Obstacle.PAUSED)]),
    (
        "two for one place",
        Rules(pins=frozenset({("К1", "НА"), ("К2", "НА")})),
        [Unkept(("К2", "НА"), Obstacle.CAPACITY)],
    ),
    (
        "places held elsewhere",
        Rules(pins=frozenset({("К2", "НБ"), ("К3", "НБ")})),
        [Unkept(("К3", "НБ"), Obstacle.CAPACITY)],
    ),
    (
        "a place that an accepted pair has",
        Rules(pins=frozenset({("К2", "НА")}), accepted=frozenset({("К1", "НА")})),
        [Unkept(("К2", "НА"), Obstacle.CAPACITY)],
    ),
    (
        "a team that has a mentor",
        Rules(pins=frozenset({("К2", "НА")}), accepted=frozenset({("К2", "НБ")})),
        [Unkept(("К2", "НА"), Obstacle.HAS_MENTOR)],
    ),
    (
        "a pin that was accepted",
        Rules(pins=frozenset({("К2", "НА")}), accepted=frozenset({("К2", "НА")})),
        [],
    ),
    (
        "a team pinned twice",
        Rules(pins=frozenset({("К2", "НА"), ("К2", "НБ")})),
        [Unkept(("К2", "НБ"), Obstacle.PINNED_TWICE)],
    ),
]


@pytest.mark.parametrize(("rules", "unkept"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_pin_is_kept_or_refused_with_its_reason(rules: Rules, unkept: list[Unkept]) -> None:
    problem = Problem(TEAMS, MENTORS, rules, today=TODAY)
    assert list(unkept_pins(problem)) == unkept
    if not unkept:
        assert rules.pins <= match(problem).couples
        return
    with pytest.raises(Impossible) as refused:
        match(problem)
    assert list(refused.value.unkept) == unkept


@pytest.mark.parametrize(("today", "couples"), [(2, set()), (3, {("К2", "НВ")})])
def test_a_pause_ends_on_its_day(today: int, couples: set[Couple]) -> None:
    problem = Problem(TEAMS[1:2], MENTORS[2:], today=date(2026, 2, today))
    assert match(problem).couples == couples
