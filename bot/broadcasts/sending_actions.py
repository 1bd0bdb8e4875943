"""Sending a broadcast: the confirmation freezes who gets it, and from then on its notices are the truth."""

from dataclasses import replace
from datetime import datetime

from bot.broadcasts.approval_actions import APPROVAL, ask_second, tell_asker
from bot.broadcasts.audience import Member, chosen
from bot.broadcasts.card_actions import (
    everybody_of,
    existing,
    group_chats,
    needs_approval,
    note,
    present_card,
    require_state,
)
from bot.broadcasts.model import CALLS, DEADLINE, Broadcast, Card, Deed, State
from bot.broadcasts.notices import CALLS_AFTER, wanted_broadcast, wanted_word
from bot.broadcasts.prints import print_of_all
from bot.broadcasts.reach_actions import zones_of
from bot.notices.model import Wanted
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate, Refusal
from bot.shared.zones import MOSCOW
from db import broadcast_reports as reports
from db import broadcasts
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.updates import first_time


async def confirm(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    broadcast_id: int,
    count: int,
    shown: str,
) -> Card:
    """Send a draft to as many as were shown, or lay it before a second organizer where that is asked.

    OutOfDate where it is not what was `shown` (a print), or the audience has another number of people
    meanwhile. A draft confirmed already stays as it is, so a second tap sends nothing.
    """
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        if one.state is State.DRAFT and await first_time(
            tx, visitor.update_id, "confirm-broadcast", clock.now()
        ):
            members = await _members(tx, clock, one, count, shown)
            within = [stream for stream in streams if stream.id in one.audience.streams]
            if await needs_approval(tx, within, len(members)):
                await ask_second(tx, clock, planning, one, staff, APPROVAL, shown)
                await broadcasts.change(tx, one.id, state=State.APPROVAL, size=len(members))
                chats = [chat for _stream, chat in await group_chats(tx, one.audience)]
                asked = [*(member.person_id for member in members), *chats]
                await note(tx, clock, staff, one, Deed.ASKED, asked)
            else:
                await _freeze(tx, clock, planning, one, staff, members, Deed.SENT)
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def approve(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    broadcast_id: int,
    count: int,
    shown: str,
) -> Card:
    """Send what another organizer has laid before the visitor; refuses the author's own hand.

    OutOfDate where it is not what was `shown` (a print), or to another number of people.
    """
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        if one.author_user == visitor.user_id:
            raise Refusal("error-broadcast-own")
        if one.state is State.APPROVAL and await first_time(
            tx, visitor.update_id, "approve-broadcast", clock.now()
        ):
            members = await _members(tx, clock, one, count, shown)
            await _freeze(tx, clock, planning, one, staff, members, Deed.APPROVED)
            await tell_asker(tx, clock, planning, one, staff, Deed.APPROVED)
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def give_back(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, broadcast_id: int
) -> Card | None:
    """Make what waits for approval a draft again; None where it is somebody else's draft now."""
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        require_state(one, State.APPROVAL)
        if await first_time(tx, visitor.update_id, "return-broadcast", clock.now()):
            await broadcasts.change(tx, one.id, state=State.DRAFT)
            await note(tx, clock, staff, one, Deed.RETURNED, [])
            await tell_asker(tx, clock, planning, one, staff, Deed.RETURNED)
        if one.author_user != visitor.user_id:
            return None
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def _members(tx: Tx, clock: Clock, one: Broadcast, count: int, shown: str) -> list[Member]:
    """Return who is meant now; refuses nobody, and anything else than was confirmed."""
    if print_of_all(one) != shown:
        raise OutOfDate("error-broadcast-changed")
    if not one.audience.streams:
        raise Refusal("error-broadcast-nobody")
    members = chosen(one.audience, (await everybody_of(tx, clock, one.audience)).members)
    if not members and not await group_chats(tx, one.audience):
        raise Refusal("error-broadcast-nobody")
    if len(members) != count:
        raise OutOfDate("error-broadcast-count", count=len(members))
    return members


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
    zone_of = await zones_of(tx, clock, one)
    chats = [(stream, chat, zone_of(stream, None)) for stream, chat in await group_chats(tx, one.audience)]
    wanted = wanted_broadcast(replace(one, schedule=schedule), members, chats, zone_of, now)
    await planning.put(tx, now, wanted)
    if one.urgent:
        calls_at = max(word.due_at for word in wanted) + CALLS_AFTER
        await planning.put(tx, now, [await _to_author(tx, one, CALLS, "calls", calls_at)])
    if one.deadline is not None and one.buttons.answers:
        await planning.put(tx, now, [await _to_author(tx, one, DEADLINE, "deadline", max(one.deadline, now))])
    size = len(members) + len(chats)
    await broadcasts.change(tx, one.id, state=State.SENDING, size=size, confirmed_at=now)
    await await_entry(tx, staff.user_id, staff.chat_id, NOTHING, now)
    reached = [*(member.person_id for member in members), *(chat for _stream, chat, _zone in chats)]
    await note(tx, clock, staff, one, deed, reached)


async def _to_author(tx: Tx, one: Broadcast, kind: str, mark: str, due_at: datetime) -> Wanted:
    """Return the word that brings the author who has not answered."""
    chat = await reports.chat_of(tx, one.author_user)
    chat_id = one.author_user if chat is None else chat[0]
    return wanted_word(kind, one, one.audience.streams[0], due_at, mark, MOSCOW, one.author_id, chat_id)
