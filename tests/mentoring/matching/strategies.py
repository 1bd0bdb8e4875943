"""Small problems of every shape, for properties."""

from datetime import date, timedelta

from hypothesis import strategies as st

from bot.mentoring.matching.limits import unkept_pins
from bot.mentoring.matching.model import Bar, Couple, Mentee, Mentor, Problem, Rules, Weights

TODAY = date(2026, 2, 2)
SINCE = tuple(TODAY - timedelta(days=days) for days in (0, 7, 9))
TOPICS = ("ЖКХ", "туризм", "экспорт")
PLACES = ("", "Омск", "Тюмень")
MOST = 7


@st.composite
def problems(draw: st.DrawFn, again: bool | None = None, most: int = MOST) -> Problem:
    """Return a problem of up to so many teams and mentors; `again` asks for one that has current pairs."""
    mentees = tuple(
        draw(mentee(f"К{number}", most))
        for number in draw(st.permutations(range(draw(st.integers(0, most)))))
    )
    mentors = tuple(
        draw(mentor(f"Н{number}", most))
        for number in draw(st.permutations(range(draw(st.integers(0, most)))))
    )
    couples = [(one.code, other.code) for one in mentees for other in mentors]
    weights = Weights(even_load=draw(st.sampled_from((0, 5, 60))))
    problem = Problem(mentees, mentors, Rules(), weights, TODAY)
    if not couples:
        return problem
    barred = draw(st.dictionaries(st.sampled_from(couples), st.sampled_from(list(Bar)), max_size=20))
    accepted = draw(one_mentor_each(couples, 2))
    pins = draw(one_mentor_each(couples, 2))
    current = draw(one_mentor_each(couples, most)) if draw(st.booleans()) or again else None
    if again is False:
        current = None
    rules = Rules(accepted, frozenset(), barred, current)
    pinned = Problem(mentees, mentors, Rules(accepted, pins, barred, current), weights, TODAY)
    unkept = {one.couple for one in unkept_pins(pinned)}
    return Problem(mentees, mentors, Rules(rules.accepted, pins - unkept, barred, current), weights, TODAY)


def mentee(code: str, most: int) -> st.SearchStrategy[Mentee]:
    """Return teams of this code."""
    return st.builds(
        Mentee,
        code=st.just(code),
        direction=st.sampled_from((None, "ИИ", "туризм")),
        topics=st.lists(st.sampled_from(TOPICS), max_size=2).map(tuple),
        kinds=st.frozensets(st.sampled_from(("expert", "alumnus")), max_size=1),
        region=st.sampled_from(PLACES),
        homes=st.frozensets(st.tuples(st.sampled_from(PLACES), st.sampled_from(PLACES)), max_size=2),
        offset=st.sampled_from((None, 180, 300)),
        waiting_since=st.sampled_from((None, *SINCE)),
        ranks=st.lists(st.integers(0, most - 1).map("Н{}".format), unique=True, max_size=6).map(tuple),
    )


def mentor(code: str, most: int) -> st.SearchStrategy[Mentor]:
    """Return mentors of this code, some with little room, some paused."""
    return st.builds(
        Mentor,
        code=st.just(code),
        kind=st.sampled_from(("expert", "alumnus")),
        directions=st.frozensets(st.sampled_from(("ИИ", "туризм")), max_size=2),
        topics=st.lists(st.sampled_from(TOPICS), max_size=2).map(tuple),
        region=st.sampled_from(PLACES),
        homes=st.frozensets(st.tuples(st.sampled_from(PLACES), st.sampled_from(PLACES)), max_size=2),
        offset=st.sampled_from((None, 180, 420)),
        capacity=st.integers(0, 2),
        held=st.sampled_from((0, 0, 1)),
        paused_until=st.sampled_from((None, None, None, TODAY, TODAY + timedelta(days=1))),
        ranks=st.lists(st.integers(0, most - 1).map("К{}".format), unique=True, max_size=3).map(tuple),
    )


@st.composite
def one_mentor_each(draw: st.DrawFn, couples: list[Couple], most: int) -> frozenset[Couple]:
    """Return pairs of which no two are of one team."""
    chosen = draw(st.lists(st.sampled_from(couples), unique_by=lambda couple: couple[0], max_size=most))
    return frozenset(chosen)
