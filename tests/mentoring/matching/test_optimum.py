from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.mentoring.matching.changes import differences
from bot.mentoring.matching.limits import bar_of, free_places, paused
from bot.mentoring.matching.model import Bar, Mentee, Mentor, Origin, Problem, Rules, Weights
from bot.mentoring.matching.optimum import match
from tests.mentoring.matching.brute import best_worth, worth_of_matching
from tests.mentoring.matching.cohorts import cohort
from tests.mentoring.matching.strategies import MOST, problems

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(FEW, max_examples=1500)


def assert_best(problem: Problem) -> None:
    """Check against everything possible who is served, found without teams' wishes, and who with whom."""
    matching = match(problem)
    served = tuple(one for one in problem.mentees if one.code not in matching.unserved)
    blind = replace(problem, weights=replace(problem.weights, team_rank=0))
    if matching.unserved:
        assert best_worth(replace(blind, mentees=served)) == best_worth(blind)
    assert worth_of_matching(problem, matching) == best_worth(replace(problem, mentees=served))


@FEW
@given(problems(again=False))
def test_a_first_draft_is_the_best_of_all(problem: Problem) -> None:
    assert_best(problem)


@FEW
@given(problems(again=True))
def test_matching_again_is_the_best_of_all(problem: Problem) -> None:
    assert_best(problem)


@pytest.mark.drill
@MANY
@given(problems())
def test_any_matching_is_the_best_of_all(problem: Problem) -> None:
    assert_best(problem)


@FEW
@given(problems(), st.permutations([f"Н{number}" for number in range(MOST)]))
def test_what_a_team_wishes_never_decides_whether_it_is_served(problem: Problem, wishes: list[str]) -> None:
    before = match(problem).unserved
    for at, mentee in enumerate(problem.mentees):
        wishing = replace(mentee, ranks=tuple(wishes))
        mentees = (*problem.mentees[:at], wishing, *problem.mentees[at + 1 :])
        assert match(replace(problem, mentees=mentees)).unserved == before


@FEW
@given(problems(), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(problem: Problem, chance: Random) -> None:
    mentees, mentors = list(problem.mentees), list(problem.mentors)
    chance.shuffle(mentees)
    chance.shuffle(mentors)
    assert match(replace(problem, mentees=tuple(mentees), mentors=tuple(mentors))) == match(problem)


@FEW
@given(problems())
def test_limits_hold(problem: Problem) -> None:
    matching = match(problem)
    mentees = {one.code: one for one in problem.mentees}
    mentors = {one.code: one for one in problem.mentors}
    free = free_places(problem)
    given_now = Counter(pair.mentor for pair in matching.pairs if pair.origin is not Origin.ACCEPTED)
    assert all(given_now[code] <= free[code] for code in mentors)
    assert len({pair.team for pair in matching.pairs}) == len(matching.pairs)
    assert problem.rules.accepted | problem.rules.pins <= matching.couples
    for pair in matching.pairs:
        if pair.origin is Origin.FOUND:
            assert bar_of(problem, mentees[pair.team], mentors[pair.mentor]) is None
            assert not paused(mentors[pair.mentor], problem.today)
    assert sorted([*matching.unserved, *(pair.team for pair in matching.pairs)]) == sorted(mentees)


@FEW
@given(problems(), st.integers(0, 6))
def test_more_room_never_serves_fewer(problem: Problem, at: int) -> None:
    roomier = tuple(
        replace(one, capacity=one.capacity + (number == at)) for number, one in enumerate(problem.mentors)
    )
    more = match(replace(problem, mentors=roomier))
    assert len(more.unserved) <= len(match(problem).unserved)


def test_a_decline_moves_nobody_while_there_is_room_elsewhere() -> None:
    problem = cohort(40, 20, capacity=(2, 4))
    draft = match(problem)
    declined = min(draft.couples)
    rules = Rules(current=draft.couples - {declined}, exclusions={declined: Bar.DECLINED})
    changes = differences(draft.couples, match(replace(problem, rules=rules)).couples)
    assert [move.team for move in changes.moved] == [declined[0]]
    assert (changes.gained, changes.lost, changes.kept) == ((), (), 39)


def test_one_is_moved_where_that_serves_one_more() -> None:
    only_b = Mentee("К1")
    anywhere = Mentee("К2")
    mentors = (Mentor("НА"), Mentor("НБ"))
    rules = Rules(exclusions={("К1", "НА"): Bar.DECLINED}, current=frozenset({("К2", "НБ")}))
    found = match(Problem((only_b, anywhere), mentors, rules))
    assert found.couples == {("К1", "НБ"), ("К2", "НА")}


def test_who_waits_longest_is_served_first_when_matching_again_whatever_the_fit() -> None:
    problem = cohort(12, 3, capacity=(2, 2))
    rules = Rules(current=frozenset())
    served = {pair.team for pair in match(replace(problem, rules=rules)).pairs}
    since = sorted(one.waiting_since for one in problem.mentees if one.waiting_since)
    assert (
        sorted(one.waiting_since for one in problem.mentees if one.waiting_since and one.code in served)
        == since[:6]
    )


@pytest.mark.parametrize(("even_load", "loads"), [(0, [2, 0]), (30, [2, 0]), (50, [1, 1]), (1000, [1, 1])])
def test_the_weight_of_even_load_decides_when_a_worse_fit_is_taken_for_a_free_mentor(
    even_load: int, loads: list[int]
) -> None:
    teams = tuple(Mentee(f"К{number}", direction="ИИ") for number in range(2))
    mentors = (
        Mentor("НА", directions=frozenset({"ИИ"}), capacity=2),
        Mentor("НБ", directions=frozenset({"экспорт"}), capacity=2),
    )
    matching = match(Problem(teams, mentors, weights=Weights(even_load=even_load)))
    assert [load.taken for load in matching.loads.values()] == loads


def test_even_load_never_leaves_a_team_without_a_mentor() -> None:
    teams = tuple(Mentee(f"К{number}") for number in range(5))
    matching = match(Problem(teams, (Mentor("Н", capacity=5),), weights=Weights(even_load=1000)))
    assert matching.unserved == ()
    assert (matching.loads["Н"].taken, matching.uneven) == (5, 10_000)


def test_a_mentor_with_room_for_all_takes_all() -> None:
    teams = tuple(Mentee(f"К{number}", direction="ИИ") for number in range(30))
    mentors = (
        Mentor("НА", directions=frozenset({"ИИ"}), capacity=100),
        *(Mentor(f"Н{number}") for number in range(9)),
    )
    matching = match(Problem(teams, mentors, weights=Weights(even_load=0)))
    assert matching.loads["НА"].taken == 30


def test_accepted_pairs_stand_above_an_old_capacity_and_beside_a_pause() -> None:
    problem = Problem(
        (Mentee("К1"), Mentee("К2"), Mentee("К3")),
        (Mentor("Н", capacity=1),),
        Rules(accepted=frozenset({("К1", "Н"), ("К2", "Н")})),
    )
    matching = match(problem)
    assert matching.couples == {("К1", "Н"), ("К2", "Н")}
    assert matching.unserved == ("К3",)


def test_nobody_at_all_is_matched_with_nobody() -> None:
    empty = match(Problem((), ()))
    assert (empty.pairs, empty.unserved, empty.loads) == ((), (), {})
