"""Screens of `/delay`: what would move to when, from which event on, and what it runs into."""

from collections.abc import Sequence
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.programme.model import Stream
from bot.publishing.delay_actions import Proposal
from bot.publishing.delaying import BOUND, FIXED, Clash, Shift, later
from bot.schedule.model import Event
from bot.ui.callbacks import Id
from bot.ui.dates import clock, day_words, hours, zone_mark
from bot.ui.paging import LABEL, lines, paragraphs, shortened
from bot.ui.publishing import counts_lines
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Markup, Texts

SHOWN, WARNED, OFFERED = 18, 4, 40
"""Lines of events, lines of warnings, and buttons of events on one screen."""
TITLE = 50
QUICK = (10, 15, 20, 30)

Minutes = Annotated[int, Field(ge=-BOUND, le=BOUND)]


class DelayButton(CallbackData, prefix="dl1"):
    """Propose a shift, or with `sure` do it; the rest is what was chosen and shown."""

    stream_id: Id
    minutes: Minutes
    first: Id = 0
    stay: bool = False
    edition_id: Id = 0
    sure: bool = False


class FirstButton(CallbackData, prefix="df1"):
    """Choose from which event on."""

    stream_id: Id
    minutes: Minutes
    stay: bool = False


def streams_screen(texts: Texts, streams: Sequence[Stream], minutes: int) -> Screen:
    """Ask which stream is late."""
    rows: Rows = [
        [button(stream_label(texts, stream), DelayButton(stream_id=stream.id, minutes=minutes))]
        for stream in streams
    ]
    return Screen(texts("delay-streams"), rows)


def usage_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Say how to ask for a shift; where one stream is meant, offer the usual ones."""
    rows: Rows = []
    if len(streams) == 1:
        rows = [
            [
                button(
                    texts.plain("delay-button-minutes", minutes=str(minutes)),
                    DelayButton(stream_id=streams[0].id, minutes=minutes),
                )
                for minutes in QUICK
            ]
        ]
    return Screen(texts("delay-usage", bound=str(BOUND)), rows)


def proposal_screen(texts: Texts, proposal: Proposal) -> Screen:
    """Show what would move to when, whom that concerns, and what it runs into."""
    shift = proposal.shift
    moved = {event.id for event in shift.moved}
    listed = [_line(texts, event, shift.minutes, event.id in moved) for event in shift.events[:SHOWN]]
    left = len(shift.events) - len(listed)
    head = lines(
        texts("delay-anew") if proposal.anew else "",
        texts("delay-title", minutes=signed(shift.minutes), stream=stream_name(texts, proposal.stream)),
        _day(texts, shift),
    )
    return Screen(
        paragraphs(
            head,
            lines(*listed, texts("delay-more", count=left) if left else ""),
            _warnings(texts, shift),
            lines(texts("delay-count", count=len(shift.moved)), counts_lines(texts, proposal.counts)),
        ),
        _rows(texts, proposal),
    )


def first_screen(texts: Texts, stream: Stream, events: Sequence[Event], minutes: int, stay: bool) -> Screen:
    """Offer the events that have not begun."""
    rows: Rows = []
    for event in events[:OFFERED]:
        label = f"{clock(event.starts_at, event.zone)} {event.title}"
        chosen = DelayButton(stream_id=stream.id, minutes=minutes, first=event.id, stay=stay)
        rows.append([button(shortened(label, LABEL), chosen)])
    return Screen(texts("delay-first"), rows)


def signed(minutes: int) -> str:
    """Write minutes with their sign: «+20», «−10»."""
    return f"+{minutes}" if minutes > 0 else f"−{-minutes}"


def _rows(texts: Texts, proposal: Proposal) -> Rows:
    shift, stream_id = proposal.shift, proposal.stream.id
    first = shift.events[0].id
    chosen = DelayButton(
        stream_id=stream_id,
        minutes=shift.minutes,
        first=first,
        stay=proposal.stay,
        edition_id=proposal.edition_id,
        sure=True,
    )
    rows: Rows = [[button(texts.plain("delay-button-sure", minutes=signed(shift.minutes)), chosen)]]
    if shift.fixed:
        label = "delay-button-move-fixed" if proposal.stay else "delay-button-leave-fixed"
        other = chosen.model_copy(update={"stay": not proposal.stay, "sure": False})
        rows.append([button(texts.plain(label), other)])
    if len(shift.events) > 1:
        other_first = FirstButton(stream_id=stream_id, minutes=shift.minutes, stay=proposal.stay)
        rows.append([button(texts.plain("delay-button-first"), other_first)])
    return rows


def _day(texts: Texts, shift: Shift) -> Markup:
    event = shift.events[0]
    day = day_words(texts, event.day)
    return texts("delay-day", day=day, zone=zone_mark(texts, event.zone, event.starts_at))


def _line(texts: Texts, event: Event, minutes: int, moves: bool) -> Markup:
    title = shortened(event.title, TITLE)
    was = hours(event.starts_at, event.ends_at, event.zone)
    if not moves:
        return texts("delay-line-stays", hours=was, title=title)
    new = later(event, minutes)
    key = "delay-line-fixed" if event.kind in FIXED else "delay-line"
    return texts(key, old=was, new=hours(new.starts_at, new.ends_at, new.zone), title=title)


def _warnings(texts: Texts, shift: Shift) -> Markup:
    said = [
        texts("delay-past-midnight", title=shortened(event.title, TITLE)) for event in shift.past_midnight
    ]
    said += [_clash(texts, clash) for clash in shift.clashes]
    return lines(
        *said[:WARNED], texts("delay-warnings-more", count=len(said) - WARNED) if len(said) > WARNED else ""
    )


def _clash(texts: Texts, clash: Clash) -> Markup:
    return texts(
        "delay-clash",
        title=shortened(clash.shifted.title, TITLE),
        other=shortened(clash.other.title, TITLE),
        hours=hours(clash.other.starts_at, clash.other.ends_at, clash.other.zone),
    )
