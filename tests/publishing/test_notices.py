"""Since when somebody is told, and the one notice that is planned."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.publishing.affected import differences, personal_changes
from bot.publishing.model import Counts, EditionFacts, Publication, Trace, What
from bot.publishing.notices import LEAST, Told, known_edition, wanted_of, zone_at
from tests.publishing.test_affected import LATER, LECTURE, NOW, edition, listener
from tests.schedule.builders import changed, event

PREVIOUS = 50


@pytest.mark.parametrize(
    ("traces", "since"),
    [
        ([], PREVIOUS),
        ([Trace(1, 10, told=True)], PREVIOUS),
        ([Trace(1, 10, told=False)], 10),
        ([Trace(1, 10, told=False), Trace(2, 20, told=False)], 10),
        ([Trace(1, 10, told=True), Trace(2, 20, told=False)], 20),
        ([Trace(1, 10, told=False), Trace(2, 20, told=True)], PREVIOUS),
        ([Trace(1, 10, told=True), Trace(2, 20, told=False), Trace(3, 30, told=False)], 20),
    ],
)
def test_one_is_told_since_the_first_change_one_still_waits_to_hear_of(
    traces: list[Trace], since: int
) -> None:
    assert known_edition(traces, PREVIOUS) == since


@given(st.lists(st.booleans(), max_size=8))
def test_whoever_was_told_last_knows_what_was_seen_until_now(told: list[bool]) -> None:
    traces = [Trace(number, number * 10, done) for number, done in enumerate(told)]
    since = known_edition(traces, PREVIOUS)
    waiting = next((at for at, done in enumerate(reversed(told)) if done), len(told))
    assert since == (PREVIOUS if waiting == 0 else (len(told) - waiting) * 10)


def publication(at: datetime = NOW) -> Publication:
    return Publication(9, 5, 60, PREVIOUS, What.PUBLISH, at, None, None, None, Counts())


def told(old: EditionFacts, new: EditionFacts) -> Told:
    return Told([listener()], 40, personal_changes(differences(old, new, NOW), listener()))


def test_the_notice_names_person_and_publication_and_says_since_when() -> None:
    old, new = edition(LECTURE), edition(LATER)
    [wanted] = wanted_of(told(old, new), publication(), new)
    assert (wanted.key, wanted.kind, wanted.subject) == (
        "programme:5:9:person:1",
        "programme-changed",
        "programme:5",
    )
    assert wanted.params == {"since": 40, "edition": 60, "publication": 9}
    assert (wanted.due_at, wanted.happens_at) == (NOW, LECTURE.starts_at)
    assert (wanted.stream_id, wanted.person_id, wanted.zone) == (5, 1, "Asia/Yekaterinburg")


def test_it_waits_for_half_a_day_or_until_the_last_changed_event_is_over() -> None:
    [soon] = wanted_of(told(edition(LECTURE), edition(LATER)), publication(), edition(LATER))
    assert soon.stale_after == NOW + LEAST
    friday = event(1, date(2025, 11, 21), "10:00", "11:00")
    late = edition(changed(friday, room="Б"))
    [long] = wanted_of(told(edition(friday), late), publication(), late)
    assert long.stale_after == friday.ends_at


@pytest.mark.parametrize(
    ("moment", "zone"),
    [
        (datetime(2025, 11, 16, 18, 59, tzinfo=UTC), "Asia/Kamchatka"),
        (datetime(2025, 11, 16, 19, 0, tzinfo=UTC), "Asia/Yekaterinburg"),
        (datetime(2025, 11, 21, 18, 59, tzinfo=UTC), "Asia/Yekaterinburg"),
        (datetime(2025, 11, 21, 19, 0, tzinfo=UTC), "Asia/Kamchatka"),
    ],
)
def test_the_night_is_the_venues_while_the_module_runs_and_the_home_ones_otherwise(
    moment: datetime, zone: str
) -> None:
    assert zone_at(edition(), "Asia/Kamchatka", moment) == zone


def test_without_a_home_zone_it_is_the_venues_or_moscows() -> None:
    long_after = NOW + timedelta(days=90)
    assert zone_at(edition(), None, long_after) == "Asia/Yekaterinburg"
    assert zone_at(EditionFacts({}, {}), None, long_after) == "Europe/Moscow"
