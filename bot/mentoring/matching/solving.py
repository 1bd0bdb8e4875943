"""`python -m bot.mentoring.matching.solving`: what `apart` asks on standard input, answered on the output."""

import pickle
import sys
from typing import TYPE_CHECKING

from bot.mentoring.matching.answers import Outcome, Why
from bot.mentoring.matching.attractions import warnings
from bot.mentoring.matching.optimum import match
from bot.mentoring.matching.pairs import matching_of
from bot.mentoring.matching.shortage import shortage
from bot.mentoring.matching.why import why

if TYPE_CHECKING:
    from bot.mentoring.matching.apart import Request


def main() -> None:
    """Answer one request."""
    request: Request = pickle.load(sys.stdin.buffer)  # noqa: S301  (written by the bot itself)
    pickle.dump(answer(request), sys.stdout.buffer)


def answer(request: "Request") -> Outcome | Why:
    """Match where nothing is asked about; else say why two are a pair among the given ones, or why not."""
    problem, asked = request
    if asked is not None:
        couples, couple = asked
        return why(problem, matching_of(problem, couples), *couple)
    matching = match(problem)
    return Outcome(matching, shortage(problem, matching), warnings(problem, matching))


if __name__ == "__main__":
    main()
