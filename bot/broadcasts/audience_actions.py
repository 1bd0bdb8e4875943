"""Whom a draft is for: streams and conditions are put in and taken out, kept and taken again."""

import zlib
from collections.abc import Mapping
from dataclasses import replace

from bot.broadcasts import audience as rules
from bot.broadcasts.audience import Audience, Field, toggled, with_all, with_stream
from bot.broadcasts.card_actions import everybody_of, organizer, present_card, require_reach
from bot.broadcasts.draft_actions import own_draft
from bot.broadcasts.list_actions import NEWEST
from bot.broadcasts.model import Broadcast, Card, State
from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from db import broadcast_log, broadcasts
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.updates import first_time

LONGEST_TITLE = 40
"""Characters of a kept audience's title."""

Values = Mapping[str, tuple[str, int]]
"""Values of a condition with their names and how many people have each."""


async def aim(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, field: Field, mark: str, excluded: bool
) -> Card:
    """Put a value (by its mark) into a condition of a draft, or take it out."""
    async with db.write() as tx:
        one, streams = await own_draft(tx, clock, visitor, broadcast_id)
        asked = replace(one.audience, terms=())
        everybody = await choice(tx, clock, streams, asked, field)
        value = next((one for one in everybody if marked(one) == mark), None)
        if value is None:
            raise Refusal("error-broadcast-value")
        if await first_time(tx, visitor.update_id, "aim-broadcast", clock.now()):
            await _aim(tx, one, toggled(one.audience, field, value, excluded))
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def aim_stream(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, stream_id: int, whole: bool = False
) -> Card:
    """Put a stream (`whole`: all of its programme's that the visitor organizes) in, or take it out.

    NotAllowed for a stream of others.
    """
    async with db.write() as tx:
        one, streams = await own_draft(tx, clock, visitor, broadcast_id)
        wanted = with_stream(one.audience, stream_id)
        require_reach(Audience((stream_id,)), streams)
        if whole:
            programme = next(stream.programme_id for stream in streams if stream.id == stream_id)
            wanted = with_all(one.audience, [one.id for one in streams if one.programme_id == programme])
        if await first_time(tx, visitor.update_id, "aim-stream", clock.now()):
            await _aim(tx, one, wanted)
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def aim_anew(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, audience: Audience | None = None
) -> Card:
    """Take all conditions out of a draft's audience, or put another audience in its place."""
    async with db.write() as tx:
        one, streams = await own_draft(tx, clock, visitor, broadcast_id)
        wanted = replace(one.audience, terms=(), chats=False) if audience is None else audience
        require_reach(wanted, streams)
        await _aim(tx, one, wanted)
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def with_chats(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, chats: bool) -> Card:
    """Add the group chats of a draft's streams to the recipients, or leave them out."""
    async with db.write() as tx:
        one, streams = await own_draft(tx, clock, visitor, broadcast_id)
        await _aim(tx, one, replace(one.audience, chats=chats))
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def values(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, field: Field
) -> tuple[Card, Values]:
    """Return a draft and what a condition may ask for: values with their people, the most common first."""
    async with db.read() as tx:
        one, streams = await own_draft(tx, clock, visitor, broadcast_id)
        found = await choice(tx, clock, streams, replace(one.audience, terms=()), field)
        return await present_card(tx, clock, visitor, broadcast_id, streams), found


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
    sent = [
        one.id
        for one in await broadcasts.newest_whose(tx)
        if one.state in {State.SENDING, State.PAUSED} and within.issuperset(one.audience.streams)
    ][:NEWEST]
    found = await broadcasts.by_id(tx, sent)
    return {
        str(number): (found[number].first_words, found[number].size)
        for number in sent
        if found[number].buttons.answers
    }


async def save_audience(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, title: str) -> Card:
    """Keep a draft's audience under a title."""
    async with db.write() as tx:
        one, streams = await own_draft(tx, clock, visitor, broadcast_id)
        await broadcast_log.save_audience(tx, title[:LONGEST_TITLE], one.audience, visitor.user_id)
        await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, clock.now())
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def load_audience(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, audience_id: int
) -> Card:
    """Put a kept audience into a draft; refuses one that is gone or reaches further than the visitor."""
    found = next((one for one in await audiences(db, clock, visitor) if one[0] == audience_id), None)
    if found is None:
        raise Refusal("error-broadcast-value")
    return await aim_anew(db, clock, visitor, broadcast_id, found[2])


async def forget_audience(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, audience_id: int
) -> Card:
    """Keep an audience no longer; one that is gone already, or reaches further, is left alone."""
    kept = await audiences(db, clock, visitor)
    async with db.write() as tx:
        _one, streams = await own_draft(tx, clock, visitor, broadcast_id)
        if any(one[0] == audience_id for one in kept):
            await broadcast_log.forget_audience(tx, audience_id)
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def audiences(db: Database, clock: Clock, visitor: Visitor) -> list[tuple[int, str, Audience]]:
    """Return the kept audiences that reach no further than the streams the visitor organizes."""
    async with db.read() as tx:
        _staff, streams = await organizer(tx, clock, visitor)
        within = {stream.id for stream in streams}
        return [one for one in await broadcast_log.audiences(tx) if within.issuperset(one[2].streams)]


async def streams(db: Database, clock: Clock, visitor: Visitor) -> list[Stream]:
    """Return the streams the visitor organizes."""
    async with db.read() as tx:
        return (await organizer(tx, clock, visitor))[1]


def marked(value: str) -> str:
    """Return a short mark of a value, for buttons: values are longer than a button can carry."""
    return f"{zlib.crc32(value.encode()):08x}"


async def _aim(tx: Tx, one: Broadcast, audience: Audience) -> None:
    await broadcasts.change(tx, one.id, audience=rules.dumped(audience))
