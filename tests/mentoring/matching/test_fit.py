import numpy as np
import pytest
from hypothesis import given

from bot.mentoring.matching.fit import fit_of
from bot.mentoring.matching.limits import bar_of
from bot.mentoring.matching.model import Bar, Fit, Mentee, Mentor, Problem, Rules, Weights
from bot.mentoring.matching.points import allowed, points_of
from bot.mentoring.matching.words import telling
from tests.mentoring.matching.cohorts import cohort
from tests.mentoring.matching.strategies import problems
from tests.mentoring.matching.test_optimum import FEW

TEAM = Mentee("К", direction="ИИ", topics=("ЖКХ", "развитие туризма"), region="Омская область", offset=360)

CASES = [
    ("nothing in common", Mentor("Н", directions=frozenset({"экспорт"}), offset=0), Fit(0, hours=6.0)),
    (
        "the direction",
        Mentor("Н", directions=frozenset({"ИИ"}), offset=0),
        Fit(40, direction="ИИ", hours=6.0),
    ),
    ("a mentor of any direction", Mentor("Н", offset=0), Fit(20, any_direction=True, hours=6.0)),
    (
        "one topic, in another form of the word",
        Mentor("Н", directions=frozenset({"х"}), topics=("Туризм и экспорт", "спорт"), offset=0),
        Fit(15, topics=("Туризм и экспорт",), hours=6.0),
    ),
    (
        "two topics",
        Mentor("Н", directions=frozenset({"х"}), topics=("жкх", "ТУРИЗМУ"), offset=0),
        Fit(25, topics=("жкх", "ТУРИЗМУ"), hours=6.0),
    ),
    (
        "words that every project says tell nothing",
        Mentor("Н", directions=frozenset({"х"}), topics=("Развитие территорий",), offset=0),
        Fit(0, hours=6.0),
    ),
    (
        "the same region",
        Mentor("Н", directions=frozenset({"х"}), region=" омская  Область", offset=0),
        Fit(10, same_region=True, hours=6.0),
    ),
    ("the same hour", Mentor("Н", directions=frozenset({"х"}), offset=360), Fit(10, hours=0.0)),
    ("an hour and a half apart", Mentor("Н", directions=frozenset({"х"}), offset=270), Fit(7, hours=1.5)),
    ("an unknown zone", Mentor("Н", directions=frozenset({"х"})), Fit(5)),
]


@pytest.mark.parametrize(("mentor", "fit"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_points_come_with_their_reasons(mentor: Mentor, fit: Fit) -> None:
    assert fit_of(TEAM, mentor, Weights()) == fit


def test_a_wanted_kind_counts_and_an_unwanted_one_costs_nothing() -> None:
    asking = Mentee("К", kinds=frozenset({"alumnus"}))
    assert fit_of(asking, Mentor("Н", "alumnus"), Weights()) == Fit(15, wanted_kind=True)
    assert fit_of(asking, Mentor("Н", "expert"), Weights()) == fit_of(Mentee("К"), Mentor("Н"), Weights())


@pytest.mark.parametrize(("at", "bonus"), [(1, 20), (2, 16), (3, 12), (4, 8), (5, 4), (6, 0)])
def test_a_rank_adds_a_bonus_that_depends_on_the_place_alone(at: int, bonus: int) -> None:
    ranks = tuple("Н" if number == at else f"другой-{number}" for number in range(1, 7))
    plain, ranked = (fit_of(Mentee("К", ranks=named), Mentor("Н"), Weights()) for named in ((), ranks))
    assert ranked.points - plain.points == bonus
    assert ranked.team_rank == (at if at <= 5 else None)
    mutual = fit_of(Mentee("К", ranks=ranks), Mentor("Н", ranks=("К",)), Weights())
    assert (mutual.points - ranked.points, mutual.mentor_rank) == (20, 1)


def test_naming_others_takes_nothing_from_the_unnamed() -> None:
    mentor = Mentor("Н", directions=frozenset({"ИИ"}))
    short, long = (Mentee("К", direction="ИИ", ranks=tuple(map(str, range(count)))) for count in (1, 5))
    assert fit_of(short, mentor, Weights()) == fit_of(long, mentor, Weights())


def test_words_are_compared_without_endings() -> None:
    assert telling("Общественный транспорт") == telling("общественного транспорта")
    assert telling("Благоустройство") != telling("Благополучие")


@FEW
@given(problems())
def test_all_points_at_once_are_those_of_each_pair(problem: Problem) -> None:
    points = points_of(problem, problem.mentees, problem.mentors)
    may = allowed(problem, problem.mentees, problem.mentors)
    for row, mentee in enumerate(problem.mentees):
        for column, mentor in enumerate(problem.mentors):
            assert points[row, column] == fit_of(mentee, mentor, problem.weights).points
            assert may[row, column] == (bar_of(problem, mentee, mentor) is None)


def test_points_of_a_whole_cohort_are_those_of_each_pair() -> None:
    problem = cohort(40, 30)
    one_by_one = [
        [fit_of(mentee, one, problem.weights).points for one in problem.mentors] for mentee in problem.mentees
    ]
    assert np.array_equal(points_of(problem, problem.mentees, problem.mentors), np.array(one_by_one))


HOMES = [
    (("Омск", ""), ("омск", ""), Bar.MUNICIPALITY),
    (("Советский район", "Курская область"), ("Советский район", "Ростовская область"), None),
    (("Советский район", "Курская область"), ("Советский район", ""), Bar.MUNICIPALITY),
    (("", "Курская область"), ("", "Курская область"), None),
    (("Омск", ""), ("Томск", ""), None),
    (("г. Омск", "Омская обл."), ("Городской округ город Омск", "Омская область"), Bar.MUNICIPALITY),
    (("Примерский район", ""), ("Примерский муниципальный р-н", ""), Bar.MUNICIPALITY),
    (("МО Примерский муниципальный округ", ""), ("Примерский район", ""), Bar.MUNICIPALITY),
    (("Омск", ""), ("Омский район", ""), None),
    (("Городской округ", ""), ("Сельское поселение", ""), None),
]


@pytest.mark.parametrize(("ours", "theirs", "bar"), HOMES)
def test_people_of_one_municipality_never_meet(
    ours: tuple[str, str], theirs: tuple[str, str], bar: Bar | None
) -> None:
    mentee = Mentee("К", homes=frozenset({ours}))
    mentor = Mentor("Н", homes=frozenset({theirs}))
    assert bar_of(Problem((mentee,), (mentor,)), mentee, mentor) == bar


def test_a_mentor_is_kept_from_a_team_with_somebody_of_the_own_municipality() -> None:
    mentee = Mentee("К", homes=frozenset({("", ""), ("Томск", ""), ("г. Омск", "")}))
    mentors = (Mentor("НА", homes=frozenset({("Омск", "")})), Mentor("НБ", homes=frozenset({("", "")})))
    problem = Problem((mentee,), mentors)
    assert [bar_of(problem, mentee, one) for one in mentors] == [Bar.MUNICIPALITY, None]
    assert allowed(problem, [mentee], mentors).tolist() == [[False, True]]


def test_a_declared_reason_is_told_before_the_municipality() -> None:
    omsk = frozenset({("Омск", "")})
    mentee, mentor = Mentee("К", homes=omsk), Mentor("Н", homes=omsk)
    rules = Rules(exclusions={("К", "Н"): Bar.FORBIDDEN})
    assert bar_of(Problem((mentee,), (mentor,), rules), mentee, mentor) == Bar.FORBIDDEN
