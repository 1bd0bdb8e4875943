"""What organizers do about people of their streams: find, look, unbind, let go, take back."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.notices.model import Scope
from bot.notices.planning import Planning
from bot.people.access_actions import organized
from bot.people.actions import present_visitor
from bot.people.link_actions import reissue, shut
from bot.people.model import Person, Role, Visitor
from bot.people.personal_data import ERASED
from bot.people.rights import require_role
from bot.people.roster import Account, PersonCard
from bot.people.search import fits
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from db import access, assistants, invitations, people, roster
from db.engine import Database, Tx
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class Found:
    """Who fits the words, by name, and how many strangers ask for access."""

    people: Sequence[Person]
    waiting: int


async def find(db: Database, clock: Clock, visitor: Visitor, words: str = "") -> Found:
    """Return whom the words mean in the streams the visitor organizes; no words mean everybody."""
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        streams = await _streams(tx, present)
        everybody = await roster.people_of(tx, streams)
        waiting = await access.open_requests(tx)
        return Found([person for person in everybody if fits(person, words)], len(waiting))


async def card(db: Database, clock: Clock, visitor: Visitor, person_id: int) -> PersonCard:
    """Return a person of the visitor's streams."""
    async with db.read() as tx:
        return await card_of(tx, clock, visitor, person_id)


async def unbind(db: Database, clock: Clock, visitor: Visitor, person_id: int) -> tuple[PersonCard, Account]:
    """Untie a person's account, close every link and end what assistants may do in the person's name.

    An administrator's account loses those rights too: only administrators may, and refused is whom the
    settings appoint. Return the card and the account to be told.
    """
    async with db.write() as tx:
        seen = await card_of_other(tx, clock, visitor, person_id)
        if seen.account is None:
            raise Refusal("error-no-account")
        if seen.account.appointed and not seen.by_administrator:
            raise Refusal("error-administrator-unbind")
        if seen.account.appointed == people.BY_SETTINGS:
            raise Refusal("error-administrator-by-settings")
        if await first_time(tx, visitor.update_id, "unbind", clock.now()):
            await people.change_account(
                tx, seen.account.user_id, person_id=None, stream_id=None, appointed=""
            )
            await shut(tx, clock, person_id)
            await assistants.end_all(tx, person_id, clock.now())
        return await card_of(tx, clock, visitor, person_id), seen.account


async def let_go(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, person_id: int, stream_id: int
) -> PersonCard:
    """Take a person out of a stream from today: access and seats end at once."""
    async with db.write() as tx:
        seen = await card_of_other(tx, clock, visitor, person_id)
        await require_part(tx, clock, visitor, seen, stream_id)
        if await first_time(tx, visitor.update_id, "let-go", clock.now()):
            await roster.set_left(tx, person_id, stream_id, clock.now().date())
            await planning.replan(tx, clock.now(), Scope(stream_id, people=frozenset({person_id})))
        return await card_of(tx, clock, visitor, person_id)


async def take_back(
    db: Database, clock: Clock, visitor: Visitor, person_id: int, stream_id: int
) -> PersonCard:
    """Put a person who was let go back into the stream."""
    async with db.write() as tx:
        seen = await card_of_other(tx, clock, visitor, person_id)
        await require_part(tx, clock, visitor, seen, stream_id)
        if await first_time(tx, visitor.update_id, "take-back", clock.now()):
            await roster.set_left(tx, person_id, stream_id, None)
        return await card_of(tx, clock, visitor, person_id)


async def link_anew(db: Database, clock: Clock, visitor: Visitor, person_id: int) -> tuple[PersonCard, str]:
    """Issue a person's link anew; the old one is dead at once. Return the card and the code."""
    async with db.write() as tx:
        seen = await card_of_other(tx, clock, visitor, person_id)
        if seen.account is not None or all(part.left(seen.today) for part in seen.parts):
            raise Refusal("error-nothing-to-invite")
        if await first_time(tx, visitor.update_id, "link-anew", clock.now()):
            await reissue(tx, clock, person_id)
        found = await invitations.open_of(tx, [person_id], clock.now())
        return await card_of(tx, clock, visitor, person_id), found[person_id].code


async def _streams(tx: Tx, visitor: Visitor) -> list[int]:
    streams = await organized(tx, visitor)
    if not visitor.admitted or not (streams or visitor.administrator):
        raise NotAllowed
    return streams


async def card_of(tx: Tx, clock: Clock, visitor: Visitor, person_id: int) -> PersonCard:
    """Step: return a person as the visitor may see them; NotAllowed for people elsewhere or erased."""
    present = await present_visitor(tx, clock, visitor)
    streams = await _streams(tx, present)
    parts = [part for part in await roster.parts_of(tx, person_id) if part.stream.id in streams]
    person = await people.person(tx, person_id)
    if person is None or person.code.startswith(ERASED) or not parts:
        raise NotAllowed
    found = (await invitations.open_of(tx, [person_id], clock.now())).get(person_id)
    account = await roster.account(tx, person_id)
    own = present.person is not None and present.person.id == person_id
    until = None if found is None or account is not None else found.expires_at
    return PersonCard(person, parts, account, until, own, clock.now().date(), present.administrator)


async def card_of_other(tx: Tx, clock: Clock, visitor: Visitor, person_id: int) -> PersonCard:
    """Step: return a person the visitor may do something about: anybody they see but themselves."""
    seen = await card_of(tx, clock, visitor, person_id)
    if seen.own:
        raise Refusal("error-own-account")
    return seen


async def require_part(tx: Tx, clock: Clock, visitor: Visitor, seen: PersonCard, stream_id: int) -> None:
    """Step: refuse unless the visitor organizes the stream and the person has a part in it."""
    present = await present_visitor(tx, clock, visitor)
    require_role(present, stream_id, Role.ORGANIZER)
    if stream_id not in {part.stream.id for part in seen.parts}:
        raise NotAllowed
