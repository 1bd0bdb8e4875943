"""How a question becomes an answer: by what the timetable, the cards and the excursions already read."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.excursions import actions as excursion_actions
from bot.excursions.model import Excursion
from bot.excursions.views import ExcursionsView
from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.schedule import actions, card_actions
from bot.schedule.lookup import venue_today
from bot.schedule.model import Event, Module
from bot.schedule.own import own_events
from bot.schedule.reading import Desk, sit_down
from bot.schedule.views import DayView, Unpublished
from bot.schedule.wishes import DayWish, understand
from bot.schedule.words import Phrase, Subject
from bot.shared.clock import Clock
from bot.shared.zones import MOSCOW, zone_named
from bot.understanding.happenings import MEANT, meant_events
from bot.understanding.model import Intent, Question
from bot.understanding.parts import of_part
from bot.understanding.views import AnswerView, Found, HappeningsView, OutingsView, SpeakersView
from db.engine import Database
from db.timetable import timetable_of_days

_OF_VENUE = frozenset({Intent.WIFI, Intent.ADDRESS, Intent.WAY, Intent.CONTACTS, Intent.DUTY})
_OF_TRIP = frozenset(
    {Intent.LODGING, Intent.ARRIVAL, Intent.DEPARTURE, Intent.TRIP, Intent.BRING, Intent.GROUP}
)
_OF_DAY = frozenset({Intent.DAY, Intent.BEGINS, Intent.ENDS, Intent.SPEAKERS})


async def answer(db: Database, clock: Clock, visitor: Visitor, question: Question) -> AnswerView:
    """Answer a question about the current stream, its nearest module and the own events of the visitor."""
    return AnswerView(question, await _found(db, clock, visitor, question))


async def _found(  # noqa: PLR0911  (a line for each kind of question)
    db: Database, clock: Clock, visitor: Visitor, question: Question
) -> Found:
    intent = question.intent
    if intent in MEANT:
        return await _happenings(db, clock, visitor, question)
    if intent in _OF_DAY:
        return await _of_day(db, clock, visitor, question)
    if intent in _OF_VENUE:
        return await card_actions.venue(db, clock, visitor)
    if intent in _OF_TRIP:
        return await card_actions.trip(db, clock, visitor)
    match intent:
        case Intent.EXCURSION:
            return await _outings(db, clock, visitor, question)
        case Intent.MODULE:
            return await actions.module(db, clock, visitor)
        case Intent.MODULES:
            return await actions.modules(db, clock, visitor)
        case _:
            return await actions.now(db, clock, visitor)


async def _happenings(
    db: Database, clock: Clock, visitor: Visitor, question: Question
) -> HappeningsView | Unpublished:
    async with sit_down(db, clock, visitor) as desk:
        stream = desk.streams.current
        if stream.published_id is None:
            return Unpublished(desk.reader(stream))
        modules = await desk.modules(stream)
        day, today = _day(question.day, modules, desk.now), venue_today(modules, desk.now, MOSCOW)
        events = meant_events(await _own(desk, stream, stream.published_id, modules, day), question.intent)
        found = HappeningsView(
            reader=desk.reader(stream),
            today=today,
            day=day,
            events=of_part(events, question.part) if question.part else events,
            modules={module.id: module for module in modules},
        )
    return await _with_bus(db, clock, visitor, found) if question.intent is Intent.TRANSFER else found


async def _own(
    desk: Desk, stream: Stream, edition_id: int, modules: tuple[Module, ...], day: date | None
) -> list[Event]:
    """Read the own events of a day, or those of all days that have not ended."""
    today = venue_today(modules, desk.now, MOSCOW)
    first = day or today - timedelta(days=1)
    last = day or max((module.ends_on for module in modules), default=today)
    table = await timetable_of_days(desk.tx, stream.id, edition_id, desk.person_id, first, last)
    own = own_events(table.events, desk.belonging(stream, table.buses))
    return [event for event in own if (event.day == day if day else event.ends_at > desk.now)]


async def _with_bus(db: Database, clock: Clock, visitor: Visitor, found: HappeningsView) -> HappeningsView:
    """Add the excursion whose own bus leaves first, where it leaves before any of the transfers."""
    listed = await excursion_actions.excursions(db, clock, visitor)
    if isinstance(listed, Unpublished):
        return found
    leaving = [
        (moment, one)
        for one in listed.excursions
        if (moment := departure(one)) is not None
        and moment > found.reader.now
        and (found.day is None or one.event.day == found.day)
    ]
    first = min(leaving, key=lambda pair: (pair[0], pair[1].event.id), default=None)
    held = [event for event in found.events if not event.cancelled]
    if first is None or (held and held[0].starts_at <= first[0]):
        return found
    return replace(found, riding=first[1])


def departure(excursion: Excursion) -> datetime | None:
    """Return when the reader's own bus to an excursion leaves; None where nothing is known of it."""
    bus, event = excursion.bus, excursion.event
    if bus is None or bus.departs is None or event.cancelled:
        return None
    return datetime.combine(event.day, bus.departs, zone_named(event.zone))


async def _outings(
    db: Database, clock: Clock, visitor: Visitor, question: Question
) -> OutingsView | Unpublished:
    listed = await excursion_actions.excursions(db, clock, visitor)
    if isinstance(listed, Unpublished):
        return listed
    async with sit_down(db, clock, visitor) as desk:
        day = _day(question.day, await desk.modules(desk.streams.current), desk.now)
    return OutingsView(listed, day, _first(listed, day))


def _first(listed: ExcursionsView, day: date | None) -> Excursion | None:
    held = [one for one in listed.excursions if not one.event.cancelled]
    return next((one for one in held if day is None or one.event.day == day), None)


async def _of_day(
    db: Database, clock: Clock, visitor: Visitor, question: Question
) -> DayView | SpeakersView | Unpublished:
    async with sit_down(db, clock, visitor) as desk:
        modules = await desk.modules(desk.streams.current)
        day = _day(question.day, modules, desk.now)
        today = venue_today(modules, desk.now, MOSCOW)
        stream_id = desk.streams.current.id
    view = await actions.day_on(db, clock, visitor, stream_id, day or today)
    if isinstance(view, Unpublished):
        return view
    if question.intent is Intent.BEGINS and day is None and _begun(view):
        return await actions.day_on(db, clock, visitor, stream_id, today + timedelta(days=1))
    if question.intent is Intent.SPEAKERS:
        return _speakers(view, question)
    if question.part is not None:
        return replace(view, events=of_part(view.events, question.part), others=0)
    return view


def _speakers(view: DayView, question: Question) -> SpeakersView:
    """Keep the events with a speaker; today without a part of the day, only those that have not ended."""
    events = of_part(view.events, question.part) if question.part else view.events
    ahead = question.part is None and view.day == view.today
    kept = tuple(
        event
        for event in events
        if event.speaker and not event.cancelled and not (ahead and event.ends_at <= view.reader.now)
    )
    return SpeakersView(view.reader, view.today, view.day, kept)


def _begun(view: DayView) -> bool:
    held = [event for event in view.events if not event.cancelled]
    return not held or held[0].starts_at <= view.reader.now


def _day(subject: Subject | None, modules: tuple[Module, ...], now: datetime) -> date | None:
    """Return the day that is named; None where none is, or where there is no such day."""
    wish = understand(Phrase(subject), modules, now) if subject is not None else None
    return wish.day if isinstance(wish, DayWish) else None
