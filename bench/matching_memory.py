"""Answers one request of the matching like its own process does, and tells what memory that took, in MB."""

import pickle
import resource
import sys

from bot.mentoring.matching.solving import answer


def main() -> None:
    """Answer, and write the peak of memory instead of the answer."""
    pickle.dumps(answer(pickle.load(sys.stdin.buffer)))  # noqa: S301  (written by the bench itself)
    sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))


if __name__ == "__main__":
    main()
