from dataclasses import replace

from hypothesis import given, settings

from bot.mentoring.matching.answers import Price
from bot.mentoring.matching.changes import Differences, Move, differences
from bot.mentoring.matching.limits import Obstacle, Unkept
from bot.mentoring.matching.model import Bar, Load, Mentee, Mentor, Problem, Rules
from bot.mentoring.matching.optimum import match
from bot.mentoring.matching.why import why
from tests.mentoring.matching.strategies import problems
from tests.mentoring.matching.test_optimum import FEW

AI, EXPORT = frozenset({"ИИ"}), frozenset({"экспорт"})
TEAMS = (Mentee("К1", "ИИ"), Mentee("К2", "ИИ", ranks=("НА",)))
MENTORS = (Mentor("НА", directions=AI), Mentor("НБ", directions=EXPORT))


def test_a_pair_is_told_with_its_points_and_load() -> None:
    problem = Problem(TEAMS, MENTORS)
    told = why(problem, match(problem), "К2", "НА")
    assert (told.together, told.fit.direction, told.fit.team_rank) == (True, "ИИ", 1)
    assert (told.load, told.instead, told.obstacle, told.price) == (Load(1, 1), None, None, None)


def test_what_another_pair_would_cost_is_told_in_points_and_moves() -> None:
    problem = Problem(TEAMS, MENTORS)
    told = why(problem, match(problem), "К1", "НА")
    assert (told.instead, told.fit.points, told.fit_instead and told.fit_instead.points) == ("НБ", 45, 5)
    moves = (Move("К1", "НБ", "НА"), Move("К2", "НА", "НБ"))
    assert told.price == Price(0, 20, Differences(moves, (), (), 0))


def test_a_pair_that_would_leave_another_team_without_a_mentor_says_so() -> None:
    rules = Rules(exclusions={("К2", "НБ"): Bar.FORBIDDEN})
    problem = Problem(TEAMS, MENTORS, rules)
    told = why(problem, match(problem), "К1", "НА")
    assert told.price is not None
    assert told.price.served_less == 1
    assert told.price.changes.lost == (Move("К2", "НА", None),)


def test_what_makes_a_pair_impossible_is_told_instead_of_a_price() -> None:
    rules = Rules(exclusions={("К1", "НА"): Bar.FORBIDDEN}, accepted=frozenset({("К2", "НБ")}))
    problem = Problem((*TEAMS, Mentee("К3")), MENTORS, rules)
    matching = match(problem)
    barred, full = why(problem, matching, "К1", "НА"), why(problem, matching, "К1", "НБ")
    assert barred.obstacle == Unkept(("К1", "НА"), Obstacle.BARRED, Bar.FORBIDDEN)
    assert full.obstacle == Unkept(("К1", "НБ"), Obstacle.CAPACITY)
    assert (barred.price, full.price) == (None, None)


def test_a_place_that_another_pin_has_is_named_by_the_pair_that_was_asked_about() -> None:
    problem = Problem(TEAMS, MENTORS, Rules(pins=frozenset({("К2", "НА")})))
    told = why(problem, match(problem), "К1", "НА")
    assert told.obstacle == Unkept(("К1", "НА"), Obstacle.CAPACITY)


@settings(FEW, max_examples=25)
@given(problems(again=False, most=4))
def test_no_other_pair_is_cheaper_than_nothing(problem: Problem) -> None:
    """A price below zero would mean that the matching was not the best; of a pin it was never said."""
    pinned = dict(problem.rules.pins)
    matching = match(problem)
    for mentee in problem.mentees:
        for mentor in problem.mentors:
            told = why(problem, matching, mentee.code, mentor.code)
            assert told.together + (told.obstacle is not None) + (told.price is not None) == 1
            if told.price and mentee.code not in pinned:
                assert (told.price.served_less, told.price.points_less) >= (0, 0)


def test_differences_tell_the_moved_the_gained_and_the_lost() -> None:
    before = {("К1", "НА"), ("К2", "НБ"), ("К3", "НВ")}
    after = {("К1", "НА"), ("К2", "НВ"), ("К4", "НБ")}
    assert differences(before, after) == Differences(
        moved=(Move("К2", "НБ", "НВ"),),
        gained=(Move("К4", None, "НБ"),),
        lost=(Move("К3", "НВ", None),),
        kept=1,
    )
    assert differences(before, before).empty


def test_a_pin_that_no_longer_holds_is_not_taken_for_the_obstacle_of_another_pair() -> None:
    stale = Rules(pins=frozenset({("К9", "НА")}))
    problem = Problem(TEAMS, MENTORS)
    told = why(replace(problem, rules=stale), match(problem), "К1", "НА")
    assert (told.obstacle, told.price is not None) == (None, True)
