"""The pure rules of broadcasts: placeholders, audiences, moments, progress."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.broadcasts import audience as audiences
from bot.broadcasts.audience import Audience, Field, Member, Term, chosen, options, toggled
from bot.broadcasts.contents import (
    ABILITIES,
    NAME,
    Kind,
    Part,
    corrected,
    dumped,
    filled,
    is_address,
    loaded,
    require_fitting,
)
from bot.broadcasts.model import Broadcast, Buttons, Progress, Schedule
from bot.broadcasts.model import State as Stage
from bot.broadcasts.moments import read_moment
from bot.broadcasts.notices import next_nine
from bot.broadcasts.progress import Line, Phase, line_of, per_second, phase, report, seconds_left
from bot.notices.listing import Tally
from bot.notices.model import State
from bot.shared.errors import Refusal

NOW = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
TYUMEN = "Asia/Yekaterinburg"


def cut(part: Part) -> list[str]:
    """Return the words that each mark lies on."""
    units = part.text.encode("utf-16-le")
    marks = json.loads(part.entities) if part.entities else []
    return [
        units[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le") for one in marks
    ]


def marked(text: str, *words: str) -> Part:
    """Return a text with a bold mark on each of some words."""
    marks = [
        {
            "type": "bold",
            "offset": len(text[: text.index(one)].encode("utf-16-le")) // 2,
            "length": len(one.encode("utf-16-le")) // 2,
        }
        for one in words
    ]
    return Part(Kind.TEXT, text, json.dumps(marks))


@pytest.mark.parametrize(
    ("text", "words", "kept"),
    [
        (f"{NAME}, сбор в 8:30", ["8:30"], ["8:30"]),
        (f"😀 {NAME}! Сбор", [NAME, "Сбор"], ["Анна Петровна", "Сбор"]),
        (f"Сбор, {NAME}", ["Сбор"], ["Сбор"]),
        (f"Это {NAME} и {NAME} вместе", [f"Это {NAME}", "вместе"], ["Это Анна Петровна", "вместе"]),
        (f"а {NAME} б", ["а {им"], ["а "]),
    ],
)
def test_formatting_stays_on_its_words_when_a_name_is_put_in(
    text: str, words: list[str], kept: list[str]
) -> None:
    assert cut(filled(marked(text, *words), "Анна Петровна")) == kept


@given(
    st.lists(st.sampled_from([NAME, "слово ", "😀", "<b>", " "]), min_size=1, max_size=8),
    st.text(max_size=12) | st.just(f"а{NAME}"),
)
def test_a_mark_on_everything_lies_on_everything_afterwards(pieces: list[str], name: str) -> None:
    text = "".join(pieces)
    whole = filled(marked(text, text), name)
    assert whole.text == text.replace(NAME, name)
    assert cut(whole) == ([whole.text] if whole.text else [])


def test_contents_come_back_as_they_were_kept() -> None:
    parts = tuple(Part(kind, "слова", "[]", "id", 1.5, -2.5, "7") for kind in Kind)
    assert loaded(dumped(parts)) == parts


def test_every_kind_has_its_line_in_the_table() -> None:
    assert set(ABILITIES) == set(Kind)


def test_what_would_be_too_long_with_a_name_is_refused() -> None:
    require_fitting(Part(Kind.TEXT, "а" * 4096))
    require_fitting(Part(Kind.PHOTO, "а" * 1024))
    for part in (
        Part(Kind.TEXT, "а" * 4090 + NAME),
        Part(Kind.PHOTO, "а" * 1025),
        Part(Kind.TEXT, "😀" * 2049),
    ):
        with pytest.raises(Refusal):
            require_fitting(part)


def test_a_correction_of_an_album_changes_its_first_caption() -> None:
    album = (Part(Kind.PHOTO, file_id="1"), Part(Kind.PHOTO, "было", file_id="2"))
    assert corrected(album, Part(Kind.TEXT, "стало")) == (
        album[0],
        Part(Kind.PHOTO, "стало", file_id="2"),
    )
    for old, new in (
        ((Part(Kind.LOCATION),), Part(Kind.TEXT, "а")),
        ((Part(Kind.TEXT, "а"),), Part(Kind.PHOTO, "а")),
    ):
        with pytest.raises(Refusal):
            corrected(old, new)


def member(number: int, stream: int = 1, **values: str) -> Member:
    found = {Field(name): frozenset({value}) for name, value in values.items()}
    return Member(number, stream, f"Имя {number}", None, True, found)


PEOPLE = [
    member(1, group="1", region="Омск"),
    member(2, group="2", region="Омск"),
    member(3, group="2", region="Томск"),
    member(4),
    member(1, stream=2, group="9"),
]


@pytest.mark.parametrize(
    ("terms", "numbers"),
    [
        ((), [1, 2, 3, 4]),
        ((Term(Field.GROUP, ("2",)),), [2, 3]),
        ((Term(Field.GROUP, ("1", "2")),), [1, 2, 3]),
        ((Term(Field.GROUP, ("2",), True),), [1, 4]),
        ((Term(Field.GROUP, ("2",)), Term(Field.REGION, ("Омск",))), [2]),
        ((Term(Field.GROUP, ("2",)), Term(Field.REGION, ("Омск",), True)), [3]),
        ((Term(Field.TEAM, ("К1",)),), []),
    ],
)
def test_conditions_choose(terms: tuple[Term, ...], numbers: list[int]) -> None:
    assert [one.person_id for one in chosen(Audience((1,), terms), PEOPLE)] == numbers


def test_somebody_of_two_streams_is_chosen_once() -> None:
    assert [one.person_id for one in chosen(Audience((1, 2)), PEOPLE)] == [1, 2, 3, 4]
    assert chosen(Audience(()), PEOPLE) == []
    assert options(PEOPLE, Field.GROUP) == {"1": 1, "2": 2, "9": 1}


ONE_TERM = st.tuples(st.sampled_from(list(Field)), st.sampled_from(["1", "2", "3"]), st.booleans())


@given(st.lists(ONE_TERM, max_size=6))
def test_what_is_put_in_and_taken_out_leaves_nothing(taps: list[tuple[Field, str, bool]]) -> None:
    first = Audience((1,))
    audience = first
    for field, value, excluded in [*taps, *taps]:
        audience = toggled(audience, field, value, excluded)
    assert audience == first
    for field, value, excluded in taps:
        audience = toggled(audience, field, value, excluded)
    assert audiences.loaded(audiences.dumped(audience)) == audience


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("12:00", datetime(2025, 11, 18, 7, 0, tzinfo=UTC)),
        ("8:00", datetime(2025, 11, 19, 3, 0, tzinfo=UTC)),
        ("завтра 9:30", datetime(2025, 11, 19, 4, 30, tzinfo=UTC)),
        ("20.11 в 15:00", datetime(2025, 11, 20, 10, 0, tzinfo=UTC)),
        ("20.11 15:00 Омск", datetime(2025, 11, 20, 9, 0, tzinfo=UTC)),
        ("20 ноября, 15:00 (МСК)", datetime(2025, 11, 20, 12, 0, tzinfo=UTC)),
    ],
)
def test_moments_are_read_in_the_zone_they_name(words: str, moment: datetime) -> None:
    assert read_moment(words, NOW, TYUMEN)[0] == moment


@pytest.mark.parametrize("words", ["", "скоро", "15", "32.11 15:00", "15:00 Нигдеград"])
def test_what_is_no_moment_is_refused(words: str) -> None:
    with pytest.raises(Refusal):
        read_moment(words, NOW, TYUMEN)


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        (TYUMEN, datetime(2025, 11, 18, 4, 0, tzinfo=UTC)),
        ("Europe/Moscow", datetime(2025, 11, 18, 6, 0, tzinfo=UTC)),
        ("Asia/Kamchatka", datetime(2025, 11, 18, 21, 0, tzinfo=UTC)),
    ],
)
def test_nine_is_the_next_nine_by_each_clock(zone: str, moment: datetime) -> None:
    assert next_nine(zone, NOW) == moment


@pytest.mark.parametrize(
    ("state", "reason", "line"),
    [
        (State.SENT, "", Line.DELIVERED),
        (State.QUEUED, "told to wait", Line.WAITING),
        (State.HELD, "", Line.WAITING),
        (State.CLAIMED, "", Line.WAITING),
        (State.SKIPPED, "unreachable", Line.BLOCKED),
        (State.SKIPPED, "not-entered", Line.OUTSIDE),
        (State.SKIPPED, "muted", Line.MUTED),
        (State.LAPSED, "late", Line.LATE),
        (State.LAPSED, "cancelled", Line.CANCELLED),
        (State.CANCELLED, "cancelled", Line.CANCELLED),
        (State.FAILED, "Bad Request: wrong file identifier", Line.ERROR),
    ],
)
def test_each_fate_counts_in_its_line(state: State, reason: str, line: Line) -> None:
    assert line_of(state, reason) is line


def test_speed_and_the_rest_are_told_once_they_say_something() -> None:
    tallies = (Tally(State.SENT, "", 60), Tally(State.QUEUED, "", 90), Tally(State.SENT, "", 0, 2))
    going = Progress(tallies, NOW, recent=60)
    assert (per_second(going, NOW), seconds_left(going, NOW)) == (0.0, None)
    later = NOW + timedelta(seconds=2)
    assert (per_second(going, later), seconds_left(going, later)) == (30.0, 3)
    assert (report(tallies).done, report(tallies).total, report(tallies).unknown) == (60, 150, 2)


@pytest.mark.parametrize(
    ("state", "tallies", "expected"),
    [
        (Stage.SENDING, (), Phase.DONE),
        (Stage.PAUSED, (), Phase.DONE),
        (Stage.PAUSED, (Tally(State.HELD, "", 1),), Phase.PAUSED),
        (Stage.SENDING, (Tally(State.QUEUED, "", 1),), Phase.SENDING),
        (Stage.CANCELLED, (), Phase.CANCELLED),
    ],
)
def test_what_nobody_remembers_any_more_is_done(
    state: Stage, tallies: tuple[Tally, ...], expected: Phase
) -> None:
    sent = Broadcast(
        1, 1, 1, "", state, False, Audience((1,)), Buttons(), Schedule(), None, NOW, NOW, 1, 0, ()
    )
    assert phase(sent, Progress(tallies), NOW) is expected


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("https://example.org", True),
        ("http://школа.рф/путь?а=б", True),
        ("https://example.org:8443/", True),
        ("https://", False),
        ("http://localhost", False),
        ("http://localhost:8080/а.б", False),
        ("https://example.org:порт", False),
        ("https://[а", False),
        ("https://-а.рф", False),
        ("ftp://example.org", False),
        ("example.org", False),
    ],
)
def test_only_what_telegram_takes_is_the_address_of_a_button(words: str, taken: bool) -> None:
    assert is_address(words) is taken
