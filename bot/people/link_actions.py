"""What organizers do with the personal links of their stream: look, hand out, issue anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.people import invitations as rules
from bot.people.actions import present_visitor
from bot.people.invitations import Invitation
from bot.people.model import Person, Role, Visitor
from bot.people.rights import require_role
from bot.programme.model import Stream
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from db import access, invitations, programme
from db.engine import Database, Tx
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Somebody who has not entered yet, with the link that opens now and its last moment."""

    person: Person
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Links:
    """The links of everybody of a stream who has not entered, by name."""

    stream: Stream
    people: Sequence[Outstanding]

    def of(self, person_id: int) -> Outstanding:
        """Return one person's link; a Refusal where the person has entered or left meanwhile."""
        found = next((item for item in self.people if item.person.id == person_id), None)
        if found is None:
            raise Refusal("error-nothing-to-invite")
        return found


async def links(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> Links:
    """Return a link for everybody of an organized stream who has not entered; earlier open ones stay."""
    async with db.write() as tx:
        stream = await _organized(tx, clock, visitor, stream_id)
        return Links(stream, await outstanding(tx, clock, stream.id))


async def new_link(db: Database, clock: Clock, visitor: Visitor, stream_id: int, person_id: int) -> Links:
    """Issue one person's link anew: the old one opens nothing from this moment."""
    async with db.write() as tx:
        stream = await _organized(tx, clock, visitor, stream_id)
        Links(stream, await outstanding(tx, clock, stream.id)).of(person_id)
        if await first_time(tx, visitor.update_id, "new-link", clock.now()):
            await reissue(tx, clock, person_id)
        return Links(stream, await outstanding(tx, clock, stream.id))


async def reissue(tx: Tx, clock: Clock, person_id: int) -> str:
    """Step: revoke whatever still opens for a person and return a new code."""
    await shut(tx, clock, person_id)
    return (await _issue(tx, clock, person_id, rules.LIFETIME)).code


async def shut(tx: Tx, clock: Clock, person_id: int) -> None:
    """Step: close every way in that was opened for a person: links, and requests granted before."""
    await invitations.revoke(tx, person_id, clock.now())
    await access.forget_grants(tx, person_id)


async def open_or_new(tx: Tx, clock: Clock, person_id: int) -> str:
    """Step: return the code that opens for a person, a new one where none does."""
    found = (await invitations.open_of(tx, [person_id], clock.now())).get(person_id)
    return (found or await _issue(tx, clock, person_id, rules.LIFETIME)).code


async def outstanding(
    tx: Tx, clock: Clock, stream_id: int, lifetime: timedelta = rules.LIFETIME
) -> list[Outstanding]:
    """Step: see that everybody of a stream who has not entered has a link that opens."""
    missing = await invitations.not_entered(tx, stream_id, clock.now().date())
    known = await invitations.open_of(tx, [person.id for person in missing], clock.now())
    found = []
    for person in missing:
        invitation = known.get(person.id) or await _issue(tx, clock, person.id, lifetime)
        found.append(Outstanding(person, invitation.code, invitation.expires_at))
    return found


async def _issue(tx: Tx, clock: Clock, person_id: int, lifetime: timedelta) -> Invitation:
    code, now = rules.new_code(), clock.now()
    await invitations.save(tx, person_id, code, now, now + lifetime)
    return Invitation(0, code, person_id, now + lifetime, None, None)


async def _organized(tx: Tx, clock: Clock, visitor: Visitor, stream_id: int) -> Stream:
    present = await present_visitor(tx, clock, visitor)
    require_role(present, stream_id, Role.ORGANIZER)
    stream = next((item for item in await programme.all_streams(tx) if item.id == stream_id), None)
    if stream is None:
        raise NotAllowed
    return stream
