"""Correcting what was sent: the new words are shown first, and stand everywhere once they are confirmed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.broadcasts.approval_actions import CORRECTION, ask_second, tell_asker
from bot.broadcasts.card_actions import (
    card_of,
    existing,
    needs_approval,
    note,
    present_card,
    require_state,
)
from bot.broadcasts.contents import Part, corrected
from bot.broadcasts.following_actions import SENT, follow
from bot.broadcasts.model import Broadcast, Card, Deed
from bot.broadcasts.prints import print_of
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate, Refusal
from db import broadcast_log, broadcasts
from db.engine import Database
from db.entries import NOTHING, await_entry


async def proposed(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, part: Part
) -> tuple[Card, tuple[Part, ...]]:
    """Return a broadcast with what it would say after a correction; nothing is changed by it.

    The card tells whether a second organizer has to approve that.
    """
    async with db.read() as tx:
        one, _staff, streams = await existing(tx, clock, visitor, broadcast_id)
        require_state(one, *SENT)
        card = await card_of(tx, clock, visitor.user_id, one, streams)
        approval = await needs_approval(tx, _within(one, streams), one.size)
        return replace(card, approval=approval), corrected(one.parts, part)


async def correct(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    broadcast_id: int,
    part: Part | None,
    shown: str,
) -> Card:
    """Change the words of a broadcast everywhere: where it was sent, and where it is still to be sent.

    From the size on at which a second organizer approves, the change is laid before one. OutOfDate where
    it would not be what was `shown` (a print); what stands, or waits, already is left as it is.
    """
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        require_state(one, *SENT)
        if print_of(one.parts) != shown and print_of(await broadcasts.waiting_version(tx, one)) != shown:
            parts = () if part is None else corrected(one.parts, part)
            _require_shown(parts, shown)
            if await needs_approval(tx, _within(one, streams), one.size):
                await ask_second(tx, clock, planning, one, staff, CORRECTION, shown)
                await broadcasts.lay_version(tx, one.id, one.version + 1, parts, clock.now())
                await note(tx, clock, staff, one, Deed.PROPOSED, [])
            else:
                await follow(tx, clock, planning, one, parts)
                await note(tx, clock, staff, one, Deed.CORRECTED, [])
            await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, clock.now())
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def agree(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, broadcast_id: int, shown: str
) -> Card:
    """Make a correction that another organizer has laid before the visitor; refuses the asker's own hand.

    OutOfDate where it is not what was `shown` (a print).
    """
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        require_state(one, *SENT)
        if print_of(one.parts) != shown:
            parts = await broadcasts.waiting_version(tx, one)
            _require_shown(parts, shown)
            asker = await broadcast_log.newest(tx, one.id, Deed.PROPOSED)
            if asker is not None and asker.user_id == visitor.user_id:
                raise Refusal("error-broadcast-own")
            await follow(tx, clock, planning, one, parts)
            await note(tx, clock, staff, one, Deed.AGREED, [])
            await tell_asker(tx, clock, planning, one, staff, Deed.AGREED)
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def refuse(db: Database, clock: Clock, planning: Planning, visitor: Visitor, broadcast_id: int) -> Card:
    """Leave a broadcast as it is, whatever correction waits for a second organizer."""
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        if await broadcasts.waiting_version(tx, one):
            await broadcasts.drop_version(tx, one.id, one.version + 1)
            await note(tx, clock, staff, one, Deed.REFUSED, [])
            await tell_asker(tx, clock, planning, one, staff, Deed.REFUSED)
        return await present_card(tx, clock, visitor, broadcast_id, streams)


def _require_shown(parts: Sequence[Part], shown: str) -> None:
    if not parts or print_of(parts) != shown:
        raise OutOfDate("error-broadcast-changed")


def _within(one: Broadcast, streams: Iterable[Stream]) -> list[Stream]:
    return [stream for stream in streams if stream.id in one.audience.streams]
