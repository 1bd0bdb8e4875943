"""Why a team has this mentor, or why not another: from the numbers, never a guess (pure)."""

from dataclasses import dataclass, replace

from bot.mentoring.matching.changes import Differences, differences
from bot.mentoring.matching.fit import fit_of
from bot.mentoring.matching.limits import Unkept, unkept_pins
from bot.mentoring.matching.model import Couple, Fit, Load, Matching, Problem
from bot.mentoring.matching.optimum import match


@dataclass(frozen=True, slots=True)
class Price:
    """What it would cost to pair two all the same: how many teams fewer get a mentor, how many points the
    sum loses (fit less even load), and everything that would change; both numbers may be 0.
    """

    served_less: int
    points_less: int
    changes: Differences


@dataclass(frozen=True, slots=True)
class Why:
    """What speaks for a pair and what stands against it.

    `together` tells that they are a pair, `instead` is the team's mentor otherwise, with what speaks for
    them. `obstacle` names what makes the pair impossible; `price` is there where it is possible.
    """

    couple: Couple
    fit: Fit
    load: Load
    together: bool
    instead: str | None = None
    fit_instead: Fit | None = None
    obstacle: Unkept | None = None
    price: Price | None = None


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
    pins = frozenset(pin for pin in problem.rules.pins if pin[0] != team) | {(team, mentor)}
    forced = replace(problem, rules=replace(problem.rules, pins=pins))
    obstacle = next((one for one in unkept_pins(forced) if one.couple == (team, mentor)), None)
    if obstacle or unkept_pins(forced):
        return replace(asked, obstacle=obstacle or unkept_pins(forced)[0])
    return replace(asked, price=_price(matching, match(forced)))


def _price(chosen: Matching, forced: Matching) -> Price:
    return Price(
        served_less=len(forced.unserved) - len(chosen.unserved),
        points_less=(chosen.fit - chosen.uneven) - (forced.fit - forced.uneven),
        changes=differences(chosen.couples, forced.couples),
    )
