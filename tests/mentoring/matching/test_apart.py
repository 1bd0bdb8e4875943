import asyncio
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.mentoring.matching.apart import Unsolved, explained, matched
from bot.mentoring.matching.attractions import warnings
from bot.mentoring.matching.limits import Impossible
from bot.mentoring.matching.model import Rules
from bot.mentoring.matching.optimum import match
from bot.mentoring.matching.shortage import shortage
from bot.mentoring.matching.why import why
from tests.mentoring.matching.cohorts import cohort

PROBLEM = cohort(30, 10, capacity=(1, 3))


async def test_apart_is_found_what_is_found_here() -> None:
    found = match(PROBLEM)
    couple = (PROBLEM.mentees[0].code, PROBLEM.mentors[0].code)
    outcome, told = await asyncio.gather(matched(PROBLEM), explained(PROBLEM, found.couples, couple))
    assert outcome.matching == found
    assert (outcome.shortage, outcome.warnings) == (shortage(PROBLEM, found), warnings(PROBLEM, found))
    assert told == why(PROBLEM, found, *couple)


async def test_a_pin_that_cannot_be_kept_is_refused_before_anything_is_started() -> None:
    with pytest.raises(Impossible):
        await matched(replace(PROBLEM, rules=Rules(pins=frozenset({("К0", "никто")}))), seconds=0)


async def test_what_takes_too_long_is_ended_and_said() -> None:
    with pytest.raises(Unsolved):
        await matched(PROBLEM, seconds=0.001)


async def test_a_question_about_somebody_unknown_is_not_answered() -> None:
    with pytest.raises(Unsolved):
        await explained(PROBLEM, frozenset(), ("К0", "никто"))


ALONE = """
import asyncio, sys
import bot.app
from bot.mentoring.matching.apart import matched
from bot.mentoring.matching.model import Mentee, Mentor, Problem
outcome = asyncio.run(matched(Problem((Mentee("1"),), (Mentor("2"),))))
print(len(outcome.matching.pairs), sorted({"numpy", "scipy", "xlsxwriter", "icalendar"} & sys.modules.keys()))
"""


def test_the_bot_starts_and_matches_without_what_only_some_answers_need() -> None:
    root = Path(__file__).resolve().parents[3]
    alone = [sys.executable, "-c", ALONE]
    done = subprocess.run(alone, cwd=root, capture_output=True, check=True, text=True)  # noqa: S603  (our own words)
    assert done.stdout == "1 []\n"
