"""Why a team has this mentor, or why not another: from the numbers, never a guess (pure)."""

from dataclasses import replace

from bot.mentoring.matching.answers import Price, Why
from bot.mentoring.matching.changes import differences
from bot.mentoring.matching.fit import fit_of
from bot.mentoring.matching.limits import Obstacle, Unkept, unkept_pins
from bot.mentoring.matching.model import Matching, Problem
from bot.mentoring.matching.optimum import match


def why(problem: Problem, matching: Matching, team: str, mentor: str) -> Why:
    """Return why a team has or has not a mentor in a matching of this problem; KeyError for unknown codes.

    For a pair that is possible but was not chosen the cohort is matched once more with it as a pin.
    """
    mentee = {one.code: one for one in problem.mentees}[team]
    other = {one.code: one for one in problem.mentors}[mentor]
    now = next((pair for pair in matching.pairs if pair.team == team), None)
    asked = Why(
        couple=(team, mentor),
        fit=fit_of(mentee, other, problem.weights),
        load=matching.loads[mentor],
        together=now is not None and now.mentor == mentor,
        instead=now.mentor if now and now.mentor != mentor else None,
        fit_instead=now.fit if now and now.mentor != mentor else None,
    )
    if asked.together:
        return asked
    others = problem.rules.pins - {one.couple for one in unkept_pins(problem)}
    pins = frozenset(pin for pin in others if pin[0] != team) | {(team, mentor)}
    forced = replace(problem, rules=replace(problem.rules, pins=pins))
    if unkept := unkept_pins(forced):
        # of two pins for one place the one that was asked about is the one too many
        obstacle = next((one for one in unkept if one.couple == (team, mentor)), None)
        return replace(asked, obstacle=obstacle or Unkept((team, mentor), Obstacle.CAPACITY))
    return replace(asked, price=_price(problem, matching, forced))


def _price(problem: Problem, chosen: Matching, forced: Problem) -> Price:
    other = match(forced)
    return Price(
        served_less=len(other.unserved) - len(chosen.unserved),
        points_less=_worth(problem, chosen, other) - _worth(forced, other, chosen),
        changes=differences(chosen.couples, other.couples),
    )


def _worth(problem: Problem, matching: Matching, beside: Matching) -> int:
    """Return what is compared: all points for the same teams, else those that decide who is served."""
    if matching.unserved != beside.unserved:
        matching = match(replace(problem, weights=replace(problem.weights, team_rank=0)))
    return matching.fit - matching.uneven
