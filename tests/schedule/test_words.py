import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.words import (
    CalendarDay,
    ModuleNumber,
    Name,
    Phrase,
    Present,
    RelativeDay,
    Subject,
    Weekday,
    read_words,
)

CASES: list[tuple[str, Subject]] = [
    ("сегодня", RelativeDay(0)),
    ("Завтра", RelativeDay(1)),
    ("  послезавтра ", RelativeDay(2)),
    ("вчера", RelativeDay(-1)),
    ("что завтра?", RelativeDay(1)),
    ("расписание на завтра", RelativeDay(1)),
    ("today", RelativeDay(0)),
    ("schedule for tomorrow", RelativeDay(1)),
    ("Yesterday", RelativeDay(-1)),
    ("сейчас", Present()),
    ("what is now", Present()),
    ("вт", Weekday(1)),
    ("вт.", Weekday(1)),
    ("ВТОРНИК", Weekday(1)),
    ("во вторник", Weekday(1)),
    ("в среду", Weekday(2)),
    ("вс", Weekday(6)),
    ("tue", Weekday(1)),
    ("on Wednesday", Weekday(2)),
    ("18.11", CalendarDay(18, 11)),
    ("18.11.", CalendarDay(18, 11)),
    ("на 18.11.2025", CalendarDay(18, 11, 2025)),
    ("18.11.25", CalendarDay(18, 11, 2025)),
    ("18/11", CalendarDay(18, 11)),
    ("2025-11-18", CalendarDay(18, 11, 2025)),
    ("18 ноября", CalendarDay(18, 11)),
    ("18 Ноября 2025 г.", CalendarDay(18, 11, 2025)),
    ("18 нояб.", CalendarDay(18, 11)),
    ("1 мая", CalendarDay(1, 5)),
    ("Nov 18", CalendarDay(18, 11)),
    ("18 November, 2025", CalendarDay(18, 11, 2025)),
    ("November 18th", CalendarDay(18, 11)),
    ("18", CalendarDay(18)),
    ("18-го", CalendarDay(18)),
    ("18 числа", CalendarDay(18)),
    ("31.02", CalendarDay(31, 2)),
    ("модуль", ModuleNumber(None)),
    ("модуль 2", ModuleNumber(2)),
    ("2 модуль", ModuleNumber(2)),
    ("2-й модуль", ModuleNumber(2)),
    ("Четвёртый модуль", ModuleNumber(4)),
    ("module 2", ModuleNumber(2)),
    ("second module", ModuleNumber(2)),
    ("Тюмень", Name(("тюмень",))),
    ("в Тюмени", Name(("тюмени",))),
    ("модуль в Тюмени", Name(("тюмени",))),
    ("«Сенеж»", Name(("сенеж",))),
    ("Ростов-на-Дону", Name(("ростов", "на", "дону"))),
    ("в Орле и Ёлках", Name(("орле", "и", "елках"))),
]


@pytest.mark.parametrize(("text", "subject"), CASES)
def test_words_are_read(text: str, subject: Subject) -> None:
    assert read_words(text) == Phrase(subject)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("всё", RelativeDay(0)),
        ("все", RelativeDay(0)),
        ("all", RelativeDay(0)),
        ("завтра всё", RelativeDay(1)),
        ("все 18.11", CalendarDay(18, 11)),
        ("everything on Tuesday", Weekday(1)),
    ],
)
def test_everything_widens_what_is_asked_for(text: str, subject: Subject) -> None:
    assert read_words(text) == Phrase(subject, everything=True)


@pytest.mark.parametrize("text", ["", "   ", "?", "32", "99999", "18 19", "…", "а" * 61, "🙂", "18:30"])
def test_what_is_no_word_is_not_read(text: str) -> None:
    assert read_words(text) is None


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_without_a_fault(text: str) -> None:
    phrase = read_words(text)
    assert phrase is None or isinstance(phrase, Phrase)
