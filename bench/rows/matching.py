"""Matching whole cohorts: how long it takes, how long the loop stands still, and what other ways find."""

import asyncio
import pickle
import time
from pathlib import Path

from bench.budget import Reading
from bench.matchers import Matcher, NotPossible, deferred, greedy, package
from bench.pulse import pulse
from bot.mentoring.matching.apart import matched
from bot.mentoring.matching.model import Couple, Problem
from bot.mentoring.matching.pairs import matching_of
from bot.shared.processes import answer_of
from tests.mentoring.matching.cohorts import cohort

SIZES = ((160, 60, 2.0), (1_000, 300, 5.0), (5_000, 1_500, 10.0))
"""Teams, mentors, seconds allowed."""
ROUNDS = 3
PACKAGE_UP_TO = 1_000
"""Teams: its lists of everybody's preferences are objects of Python, seven million for the largest cohort."""
WAYS: dict[str, Matcher] = {"greedy": greedy, "deferred acceptance": deferred, "package matching": package}


async def measure(_folder: Path) -> list[Reading]:
    """Match each size several times, the least counts; then let the other ways do it once."""
    readings = []
    for teams, mentors, budget in SIZES:
        readings += await _measure(cohort(teams, mentors), budget)
    return readings


async def _measure(problem: Problem, budget: float) -> list[Reading]:
    size = f"{len(problem.mentees):,} teams × {len(problem.mentors):,} mentors"
    times, stalls = [], []
    found: frozenset[Couple] = frozenset()
    for _ in range(ROUNDS):
        before = time.perf_counter()
        async with pulse() as felt:
            found = (await matched(problem)).matching.couples
        times.append(time.perf_counter() - before)
        stalls.append(felt.own)
    memory = await answer_of("bench.matching_memory", pickle.dumps((problem, None)), 120)
    async with pulse() as idle:
        await asyncio.sleep(min(times))
    beside = [f"{_found(problem, found)}, {(memory or b'?').decode()} MB of its own process"]
    beside += [_other(name, way, problem) for name, way in WAYS.items()]
    return [
        Reading(f"matching {size}", min(times), budget, "s", "; ".join(beside)),
        Reading(
            "longest stall of the loop meanwhile",
            min(stalls),
            50,
            "ms",
            f"an idle loop as long {idle.longest:.0f} ms by the clock",
        ),
    ]


def _other(name: str, way: Matcher, problem: Problem) -> str:
    if way is package and len(problem.mentees) > PACKAGE_UP_TO:
        return f"{name} not tried"
    before = time.perf_counter()
    try:
        found = way(problem)
    except NotPossible as reason:
        return f"{name} {reason}"
    return f"{name} {time.perf_counter() - before:.2f} s, {_found(problem, found)}"


def _found(problem: Problem, couples: set[Couple] | frozenset[Couple]) -> str:
    """Return the share of teams served, the fit, and the fit less what uneven load costs."""
    matching = matching_of(problem, couples)
    served = len(matching.pairs) / len(problem.mentees)
    return f"{served:.1%} served, fit {matching.fit:,} ({matching.fit - matching.uneven:,} less uneven load)"
