"""Keeping the list of those who wait true: offers that lapse, places that become free (steps)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.excursions import places as rules
from bot.excursions.notices import PLACE_OFFERED, expired_notice
from bot.excursions.places import Places, Settlement, Waiting
from bot.excursions.settings import OFFER_TIME
from bot.notices.model import Scope
from bot.notices.night import Night
from bot.notices.planning import Planning
from bot.schedule.notices import whereabouts
from bot.schedule.own import Listener, is_own
from bot.schedule.planning import night_of
from bot.shared.clock import Clock
from db import places as rows
from db.coming_events import published_modules
from db.engine import Database, Tx
from db.members import listeners
from db.settings import settings_of_stream


@dataclass(frozen=True, slots=True)
class Settled:
    """An excursion after its list was brought up to date, and what that did."""

    places: Places
    done: Settlement
    offered: tuple[Waiting, ...] = ()


async def settle_waiting(db: Database, clock: Clock, planning: Planning) -> None:
    """Carry on with every list of those who wait: what lapsed goes to the next; twice changes nothing."""
    async with db.read() as tx:
        every = await rows.read_places(tx, await rows.events_with_waiting(tx))
    now = clock.now()
    for event_id in sorted(key for key, one in every.items() if one.event.ends_at > now):
        async with db.write() as tx:
            await rows.lock_streams(tx, [every[event_id].stream_id])
            await settle(tx, planning, now, event_id)


async def settle(tx: Tx, planning: Planning, now: datetime, event_id: int) -> Places | None:
    """Step: bring an excursion's list up to date and return who goes and who waits then.

    Until the transaction ends nobody else changes it. Those whose offer lapsed are told, and so is the
    next. None where the published programme has no such excursion.
    """
    settled = await follow(tx, now, event_id, expire=True)
    if settled is None:
        return None
    places, done = settled.places, settled.done
    if done.expired:
        people = await listening(tx, now, places.stream_id, [one.person_id for one in done.expired])
        notices = [
            expired_notice(places, one, now, await zone_of(tx, places, people.get(one.person_id), now))
            for one in done.expired
        ]
        await planning.put(tx, now, notices)
    touched = {one.person_id for one in (*done.gone, *done.expired, *done.withdrawn, *settled.offered)}
    if touched:
        scope = Scope(places.stream_id, frozenset({event_id}), people=frozenset(touched))
        await planning.replan(tx, now, scope, frozenset({PLACE_OFFERED.name}))
    return places


async def follow(tx: Tx, now: datetime, event_id: int, expire: bool = False) -> Settled | None:
    """Step: free the seats of those who left and do what `rules.settle` says.

    Offers that lapsed end only where `expire` asks for it: whoever lost one is to be told by the caller,
    who therefore says whether it can.
    """
    await rows.lock_events(tx, [event_id])
    places = await _without_those_gone(tx, now, event_id)
    if places is None or not places.waiting:
        return None if places is None else Settled(places, Settlement())
    people = await listening(tx, now, places.stream_id, [one.person_id for one in places.waiting])
    meant = frozenset(key for key, one in people.items() if is_own(places.event, one.belonging))
    done = rules.settle(places, now, meant)
    if not expire:
        done = replace(done, expired=())
    leaving = [one.person_id for one in (*done.gone, *done.expired)]
    await rows.stop_waiting(tx, event_id, leaving)
    for one in done.withdrawn:
        await rows.offer(tx, one.id, None, None)
    offered = await _offer(tx, places, done.first, people, now)
    if not (leaving or done.withdrawn or offered):
        return Settled(places, done)
    return Settled((await rows.read_places(tx, [event_id]))[event_id], done, offered)


async def _without_those_gone(tx: Tx, now: datetime, event_id: int) -> Places | None:
    """Return who goes and who waits once whoever left the stream has no seat; who went before stays."""
    places = (await rows.read_places(tx, [event_id])).get(event_id)
    if places is None or now >= places.closes_at:
        return places
    gone = {who for _, who in await rows.seats_left_behind(tx, places.stream_id, now.date(), [event_id])}
    for person_id in gone:
        await rows.free_seat(tx, event_id, person_id)
    return replace(places, seats=tuple(seat for seat in places.seats if seat.person_id not in gone))


async def listening(tx: Tx, now: datetime, stream_id: int, people: Collection[int]) -> dict[int, Listener]:
    """Step: return by id those of some people who are listeners of a stream at present."""
    return {one.person_id: one for one in await listeners(tx, stream_id, now.date(), people)}


async def zone_of(tx: Tx, places: Places, listener: Listener | None, now: datetime) -> str:
    """Step: return the zone somebody is in, the venue's for whoever's is not known."""
    home = (listener.home_zone if listener else None) or places.event.zone
    return whereabouts(await published_modules(tx, places.stream_id), now, home)


async def _offer(
    tx: Tx, places: Places, first: Collection[Waiting], people: dict[int, Listener], now: datetime
) -> tuple[Waiting, ...]:
    if not first:
        return ()
    settings = await settings_of_stream(tx, places.stream_id)
    patience = timedelta(minutes=settings.value(OFFER_TIME))
    night: Night = await night_of(tx, places.stream_id)
    offered = []
    for one in first:
        zone = await zone_of(tx, places, people.get(one.person_id), now)
        until = rules.held_until(now, patience, places.closes_at, zone, night)
        if until is not None:
            await rows.offer(tx, one.id, now, until)
            offered.append(one)
    return tuple(offered)
