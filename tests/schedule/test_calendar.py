from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.calendar import Entry, calendar_file, legible, uid_of
from bot.schedule.calendar_zones import changes
from bot.schedule.model import Point
from bot.shared.zones import local
from tests.schedule.builders import at
from tests.schedule.ics import Phone, moment, read_calendar

MADE = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
TYUMEN, BERLIN = "Asia/Yekaterinburg", "Europe/Berlin"
LECTURE = Entry(
    uid=uid_of(12, "abc"),
    sequence=0,
    starts_at=at(TYUMEN, 2025, 11, 18, 9, 0),
    ends_at=at(TYUMEN, 2025, 11, 18, 10, 30),
    zone=TYUMEN,
    title="Стратегия города; «Север», и область",
    place="Большой зал, Технопарк, ул. Республики, 142",
    point=Point(57.1418, 65.5711),
    description="Спикер: глава города\nМатериалы: слайды \\ стр. 5",
    link="https://example.org/room?a=1,2;b",
    category="Лекция",
    cancelled=False,
)


def written(*entries: Entry, zone: str = TYUMEN) -> bytes:
    return calendar_file("Школа мэров, поток 5", zone, entries, MADE)


def test_another_library_reads_everything_back() -> None:
    calendar = read_calendar(written(LECTURE))
    [event] = calendar.vevent_list
    assert (calendar.method.value, calendar.version.value) == ("PUBLISH", "2.0")
    assert calendar.contents["x-wr-calname"][0].value == "Школа мэров, поток 5"
    assert (event.uid.value, event.sequence.value, event.status.value) == (
        "event-12@abc.school-bot",
        "0",
        "CONFIRMED",
    )
    assert (event.summary.value, event.location.value) == (LECTURE.title, LECTURE.place)
    assert event.description.value == LECTURE.description
    assert event.url.value == LECTURE.link
    assert event.geo.value == "57.1418;65.5711"
    assert event.dtstamp.value == MADE
    assert (moment(event.dtstart.value), moment(event.dtend.value)) == (LECTURE.starts_at, LECTURE.ends_at)
    assert event.dtstart.value.utcoffset() == timedelta(hours=5)
    assert event.contents["dtstart"][0].params["X-VOBJ-ORIGINAL-TZID"] == [TYUMEN]


def test_a_phone_takes_the_change_for_the_same_event() -> None:
    phone = Phone()
    phone.open(written(LECTURE))
    later = replace(LECTURE, sequence=1, starts_at=LECTURE.starts_at + timedelta(minutes=20))
    phone.open(written(later))
    phone.open(written(LECTURE))
    assert phone.shown() == [("18.11 04:20", LECTURE.title, "CONFIRMED")]
    phone.open(written(replace(later, sequence=2, cancelled=True)))
    assert phone.shown() == [("18.11 04:20", LECTURE.title, "CANCELLED")]


@pytest.mark.parametrize(
    ("day", "hour", "offset"),
    [(28, 9, 1), (29, 1, 1), (29, 3, 2), (29, 9, 2), (30, 9, 2)],
)
def test_the_night_of_the_clock_change_is_read_as_it_is_meant(day: int, hour: int, offset: int) -> None:
    starts = at(BERLIN, 2026, 3, day, hour, 30)
    entry = replace(LECTURE, zone=BERLIN, starts_at=starts, ends_at=starts + timedelta(hours=1))
    [event] = read_calendar(written(entry, zone=BERLIN)).vevent_list
    assert moment(event.dtstart.value) == starts
    assert event.dtstart.value.utcoffset() == timedelta(hours=offset)
    assert (event.dtstart.value.hour, event.dtstart.value.minute) == (hour, 30)


def test_the_change_of_clocks_is_told_by_the_clock_before_it() -> None:
    spring, autumn = changes(BERLIN, date(2026, 1, 1), date(2026, 12, 31))[1:]
    assert spring.moment == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert autumn.moment == datetime(2026, 10, 25, 1, 0, tzinfo=UTC)
    text = written(
        replace(LECTURE, zone=BERLIN, starts_at=spring.moment, ends_at=spring.moment + timedelta(hours=1)),
        zone=BERLIN,
    ).decode()
    assert "BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\n" in text
    assert "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\n" in text


def test_two_venues_bring_their_two_zones() -> None:
    starts = at(BERLIN, 2026, 3, 28, 9, 0)
    abroad = replace(LECTURE, uid="other", zone=BERLIN, starts_at=starts, ends_at=starts + timedelta(hours=1))
    calendar = read_calendar(written(LECTURE, abroad))
    assert [zone.tzid.value for zone in calendar.vtimezone_list] == [TYUMEN, BERLIN]


long_text = st.text(max_size=300)


@given(long_text, long_text, long_text)
def test_any_text_is_folded_at_75_octets_and_read_back(title: str, place: str, about: str) -> None:
    content = written(replace(LECTURE, title=title, place=place, description=about))
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\r" not in b"".join(lines) and b"\n" not in b"".join(lines)
    event = icalendar.Calendar.from_ical(content).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == legible(title)
    assert str(event.get("LOCATION", "")) == legible(place)
    assert str(event.get("DESCRIPTION", "")) == legible(about)


@pytest.mark.parametrize(
    "link",
    [
        "в Зуме",
        "https://example.org/a\r\nATTACH:https://example.org/b",
        "javascript:alert(1)",
        "https://example.org/комната",
        "",
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(link: str) -> None:
    content = written(replace(LECTURE, link=link))
    assert b"ATTACH" not in content.replace(b"\r\n ", b"")
    [event] = read_calendar(content).vevent_list
    assert ("url" in event.contents) == (link == "https://example.org/комната")


def test_no_line_can_be_smuggled_in_by_a_title() -> None:
    evil = "Лекция\r\nEND:VEVENT\rBEGIN:VEVENT\nUID:other\x0bX\x00"
    entry = replace(LECTURE, title=evil, place=evil, description=evil, category=evil)
    [event] = read_calendar(calendar_file(evil, TYUMEN, [entry], MADE)).vevent_list
    assert event.uid.value == LECTURE.uid


@given(st.dates(date(2024, 1, 1), date(2027, 1, 1)))
def test_the_changes_tell_the_clock_of_every_day(day: date) -> None:
    noon = datetime.combine(day, time(12), UTC)
    told = changes(BERLIN, date(2023, 1, 1), date(2028, 1, 1))
    last = max((change for change in told if change.moment <= noon), key=lambda change: change.moment)
    assert last.after == local(noon, BERLIN).utcoffset()
