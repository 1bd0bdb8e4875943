"""How one change of the programme is told: what it was, what it is, by the venue's clock."""

from collections.abc import Iterator, Sequence

from bot.publishing.affected import Change, Kind, ModuleChange
from bot.publishing.model import BusFacts, EventFacts
from bot.schedule.model import Event, Module
from bot.ui.dates import capital, day_words, hours, period, zone_mark
from bot.ui.paging import shortened
from bot.ui.texts import Markup, Texts

TITLE, VALUE = 120, 80
"""Characters of a title, and of an old or a new value."""


def change_lines(texts: Texts, change: Change) -> Iterator[Markup | str]:
    """Yield the lines that tell of one change."""
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
        yield _moved(texts, change.old.event, change.new.event)
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


def _moved(texts: Texts, old: Event, new: Event) -> Markup:
    """Say from when to when; a day that stays is said once, before both times."""
    if old.zone != new.zone:
        return texts("publishing-change-moved", old=_when(texts, old), new=_when(texts, new))
    was, now = (hours(event.starts_at, event.ends_at, event.zone) for event in (old, new))
    if old.day == new.day:
        zone = zone_mark(texts, new.zone, new.starts_at)
        day = capital(day_words(texts, new.day))
        return texts("publishing-change-hours", day=day, old=was, new=now, zone=zone)
    was = texts.plain("publishing-day-hours", day=day_words(texts, old.day), hours=was)
    return texts("publishing-change-moved", old=was, new=_when(texts, new))
