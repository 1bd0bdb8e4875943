"""A draft: its message, its buttons, its moment; nothing is sent by it."""

from datetime import datetime

from bot.broadcasts.audience import Audience
from bot.broadcasts.card_actions import card_of, existing, organizer, present_card, require_state
from bot.broadcasts.contents import Part, is_address, require_fitting
from bot.broadcasts.model import LONGEST_CHOICE, MOST_CHOICES, Broadcast, Buttons, Card, Schedule, State
from bot.people.model import Visitor
from bot.programme.current import current_stream
from bot.programme.model import Stream
from bot.schedule.lookup import running_module
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.shared.zones import MOSCOW, day_in
from db import broadcast_log, broadcasts
from db.coming_events import published_modules
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.updates import first_time

MOST_PARTS = 10
"""Files of an album (Bot API, sendMediaGroup)."""


async def begin(
    db: Database, clock: Clock, visitor: Visitor, part: Part, urgent: bool, broadcast_id: int | None = None
) -> Card:
    """Make a draft of a message, or with an id put the message into that draft in place of what it held."""
    require_fitting(part)
    async with db.write() as tx:
        staff, streams = await organizer(tx, clock, visitor)
        if await first_time(tx, visitor.update_id, "begin-broadcast", clock.now()):
            if broadcast_id is None:
                await _add(tx, clock, staff, streams, part, urgent)
            else:
                await own_draft(tx, clock, visitor, broadcast_id)
                await broadcasts.change_parts(tx, broadcast_id, [part])
            await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, clock.now())
        number = broadcast_id or (await broadcasts.newest_draft(tx, visitor.user_id))
        one, _staff, streams = await existing(tx, clock, visitor, number)
        return await card_of(tx, clock, visitor.user_id, one, streams)


async def join(db: Database, clock: Clock, visitor: Visitor, part: Part, broadcast_id: int) -> Card:
    """Put a further message of an album to the others of a draft."""
    require_fitting(part)
    async with db.write() as tx:
        one, streams = await own_draft(tx, clock, visitor, broadcast_id)
        if len(one.parts) >= MOST_PARTS:
            raise Refusal("error-broadcast-album")
        if await first_time(tx, visitor.update_id, "join-broadcast", clock.now()):
            await broadcasts.change_parts(tx, broadcast_id, [*one.parts, part])
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def album_of(db: Database, visitor: Visitor, album: str) -> tuple[int, tuple[int, int] | None] | None:
    """Return the draft that holds earlier messages of an album, with the message that shows it."""
    async with db.read() as tx:
        for one in await broadcasts.drafts_of(tx, visitor.user_id):
            if one.parts[-1].album == album:
                return one.id, await broadcasts.board_of(tx, one.id)
        return None


async def set_buttons(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, buttons: Buttons
) -> Card:
    """Change what a draft attaches; refuses too many and too long choices, and a link that is none."""
    if len(buttons.choices) > MOST_CHOICES or any(len(one) > LONGEST_CHOICE for one in buttons.choices):
        raise Refusal("error-broadcast-choices", most=str(MOST_CHOICES), longest=str(LONGEST_CHOICE))
    if buttons.link is not None and not _is_link(buttons.link):
        raise Refusal("error-broadcast-link")
    return await _set(db, clock, visitor, broadcast_id, buttons=buttons.dumped())


async def set_moment(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, schedule: Schedule
) -> Card:
    """Change when a draft is to be sent; refuses a moment that has passed."""
    if schedule.at is not None and schedule.at <= clock.now():
        raise Refusal("error-broadcast-past")
    named = {"zone": schedule.zone} if schedule.zone else {}
    return await _set(db, clock, visitor, broadcast_id, timing=schedule.timing, at=schedule.at, **named)


async def set_deadline(
    db: Database,
    clock: Clock,
    visitor: Visitor,
    broadcast_id: int,
    deadline: datetime | None,
    zone: str = "",
) -> Card:
    """Change until when answers are asked for, with the zone it is named in; refuses one that has passed."""
    if deadline is not None and deadline <= clock.now():
        raise Refusal("error-broadcast-past")
    named = {"zone": zone} if zone else {}
    return await _set(db, clock, visitor, broadcast_id, deadline=deadline, **named)


async def drop(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> None:
    """Delete a draft; one the log tells of already stays, called off."""
    async with db.write() as tx:
        await own_draft(tx, clock, visitor, broadcast_id)
        if await broadcast_log.tells_of(tx, broadcast_id):
            await broadcasts.change(tx, broadcast_id, state=State.CANCELLED)
        else:
            await broadcasts.drop(tx, broadcast_id)


async def zone_of(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> str:
    """Return the zone moments are named in: the venue's during a module of the first stream, or Moscow's."""
    async with db.read() as tx:
        one, _staff, _streams = await existing(tx, clock, visitor, broadcast_id)
        return await _zone(tx, clock, one.audience)


async def _zone(tx: Tx, clock: Clock, audience: Audience) -> str:
    if not audience.streams:
        return MOSCOW
    module = running_module(await published_modules(tx, audience.streams[0]), clock.now())
    return MOSCOW if module is None else module.zone


def _is_link(link: tuple[str, str]) -> bool:
    label, address = link
    return bool(label) and len(label) <= LONGEST_CHOICE and is_address(address)


async def _add(tx: Tx, clock: Clock, staff: Visitor, streams: list[Stream], part: Part, urgent: bool) -> None:
    person, now = staff.own_person, clock.now()
    current = current_stream(streams, day_in(now, MOSCOW), staff.chosen_stream_id)
    whom = Audience(() if current is None else (current.id,))
    number = await broadcasts.add(
        tx,
        staff.user_id,
        None if person is None else person.id,
        urgent,
        whom,
        Buttons(ack=urgent).dumped(),
        [part],
        now,
    )
    await broadcasts.change(tx, number, zone=await _zone(tx, clock, whom))


async def own_draft(
    tx: Tx, clock: Clock, visitor: Visitor, broadcast_id: int
) -> tuple[Broadcast, list[Stream]]:
    """Step: return a draft of the visitor's, which nobody else changes meanwhile."""
    one, _staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
    require_state(one, State.DRAFT)
    return one, streams


async def _set(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, **values: object) -> Card:
    async with db.write() as tx:
        _one, streams = await own_draft(tx, clock, visitor, broadcast_id)
        await broadcasts.change(tx, broadcast_id, **values)
        await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, clock.now())
        return await present_card(tx, clock, visitor, broadcast_id, streams)
