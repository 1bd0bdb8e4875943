"""Which alarms waiting questions ask for."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.notices.model import State, Wanted
from bot.programme.setting_kinds import NO_WINDOW
from bot.support.notices import OF_USE, Desk, Wait, question_number, wanted_alarms
from bot.support.waiting import Manners

SINCE = datetime(2025, 11, 18, 7, 0, 0, 250, tzinfo=UTC)
DUE = SINCE + timedelta(minutes=30)
WAIT = Wait(12, SINCE)
CHAT, PRIVATE = Desk(-100, {}), Desk(None, {7: 70, 5: 50})
KEY = "question:12@2025-11-18T07:00:00.000250Z"


def alarms(desk: Desk, known: dict[str, State] | None = None, now: datetime = SINCE) -> list[Wanted]:
    """What one wait asks for."""
    manners = Manners(timedelta(minutes=30), NO_WINDOW)
    return list(wanted_alarms([WAIT], desk, (), manners, known or {}, now, 3))


def keys(desk: Desk, known: dict[str, State]) -> list[str]:
    return [one.key for one in alarms(desk, known)]


def test_the_staff_chat_is_called_when_patience_is_over() -> None:
    (one,) = alarms(CHAT)
    assert (one.key, one.subject, one.stream_id) == (f"{KEY}:chat:-100", "question:12", 3)
    assert (one.chat_id, one.person_id, one.due_at, one.stale_after) == (-100, None, DUE, DUE + OF_USE)


def test_without_a_staff_chat_each_organizer_is_called_for_themselves() -> None:
    found = [(one.key, one.chat_id, one.person_id) for one in alarms(PRIVATE)]
    assert found == [(f"{KEY}:person:5", None, 5), (f"{KEY}:person:7", None, 7)]


def test_administrators_who_stand_in_are_called_in_their_chats() -> None:
    found = [(one.key, one.chat_id, one.person_id) for one in alarms(Desk(None, {}, (90, 80)))]
    assert found == [(f"{KEY}:chat:90", 90, None), (f"{KEY}:chat:80", 80, None)]


def test_where_nobody_can_be_called_nothing_is_planned() -> None:
    assert alarms(Desk(None, {})) == []


@pytest.mark.parametrize("state", [State.SENT, State.CLAIMED])
def test_what_was_called_out_is_not_called_out_elsewhere(state: State) -> None:
    assert keys(PRIVATE, {f"{KEY}:chat:-100": state}) == []
    assert keys(CHAT, {f"{KEY}:person:5": state}) == []
    assert keys(Desk(-200, {}), {f"{KEY}:chat:-100": state}) == []
    assert keys(PRIVATE, {f"{KEY}:chat:-100": state, f"{KEY}:person:5": State.CANCELLED}) == []


@pytest.mark.parametrize("state", [State.QUEUED, State.CANCELLED, State.SKIPPED, State.FAILED])
def test_what_reached_nobody_is_called_out_where_questions_go_now(state: State) -> None:
    assert keys(PRIVATE, {f"{KEY}:chat:-100": state}) == [f"{KEY}:person:5", f"{KEY}:person:7"]


def test_the_second_organizer_is_still_called_when_the_first_one_was() -> None:
    known = {f"{KEY}:person:5": State.SENT, f"{KEY}:person:7": State.QUEUED}
    assert keys(PRIVATE, known) == [f"{KEY}:person:5", f"{KEY}:person:7"]


def test_another_wait_of_the_same_question_is_another_occasion() -> None:
    earlier = {"question:12@2025-11-18T05:00:00.000000Z:chat:-100": State.SENT}
    assert keys(CHAT, earlier) == [f"{KEY}:chat:-100"]


def test_what_is_long_past_is_planned_no_more() -> None:
    assert len(alarms(CHAT, now=DUE + OF_USE)) == 1
    assert alarms(CHAT, now=DUE + OF_USE + timedelta(seconds=1)) == []


@pytest.mark.parametrize(
    ("subject", "number"), [("question:12", 12), ("event:12", None), ("day:2025-11-18", None)]
)
def test_a_subject_names_its_question(subject: str, number: int | None) -> None:
    assert question_number(subject) == number
