"""A report half written: what is answered, and what is asked next (pure)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.projects.model import Light, Report
from bot.shared.errors import Refusal

LONGEST = 600
"""Characters of an answer: a report is a minute's work."""

NO_NEXT = "-"
"""Kept for «nothing is named next», which is an answer too."""


class Step(StrEnum):
    """What a report asks, in its order; the words are `projects-ask-<value>`."""

    LIGHT = "light"
    DONE = "done"
    HINDERS = "hinders"
    NEXT = "next"
    REVIEW = "review"


TYPED = frozenset({Step.DONE, Step.HINDERS, Step.NEXT})
"""What may be answered by typing."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report half written.

    `hinders` is None until answered, empty for «nothing»; with `kept` what hindered before goes on
    hindering. `seen_id` is the report that was in force when this one was begun.
    """

    begun_at: datetime
    light: Light | None = None
    done: str = ""
    hinders: str | None = None
    kept: bool = False
    milestone_id: int | None = None
    next_words: str = ""
    corrects_id: int | None = None
    seen_id: int | None = None

    @property
    def step(self) -> Step:
        """What is to be answered next."""
        if self.light is None:
            return Step.LIGHT
        if not self.done:
            return Step.DONE
        if self.hinders is None and not self.kept:
            return Step.HINDERS
        if self.milestone_id is None and not self.next_words:
            return Step.NEXT
        return Step.REVIEW

    def answered_by(self, light: Light | None) -> bool:
        """Tell whether a light is the answer to what is asked now."""
        return light is not None and self.step is Step.LIGHT

    def without(self, step: Step) -> "Draft":
        """Return the draft with one answer taken back, so that it is asked again."""
        match step:
            case Step.LIGHT:
                return replace(self, light=None)
            case Step.DONE:
                return replace(self, done="")
            case Step.HINDERS:
                return replace(self, hinders=None, kept=False)
            case Step.NEXT:
                return replace(self, milestone_id=None, next_words="")
            case _:
                return self

    def typed(self, step: Step, words: str) -> "Draft":
        """Return the draft with a typed answer; a Refusal for one that is empty or too long."""
        words = words.strip()
        if not words:
            raise Refusal("error-projects-empty")
        if len(words) > LONGEST:
            raise Refusal("error-projects-long", most=str(LONGEST), length=str(len(words)))
        if step is Step.HINDERS:
            nothing = words.casefold().rstrip(".!") in NOTHING_WORDS
            return replace(self, hinders="" if nothing else words, kept=False)
        if step is Step.NEXT:
            return replace(self, milestone_id=None, next_words=words)
        return replace(self, done=words)


NOTHING_WORDS = frozenset({"ничего", "нет", "ничего не мешает", "-", "–", "—", "nothing", "no", "none"})


def correction_of(report: Report, now: datetime, seen_id: int | None) -> Draft:
    """Return the draft that begins with what a report says, to be corrected."""
    return Draft(
        begun_at=now,
        light=report.light,
        done=report.done,
        hinders=report.hinders,
        milestone_id=report.milestone.id if report.milestone else None,
        next_words=report.next_words or NO_NEXT,
        corrects_id=report.root_id,
        seen_id=seen_id,
    )
