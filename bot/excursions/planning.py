"""Planning the notices of excursions: what the published programme and its seats ask for."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.excursions.notices import (
    LAST_CALL,
    PLACE_OFFERED,
    REMINDER,
    Audience,
    near,
    offer_notice,
    wanted_reminders,
)
from bot.excursions.settling_actions import follow, listening, zone_of
from bot.notices.model import Planner, Scope, Wanted
from bot.notices.planning import HORIZON
from bot.schedule.kinds import EventKind
from bot.schedule.own import EVERYBODY, Listener, circle_of
from bot.schedule.planning import events_of, subjects_of, wishes_of
from db import places as rows
from db.coming_events import published_modules
from db.engine import Tx
from db.members import members
from db.outings import outings


async def _reminders(tx: Tx, now: datetime, scope: Scope) -> Iterable[Wanted]:
    events = [event for event in await events_of(tx, now, scope) if event.kind is EventKind.EXCURSION]
    if not events:
        return []
    wishes, until = await wishes_of(tx, scope.stream_id), now + HORIZON
    found = await outings(tx, [event.id for event in events])
    coming = [one for one in found.values() if near(one, wishes, until)]
    if not coming:
        return []
    seats = await rows.seats_by_event(tx, [one.excursion.event.id for one in coming], scope.people)
    audiences = [
        Audience(one, seats.get(one.excursion.event.id, {}), one.excursion.event.id in seats)
        for one in coming
    ]
    people = await _people(tx, now, scope, audiences)
    modules = await published_modules(tx, scope.stream_id)
    return wanted_reminders(audiences, modules, people, wishes, until)


async def _people(tx: Tx, now: datetime, scope: Scope, audiences: Sequence[Audience]) -> list[Listener]:
    """Return who may go: where seats decide, those who have one; otherwise all who can be meant."""
    open_to = [one.outing.excursion.event for one in audiences if not one.by_seat]
    seated = {person for one in audiences for person in one.seats}
    if not open_to:
        return await members(tx, scope.stream_id, now.date(), seated) if seated else []
    circle = EVERYBODY if seated else circle_of(open_to)
    return await members(tx, scope.stream_id, now.date(), scope.people, circle)


async def _waited_for(tx: Tx, scope: Scope) -> list[int]:
    """Return the events of a scope on which somebody waits."""
    waited_for = await rows.events_with_waiting(tx, scope.stream_id)
    return [one for one in waited_for if scope.events is None or one in scope.events]


async def _follow(tx: Tx, now: datetime, scope: Scope) -> None:
    """Let the lists follow the programme, or where people are named, whoever of them has left the stream.

    Capacity that grew is offered, a cancelled excursion offers nothing; who left keeps no seat.
    """
    if scope.people is None:
        changed = await _waited_for(tx, scope)
    else:
        left = await rows.seats_left_behind(tx, scope.stream_id, now.date(), scope.events, scope.people)
        changed = sorted({event_id for event_id, _ in left})
    for event_id in changed:
        await follow(tx, now, event_id)


async def _offers(tx: Tx, now: datetime, scope: Scope) -> list[Wanted]:
    """Return the notices of offers that are open; those of this very moment whoever is named."""
    wanted = []
    for places in (await rows.read_places(tx, await _waited_for(tx, scope))).values():
        asked = [
            one
            for one in places.waiting
            if one.holds(now)
            and (scope.people is None or one.person_id in scope.people or one.offered_at == now)
        ]
        people = await listening(tx, now, places.stream_id, [one.person_id for one in asked])
        for one in asked:
            zone = await zone_of(tx, places, people.get(one.person_id), now)
            notice = offer_notice(places, one, zone)
            wanted += [notice] if notice else []
    return wanted


PLANNERS = (
    Planner(frozenset({PLACE_OFFERED.name}), _offers, subjects_of, by_calendar=True, follow=_follow),
    Planner(frozenset({REMINDER.name, LAST_CALL.name}), _reminders, subjects_of, by_calendar=True),
)
"""The planners of this room; the lists of those who wait come first, because they take locks."""
