"""Sending a broadcast: the confirmation freezes who gets it, and from then on its notices are the truth."""

from dataclasses import replace
from datetime import datetime

from bot.broadcasts.audience import Member, chosen
from bot.broadcasts.card_actions import (
    MAIN,
    card_of,
    everybody_of,
    existing,
    group_chats,
    needs_approval,
    note,
    require_state,
)
from bot.broadcasts.model import APPROVE, CALLS, Broadcast, Card, Deed, State
from bot.broadcasts.notices import CALLS_AFTER, OF_USE, ZoneOf, due_of, wanted_broadcast, wanted_word
from bot.notices.model import State as NoticeState
from bot.notices.model import Wanted
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.schedule.lookup import running_module
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate, Refusal
from bot.shared.zones import MOSCOW
from db import broadcast_reports as reports
from db import broadcasts
from db.coming_events import published_modules
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.members import staff_of
from db.updates import first_time

UNSENT = (NoticeState.QUEUED, NoticeState.HELD)
CALLED_OFF = "cancelled"


async def confirm(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, broadcast_id: int, count: int
) -> Card:
    """Send a draft to as many as were shown, or lay it before a second organizer where that is asked.

    OutOfDate where the audience has another number of people meanwhile. A draft confirmed already stays
    as it is, so a second tap sends nothing.
    """
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        if one.state is State.DRAFT and await first_time(
            tx, visitor.update_id, "confirm-broadcast", clock.now()
        ):
            members = await _members(tx, clock, one, count)
            within = [stream for stream in streams if stream.id in one.audience.streams]
            if await needs_approval(tx, within, len(members)):
                await _ask(tx, clock, planning, one, staff, members)
            else:
                await _freeze(tx, clock, planning, one, staff, members, Deed.SENT)
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def approve(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, broadcast_id: int, count: int
) -> Card:
    """Send what another organizer has laid before the visitor; refuses the author's own hand."""
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        if one.author_user == visitor.user_id:
            raise Refusal("error-broadcast-own")
        if one.state is State.APPROVAL and await first_time(
            tx, visitor.update_id, "approve-broadcast", clock.now()
        ):
            members = await _members(tx, clock, one, count)
            await _freeze(tx, clock, planning, one, staff, members, Deed.APPROVED)
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def give_back(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> Card | None:
    """Make what waits for approval a draft again; None where it is somebody else's draft now."""
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        require_state(one, State.APPROVAL)
        if await first_time(tx, visitor.update_id, "return-broadcast", clock.now()):
            await broadcasts.change(tx, one.id, state=State.DRAFT)
            await note(tx, clock, staff, one, Deed.RETURNED, [])
        if one.author_user != visitor.user_id:
            return None
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def pause(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> Card:
    """Hold what is not sent yet."""
    return await _turn(db, clock, None, visitor, broadcast_id, State.SENDING, State.PAUSED)


async def resume(db: Database, clock: Clock, planning: Planning, visitor: Visitor, broadcast_id: int) -> Card:
    """Let what is held go on."""
    return await _turn(db, clock, planning, visitor, broadcast_id, State.PAUSED, State.SENDING)


async def _turn(
    db: Database,
    clock: Clock,
    planning: Planning | None,
    visitor: Visitor,
    broadcast_id: int,
    was: State,
    to: State,
) -> Card:
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        if one.state is was and await first_time(tx, visitor.update_id, f"broadcast-{to}", clock.now()):
            await broadcasts.change(tx, one.id, state=to)
            within, subject = one.audience.streams, one.subject
            if planning is None:
                held = NoticeState.HELD
                await reports.turn(tx, within, subject, [NoticeState.QUEUED], held, reason="")
            else:
                await reports.turn(tx, within, subject, [NoticeState.HELD], NoticeState.QUEUED)
                await planning.put(tx, clock.now(), [])
            await note(tx, clock, staff, one, Deed.PAUSED if planning is None else Deed.RESUMED, [])
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def cancel(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> Card:
    """Send no more; what was sent stays."""
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        going = one.state in {State.SENDING, State.PAUSED}
        if going and await first_time(tx, visitor.update_id, "cancel-broadcast", clock.now()):
            await call_off(tx, clock, one)
            await broadcasts.change(tx, one.id, state=State.CANCELLED)
            await note(tx, clock, staff, one, Deed.CANCELLED, [])
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def call_off(tx: Tx, clock: Clock, one: Broadcast) -> None:
    """Step: take what is not sent yet out of the plan."""
    values = {"reason": CALLED_OFF, "settled_at": clock.now()}
    streams, cancelled = one.audience.streams, NoticeState.CANCELLED
    await reports.turn(tx, streams, one.subject, UNSENT, cancelled, **values)
    await reports.turn(tx, streams, f"{one.subject}:calls", UNSENT, cancelled, **values)


async def retry(db: Database, clock: Clock, planning: Planning, visitor: Visitor, broadcast_id: int) -> Card:
    """Send again to those whom a reason kept from it that may have passed."""
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        require_state(one, State.SENDING)
        now = clock.now()
        if await first_time(tx, visitor.update_id, "retry-broadcast", now):
            within = one.audience.streams
            count = await reports.queue_again(tx, within, one.subject, MAIN, now, now + OF_USE)
            if not count:
                raise Refusal("error-broadcast-nobody")
            await planning.put(tx, now, [])
            await note(tx, clock, staff, one, Deed.RETRIED, [])
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def _members(tx: Tx, clock: Clock, one: Broadcast, count: int) -> list[Member]:
    """Return who is meant now; refuses nobody, and another number than was confirmed."""
    if not one.audience.streams:
        raise Refusal("error-broadcast-nobody")
    members = chosen(one.audience, (await everybody_of(tx, clock, one.audience)).members)
    if not members and not await group_chats(tx, one.audience):
        raise Refusal("error-broadcast-nobody")
    if len(members) != count:
        raise OutOfDate("error-broadcast-count", count=len(members))
    return members


async def _ask(
    tx: Tx, clock: Clock, planning: Planning, one: Broadcast, staff: Visitor, members: list[Member]
) -> None:
    """Lay a draft before the other organizers of its first stream."""
    now, stream_id = clock.now(), one.audience.streams[0]
    own_id = None if staff.own_person is None else staff.own_person.id
    others = [person for person in await staff_of(tx, stream_id, now.date()) if person != own_id]
    mark = f"approval:{now:%Y%m%d%H%M%S}"
    zone = (await _zones(tx, clock, one))(stream_id, None)
    words = [wanted_word(APPROVE, one, stream_id, now, mark, zone, person, 0) for person in others]
    await broadcasts.change(tx, one.id, state=State.APPROVAL, size=len(members))
    await planning.put(tx, now, words)
    await note(tx, clock, staff, one, Deed.ASKED, [member.person_id for member in members])


async def _freeze(
    tx: Tx,
    clock: Clock,
    planning: Planning,
    one: Broadcast,
    staff: Visitor,
    members: list[Member],
    deed: Deed,
) -> None:
    """Write a notice for each recipient: who joins the audience later gets nothing of it."""
    now = clock.now()
    schedule = one.schedule
    if schedule.at is not None and schedule.at < now:
        schedule = replace(schedule, at=now)
    zone_of = await _zones(tx, clock, one)
    chats = [(stream, chat, zone_of(stream, None)) for stream, chat in await group_chats(tx, one.audience)]
    await planning.put(
        tx, now, wanted_broadcast(replace(one, schedule=schedule), members, chats, zone_of, now)
    )
    if one.urgent:
        await planning.put(tx, now, [await _calls(tx, one, due_of(schedule, MOSCOW, now) + CALLS_AFTER)])
    size = len(members) + len(chats)
    await broadcasts.change(tx, one.id, state=State.SENDING, size=size, confirmed_at=now)
    await await_entry(tx, staff.user_id, staff.chat_id, NOTHING, now)
    await note(tx, clock, staff, one, deed, [member.person_id for member in members])


async def _calls(tx: Tx, one: Broadcast, due_at: datetime) -> Wanted:
    """Return the word that brings the author whom to call."""
    chat = await reports.chat_of(tx, one.author_user)
    chat_id = one.author_user if chat is None else chat[0]
    return wanted_word(CALLS, one, one.audience.streams[0], due_at, "calls", MOSCOW, one.author_id, chat_id)


async def _zones(tx: Tx, clock: Clock, one: Broadcast) -> ZoneOf:
    """Return where people of each stream are: at the venue during a module, at home otherwise."""
    venues: dict[int, str] = {}
    for stream in one.audience.streams:
        module = running_module(await published_modules(tx, stream), clock.now())
        if module is not None:
            venues[stream] = module.zone
    return lambda stream, home: venues.get(stream) or home or MOSCOW


async def _card(tx: Tx, clock: Clock, visitor: Visitor, broadcast_id: int, streams: list[Stream]) -> Card:
    one = await broadcasts.broadcast(tx, broadcast_id)
    if one is None:
        raise Refusal("error-broadcast-gone")
    return await card_of(tx, clock, visitor.user_id, one, streams)
