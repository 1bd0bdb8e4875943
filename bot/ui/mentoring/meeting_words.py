"""How a meeting is worded: when by whose clock, where, what became of it."""

from datetime import datetime, timedelta

from bot.mentoring.meetings import Clash, Meeting, MeetingState
from bot.mentoring.mentorships import Mentorship, Side
from bot.shared.zones import MOSCOW, day_in, same_clock
from bot.ui.dates import capital, city_of, clock, day_words, days_name, hours, zone_mark
from bot.ui.paging import lines, shortened
from bot.ui.texts import Markup, Texts

TITLE, PLACE = 80, 300


def moment_words(texts: Texts, at: datetime, zone: str, now: datetime) -> str:
    """Write a moment by a clock: «завтра, 15:00 (Омск, МСК+3)»."""
    day, today = day_in(at, zone), day_in(now, zone)
    named = days_name(texts, day, today) or day_words(texts, day, today)
    place = _clock_name(texts, zone, at)
    return texts.plain("meetings-moment", day=named, time=clock(at, zone), zone=place)


def slot_words(texts: Texts, meeting: Meeting, zone: str, now: datetime, at: datetime | None = None) -> str:
    """Write when a meeting is by a clock: «Чт, 20 ноября, 15:00–16:00 (Омск, МСК+3)»."""
    begins = at or meeting.starts_at
    day, today = day_in(begins, zone), day_in(now, zone)
    near = days_name(texts, day, today)
    named = f"{near}, {day_words(texts, day, today)}" if near else day_words(texts, day, today)
    span = hours(begins, begins + timedelta(minutes=meeting.minutes), zone)
    return texts.plain("meetings-slot", day=capital(named), hours=span, zone=_clock_name(texts, zone, begins))


def their_clock(texts: Texts, one: Mentorship, side: Side, zone: str, at: datetime) -> Markup | str:
    """Tell what the other side's clock shows then; empty where it shows the same."""
    other = _zone_of(one, side.other)
    if other is None or same_clock(zone, other, at):
        return ""
    day = "" if day_in(at, other) == day_in(at, zone) else f"{day_words(texts, day_in(at, other))}, "
    shown = f"{day}{clock(at, other)}"
    return texts(f"meetings-clock-{side.other}", time=shown, zone=_clock_name(texts, other, at))


def where_line(texts: Texts, meeting: Meeting) -> Markup:
    """Say where it is, or that nobody has said yet."""
    if not meeting.where:
        return texts("meetings-nowhere")
    return texts("meetings-where", place=shortened(meeting.where, PLACE))


def state_line(texts: Texts, meeting: Meeting, now: datetime) -> Markup:
    """Say what became of a meeting."""
    over = meeting.state is MeetingState.PLANNED and meeting.ends_at <= now
    return texts("meetings-state-over" if over else f"meetings-state-{meeting.state}")


def clash_lines(texts: Texts, clashes: tuple[Clash, ...], side: Side, zone: str) -> list[Markup]:
    """Warn of what else is then."""
    found = []
    for clash in clashes[:3]:
        whose = texts.plain("meetings-clash-own" if clash.own else f"meetings-clash-whose-{side.other}")
        if clash.event is None:
            key = "meetings-clash-team" if clash.team else "meetings-clash-other"
            found.append(
                texts(key, whose=whose, team=shortened(clash.team, TITLE))
                if clash.team
                else texts(key, whose=whose)
            )
            continue
        span = hours(clash.event.starts_at, clash.event.ends_at, zone)
        title = shortened(clash.event.title, TITLE)
        found.append(texts("meetings-clash", whose=whose, title=title, hours=span))
    return found


def next_line(texts: Texts, meeting: Meeting | None, zone: str, now: datetime) -> Markup:
    """Say when the next meeting is, and where; or that there is none."""
    if meeting is None:
        return texts("meetings-none-ahead")
    said = texts("meetings-next", when=slot_words(texts, meeting, zone, now))
    return lines(said, where_line(texts, meeting))


def short_day_of(texts: Texts, meeting: Meeting, zone: str) -> str:
    """Write the day of a meeting for a list."""
    return capital(day_words(texts, day_in(meeting.starts_at, zone)))


def _zone_of(one: Mentorship, side: Side) -> str | None:
    if side is Side.MENTOR:
        return one.mentor.zone or MOSCOW
    return one.zone or next((member.person.zone for member in one.members if member.person.zone), None)


def _clock_name(texts: Texts, zone: str, at: datetime) -> str:
    return texts.plain("meetings-zone", city=city_of(zone, texts.locale), mark=zone_mark(texts, zone, at))
