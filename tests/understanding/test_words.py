"""The parts the understanding of questions is made of: stems, typing mistakes, the lexicon, phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.stems import LEAST, stem
from bot.schedule.typos import distance, nearest
from bot.schedule.words import CalendarDay
from bot.understanding.lexicon import _BY_STEM, EXACT, OTHERS, PHRASES, STEMS
from bot.understanding.model import Intent, Question
from bot.understanding.questions import LONGEST, understand_question
from bot.understanding.rules import RULES

words = st.text(alphabet="абвгдеклмнорст", min_size=1, max_size=9)


@pytest.mark.parametrize(
    "forms",
    [
        "экскурсия экскурсию экскурсии экскурсий экскурсиями",
        "автобус автобуса автобусе автобусы автобусов",
        "дежурный дежурного дежурному дежурные",
        "защита защиту защите защитой",
        "гостиница гостинице гостиницу гостиниц",
        "lecture lectures",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@given(words)
def test_a_stem_begins_the_word_and_keeps_its_least_letters(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(len(word), LEAST)


@pytest.mark.parametrize(
    ("one", "other", "mistakes"),
    [
        ("автобус", "автобус", 0),
        ("афтобус", "автобус", 1),
        ("автобусс", "автобус", 1),
        ("завтра", "зватра", 1),
        ("обед", "обет", 1),
        ("кофе", "обед", 3),
        ("", "обед", 4),
    ],
)
def test_mistakes_are_counted(one: str, other: str, mistakes: int) -> None:
    assert distance(one, other) == mistakes


@given(words, words)
def test_mistakes_are_the_same_from_both_sides(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)


def test_a_short_word_is_forgiven_nothing_and_an_equal_choice_is_shown() -> None:
    assert nearest("зол", {"зал"}) == set()
    assert nearest("обет", {"обед", "ужин"}) == {"обед"}
    assert nearest("лето", {"лита", "лету", "лета"}) == {"лету", "лета"}


def test_no_word_and_no_stem_stands_for_two_things() -> None:
    listed = [(stem(word), concept) for concept, given in _BY_STEM.items() for word in given.split()]
    assert [(one, STEMS[one], concept) for one, concept in listed if STEMS[one] is not concept] == []
    hidden = {
        word: (EXACT[word], concept)
        for concept, given in _BY_STEM.items()
        for word in given.split()
        if EXACT[word] is not concept
    }
    assert hidden == {}


def test_a_word_of_its_own_means_nothing_here_and_hides_nothing() -> None:
    assert OTHERS.isdisjoint(EXACT)
    assert [word for word in sorted(OTHERS) if understand_question(f"где {word}")] == []


def test_every_intent_has_a_rule_and_no_phrase_hides_another() -> None:
    assert {rule.intent for rule in RULES} == set(Intent)
    assert len({words for words, _meaning in PHRASES}) == len(PHRASES)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("КОГДА ЗАВТРАК?!", Question(Intent.BREAKFAST)),
        ("  когда\nужин  ", Question(Intent.DINNER)),
        ("что сейчас идёт", Question(Intent.NOW)),
        ("что сейчас идет", Question(Intent.NOW)),
        ("Dfqafq", Question(Intent.WIFI)),
        ("обед завтра или 20.11", None),
        ("обед " * 40, None),
        ("", None),
        ("🙂", None),
        ("что сегодня утром и вечером", None),
        ("сегодня завтра", None),
        ("обед 31.02", None),
        ("обед 29 февраля", Question(Intent.LUNCH, CalendarDay(29, 2))),
    ],
)
def test_case_spaces_layout_and_contradictions(text: str, asked: Question | None) -> None:
    assert understand_question(text) == asked


@given(st.text(max_size=LONGEST + 10))
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    understand_question(text)
