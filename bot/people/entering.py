"""Actions of the ways in: invitations, and the claim of the first administrator."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.people import invitations as rules
from bot.people.actions import bind, present_visitor, self_of
from bot.people.assistants import is_helper
from bot.people.link_actions import Links, outstanding
from bot.people.model import Person, Visitor
from bot.shared.clock import Clock
from bot.shared.errors import Refusal, Trouble
from db import assistants, invitations, people, programme
from db.engine import Database, Tx
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class Link:
    """A person who has not entered yet, and the code of the invitation."""

    person_code: str
    full_name: str
    code: str


async def open_invitation(db: Database, clock: Clock, visitor: Visitor, code: str) -> Person | None:
    """Return whom an invitation is for, so that it can be asked «Вы – …?»; nothing is used up.

    None when the visitor is that person already. Refuses unknown, used, expired and revoked
    invitations, and an account that belongs to somebody else.
    """
    async with db.read() as tx:
        return await _invited(tx, clock, visitor, code)


async def accept_invitation(db: Database, clock: Clock, visitor: Visitor, code: str) -> Visitor:
    """Bind the account to the invited person and use the invitation up.

    Who was nothing but an assistant before is that person from now on, and an assistant still.
    """
    async with db.write() as tx:
        person = await _invited(tx, clock, visitor, code)
        if person is not None and await first_time(tx, visitor.update_id, "accept", clock.now()):
            invitation = rules.check(await invitations.by_code(tx, code), clock.now())
            if not await invitations.burn(tx, invitation.id, clock.now()):
                raise Refusal("error-invitation-used")
            helper = (await self_of(tx, clock, visitor)).person
            await bind(tx, clock, visitor, person)
            if helper is not None:
                await assistants.merge(tx, helper.id, person.id)
        return await present_visitor(tx, clock, visitor)


async def issue_invitations(
    db: Database, clock: Clock, stream_code: str, lifetime: timedelta = rules.LIFETIME
) -> Sequence[Link]:
    """Return an open invitation for everybody of a stream who has not entered; earlier open ones stay."""
    found = await stream_links(db, clock, stream_code, lifetime)
    return [Link(item.person.code, item.person.full_name, item.code) for item in found.people]


async def stream_links(
    db: Database, clock: Clock, stream_code: str, lifetime: timedelta = rules.LIFETIME
) -> Links:
    """Return the same with the people themselves, for the operator; Trouble for an unknown stream."""
    async with db.write() as tx:
        stream = await programme.stream_by_code(tx, stream_code)
        if stream is None:
            raise Trouble(f"There is no stream with the code {stream_code!r}.")
        return Links(stream, await outstanding(tx, clock, stream.id, lifetime))


async def appoint(db: Database, clock: Clock, user_ids: frozenset[int], locale: str) -> None:
    """Make the accounts named in the settings administrators, and nobody else by settings."""
    async with db.write() as tx:
        await people.appoint_from_settings(tx, user_ids, locale, clock.now())


async def prepare_claim(db: Database, clock: Clock) -> str | None:
    """Return a fresh claim code where nobody administers this installation yet, else None."""
    async with db.write() as tx:
        if await people.any_administrator(tx):
            return None
        code = secrets.token_urlsafe(12)
        await invitations.replace_claim_code(tx, _digest(code), clock.now())
        return code


async def claim(db: Database, clock: Clock, visitor: Visitor, code: str) -> Visitor:
    """Make the visitor the first administrator; refuses a wrong or used code."""
    async with db.write() as tx:
        if await first_time(tx, visitor.update_id, "claim", clock.now()):
            if not await invitations.burn_claim_code(tx, _digest(code), clock.now()):
                raise Refusal("error-claim")
            await people.save_account(tx, visitor.user_id, visitor.chat_id, visitor.locale, clock.now())
            await people.change_account(tx, visitor.user_id, appointed=people.BY_CLAIM)
        return await present_visitor(tx, clock, visitor)


async def _invited(tx: Tx, clock: Clock, visitor: Visitor, code: str) -> Person | None:
    if not rules.PAYLOAD.fullmatch(code):
        raise Refusal("error-invitation-unknown")
    invitation = await invitations.by_code(tx, code)
    own = (await self_of(tx, clock, visitor)).person
    if invitation is not None and own is not None and not is_helper(own):
        if own.id == invitation.person_id:
            return None
        raise Refusal("error-account-taken", name=own.full_name)
    invitation = rules.check(invitation, clock.now())
    if await people.account_of(tx, invitation.person_id) is not None:
        raise Refusal("error-person-taken")
    person = await people.person(tx, invitation.person_id)
    if person is None:
        raise Refusal("error-invitation-unknown")
    return person


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
