"""How the notices about meetings are worded, each by its reader's own clock."""

from collections.abc import Sequence
from datetime import datetime

from bot.mentoring.meeting_notices import MEETING_LOG, MEETING_NEWS, MEETING_REMINDER, What
from bot.mentoring.meeting_plan_actions import MeetingFacts, told
from bot.notices.model import Notice
from bot.shared.zones import day_in
from bot.ui.dates import capital, clock, day_words, days_name, lasting
from bot.ui.mentoring.life_buttons import MeetingButton, WriteButton
from bot.ui.mentoring.meeting_words import slot_words, their_clock, where_line
from bot.ui.mentoring.meetings import log_rows
from bot.ui.mentoring.teams import other_name
from bot.ui.notices.letter import Facts, Letter, Presenter
from bot.ui.paging import lines
from bot.ui.screens import Rows, button
from bot.ui.texts import Markup, Texts
from db.engine import Tx


async def read(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the meetings as they are now."""
    return await told(tx, now, notices)


def write_news(texts: Texts, facts: MeetingFacts, now: datetime) -> Letter:
    """Tell what became of a meeting, and when it is now."""
    what = facts.what or What.CHANGED
    head = texts(f"meetings-news-{what}", other=other_name(texts, facts.one, facts.side))
    was = ""
    if facts.was is not None and what is What.MOVED:
        old = slot_words(texts, facts.meeting, facts.zone, now, facts.was)
        was = texts("meetings-was", when=old)
    if what is What.CANCELLED:
        when = texts("meetings-when-line", when=slot_words(texts, facts.meeting, facts.zone, now))
        return Letter(lines(head, when), _write_row(texts, facts))
    return Letter(lines(head, was, _body(texts, facts, now)), _rows(texts, facts))


def write_reminder(texts: Texts, facts: MeetingFacts, now: datetime) -> Letter:
    """Remind of a meeting: how soon, with whom, where."""
    return Letter(lines(_soon(texts, facts, now), _body(texts, facts, now)), _rows(texts, facts))


def write_question(texts: Texts, facts: MeetingFacts, now: datetime) -> Letter:
    """Ask the mentor whether a meeting took place."""
    head = texts("meetings-asked", other=other_name(texts, facts.one, facts.side))
    when = texts("meetings-when-line", when=slot_words(texts, facts.meeting, facts.zone, now))
    return Letter(lines(head, when), log_rows(texts, facts.meeting))


def _soon(texts: Texts, facts: MeetingFacts, now: datetime) -> Markup:
    other, begins = other_name(texts, facts.one, facts.side), facts.meeting.starts_at
    today, day = day_in(now, facts.zone), day_in(begins, facts.zone)
    if begins <= now:
        return texts("meetings-runs", other=other)
    if day > today:
        named = capital(days_name(texts, day, today) or day_words(texts, day, today))
        return texts("meetings-ahead", day=named, time=clock(begins, facts.zone), other=other)
    return texts("meetings-soon", left=lasting(texts, begins - now), other=other)


def _body(texts: Texts, facts: MeetingFacts, now: datetime) -> Markup:
    found = facts.meeting
    return lines(
        texts("meetings-when-line", when=slot_words(texts, found, facts.zone, now)),
        their_clock(texts, facts.one, facts.side, facts.zone, found.starts_at),
        where_line(texts, found),
    )


def _rows(texts: Texts, facts: MeetingFacts) -> Rows:
    opens = button(texts.plain("meetings-button-open"), MeetingButton(meeting_id=facts.meeting.id))
    return [[opens], *_write_row(texts, facts)]


def _write_row(texts: Texts, facts: MeetingFacts) -> Rows:
    label = texts.plain(f"letters-button-{facts.side.other}")
    return [[button(label, WriteButton(mentorship_id=facts.one.id))]]


PRESENTERS = {
    MEETING_NEWS.name: Presenter(read, write_news),
    MEETING_REMINDER.name: Presenter(read, write_reminder),
    MEETING_LOG.name: Presenter(read, write_question),
}
