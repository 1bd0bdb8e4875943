"""The notice of a changed programme: each own change, old → new, in the order of time."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.notices.model import Notice
from bot.publishing.affected import Change, EventChange, Kind, ModuleChange
from bot.publishing.model import BusFacts, EventFacts
from bot.publishing.notice_actions import Asked, Telling, read_tellings
from bot.publishing.notices import PROGRAMME_CHANGED
from bot.schedule.model import Event, Module
from bot.schedule.pictures.painter import Painter
from bot.ui.dates import day_words, hours, period, short_day, zone_mark
from bot.ui.notices.letter import Facts, Lapse, Later, Letter, Presenter
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.schedule.buttons import day_button
from bot.ui.schedule.files import renewed_files
from bot.ui.screens import Rows, button
from bot.ui.streams import stream_name
from bot.ui.texts import Markup, Texts
from db.engine import Tx

log = logging.getLogger(__name__)

NOTHING = Lapse("nothing")
ROOM = 3000
"""Characters of changes in one message; what is left out is counted."""
TITLE, VALUE = 120, 80
DAYS = 3
"""Buttons to days under one notice."""


@dataclass(frozen=True, slots=True)
class News:
    """What one notice tells, and the person's own files that it makes out of date, to be made anew."""

    telling: Telling
    files: tuple[Later, ...] = ()


def presenters(painter: Painter) -> dict[str, Presenter]:
    """Return how this room's kinds are written; the painter draws pictures anew."""

    async def read(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
        """Read what each notice tells at this moment, or why there is nothing to tell."""
        known = [(notice, asked) for notice in notices if (asked := _asked(notice)) is not None]
        tellings = await read_tellings(tx, now, [asked for _, asked in known])
        facts: dict[int, News | Lapse] = {notice.id: NOTHING for notice in notices}
        for (notice, asked), telling in zip(known, tellings, strict=True):
            if telling is not None:
                facts[notice.id] = News(telling, await _files(tx, now, painter, asked, telling))
        return facts

    return {PROGRAMME_CHANGED.name: Presenter(read, write)}


def _asked(notice: Notice) -> Asked | None:
    if notice.stream_id is None or notice.person_id is None:
        return None
    since, edition = int(notice.params["since"]), int(notice.params["edition"])
    return Asked(notice.stream_id, notice.person_id, since, edition)


async def _files(
    tx: Tx, now: datetime, painter: Painter, asked: Asked, telling: Telling
) -> tuple[Later, ...]:
    """Return the person's own files that hold a changed day; without them the notice goes all the same."""
    days = {event.day for change in telling.changes for event in change.versions}
    try:
        return await renewed_files(tx, now, painter, asked.person_id, asked.stream_id, days)
    except Exception:
        log.exception("the files that go with a changed programme cannot be made")
        return ()


def write(texts: Texts, news: News, _now: datetime) -> Letter:
    """Write the changes with buttons to their days."""
    telling = news.telling
    blocks: list[Markup] = []
    room = ROOM
    for change in telling.changes:
        block = lines(*_lines(texts, change))
        room -= len(block)
        if room < 0 and blocks:
            break
        blocks.append(block)
    left = len(telling.changes) - len(blocks)
    head = lines(
        texts("publishing-notice-title", count=len(telling.changes)),
        texts("publishing-notice-stream", stream=stream_name(texts, telling.stream))
        if telling.several
        else "",
    )
    rest = texts("publishing-notice-more", count=left) if left else ""
    return Letter(paragraphs(head, *blocks, rest), _day_rows(texts, telling), news.files)


def _day_rows(texts: Texts, telling: Telling) -> Rows:
    days = [
        change.event.day if isinstance(change, EventChange) else change.ahead[0].day
        for change in telling.changes
    ]
    shown = sorted(set(days))[:DAYS]
    if len(shown) == 1:
        label = texts.plain("publishing-notice-day")
        return [[button(label, day_button(telling.stream.id, shown[0], everything=False))]]
    return [
        [button(short_day(texts, day), day_button(telling.stream.id, day, everything=False)) for day in shown]
    ]


def _lines(texts: Texts, change: Change) -> Iterator[Markup | str]:
    if isinstance(change, ModuleChange):
        yield from _module_lines(texts, change)
        return
    event, kinds = change.event, change.kinds
    yield texts("publishing-change-title", title=shortened(event.title, TITLE))
    if change.old is None or change.new is None or kinds[0] in _WHOLE:
        place = shortened(event.room, VALUE) if kinds[0] in {Kind.NEW, Kind.RESTORED} else ""
        when = ", ".join(part for part in (_when(texts, event), place) if part)
        yield texts(f"publishing-change-{kinds[0].value}", when=when)
        return
    if Kind.MOVED in kinds:
        was, now = _spans(texts, change.old.event, change.new.event)
        yield texts("publishing-change-moved", old=was, new=now)
    else:
        yield texts("publishing-change-when", when=_when(texts, event))
    yield from _aspects(texts, change.old, change.new, kinds)


_WHOLE = frozenset({Kind.NEW, Kind.REMOVED, Kind.CANCELLED, Kind.RESTORED})


def _aspects(texts: Texts, old: EventFacts, new: EventFacts, kinds: Sequence[Kind]) -> Iterator[Markup]:
    pairs = {
        Kind.TITLE: (old.event.title, new.event.title),
        Kind.ROOM: (old.event.room, new.event.room),
        Kind.SPEAKER: (old.event.speaker, new.event.speaker),
        Kind.ONLINE: (old.event.online, new.event.online),
    }
    for kind, (was, now) in pairs.items():
        if kind in kinds:
            yield _pair(texts, texts.plain(f"publishing-label-{kind.value}"), was, now)
    if Kind.EXCURSION in kinds:
        for label in ("meeting_point", "contact", "bring"):
            was, now = (str(getattr(one.gathering, label, "")) for one in (old, new))
            if was != now:
                yield _pair(texts, texts.plain(f"publishing-label-{label.replace('_', '-')}"), was, now)
    if Kind.BUS in kinds:
        before, after = ({bus.id: bus for bus in one.buses} for one in (old, new))
        for ident in {**before, **after}:
            was, now = (_bus(buses.get(ident)) for buses in (before, after))
            if was != now:
                yield _pair(texts, texts.plain("publishing-label-bus"), was, now)


def _module_lines(texts: Texts, change: ModuleChange) -> Iterator[Markup]:
    old, new = change.old, change.new
    yield texts("publishing-change-module", title=shortened(new.module.title, TITLE))
    pairs = (
        ("title", old.module.title, new.module.title),
        (
            "days",
            period(texts, old.module.starts_on, old.module.ends_on),
            period(texts, new.module.starts_on, new.module.ends_on),
        ),
        ("venue", _venue(old.module), _venue(new.module)),
        ("address", old.address, new.address),
        ("way", old.way, new.way),
        ("bring", old.bring, new.bring),
    )
    differing = [pair for pair in pairs if pair[1] != pair[2]]
    for label, was, now in differing:
        yield _pair(texts, texts.plain(f"publishing-label-{label}"), was, now)
    if not differing:
        yield texts("publishing-change-point")


def _pair(texts: Texts, label: str, was: str, now: str) -> Markup:
    if not now:
        return texts("publishing-pair-gone", label=label, old=shortened(was, VALUE))
    if not was:
        return texts("publishing-pair-new", label=label, new=shortened(now, VALUE))
    return texts("publishing-pair", label=label, old=shortened(was, VALUE), new=shortened(now, VALUE))


def _venue(module: Module) -> str:
    return ", ".join(part for part in (module.venue_title, module.city) if part)


def _bus(bus: BusFacts | None) -> str:
    if bus is None:
        return ""
    departs = f"{bus.departs:%H:%M}" if bus.departs else ""
    return ", ".join(part for part in (bus.title, departs, bus.meeting_point, bus.plate) if part)


def _when(texts: Texts, event: Event) -> str:
    return texts.plain(
        "publishing-when",
        day=day_words(texts, event.day),
        hours=hours(event.starts_at, event.ends_at, event.zone),
        zone=zone_mark(texts, event.zone, event.starts_at),
    )


def _spans(texts: Texts, old: Event, new: Event) -> tuple[str, str]:
    """Return from when to when; what did not change stands once, with the new time."""
    was = hours(old.starts_at, old.ends_at, old.zone)
    if old.zone != new.zone:
        return _when(texts, old), _when(texts, new)
    if old.day != new.day:
        was = texts.plain("publishing-day-hours", day=day_words(texts, old.day), hours=was)
    return was, _when(texts, new)
