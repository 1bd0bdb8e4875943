from dataclasses import replace
from datetime import date

from hypothesis import given

from bot.mentoring.matching.answers import Attraction
from bot.mentoring.matching.attractions import warnings
from bot.mentoring.matching.fit import fit_of
from bot.mentoring.matching.model import Mentee, Mentor, Problem, Rules
from bot.mentoring.matching.optimum import match
from bot.mentoring.matching.pairs import matching_of
from tests.mentoring.matching.strategies import problems
from tests.mentoring.matching.test_optimum import FEW

AI = frozenset({"ИИ"})
TEAMS = (Mentee("К1", "ИИ", ranks=("НА",)), Mentee("К2", "ИИ"))
MENTORS = (Mentor("НА", directions=AI, ranks=("К1",)), Mentor("НБ", directions=frozenset({"экспорт"})))
CROSSED = frozenset({("К1", "НБ"), ("К2", "НА")})


def test_two_who_would_both_prefer_each_other_are_told_of() -> None:
    problem = Problem(TEAMS, MENTORS)
    assert warnings(problem, matching_of(problem, CROSSED)) == (
        Attraction("К1", "НА", team_wins=60, mentor_wins=20, present="НБ", instead="К2", named=True),
    )
    assert warnings(problem, match(problem)) == ()


def test_pinned_and_accepted_pairs_are_no_matter_of_warnings() -> None:
    for rules in (Rules(pins=CROSSED), Rules(accepted=CROSSED)):
        problem = Problem(TEAMS, MENTORS, rules)
        assert warnings(problem, match(problem)) == ()


def test_a_team_whose_mentor_is_no_longer_among_the_mentors_is_settled_too() -> None:
    problem = Problem(TEAMS, MENTORS, Rules(accepted=frozenset({("К1", "ушёл")})))
    matching = match(problem)
    assert (sorted(matching.couples), matching.unserved) == ([("К2", "НА")], ())
    assert warnings(problem, matching) == ()


def test_a_mentor_without_a_team_has_nobody_to_give_up() -> None:
    mentors = (Mentor("НА", directions=AI), Mentor("НБ", directions=AI, capacity=2))
    problem = Problem((Mentee("К1", "ИИ", ranks=("НА",)),), mentors)
    (found,) = warnings(problem, matching_of(problem, {("К1", "НБ")}))
    assert (found.mentor, found.instead, found.team_wins, found.mentor_wins) == ("НА", None, 20, 45)
    resting = replace(mentors[0], paused_until=date(2026, 9, 1))
    rested = replace(problem, mentors=(resting, mentors[1]), today=date(2026, 8, 31))
    assert warnings(rested, matching_of(rested, {("К1", "НБ")})) == ()


def test_a_team_without_a_mentor_is_told_of_only_where_one_named_the_other() -> None:
    mentor = Mentor("Н", directions=AI)
    worse = Mentee("К1")
    for ranks, told in (((), ()), (("Н",), ("К2",))):
        problem = Problem((worse, Mentee("К2", "ИИ", ranks=ranks)), (mentor,))
        found = warnings(problem, matching_of(problem, {("К1", "Н")}))
        assert tuple(one.team for one in found) == told


@FEW
@given(problems())
def test_what_both_would_win_is_what_the_points_say(problem: Problem) -> None:
    matching = match(problem)
    teams = {one.code: one for one in problem.mentees}
    mentors = {one.code: one for one in problem.mentors}
    by_team = replace(problem.weights, mentor_rank=0)
    by_mentor = replace(problem.weights, team_rank=0)
    for one in warnings(problem, matching):
        mentor = mentors[one.mentor]
        wanted = fit_of(teams[one.team], mentor, by_team).points
        now = fit_of(teams[one.team], mentors[one.present], by_team).points if one.present else 0
        assert one.team_wins == wanted - now
        view = fit_of(teams[one.team], mentor, by_mentor).points
        given_up = fit_of(teams[one.instead], mentor, by_mentor).points if one.instead else 0
        assert one.mentor_wins == view - given_up
        assert matching.mentor_of(one.team) == one.present
        assert one.instead is None or matching.mentor_of(one.instead) == one.mentor
