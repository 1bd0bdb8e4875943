"""When teams are asked, who is left in peace, and when silence is told of."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.notices.model import Wanted
from bot.projects.notices import (
    Askable,
    Overseer,
    Season,
    Standing,
    wanted_prompts,
)
from bot.projects.prompts import (
    Pause,
    PauseKind,
    Rhythm,
    asked_at,
    counts_from,
    pause_of,
    reported,
    silence_told,
    stays_away,
)
from bot.projects.silences import Silent, told_on, wanted_silences
from bot.shared.zones import local

OMSK, MOSCOW, KAMCHATKA, BERLIN = "Asia/Omsk", "Europe/Moscow", "Asia/Kamchatka", "Europe/Berlin"
THURSDAY = Rhythm(3, 10)
PROMPT = datetime(2025, 12, 4, 4, tzinfo=UTC)
"""Thursday at ten in Omsk."""
SEASON = Season(5, date(2025, 10, 1), date(2026, 5, 31), ())
AHEAD = timedelta(hours=36)


@pytest.mark.parametrize(
    ("now", "zone", "last", "coming"),
    [
        (PROMPT, OMSK, PROMPT, PROMPT + timedelta(days=7)),
        (PROMPT - timedelta(seconds=1), OMSK, PROMPT - timedelta(days=7), PROMPT),
        (PROMPT, MOSCOW, PROMPT - timedelta(days=7, hours=-3), PROMPT + timedelta(hours=3)),
        (PROMPT, KAMCHATKA, PROMPT - timedelta(hours=6), PROMPT + timedelta(days=7, hours=-6)),
    ],
)
def test_each_is_asked_by_the_own_clock(now: datetime, zone: str, last: datetime, coming: datetime) -> None:
    assert (THURSDAY.last(now, zone), THURSDAY.coming(now, zone)) == (last, coming)


instants = st.integers(0, 2 * 366 * 24 * 60).map(lambda minutes: PROMPT + timedelta(minutes=minutes))
rhythms = st.builds(Rhythm, st.integers(0, 6), st.integers(0, 23))


@given(instants, rhythms, st.sampled_from([OMSK, BERLIN, KAMCHATKA]))
def test_the_moments_of_asking_are_a_week_apart_on_the_wall(now: datetime, rhythm: Rhythm, zone: str) -> None:
    last, coming = rhythm.last(now, zone), rhythm.coming(now, zone)
    assert last <= now < coming
    assert local(last, zone).weekday() == local(coming, zone).weekday() == rhythm.weekday
    assert (local(coming, zone).date() - local(last, zone).date()).days == 7


def test_the_answer_to_one_prompt_does_not_silence_the_next() -> None:
    answer = PROMPT + timedelta(minutes=5)
    assert reported(answer, PROMPT)
    assert not reported(answer, PROMPT + timedelta(days=7))
    assert reported(counts_from(PROMPT), PROMPT)
    assert not reported(counts_from(PROMPT) - timedelta(seconds=1), PROMPT)
    assert not reported(None, PROMPT)


def test_who_is_away_is_not_asked_and_who_wants_it_later_is_asked_later() -> None:
    later, away = PROMPT + timedelta(hours=3), PROMPT + timedelta(days=9)
    assert asked_at(PROMPT, None) == PROMPT
    assert asked_at(PROMPT, Pause(7, 1, PauseKind.SNOOZE, later)) == later
    assert asked_at(PROMPT, Pause(7, 1, PauseKind.LEAVE, away)) is None
    assert asked_at(PROMPT, Pause(7, 1, PauseKind.LEAVE, PROMPT)) == PROMPT


def test_the_longest_pause_holds_and_nobody_elses() -> None:
    own = Pause(7, 1, PauseKind.SNOOZE, PROMPT)
    team = Pause(7, None, PauseKind.LEAVE, PROMPT + AHEAD)
    others = [
        Pause(7, 2, PauseKind.LEAVE, PROMPT + AHEAD * 9),
        Pause(8, None, PauseKind.LEAVE, PROMPT + AHEAD * 9),
    ]
    assert pause_of([own, team, *others], 7, 1) == team
    assert pause_of([own, *others], 7, 1) == own
    assert pause_of(others, 7, 1) is None


def test_a_leave_of_ones_own_that_lasts_longer_stays_when_one_asks_for_later() -> None:
    snooze = Pause(7, 1, PauseKind.SNOOZE, PROMPT)
    longer = Pause(7, 1, PauseKind.LEAVE, PROMPT + AHEAD)
    assert stays_away([longer], snooze)
    assert not stays_away([Pause(7, 1, PauseKind.LEAVE, PROMPT)], snooze)
    assert not stays_away([Pause(7, 1, PauseKind.SNOOZE, PROMPT + AHEAD)], snooze)
    for others in (
        Pause(7, 2, PauseKind.LEAVE, PROMPT + AHEAD),
        Pause(7, None, PauseKind.LEAVE, longer.until),
    ):
        assert not stays_away([others], snooze)


def prompts(
    last_report: datetime | None, *pauses: Pause, now: datetime = PROMPT - timedelta(hours=1)
) -> list[Wanted]:
    people = [Askable(1, 7, OMSK), Askable(2, 7, MOSCOW), Askable(3, 8, OMSK)]
    standings = [Standing(71, 7, last_report), Standing(72, 7, None)]
    return list(wanted_prompts(standings, people, pauses, THURSDAY, SEASON, now, now + AHEAD))


def test_members_of_silent_teams_are_asked_each_at_ten() -> None:
    asked = [(one.subject, one.person_id, one.due_at) for one in prompts(PROMPT - timedelta(hours=2))]
    assert asked == [("project:72", 1, PROMPT), ("project:72", 2, PROMPT + timedelta(hours=3))]


def test_outside_the_programme_nobody_is_asked() -> None:
    summer = datetime(2026, 6, 4, 3, tzinfo=UTC)
    assert prompts(None, now=summer) == []


def test_an_occasion_is_planned_alike_before_and_after_its_moment() -> None:
    before = prompts(None)
    after = prompts(None, now=PROMPT + timedelta(hours=4))
    assert {one.key for one in before} == {one.key for one in after}


@pytest.mark.parametrize(
    ("days", "now", "told"),
    [
        (21, 0, 21), (21, 20.9, 21), (21, 21, 21), (21, 21.1, 42), (21, 42, 42), (0, 5, None),
    ],
)  # fmt: skip
def test_silence_is_told_of_after_each_span_of_it(days: int, now: float, told: int | None) -> None:
    expected = None if told is None else PROMPT + timedelta(days=told)
    assert silence_told(PROMPT, days, PROMPT + timedelta(days=now)) == expected


def test_organizers_hear_of_every_silence_mentors_of_their_own_teams_once_a_morning() -> None:
    silent = [Silent(71, PROMPT, frozenset({2})), Silent(72, PROMPT + timedelta(hours=1)), Silent(73, PROMPT)]
    people = [Overseer(1, MOSCOW, organizes=True), Overseer(2, OMSK, organizes=False)]
    now = PROMPT + timedelta(days=20)
    wanted = list(wanted_silences(silent, people, 21, SEASON, now, now + AHEAD))
    morning = PROMPT + timedelta(days=21, hours=3)
    assert [(one.person_id, one.due_at) for one in wanted] == [(1, morning), (2, PROMPT + timedelta(days=21))]
    assert told_on(PROMPT, 21, MOSCOW, morning)
    assert told_on(PROMPT + timedelta(hours=1), 21, MOSCOW, morning)
    assert not told_on(PROMPT + timedelta(hours=4), 21, MOSCOW, morning)
