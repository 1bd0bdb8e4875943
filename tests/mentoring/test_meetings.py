"""The rules of meetings and letters, and what stands beside a meeting."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.mentoring import meeting_actions as actions
from bot.mentoring import meeting_view_actions
from bot.mentoring.correspondence import CAPTION, PART, Kind, Letter, Written, letter_notices, readers
from bot.mentoring.meeting_notices import Untold, What, news
from bot.mentoring.meetings import Meeting, MeetingState, place_and_link
from bot.mentoring.mentorships import Life, Member, Mentorship, Phase, Side, most_silent_first
from bot.people.model import Enrolment, Person, Role, Visitor
from bot.programme.model import Stream
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed, Refusal
from db.engine import Database
from tests.mentoring.life_scene import NOW, LifeScene, write_scene

STREAM = Stream(5, "Ш5", "Поток 5", "Школа мэров", date(2025, 9, 1), date(2026, 5, 31), "", None)


def person(number: int, zone: str = "Asia/Omsk") -> Person:
    return Person(number, f"Ч-{number}", "Примеров", f"Пример {number}", "", "", "", "", zone, "")


ONE = Mentorship(
    1, STREAM, 7, "Команда", "", "", None, "", "", person(9), "expert", False,
    (Member(person(1), True), Member(person(2))), Phase.ACCEPTED, NOW,
)  # fmt: skip
MEETING = Meeting(3, 1, NOW + timedelta(days=2), "Asia/Omsk", 60, "", "", MeetingState.PLANNED)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Технопарк, зал 2", ("Технопарк, зал 2", "")),
        ("https://example.org/a?b=1", ("", "https://example.org/a?b=1")),
        ("Зум: https://example.org/a.", ("Зум: .", "https://example.org/a")),
        ("зал 2 или example.org/room, пароль 12", ("зал 2 или , пароль 12", "example.org/room")),
        ("ул. Ленина, д. 5/1", ("ул. Ленина, д. 5/1", "")),
    ],
)
def test_a_link_is_found_in_what_people_write_about_the_place(words: str, found: tuple[str, str]) -> None:
    assert place_and_link(words) == found


@pytest.mark.parametrize(
    ("waits", "what", "told"),
    [
        (None, What.ARRANGED, {"what": "arranged", "was": ""}),
        (What.ARRANGED, What.MOVED, {"what": "arranged", "was": ""}),
        (What.ARRANGED, What.CHANGED, {"what": "arranged", "was": ""}),
        (What.ARRANGED, What.CANCELLED, None),
        (What.MOVED, What.CHANGED, {"what": "moved", "was": "before"}),
        (What.MOVED, What.CANCELLED, {"what": "cancelled", "was": "before"}),
        (What.CHANGED, What.CANCELLED, {"what": "cancelled", "was": ""}),
    ],
)
def test_news_that_nobody_heard_is_told_together(
    waits: What | None, what: What, told: dict[str, str] | None
) -> None:
    untold = [] if waits is None else [Untold(5, 1, waits, "before" if waits is What.MOVED else "")]
    found = news(ONE, MEETING, what, frozenset({9, 2}), untold, NOW)
    assert [dict(one.params) for one in found] == ([] if told is None else [told])


def letter(text: str, kind: Kind = Kind.TEXT, to_id: int | None = None, side: Side = Side.MENTOR) -> Letter:
    return Letter(4, 1, side is Side.MENTOR, 9, to_id, Written(kind, text, "f", 1, 1))


def test_a_letter_is_for_the_other_side_or_for_the_one_who_is_answered() -> None:
    assert [one.id for one in readers(ONE, letter("а"))] == [1, 2]
    assert [one.id for one in readers(ONE, letter("а", to_id=2))] == [2]
    assert [one.id for one in readers(ONE, letter("а", side=Side.TEAM))] == [9]


@pytest.mark.parametrize(
    ("kind", "length", "parts"),
    [
        (Kind.TEXT, 1, 1),
        (Kind.TEXT, PART, 1),
        (Kind.TEXT, PART + 1, 2),
        (Kind.PHOTO, 0, 1),
        (Kind.PHOTO, CAPTION, 1),
        (Kind.PHOTO, CAPTION + 1, 2),
    ],
)
def test_what_is_too_long_for_one_message_comes_in_several(kind: Kind, length: int, parts: int) -> None:
    one = letter("я" * length, kind)
    wanted = letter_notices(ONE, one, {1}, NOW)
    assert (one.parts, len(wanted), len({notice.key for notice in wanted})) == (parts, parts, parts)


def test_the_most_silent_mentorship_stands_first() -> None:
    old = replace(MEETING, starts_at=NOW - timedelta(days=30), state=MeetingState.HELD)
    fresh = replace(old, starts_at=NOW - timedelta(days=3))
    since = NOW - timedelta(days=60)
    never, seldom, lately, ahead = (
        Life(replace(ONE, id=number, since=since), met)
        for number, met in ((1, ()), (2, (old,)), (3, (fresh,)), (4, (MEETING,)))
    )
    assert most_silent_first([ahead, lately, seldom, never], NOW) == [never, seldom, lately, ahead]


@pytest.fixture
async def scene(database: Database) -> LifeScene:
    return await write_scene(database)


def visitor(scene: LifeScene, person_id: int, role: Role) -> Visitor:
    stream = replace(STREAM, id=scene.roster.mayors)
    part = Enrolment(stream, frozenset({role}), "", "", "")
    return Visitor(person_id, person_id, "ru", person=person(person_id), enrolments=(part,), consented=True)


async def test_a_draft_is_its_authors_alone_and_takes_the_place_of_the_last_one(
    database: Database, scene: LifeScene
) -> None:
    clock = ManualClock(NOW)
    igor = visitor(scene, scene.igor, Role.MENTOR)
    at = NOW + timedelta(days=1)
    for _ in range(2):
        view = await actions.draft(database, clock, igor, scene.first, at, "Europe/Moscow")
    assert (view.clashes, view.meeting.minutes) == ((), 60)
    with pytest.raises(Refusal):
        await actions.draft(database, clock, igor, scene.first, NOW - timedelta(hours=1), "Europe/Moscow")
    with pytest.raises(NotAllowed):
        await actions.draft(database, clock, igor, scene.second, at, "Europe/Moscow")
    with pytest.raises(NotAllowed):
        vera = visitor(scene, scene.vera, Role.PARTICIPANT)
        await meeting_view_actions.meeting(database, clock, vera, view.meeting.id)
    anna = visitor(scene, scene.roster.anna, Role.PARTICIPANT)
    with pytest.raises(NotAllowed):
        await meeting_view_actions.meeting(database, clock, anna, view.meeting.id)
