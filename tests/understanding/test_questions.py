"""Whether questions as people type them are understood, and the rest left to people."""

from bot.schedule.words import CalendarDay, RelativeDay, Subject, Weekday
from bot.understanding.questions import understand_question
from tests.understanding.questions import OFFER, QUESTIONS

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Verdict = tuple[str, str, str]
"""Question, expected meaning, meaning found."""


def _day(day: Subject | None) -> str:
    match day:
        case RelativeDay(shift):
            return f" {shift:+}"
        case Weekday(number):
            return f" @{NAMES[number]}"
        case CalendarDay(number, month):
            return f" @{number}.{month}"
        case _:
            return ""


def meaning(question: str) -> str:
    """Write what is understood the way the table does."""
    found = understand_question(question)
    if found is None:
        return OFFER
    part = f"/{found.part}" if found.part else ""
    return f"{found.intent}{_day(found.day)}{' ' if part and not found.day else ''}{part}"


def _judged() -> list[Verdict]:
    return [(question, expected, meaning(question)) for question, expected in QUESTIONS]


def test_nine_questions_in_ten_are_understood_right() -> None:
    missed = [verdict for verdict in _judged() if verdict[1] != verdict[2]]
    assert len(missed) * 10 <= len(QUESTIONS), missed


def test_nothing_is_answered_with_another_intent_than_was_meant() -> None:
    """A question left to people is a pity; a confident wrong answer is a fault."""
    wrong = [verdict for verdict in _judged() if verdict[2] != OFFER and verdict[1] != verdict[2]]
    assert wrong == []


def test_the_table_is_as_large_as_it_should_be() -> None:
    asked = [question for question, _meaning in QUESTIONS]
    offered = [question for question, expected in QUESTIONS if expected == OFFER]
    assert len(set(asked)) == len(asked) >= 200
    assert len(offered) >= 50
