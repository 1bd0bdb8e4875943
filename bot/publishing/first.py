"""The draft in the chat: what it changes, and publishing the first programme of a stream."""

from dataclasses import dataclass

from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_role
from bot.programme.model import Stream
from bot.publishing.actions import publish_step
from bot.publishing.changes import DraftChanges, draft_changes
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from db import invitations, programme
from db.editions import lock_programme
from db.engine import Database, Tx


@dataclass(frozen=True, slots=True)
class Draft:
    """A stream's draft; `changes` is None where there is none. `people` are enrolled at present."""

    stream: Stream
    changes: DraftChanges | None
    people: int


async def look_at_draft(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> Draft:
    """Return the draft of a stream the visitor organizes."""
    async with db.read() as tx:
        stream = await _organized(tx, clock, visitor, stream_id)
        people = await invitations.count_enrolled(tx, stream_id, clock.now().date())
        return Draft(stream, await draft_changes(tx, stream_id), people)


async def publish_first(
    db: Database, clock: Clock, visitor: Visitor, stream_id: int, edition_id: int
) -> Stream:
    """Publish the draft that was shown, where people see nothing of the stream's programme yet.

    A second tap changes nothing. Raises OutOfDate when the draft is another one by now.
    """
    async with db.write() as tx:
        await lock_programme(tx)
        stream = await _organized(tx, clock, visitor, stream_id)
        if stream.published_id == edition_id:
            return stream
        if stream.published_id is not None:
            raise Refusal("error-published-before")
        await publish_step(tx, clock, stream_id, edition_id)
        return stream


async def _organized(tx: Tx, clock: Clock, visitor: Visitor, stream_id: int) -> Stream:
    require_role(await present_visitor(tx, clock, visitor), stream_id, Role.ORGANIZER)
    stream = next((one for one in await programme.all_streams(tx) if one.id == stream_id), None)
    if stream is None:
        raise NotAllowed
    return stream
