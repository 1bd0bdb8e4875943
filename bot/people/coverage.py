"""Who has entered and who has not, for the organizers of a stream."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.people.actions import present_visitor
from bot.people.model import Person, Role, Visitor
from bot.people.rights import require_role
from bot.programme.model import Stream
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from db import invitations, programme
from db.engine import Database


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a stream's people have entered, and who is missing, by name."""

    stream: Stream
    enrolled: int
    missing: Sequence[Person]


async def organized_streams(db: Database, clock: Clock, visitor: Visitor) -> list[Stream]:
    """Return the streams the visitor organizes, the earliest first; NotAllowed where there is none to be."""
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        if not present.admitted or not present.roles & {Role.ORGANIZER, Role.ADMINISTRATOR}:
            raise NotAllowed
        streams = await programme.all_streams(tx)
        return [stream for stream in streams if Role.ORGANIZER in present.roles_in(stream.id)]


async def coverage(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> Coverage:
    """Return who is missing in a stream the visitor organizes."""
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_role(present, stream_id, Role.ORGANIZER)
        stream = next((item for item in await programme.all_streams(tx) if item.id == stream_id), None)
        if stream is None:
            raise NotAllowed
        enrolled = await invitations.count_enrolled(tx, stream_id, clock.now().date())
        return Coverage(stream, enrolled, await invitations.not_entered(tx, stream_id, clock.now().date()))
