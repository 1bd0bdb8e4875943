"""Preparing a broadcast: its contents, its audience, its buttons, its moment; nothing is sent by it."""

import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.broadcasts import audience as rules
from bot.broadcasts.audience import Audience, Field, toggled, with_stream
from bot.broadcasts.card_actions import (
    card_of,
    everybody_of,
    existing,
    organizer,
    require_reach,
    require_state,
)
from bot.broadcasts.contents import Part, require_fitting
from bot.broadcasts.model import (
    LONGEST_CHOICE,
    MOST_CHOICES,
    Broadcast,
    Buttons,
    Card,
    LogLine,
    Schedule,
    State,
)
from bot.people.model import Visitor
from bot.programme.current import current_stream
from bot.programme.model import Stream
from bot.schedule.lookup import running_module
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.shared.zones import MOSCOW, day_in
from db import broadcasts
from db.coming_events import published_modules
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.updates import first_time

NEWEST, LOGGED = 60, 200
"""Broadcasts and lines of the log that are looked through for those the visitor may see."""

MOST_PARTS = 10
"""Files of an album (Bot API, sendMediaGroup)."""

LONGEST_TITLE = 40
"""Characters of a kept audience's title."""

Values = Mapping[str, tuple[str, int]]
"""Values of a condition with their names and how many people have each."""


async def own(db: Database, clock: Clock, visitor: Visitor) -> list[Broadcast]:
    """Return the newest broadcasts of the streams the visitor organizes, somebody else's drafts left out."""
    async with db.read() as tx:
        _staff, streams = await organizer(tx, clock, visitor)
        within = {stream.id for stream in streams}
        return [
            one
            for one in await broadcasts.newest(tx, NEWEST)
            if within.issuperset(one.audience.streams)
            and (one.state is not State.DRAFT or one.author_user == visitor.user_id)
        ]


async def log(db: Database, clock: Clock, visitor: Visitor) -> list[LogLine]:
    """Return the newest lines of the log about the streams the visitor organizes."""
    async with db.read() as tx:
        _staff, streams = await organizer(tx, clock, visitor)
        within = {stream.id for stream in streams}
        lines = await broadcasts.log_lines(tx, LOGGED)
        return [line for line, audience in lines if within.issuperset(audience.streams)]


async def card(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> Card:
    """Return a broadcast as it is now."""
    async with db.read() as tx:
        one, _staff, streams = await existing(tx, clock, visitor, broadcast_id)
        return await card_of(tx, clock, visitor.user_id, one, streams)


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
                await _draft(tx, clock, visitor, broadcast_id)
                await broadcasts.change_parts(tx, broadcast_id, [part])
            await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, clock.now())
        number = broadcast_id or (await broadcasts.newest_draft(tx, visitor.user_id))
        one, _staff, streams = await existing(tx, clock, visitor, number)
        return await card_of(tx, clock, visitor.user_id, one, streams)


async def join(db: Database, clock: Clock, visitor: Visitor, part: Part, broadcast_id: int) -> Card:
    """Put a further message of an album to the others of a draft."""
    require_fitting(part)
    async with db.write() as tx:
        one, streams = await _draft(tx, clock, visitor, broadcast_id)
        if len(one.parts) >= MOST_PARTS:
            raise Refusal("error-broadcast-album")
        if await first_time(tx, visitor.update_id, "join-broadcast", clock.now()):
            await broadcasts.change_parts(tx, broadcast_id, [*one.parts, part])
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def album_of(db: Database, visitor: Visitor, album: str) -> tuple[int, tuple[int, int] | None] | None:
    """Return the draft that holds earlier messages of an album, with the message that shows it."""
    async with db.read() as tx:
        number = await broadcasts.newest_draft(tx, visitor.user_id)
        one = await broadcasts.broadcast(tx, number)
        if one is None or one.parts[-1].album != album:
            return None
        return number, await broadcasts.board_of(tx, number)


async def aim(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, field: Field, mark: str, excluded: bool
) -> Card:
    """Put a value (by its mark) into a condition of a draft, or take it out."""
    async with db.write() as tx:
        one, streams = await _draft(tx, clock, visitor, broadcast_id)
        asked = replace(one.audience, terms=())
        everybody = await choice(tx, clock, streams, asked, field)
        value = next((one for one in everybody if marked(one) == mark), None)
        if value is None:
            raise Refusal("error-broadcast-value")
        if await first_time(tx, visitor.update_id, "aim-broadcast", clock.now()):
            await _aim(tx, one, toggled(one.audience, field, value, excluded))
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def aim_stream(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, stream_id: int) -> Card:
    """Put a stream into a draft's audience, or take it out; NotAllowed for a stream of others."""
    async with db.write() as tx:
        one, streams = await _draft(tx, clock, visitor, broadcast_id)
        wanted = with_stream(one.audience, stream_id)
        require_reach(wanted, streams)
        if await first_time(tx, visitor.update_id, "aim-stream", clock.now()):
            await _aim(tx, one, wanted)
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def aim_anew(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, audience: Audience | None = None
) -> Card:
    """Take all conditions out of a draft's audience, or put another audience in its place."""
    async with db.write() as tx:
        one, streams = await _draft(tx, clock, visitor, broadcast_id)
        wanted = replace(one.audience, terms=(), chats=False) if audience is None else audience
        require_reach(wanted, streams)
        await _aim(tx, one, wanted)
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def with_chats(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, chats: bool) -> Card:
    """Add the group chats of a draft's streams to the recipients, or leave them out."""
    async with db.write() as tx:
        one, streams = await _draft(tx, clock, visitor, broadcast_id)
        await _aim(tx, one, replace(one.audience, chats=chats))
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def values(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, field: Field
) -> tuple[Card, Values]:
    """Return a draft and what a condition may ask for: values with their people, the most common first."""
    async with db.read() as tx:
        one, streams = await _draft(tx, clock, visitor, broadcast_id)
        found = await choice(tx, clock, streams, replace(one.audience, terms=()), field)
        return await _card(tx, clock, visitor, broadcast_id, streams), found


async def choice(tx: Tx, clock: Clock, streams: list[Stream], audience: Audience, field: Field) -> Values:
    """Step: return the values of a condition with their names and how many people have each."""
    if field is Field.SILENT:
        return await _asked(tx, streams)
    everybody = await everybody_of(tx, clock, audience)
    counted = rules.options(everybody.members, field)
    named = {value: everybody.labels.get((field, value), value) for value in counted}
    return {value: (named[value], counted[value]) for value in sorted(counted, key=lambda one: named[one])}


async def _asked(tx: Tx, streams: list[Stream]) -> Values:
    """Return the broadcasts that asked for an answer, the newest first, with their recipients."""
    within = {stream.id for stream in streams}
    sent = {State.SENDING, State.PAUSED}
    return {
        str(one.id): (one.first_words, one.size)
        for one in await broadcasts.newest(tx, NEWEST)
        if one.state in sent and one.buttons.answers and within.issuperset(one.audience.streams)
    }


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
    return await _set(
        db, clock, visitor, broadcast_id, timing=schedule.timing, at=schedule.at, zone=schedule.zone
    )


async def set_deadline(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, deadline: datetime | None
) -> Card:
    """Change until when answers are asked for; refuses a moment that has passed."""
    if deadline is not None and deadline <= clock.now():
        raise Refusal("error-broadcast-past")
    return await _set(db, clock, visitor, broadcast_id, deadline=deadline)


async def drop(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> None:
    """Delete a draft."""
    async with db.write() as tx:
        await _draft(tx, clock, visitor, broadcast_id)
        await broadcasts.drop(tx, broadcast_id)


async def save_audience(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, title: str) -> Card:
    """Keep a draft's audience under a title."""
    async with db.write() as tx:
        one, streams = await _draft(tx, clock, visitor, broadcast_id)
        await broadcasts.save_audience(tx, title[:LONGEST_TITLE], one.audience, visitor.user_id)
        await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, clock.now())
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def load_audience(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, audience_id: int
) -> Card:
    """Put a kept audience into a draft; refuses one that is gone or reaches further than the visitor."""
    found = next((one for one in await audiences(db, clock, visitor) if one[0] == audience_id), None)
    if found is None:
        raise Refusal("error-broadcast-value")
    return await aim_anew(db, clock, visitor, broadcast_id, found[2])


async def streams(db: Database, clock: Clock, visitor: Visitor) -> list[Stream]:
    """Return the streams the visitor organizes."""
    async with db.read() as tx:
        return (await organizer(tx, clock, visitor))[1]


async def zone_of(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> str:
    """Return the zone moments are named in: the venue's during a module of the first stream, or Moscow's."""
    async with db.read() as tx:
        one, _staff, _streams = await existing(tx, clock, visitor, broadcast_id)
        if not one.audience.streams:
            return MOSCOW
        module = running_module(await published_modules(tx, one.audience.streams[0]), clock.now())
        return MOSCOW if module is None else module.zone


async def audiences(db: Database, clock: Clock, visitor: Visitor) -> list[tuple[int, str, Audience]]:
    """Return the kept audiences that reach no further than the streams the visitor organizes."""
    async with db.read() as tx:
        _staff, streams = await organizer(tx, clock, visitor)
        within = {stream.id for stream in streams}
        return [one for one in await broadcasts.audiences(tx) if within.issuperset(one[2].streams)]


def marked(value: str) -> str:
    """Return a short mark of a value, for buttons: values are longer than a button can carry."""
    return f"{zlib.crc32(value.encode()):08x}"


def _is_link(link: tuple[str, str]) -> bool:
    label, address = link
    return bool(label) and len(label) <= LONGEST_CHOICE and address.startswith(("https://", "http://"))


async def _add(tx: Tx, clock: Clock, staff: Visitor, streams: list[Stream], part: Part, urgent: bool) -> None:
    person, now = staff.own_person, clock.now()
    current = current_stream(streams, day_in(now, MOSCOW), staff.chosen_stream_id)
    await broadcasts.add(
        tx,
        staff.user_id,
        None if person is None else person.id,
        urgent,
        Audience(() if current is None else (current.id,)),
        Buttons(ack=urgent).dumped(),
        [part],
        now,
    )


async def _draft(tx: Tx, clock: Clock, visitor: Visitor, broadcast_id: int) -> tuple[Broadcast, list[Stream]]:
    """Return a draft of the visitor's, which nobody else changes meanwhile."""
    one, _staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
    require_state(one, State.DRAFT)
    return one, streams


async def _aim(tx: Tx, one: Broadcast, audience: Audience) -> None:
    await broadcasts.change(tx, one.id, audience=rules.dumped(audience))


async def _set(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, **values: object) -> Card:
    async with db.write() as tx:
        _one, streams = await _draft(tx, clock, visitor, broadcast_id)
        await broadcasts.change(tx, broadcast_id, **values)
        await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, clock.now())
        return await _card(tx, clock, visitor, broadcast_id, streams)


async def _card(tx: Tx, clock: Clock, visitor: Visitor, broadcast_id: int, streams: list[Stream]) -> Card:
    one = await broadcasts.broadcast(tx, broadcast_id)
    if one is None:
        raise Refusal("error-broadcast-gone")
    return await card_of(tx, clock, visitor.user_id, one, streams)
