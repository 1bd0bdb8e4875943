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
    """Match where no pairs are given; say why where a pair is asked about, else what is to be said of all."""
    problem, couples, asked = request
    matching = match(problem) if couples is None else matching_of(problem, couples)
    if asked is not None:
        return why(problem, matching, *asked)
    return Outcome(matching, shortage(problem, matching), warnings(problem, matching))


if __name__ == "__main__":
    main()
