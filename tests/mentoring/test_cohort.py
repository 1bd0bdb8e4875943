"""What a match is made from: since when teams wait, pins and exclusions, when facts differ."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.mentoring.cohort import Bond, Cohort, Profile, Team, digest_of, keepable, problem_of
from bot.mentoring.drafts import fit_read, fit_written, notes_read, notes_written
from bot.mentoring.matching.answers import Attraction, Cause, Group, Knot, Left, Outcome, Shortage
from bot.mentoring.matching.limits import Obstacle
from bot.mentoring.matching.model import Bar, Fit, Matching, Weights
from bot.mentoring.mentorships import Phase
from bot.mentoring.pausing import read_pause
from bot.people.model import Person

NOW = datetime(2025, 11, 18, 9, tzinfo=UTC)
TODAY = NOW.date()


def days(count: int) -> datetime:
    return NOW + timedelta(days=count)


def mentor(code: str, **facts: object) -> Profile:
    person = Person(1, code, "Примеров", "Пример", "", "", "", "", "Asia/Omsk", "")
    return Profile(id=1, person=person, kind="expert", **facts)  # type: ignore[arg-type]  # facts of a case


def bond(phase: Phase, at: int, ended: int | None = None, team: str = "Т") -> Bond:
    return Bond(1, team, "Н", phase, days(at), days(at if ended is None else ended))


@pytest.mark.parametrize(
    ("bonds", "unserved", "since"),
    [
        ((), (), None),
        ((), (days(-3), days(-1)), days(-3)),
        ((bond(Phase.DECLINED, -5, -4),), (), days(-5)),
        ((bond(Phase.DECLINED, -5, -4), bond(Phase.PROPOSED, -1)), (), None),
        ((bond(Phase.ACCEPTED, -5),), (days(-9),), None),
        ((bond(Phase.DECLINED, -9), bond(Phase.ENDED, -8, -2)), (days(-9),), days(-2)),
        ((bond(Phase.ENDED, -8, -2), bond(Phase.WITHDRAWN, -1)), (), days(-2)),
    ],
)
def test_a_team_waits_since_it_was_first_left_alone(
    bonds: tuple[Bond, ...], unserved: tuple[datetime, ...], since: datetime | None
) -> None:
    cohort = Cohort(1, (Team(1, "Т", "Команда"),), (mentor("Н"),), bonds, {"Т": unserved})
    assert cohort.waiting_since() == ({} if since is None else {"Т": since.date()})


def test_who_declined_is_not_asked_again_and_pins_of_settled_teams_are_done_with() -> None:
    teams = (Team(1, "А", "", pinned="Н"), Team(2, "Б", "", pinned="М", forbidden=("Н",)))
    bonds = (bond(Phase.ACCEPTED, -2, team="А"), bond(Phase.DECLINED, -2, team="Б"))
    cohort = Cohort(1, teams, (mentor("М"), mentor("Н")), bonds, published=True)
    rules = problem_of(cohort, Weights(), NOW).rules
    assert rules.accepted == {("А", "Н")}
    assert rules.pins == {("Б", "М")}
    assert rules.exclusions == {("Б", "Н"): Bar.FORBIDDEN}
    assert rules.current == frozenset()


def test_a_first_draft_keeps_nothing_and_later_ones_the_proposals_of_those_who_are_there() -> None:
    teams, bonds = (Team(1, "А", ""), Team(2, "Б", "")), (bond(Phase.PROPOSED, -1, team="А"),)
    first = Cohort(1, teams, (mentor("Н"),))
    assert problem_of(first, Weights(), NOW).rules.current is None
    later = Cohort(1, teams, (mentor("Н"),), bonds, published=True)
    assert problem_of(later, Weights(), NOW).rules.current == frozenset({("А", "Н")})
    without = Cohort(1, teams, (mentor("М"),), bonds, published=True)
    assert problem_of(without, Weights(), NOW).rules.current == frozenset()


def test_pins_that_cannot_be_kept_are_set_apart() -> None:
    teams = (Team(1, "А", "", pinned="Н"), Team(2, "Б", "", pinned="Н"))
    problem, unkept = keepable(problem_of(Cohort(1, teams, (mentor("Н"),)), Weights(), NOW))
    assert problem.rules.pins == {("А", "Н")}
    assert [(one.couple, one.obstacle) for one in unkept] == [(("Б", "Н"), Obstacle.CAPACITY)]


def test_equal_facts_have_one_print_and_each_other_fact_another() -> None:
    teams = (Team(1, "А", "", topics=("ЖКХ",)), Team(2, "Б", ""))
    mentors = (mentor("М"), mentor("Н", directions=("ИИ", "КЭ")))
    base = Cohort(1, teams, mentors)

    def printed(cohort: Cohort, weights: Weights | None = None, now: datetime = NOW) -> str:
        return digest_of(cohort, problem_of(cohort, weights or Weights(), now))

    same = Cohort(1, teams[::-1], (mentor("Н", directions=("КЭ", "ИИ")), mentor("М")))
    assert printed(base) == printed(same) == printed(base, now=days(1))
    others = [
        printed(Cohort(1, teams, (mentor("М", capacity=2), mentors[1]))),
        printed(Cohort(1, teams, (mentor("М", paused_until=date(2025, 11, 19)), mentors[1]))),
        printed(Cohort(1, teams, mentors, (bond(Phase.PROPOSED, -1, team="А"),))),
        printed(Cohort(1, (Team(1, "А", "", topics=("ЖКХ",), wanted=("Н",)), teams[1]), mentors)),
        printed(base, Weights(even_load=6)),
    ]
    assert len({printed(base), *others}) == 6


def test_what_is_said_of_a_draft_is_read_as_it_was_written() -> None:
    fit = Fit(7, "ИИ", topics=("ЖКХ", "данные"), same_region=True, hours=5.5, team_rank=2)
    assert fit_read(fit_written(fit)) == fit
    shortage = Shortage(
        (Left("Т", Cause.PLACES, ("М", "Н")),),
        (Knot(("Т", "У"), ("М",), 1, ("Т",), ("М",), ()),),
        (Group("ИИ", "М", ("Т", "У")),),
    )
    warnings = (Attraction("Т", "М", 3, 4, "Н", None, True),)
    outcome = Outcome(Matching((), (), {}, 0, 0), shortage, warnings)
    before = frozenset({("Т", "М")})
    assert notes_read(notes_written(outcome, before)) == (shortage, warnings, before)


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("неделя", date(2025, 11, 25)),
        ("До 1 декабря", date(2025, 12, 1)),
        ("1.12", date(2025, 12, 1)),
        ("до 17.11", date(2026, 11, 17)),
        ("01.02.2026", date(2026, 2, 1)),
        ("снять", TODAY),
        ("18.11.2025", None),
        ("31.02", None),
        ("когда-нибудь", None),
        ("01.02.2029", None),
        ("", None),
    ],
)
def test_a_pause_is_read_as_people_type_it(typed: str, until: date | None) -> None:
    assert read_pause(typed, TODAY) == until
