"""Choosing when to meet: days, the hours of one, and moments as buttons carry them."""

from datetime import UTC, date, datetime, time, timedelta

from aiogram.types import InlineKeyboardButton

from bot.mentoring.standing_actions import Standing
from bot.shared.zones import day_in, zone_named
from bot.ui.dates import capital, city_of, day_words, short_day, zone_mark
from bot.ui.mentoring.life_buttons import DayButton, LifeButton, MeetingButton, SlotButton, WhenButton
from bot.ui.mentoring.teams import other_name
from bot.ui.paging import paragraphs
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

DAYS, PER_ROW, PAGES = 12, 3, 8
"""Days on one screen, in a row, and how many screens of them there are."""

HOURS = range(8, 22)
HOURS_A_ROW = 4

MINUTE = 60


def stamp_of(moment: datetime) -> int:
    """Return a moment as buttons carry it: minutes since 1970."""
    return int(moment.timestamp()) // MINUTE


def moment_of(stamp: int) -> datetime:
    """Return the moment a button carries."""
    return datetime.fromtimestamp(stamp * MINUTE, UTC)


def days_screen(texts: Texts, me: Standing, meeting_id: int, number: int, now: datetime) -> Screen:
    """Offer days, and tell that words work too."""
    first = day_in(now, me.zone) + timedelta(days=min(number, PAGES) * DAYS)
    days = [first + timedelta(days=away) for away in range(DAYS)]
    cells = [button(short_day(texts, day), _day(me, meeting_id, day)) for day in days]
    rows: Rows = [cells[start : start + PER_ROW] for start in range(0, DAYS, PER_ROW)]
    turn = []
    if number > 0:
        turn.append(_turn(texts, "schedule-button-page-back", me, meeting_id, number - 1))
    if number < PAGES:
        turn.append(_turn(texts, "schedule-button-page-on", me, meeting_id, number + 1))
    rows += [turn, _back(texts, me, meeting_id)]
    key = "meetings-when-other" if meeting_id else "meetings-when"
    head = texts(key, other=other_name(texts, me.one, me.side))
    return Screen(paragraphs(head, _clock(texts, me, now), texts("meetings-when-hint")), rows)


def hours_screen(texts: Texts, me: Standing, meeting_id: int, day: date, now: datetime) -> Screen:
    """Offer the hours of a day that are still ahead."""
    zone = zone_named(me.zone)
    moments = [(hour, datetime.combine(day, time(hour), zone).astimezone(UTC)) for hour in HOURS]
    cells = [
        button(
            f"{hour:02}:00",
            SlotButton(mentorship_id=me.one.id, meeting_id=meeting_id, stamp=stamp_of(moment)),
        )
        for hour, moment in moments
        if moment > now
    ]
    rows: Rows = [cells[start : start + HOURS_A_ROW] for start in range(0, len(cells), HOURS_A_ROW)]
    other = WhenButton(mentorship_id=me.one.id, meeting_id=meeting_id)
    rows.append([button(texts.plain("meetings-button-other-day"), other)])
    head = texts("meetings-hour", day=capital(day_words(texts, day)))
    hint = texts("meetings-hour-hint") if cells else texts("meetings-hour-none")
    return Screen(paragraphs(head, _clock(texts, me, now), hint), rows)


def _day(me: Standing, meeting_id: int, day: date) -> DayButton:
    return DayButton(mentorship_id=me.one.id, meeting_id=meeting_id, day=day.toordinal())


def _turn(texts: Texts, key: str, me: Standing, meeting_id: int, page: int) -> InlineKeyboardButton:
    return button(texts.plain(key), WhenButton(mentorship_id=me.one.id, meeting_id=meeting_id, page=page))


def _back(texts: Texts, me: Standing, meeting_id: int) -> list[InlineKeyboardButton]:
    to = MeetingButton(meeting_id=meeting_id) if meeting_id else LifeButton(mentorship_id=me.one.id)
    return [button(texts.plain("meetings-button-back"), to)]


def _clock(texts: Texts, me: Standing, now: datetime) -> Markup:
    city, mark = city_of(me.zone, texts.locale), zone_mark(texts, me.zone, now)
    return texts("meetings-your-clock", zone=texts.plain("meetings-zone", city=city, mark=mark))
