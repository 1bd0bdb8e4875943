"""A report half written: what is asked next, and what an answer does to the others."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.projects.drafts import LONGEST, NO_NEXT, Draft, Step, correction_of
from bot.projects.model import REPORTABLE, GivenAs, Light, Milestone, Report
from bot.shared.errors import Refusal

NOW = datetime(2025, 12, 4, 4, tzinfo=UTC)
FULL = Draft(NOW, Light.GREEN, "сделано", "", milestone_id=3)

drafts = st.builds(
    Draft,
    begun_at=st.just(NOW),
    light=st.none() | st.sampled_from(REPORTABLE),
    done=st.sampled_from(["", "сделано"]),
    hinders=st.sampled_from([None, "", "мешает"]),
    kept=st.booleans(),
    milestone_id=st.none() | st.just(3),
    next_words=st.sampled_from(["", NO_NEXT, "дальше"]),
)


@pytest.mark.parametrize(
    ("draft", "step"),
    [
        (Draft(NOW), Step.LIGHT),
        (Draft(NOW, Light.RED), Step.DONE),
        (Draft(NOW, Light.RED, "сделано"), Step.HINDERS),
        (Draft(NOW, Light.RED, "сделано", kept=True), Step.NEXT),
        (Draft(NOW, Light.RED, "сделано", ""), Step.NEXT),
        (Draft(NOW, Light.RED, "сделано", "", next_words=NO_NEXT), Step.REVIEW),
        (FULL, Step.REVIEW),
    ],
)
def test_what_is_missing_is_asked_in_its_order(draft: Draft, step: Step) -> None:
    assert draft.step is step


@given(drafts, st.sampled_from([Step.LIGHT, Step.DONE, Step.HINDERS, Step.NEXT]))
def test_an_answer_taken_back_is_asked_again_and_no_other(draft: Draft, step: Step) -> None:
    again = draft.without(step)
    order = list(Step)
    assert order.index(again.step) == min(order.index(draft.step), order.index(step))
    assert FULL.without(step).step is step


@pytest.mark.parametrize("typed", ["ничего", " Ничего. ", "нет", "–", "Nothing"])
def test_nothing_is_no_blocker_however_it_is_written(typed: str) -> None:
    assert FULL.typed(Step.HINDERS, typed).hinders == ""


@pytest.mark.parametrize(
    ("words", "key"), [(" \n ", "error-projects-empty"), ("я" * (LONGEST + 1), "error-projects-long")]
)
def test_empty_and_endless_answers_are_refused(words: str, key: str) -> None:
    with pytest.raises(Refusal) as refusal:
        FULL.typed(Step.DONE, words)
    assert refusal.value.key == key


def test_typed_words_take_the_place_of_a_milestone() -> None:
    typed = FULL.typed(Step.NEXT, "ищем деньги")
    assert (typed.milestone_id, typed.next_words) == (None, "ищем деньги")


@given(st.none() | st.just(Milestone(3, "Точка", NOW.date())), st.sampled_from(["", "дальше"]))
def test_a_correction_begins_with_what_was_said(milestone: Milestone | None, words: str) -> None:
    report = Report(9, 7, 1, "", GivenAs.LEAD, NOW, Light.RED, "сделано", "мешает", milestone, words, 5)
    draft = correction_of(report, NOW, 9)
    assert (draft.step, draft.corrects_id, draft.light) == (Step.REVIEW, 5, Light.RED)
    assert (draft.done, draft.hinders) == ("сделано", "мешает")
