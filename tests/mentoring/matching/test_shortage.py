from dataclasses import replace
from datetime import date

from hypothesis import given

from bot.mentoring.matching.answers import Cause, Group, Knot, Left, Shortage
from bot.mentoring.matching.model import Bar, Mentee, Mentor, Problem, Rules
from bot.mentoring.matching.optimum import match
from bot.mentoring.matching.shortage import shortage
from tests.mentoring.matching.strategies import problems
from tests.mentoring.matching.test_optimum import FEW

TODAY = date(2026, 2, 2)


def short_of(problem: Problem) -> Shortage:
    return shortage(problem, match(problem))


def test_where_everybody_has_a_mentor_there_is_nothing_to_say() -> None:
    assert short_of(Problem((Mentee("К"),), (Mentor("Н"),))) == Shortage()


def test_without_mentors_nobody_can_help() -> None:
    assert short_of(Problem((Mentee("К"),), ())) == Shortage((Left("К", Cause.NO_MENTORS, ()),))


def test_a_team_with_nobody_but_its_own_municipality_is_told_apart() -> None:
    omsk = frozenset({("Омск", "")})
    problem = Problem((Mentee("К", homes=omsk),), (Mentor("Н", homes=omsk),))
    assert short_of(problem) == Shortage((Left("К", Cause.BARRED, ()),))


def test_a_team_whose_only_mentor_is_resting_is_told_who_would_help_on_return() -> None:
    problem = Problem((Mentee("К"),), (Mentor("Н", paused_until=date(2026, 3, 1)),), today=TODAY)
    knot = Knot(("К",), (), 0, ("К",), (), ("Н",))
    assert short_of(problem) == Shortage((Left("К", Cause.PAUSED, ("Н",)),), (knot,))


def test_a_knot_is_the_teams_that_share_the_same_full_mentors_and_no_others() -> None:
    both = {("К1", "НВ"): Bar.FORBIDDEN, ("К2", "НВ"): Bar.FORBIDDEN, ("К2", "НБ"): Bar.FORBIDDEN}
    teams = (Mentee("К1"), Mentee("К2", "ИИ"), Mentee("К3"), Mentee("К4", "ИИ"))
    mentors = (Mentor("НА", directions=frozenset({"ИИ"})), Mentor("НБ"), Mentor("НВ", capacity=2))
    barred = both | {(team, "НВ"): Bar.FORBIDDEN for team in ("К3",)} | {("К4", "НА"): Bar.FORBIDDEN}
    found = short_of(Problem(teams, mentors, Rules(exclusions=barred | {("К4", "НБ"): Bar.FORBIDDEN})))
    (knot,) = found.knots
    assert (knot.teams, knot.mentors, knot.places) == (("К1", "К2", "К3"), ("НА", "НБ"), 2)
    assert len(knot.left) == 1
    assert set(knot.more_places) == {"НА", "НБ"}


@FEW
@given(problems())
def test_one_more_place_where_it_is_advised_serves_one_more_team(problem: Problem) -> None:
    matching = match(problem)
    found = shortage(problem, matching)
    assert tuple(one.team for one in found.left) == matching.unserved
    for knot in found.knots:
        assert len(knot.teams) - knot.places == len(knot.left)
        for code in knot.more_places:
            room = tuple(
                replace(one, capacity=one.held + accepted(problem, one) + places(problem, one) + 1)
                if one.code == code
                else one
                for one in problem.mentors
            )
            more = match(replace(problem, mentors=room))
            assert len(more.unserved) == len(matching.unserved) - 1


def accepted(problem: Problem, mentor: Mentor) -> int:
    return sum(code == mentor.code for _, code in problem.rules.accepted)


def places(problem: Problem, mentor: Mentor) -> int:
    return max(0, mentor.capacity - mentor.held - accepted(problem, mentor))


@FEW
@given(problems())
def test_who_returns_from_a_pause_serves_one_more_team(problem: Problem) -> None:
    matching = match(problem)
    for knot in shortage(problem, matching).knots:
        for code in knot.returning:
            back = tuple(
                replace(one, paused_until=None) if one.code == code else one for one in problem.mentors
            )
            assert len(match(replace(problem, mentors=back)).unserved) < len(matching.unserved)


def test_teams_of_one_direction_without_a_mentor_could_meet_one_together() -> None:
    teams = tuple(Mentee(f"К{number:02}", "ИИ" if number < 9 else "экспорт") for number in range(12))
    mentors = (
        Mentor("НА", directions=frozenset({"ИИ"}), capacity=1),
        Mentor("НБ", directions=frozenset({"ИИ"}), topics=("ЖКХ",), capacity=0),
        Mentor("НВ", directions=frozenset({"экспорт"}), capacity=1),
    )
    found = short_of(Problem(teams, mentors))
    assert found.groups == (
        Group("ИИ", "НА", ("К01", "К03", "К05", "К07")),
        Group("ИИ", "НБ", ("К02", "К04", "К06", "К08")),
        Group("экспорт", "НВ", ("К10", "К11")),
    )
