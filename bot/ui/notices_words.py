"""How notices are named in lists: their occasion, their moment, what became of them and why."""

from collections.abc import Iterable
from datetime import datetime

from bot.notices.listing import Counts, Fate, Occasion, Tally
from bot.notices.model import State
from bot.schedule.notice_views import Scene
from bot.schedule.subjects import event_number
from bot.shared.zones import day_in
from bot.support.notices import question_number
from bot.ui.dates import clock, day_words, days_name, hours, zone_mark
from bot.ui.paging import shortened
from bot.ui.texts import Markup, Texts

TITLE, REASON = 80, 50
"""Characters of an event's title and of a reason where they stand in a list."""

REASONS = 3
"""Reasons named in one line; the rest are counted."""

KNOWN_REASONS = frozenset(
    {
        *("late", "night", "muted", "unreachable", "not-entered", "no-consent", "left", "nothing", "changed"),
        *("answered", "elsewhere", "not-needed"),
        *("network", "server", "told-to-wait", "the-chat-moved", "unknown-fate"),
        *("message-gone", "cancelled", "replied"),
    }
)
"""The engine's words for why, a dash for each space; a fault of ours is told in its own words."""


def about(texts: Texts, scene: Scene, kind: str, subject: str) -> str:
    """Name an occasion: «Напоминание: Лекция», «План дня: вт, 18 ноября»."""
    named = texts.plain(f"notices-kind-{kind}")
    what = _thing(texts, scene, subject)
    return texts.plain("notices-list-about", kind=named, what=what) if what else named


def moment(texts: Texts, at: datetime, zone: str, now: datetime) -> str:
    """Write when something is due or was settled: «сегодня, 20:00», «вт, 18 ноября, 08:50»."""
    day, today = day_in(at, zone), day_in(now, zone)
    named = days_name(texts, day, today) or day_words(texts, day, today)
    return texts.plain("notices-list-moment", day=named, time=clock(at, zone))


def when(texts: Texts, scene: Scene, one: Occasion) -> str:
    """Write when an occasion's notices are due or were settled, in the venue's zone, which is named."""
    zone = scene.zone_of(one.subject)
    first, last = (moment(texts, at, zone, scene.now) for at in (one.first_at, one.last_at))
    if first != last and day_in(one.first_at, zone) == day_in(one.last_at, zone):
        first, last = f"{first}–{clock(one.last_at, zone)}", ""
    span = first if last in {"", first} else f"{first} – {last}"
    return texts.plain("notices-list-when", span=span, zone=zone_mark(texts, zone, one.first_at))


def event_hours(texts: Texts, scene: Scene, subject: str) -> Markup | str:
    """Say when the event itself is that notices are about; empty where they are about none."""
    event = scene.event_of(subject)
    if event is None:
        return ""
    day = day_words(texts, event.day, day_in(scene.now, event.zone))
    span = hours(event.starts_at, event.ends_at, event.zone)
    return texts(
        "notices-list-event-hours", day=day, hours=span, zone=zone_mark(texts, event.zone, event.starts_at)
    )


def state_words(texts: Texts, state: State, reason: str, repeats: int = 0) -> str:
    """Say what became of a notice, and why."""
    why = reason_words(texts, state, reason)
    match state:
        case State.SENT:
            return texts.plain("notices-state-repeated" if repeats else "notices-state-sent")
        case State.CLAIMED:
            return texts.plain("notices-state-claimed")
        case State.HELD:
            return texts.plain("notices-state-held")
        case State.QUEUED:
            return (
                texts.plain("notices-state-waits", reason=why) if why else texts.plain("notices-state-queued")
            )
        case State.CANCELLED:
            return texts.plain("notices-state-cancelled", reason=why)
        case _:
            return texts.plain("notices-state-unsent", reason=why)


def reason_words(texts: Texts, state: State, reason: str) -> str:
    """Say why in words; empty where there is no reason."""
    if state is State.FAILED:
        return texts.plain("notices-reason-fault", words=shortened(reason, REASON))
    word = reason.replace(" ", "-")
    return texts.plain(f"notices-reason-{word}") if word in KNOWN_REASONS else shortened(reason, REASON)


def reasons(texts: Texts, tallies: Iterable[Tally], fate: Fate) -> str:
    """Count the reasons of one fate: «бот заблокирован – 2, поздно – 1»; empty where there are none."""
    counted: dict[str, int] = {}
    for tally in tallies:
        if tally.fate is fate and (why := reason_words(texts, tally.state, tally.reason)):
            counted[why] = counted.get(why, 0) + tally.count
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    named = [
        texts.plain("notices-list-reason", reason=why, count=number) for why, number in ordered[:REASONS]
    ]
    rest = sum(number for _why, number in ordered[REASONS:])
    return ", ".join([*named, texts.plain("notices-list-reasons-more", count=rest)] if rest else named)


def counts_line(texts: Texts, counts: Counts) -> Markup:
    """Say how many were sent, wait, were not sent; those taken out of the plan where there are any."""
    said = texts("notices-list-counts", sent=counts.sent, waiting=counts.waiting, unsent=counts.unsent)
    if not counts.cancelled:
        return said
    return Markup(f"{said}{texts('notices-list-counts-cancelled', count=counts.cancelled)}")


def reasons_line(texts: Texts, named: str) -> Markup | str:
    """Say why some were not sent; empty where there is no reason to name."""
    return texts("notices-list-reasons", reasons=named) if named else ""


def repeats_line(texts: Texts, counts: Counts) -> Markup | str:
    """Say how many may have come twice; empty where none may."""
    return texts("notices-list-repeats", count=counts.repeats) if counts.repeats else ""


def _thing(texts: Texts, scene: Scene, subject: str) -> str:
    if event_number(subject) is not None:
        event = scene.event_of(subject)
        if event is None:
            return texts.plain("notices-list-event-gone")
        title = shortened(event.title, TITLE)
        return texts.plain("notices-list-event-cancelled", title=title) if event.cancelled else title
    question = question_number(subject)
    if question is not None:
        return texts.plain("notices-list-question", number=str(question))
    if subject in scene.names:
        return shortened(scene.names[subject], TITLE)
    if subject.startswith("day:"):
        return day_words(texts, datetime.fromisoformat(subject.removeprefix("day:")).date())
    return ""
