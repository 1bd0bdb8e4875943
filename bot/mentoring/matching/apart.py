"""The matching in a process of its own: the loop goes on, and the solver's memory goes with its process."""

import asyncio
import pickle
from typing import TypeVar

from bot.mentoring.matching.answers import Outcome, Why
from bot.mentoring.matching.limits import keep_pins
from bot.mentoring.matching.model import Couple, Problem
from bot.shared.errors import Refusal
from bot.shared.processes import answer_of

WALL_SECONDS = 120.0
"""Twelve times what the largest cohort planned for takes on an idle machine."""

Answer = TypeVar("Answer")


class Unsolved(Refusal):
    """The matching failed or took too long; nothing was changed."""

    key = "match-unsolved"


async def matched(problem: Problem, seconds: float = WALL_SECONDS) -> Outcome:
    """Return the best matching and what is to be said of it; raises Impossible and Unsolved.

    Never within a transaction: it takes a second to begin with.
    """
    keep_pins(problem)
    return await _answer((problem, None), Outcome, seconds)


async def explained(
    problem: Problem, couples: frozenset[Couple], asked: Couple, seconds: float = WALL_SECONDS
) -> Why:
    """Return why a team and a mentor are a pair among these pairs, or why not; raises Unsolved."""
    return await _answer((problem, (couples, asked)), Why, seconds)


Request = tuple[Problem, tuple[frozenset[Couple], Couple] | None]
"""A problem, and what is asked about: the pairs there are, and a team and a mentor."""


async def _answer(request: Request, kind: type[Answer], seconds: float) -> Answer:
    # in threads, which let the loop in between: whole cohorts take tens of milliseconds
    given = await asyncio.to_thread(pickle.dumps, request)
    made = await answer_of("bot.mentoring.matching.solving", given, seconds)
    if made is None:
        raise Unsolved
    answer = await asyncio.to_thread(pickle.loads, made)
    if not isinstance(answer, kind):
        raise Unsolved
    return answer
