"""Screens of meetings: choose a time, the draft, a meeting, what became of it, all of them."""

from datetime import UTC, datetime, timedelta

from bot.mentoring.life_actions import LifeView
from bot.mentoring.meeting_view_actions import MeetingView
from bot.mentoring.meetings import LENGTHS, Meeting, MeetingState
from bot.mentoring.mentorships import Side
from bot.mentoring.standing_actions import Standing
from bot.shared.zones import zone_named
from bot.ui.dates import lasting
from bot.ui.mentoring.life_buttons import (
    ArrangeButton,
    CancelMeetingButton,
    HeldButton,
    LengthButton,
    LifeButton,
    MeetingButton,
    MeetingsButton,
    MoveButton,
    PlaceButton,
    ResultButton,
    SlotButton,
    WhenButton,
    WriteButton,
)
from bot.ui.mentoring.meeting_times import stamp_of
from bot.ui.mentoring.meeting_words import (
    clash_lines,
    moment_words,
    slot_words,
    state_line,
    their_clock,
    where_line,
)
from bot.ui.mentoring.teams import other_name
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

LISTED, RESULT = 6, 1000
"""Meetings on one screen; characters of a result."""


def meeting_screen(texts: Texts, view: MeetingView) -> Screen:
    """Show a meeting, or the draft of one, with what may be done about it now."""
    found, me = view.meeting, view.me
    if found.state is MeetingState.DRAFT:
        return _draft(texts, view)
    head = texts("meetings-head", other=other_name(texts, me.one, me.side))
    result = ""
    if found.result and me.side is Side.MENTOR:
        result = texts("meetings-result", result=found.result[:RESULT])
    head = lines(state_line(texts, found, view.now), head)
    text = paragraphs(head, _facts(texts, view), result, _after(texts, view))
    return Screen(text, [*_acts(texts, view), *_ways(texts, me), *home_row(texts)])


def move_screen(texts: Texts, view: MeetingView) -> Screen:
    """Ask whether to move: from when to when, and what else is then."""
    me, found, at = view.me, view.meeting, view.at or view.meeting.starts_at
    was = slot_words(texts, found, me.zone, view.now)
    now_at = slot_words(texts, found, me.zone, view.now, at)
    body = lines(
        texts("meetings-move", other=other_name(texts, me.one, me.side)),
        texts("meetings-was", when=was),
        texts("meetings-will", when=now_at),
        their_clock(texts, me.one, me.side, me.zone, at),
    )
    rows = [
        [
            button(
                texts.plain("meetings-button-move-sure"), MoveButton(meeting_id=found.id, stamp=stamp_of(at))
            )
        ],
        [button(texts.plain("meetings-button-keep"), MeetingButton(meeting_id=found.id))],
    ]
    return Screen(paragraphs(body, lines(*clash_lines(texts, view.clashes, me.side, me.zone))), rows)


def cancel_screen(texts: Texts, view: MeetingView) -> Screen:
    """Ask whether to cancel."""
    found, me = view.meeting, view.me
    head = texts("meetings-cancel", other=other_name(texts, me.one, me.side))
    when = texts("meetings-when-line", when=slot_words(texts, found, me.zone, view.now))
    rows = [
        [
            button(
                texts.plain("meetings-button-cancel-sure"),
                CancelMeetingButton(meeting_id=found.id, sure=True),
            )
        ],
        [button(texts.plain("meetings-button-keep"), MeetingButton(meeting_id=found.id))],
    ]
    return Screen(lines(head, when), rows)


def gone_screen(texts: Texts, me: Standing) -> Screen:
    """Say that a draft was forgotten."""
    return Screen(texts("meetings-forgotten"), [*_ways(texts, me), *home_row(texts)])


def result_screen(texts: Texts, view: MeetingView) -> Screen:
    """Ask for the result in two lines."""
    skip = [[button(texts.plain("meetings-button-no-result"), MeetingButton(meeting_id=view.meeting.id))]]
    head = texts("meetings-ask-result", other=other_name(texts, view.me.one, view.me.side))
    return Screen(paragraphs(head, texts("meetings-ask-result-hint")), skip)


def place_screen(texts: Texts, view: MeetingView) -> Screen:
    """Ask for a place or a link."""
    back = [[button(texts.plain("meetings-button-back"), MeetingButton(meeting_id=view.meeting.id))]]
    return Screen(texts("meetings-ask-place"), back)


def list_screen(texts: Texts, view: LifeView, number: int) -> Screen:
    """List the meetings of a mentorship, the newest first; results are the mentor's own."""
    me = view.me
    ordered = list(reversed(view.life.meetings))
    page = page_of(ordered, number, LISTED)
    numbered = list(enumerate(page.items, start=page.first + 1))
    listed = [_line(texts, place, one, me, view.now) for place, one in numbered]
    cells = [button(str(place), MeetingButton(meeting_id=one.id)) for place, one in numbered]
    before = MeetingsButton(mentorship_id=me.one.id, page=max(0, page.number - 1))
    after = MeetingsButton(mentorship_id=me.one.id, page=page.number + 1)
    rows: Rows = [*([cells] if cells else []), *page_rows(texts, page, before, after)]
    head = texts("meetings-title", other=other_name(texts, me.one, me.side), count=len(ordered))
    return Screen(paragraphs(head, *listed), [*rows, *_ways(texts, me), *home_row(texts)])


def _draft(texts: Texts, view: MeetingView) -> Screen:
    found, me = view.meeting, view.me
    head = texts("meetings-draft", other=other_name(texts, me.one, me.side))
    rows: Rows = [
        [button(texts.plain("meetings-button-arrange"), ArrangeButton(meeting_id=found.id))],
        *_lengths(texts, found),
        [button(texts.plain("meetings-button-place"), PlaceButton(meeting_id=found.id))],
        [
            button(texts.plain("meetings-button-other-time"), WhenButton(mentorship_id=me.one.id)),
            button(texts.plain("meetings-button-forget"), CancelMeetingButton(meeting_id=found.id)),
        ],
    ]
    hint = "" if found.where else texts("meetings-draft-place")
    return Screen(paragraphs(head, _facts(texts, view), hint), rows)


def _facts(texts: Texts, view: MeetingView) -> Markup:
    found, me = view.meeting, view.me
    return lines(
        texts("meetings-when-line", when=slot_words(texts, found, me.zone, view.now)),
        their_clock(texts, me.one, me.side, me.zone, found.starts_at),
        where_line(texts, found),
        *clash_lines(texts, view.clashes, me.side, me.zone),
    )


def _after(texts: Texts, view: MeetingView) -> Markup | str:
    """Say of a meeting that took place when the next one is."""
    ahead = view.life.ahead(view.now)
    if view.meeting.state is not MeetingState.HELD or ahead is None:
        return ""
    return texts("meetings-next", when=slot_words(texts, ahead, view.me.zone, view.now))


def _acts(texts: Texts, view: MeetingView) -> Rows:
    found, me = view.meeting, view.me
    rows: Rows = []
    number = found.id
    if me.one.runs and found.open(view.now):
        move = WhenButton(mentorship_id=me.one.id, meeting_id=number)
        rows += [
            [button(texts.plain("meetings-button-place"), PlaceButton(meeting_id=number))],
            *_lengths(texts, found),
            [
                button(texts.plain("meetings-button-move"), move),
                button(texts.plain("meetings-button-cancel"), CancelMeetingButton(meeting_id=number)),
            ],
        ]
    started = found.starts_at <= view.now and found.state is not MeetingState.CANCELLED
    if started and me.side is Side.MENTOR:
        rows += log_rows(texts, found)
    if me.one.runs and found.state is MeetingState.HELD and view.life.ahead(view.now) is None:
        rows += _again(texts, view)
    return rows


def log_rows(texts: Texts, found: Meeting) -> Rows:
    """Return what the mentor says about a meeting that has begun."""
    yes, no = (HeldButton(meeting_id=found.id, held=held) for held in (True, False))
    match found.state:
        case MeetingState.HELD:
            key = "meetings-button-result-other" if found.result else "meetings-button-result"
            return [
                [button(texts.plain(key), ResultButton(meeting_id=found.id))],
                [button(texts.plain("meetings-button-missed"), no)],
            ]
        case MeetingState.MISSED:
            return [[button(texts.plain("meetings-button-held"), yes)]]
        case _:
            held, missed = (texts.plain(f"meetings-button-{key}") for key in ("held", "missed"))
            return [[button(held, yes), button(missed, no)]]


def _again(texts: Texts, view: MeetingView) -> Rows:
    """Offer the same time a week and two weeks after a meeting, and any other."""
    me = view.me
    rows: Rows = []
    for weeks in (1, 2):
        at = _same_clock_later(view.meeting.starts_at, me.zone, weeks)
        if at > view.now:
            label = texts.plain("meetings-button-again", when=moment_words(texts, at, me.zone, view.now))
            slot = SlotButton(mentorship_id=me.one.id, meeting_id=0, stamp=stamp_of(at))
            rows.append([button(label, slot)])
    rows.append([button(texts.plain("meetings-button-new"), WhenButton(mentorship_id=me.one.id))])
    return rows


def _same_clock_later(at: datetime, zone: str, weeks: int) -> datetime:
    shown = at.astimezone(zone_named(zone))
    later = datetime.combine(shown.date() + timedelta(weeks=weeks), shown.time(), zone_named(zone))
    return later.astimezone(UTC)


def _lengths(texts: Texts, found: Meeting) -> Rows:
    cells = []
    for minutes in LENGTHS:
        label = lasting(texts, timedelta(minutes=minutes))
        ticked = texts.plain("meetings-chosen", label=label) if minutes == found.minutes else label
        cells.append(button(ticked, LengthButton(meeting_id=found.id, minutes=minutes)))
    return [cells[:3], cells[3:]]


def _line(texts: Texts, place: int, one: Meeting, me: Standing, now: datetime) -> Markup:
    result = ""
    if me.side is Side.MENTOR and one.result:
        result = texts("meetings-line-result", result=shortened(one.result, 200))
    when = slot_words(texts, one, me.zone, now)
    said = texts("meetings-line", number=str(place), when=when, state=state_line(texts, one, now))
    return lines(said, result)


def _ways(texts: Texts, me: Standing) -> Rows:
    rows: Rows = []
    if me.one.runs:
        label = texts.plain(f"letters-button-{me.side.other}")
        rows.append([button(label, WriteButton(mentorship_id=me.one.id))])
    label = texts.plain("teams-button-card", other=other_name(texts, me.one, me.side))
    return [*rows, [button(shortened(label, LABEL), LifeButton(mentorship_id=me.one.id))]]
