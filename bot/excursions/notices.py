"""The timed messages of excursions: reminders with the own bus, and places that become free (pure)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.excursions.model import Entry, Outing
from bot.excursions.places import Places, Waiting, gathers_at
from bot.notices.keys import instant, minute
from bot.notices.model import NoticeKind, Quiet, Wanted
from bot.schedule.model import Module
from bot.schedule.notices import Call, Wishes, attending, by_belonging, calls_of, may_be_due
from bot.schedule.own import Listener
from bot.schedule.subjects import event_subject

REMINDER = NoticeKind("excursion-reminder", mute_group="reminders")
LAST_CALL = NoticeKind("last-call", quiet=Quiet.PASSES)
"""The last reminder: whoever misses it misses the bus, so nobody can mute it."""

PLACE_OFFERED = NoticeKind("place-offered", bundled=False)
"""Never muted: whoever waits has asked for it. A message of its own, for its two buttons."""
PLACE_EXPIRED = NoticeKind("place-expired")
PLACE_GIVEN = NoticeKind("place-given")
PLACE_TAKEN = NoticeKind("place-taken")

KINDS = (REMINDER, LAST_CALL, PLACE_OFFERED, PLACE_EXPIRED, PLACE_GIVEN, PLACE_TAKEN)

NEWS_OF_USE = timedelta(hours=12)
"""How long it makes sense to tell that a place was given, taken or lapsed, however soon the bus leaves."""


@dataclass(frozen=True, slots=True)
class Audience:
    """An excursion and who of its stream has which seat (person → bus)."""

    outing: Outing
    seats: Mapping[int, int | None]
    anybody_seated: bool

    @property
    def by_seat(self) -> bool:
        """Tell whether those go who have a seat; otherwise all whose own event it is."""
        return self.outing.excursion.entry is Entry.SIGN_UP or self.anybody_seated

    def begins(self, person_id: int) -> datetime:
        """Return when somebody must be there: by the own bus's departure."""
        return gathers_at(self.outing.excursion.event, self.outing.bus(self.seats.get(person_id)))

    def going(self, members: Sequence[Listener]) -> Iterator[Listener]:
        """Yield those who go."""
        if self.by_seat:
            yield from (member for member in members if member.person_id in self.seats)
        else:
            yield from attending(self.outing.excursion.event, by_belonging(members))

    def goes(self, member: Listener) -> bool:
        """Tell whether somebody goes."""
        return any(True for _ in self.going([member]))


def near(outing: Outing, wishes: Wishes, until: datetime) -> bool:
    """Tell whether a reminder can be due until a moment, for whatever bus; cheap to ask."""
    event = outing.excursion.event
    begins = min((gathers_at(event, bus) for bus in outing.buses), default=event.starts_at)
    return may_be_due(event, wishes, until, begins)


def wanted_reminders(
    audiences: Sequence[Audience],
    modules: Sequence[Module],
    members: Sequence[Listener],
    wishes: Wishes,
    until: datetime,
) -> Iterator[Wanted]:
    """Yield the reminders that are due until a moment, for who goes, each by the own bus's departure."""
    for audience in audiences:
        event = audience.outing.excursion.event
        leads = wishes.leads.get(event.kind, ())
        if event.cancelled or not leads:
            continue
        calls: dict[tuple[str | None, datetime], list[Call]] = {}
        for member in audience.going(members):
            begins = audience.begins(member.person_id)
            alike = (member.home_zone, begins)
            if alike not in calls:
                every = calls_of(event, begins, leads, modules, member.home_zone, wishes.plan_hour)
                calls[alike] = [call for call in every if call.due_at <= until]
            for call in calls[alike]:
                yield _reminder(audience.outing, member, call, begins)


def offer_notice(places: Places, one: Waiting, zone: str) -> Wanted | None:
    """Return the notice that a place is held for somebody; None where none is offered."""
    if one.offered_at is None or one.offered_until is None:
        return None
    event = places.event
    return Wanted(
        key=f"place:{event.id}:{instant(one.offered_at)}:person:{one.person_id}",
        kind=PLACE_OFFERED.name,
        subject=event_subject(event.id),
        due_at=one.offered_at,
        stale_after=one.offered_until,
        zone=zone,
        stream_id=places.stream_id,
        person_id=one.person_id,
        happens_at=one.offered_until,
        params={"until": one.offered_until.isoformat()},
    )


def expired_notice(places: Places, one: Waiting, now: datetime, zone: str) -> Wanted:
    """Return the notice that a place is no longer held for somebody who did not answer."""
    return _news(PLACE_EXPIRED, places, one.person_id, now, zone)


def given_notice(places: Places, person_id: int, now: datetime, zone: str) -> Wanted:
    """Return the notice that organizers gave somebody a place, or another bus."""
    return _news(PLACE_GIVEN, places, person_id, now, zone)


def taken_notice(places: Places, person_id: int, now: datetime, zone: str) -> Wanted:
    """Return the notice that organizers took somebody's place away."""
    return _news(PLACE_TAKEN, places, person_id, now, zone)


def _news(kind: NoticeKind, places: Places, person_id: int, now: datetime, zone: str) -> Wanted:
    event = places.event
    return Wanted(
        key=f"{kind.name}:{event.id}:{instant(now)}:person:{person_id}",
        kind=kind.name,
        subject=event_subject(event.id),
        due_at=now,
        stale_after=max(event.ends_at, now + NEWS_OF_USE),
        zone=zone,
        stream_id=places.stream_id,
        person_id=person_id,
        happens_at=event.starts_at,
    )


def _reminder(outing: Outing, member: Listener, call: Call, begins: datetime) -> Wanted:
    event_id = outing.excursion.event.id
    return Wanted(
        key=f"excursion:{event_id}:{call.name}@{minute(begins)}:person:{member.person_id}",
        kind=(LAST_CALL if call.last else REMINDER).name,
        subject=event_subject(event_id),
        due_at=call.due_at,
        stale_after=call.stale_after,
        zone=call.zone,
        stream_id=outing.stream_id,
        person_id=member.person_id,
        happens_at=begins,
    )
