"""What is done about assistants: invite, accept, choose whom to act for, end; rights asked in each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.people import assistants as rules
from bot.people.actions import bind, present_visitor, self_of
from bot.people.assistants import Act, Deed, Tie
from bot.people.model import Person, Role, Visitor
from bot.people.roster import Account
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from db import assistants, people, roster
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.updates import first_time

ACTS_SHOWN = 10
"""The newest acts in somebody's name that are told."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Whom somebody has as assistants, and what these did; `own` where the head looks."""

    head: Person
    ties: Sequence[Tie]
    acts: Sequence[Act]
    own: bool

    @property
    def may_invite(self) -> bool:
        """Tell whether there is room for another assistant."""
        return len(self.ties) < rules.MOST


@dataclass(frozen=True, slots=True)
class Helping:
    """For whom the visitor may act, for whom just now (a tie's id), and the own assistants."""

    ties: Sequence[Tie]
    acting: int | None
    mine: Overview | None
    oneself: bool
    """There is something to see for the visitor as themselves."""


@dataclass(frozen=True, slots=True)
class Sides:
    """A tie, and the accounts of both sides to be told, where they have any."""

    tie: Tie
    assistant: Account | None
    head: Account | None


async def helping(db: Database, clock: Clock, visitor: Visitor) -> Helping:
    """Return what `/assistants` shows; NotAllowed for whoever is nobody of the bot's people."""
    async with db.read() as tx:
        present, own = await present_visitor(tx, clock, visitor), await self_of(tx, clock, visitor)
        if own.person is None or not present.own_consented:
            raise NotAllowed
        acting = present.assistance.id if present.assistance else None
        mine = None
        if acting is None and own.admitted and rules.may_have(own.roles):
            mine = await _overview(tx, clock, own.person, own=True)
        ties = await assistants.of_assistant(tx, own.person.id)
        return Helping(ties, acting, mine, own.admitted)


async def overview(db: Database, clock: Clock, visitor: Visitor, head_id: int) -> Overview:
    """Return somebody's assistants, for the person or an organizer of one of their streams."""
    async with db.read() as tx:
        head, own = await _head(tx, clock, visitor, head_id)
        return await _overview(tx, clock, head, own)


async def invite(db: Database, clock: Clock, visitor: Visitor, head_id: int, name: str) -> Tie:
    """Invite an assistant by full name and return the tie with the code of the one-use link.

    What was awaited of the visitor is done with. Refuses a third assistant and what is no name.
    """
    async with db.write() as tx:
        head, own = await _head(tx, clock, visitor, head_id)
        name = rules.read_name(name)
        if await first_time(tx, visitor.update_id, "invite-assistant", clock.now()):
            if not (await _overview(tx, clock, head, own)).may_invite:
                raise Refusal("error-assistant-most")
            now = clock.now()
            await assistants.add_tie(tx, head.id, name, rules.new_code(), now, now + rules.LIFETIME)
            await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, now)
        newest = (await _overview(tx, clock, head, own)).ties[-1:]
        if not newest or newest[0].assistant is not None:
            raise Refusal("error-invitation-unknown")
        return newest[0]


async def open_link(db: Database, clock: Clock, visitor: Visitor, code: str) -> tuple[Tie, str]:
    """Return whose assistant one is invited to be, and as whom one would enter; nothing is used up."""
    async with db.read() as tx:
        tie, own = await _opened(tx, clock, visitor, code)
        return tie, tie.name if own.person is None else own.person.full_name


async def accept(db: Database, clock: Clock, visitor: Visitor, code: str) -> tuple[Visitor, Sides | None]:
    """Make the visitor the assistant; return the visitor acting so, and whom to tell (None when repeated).

    A newcomer becomes a person under the name of the invitation.
    """
    async with db.write() as tx:
        fresh = await first_time(tx, visitor.update_id, "accept-assistant", clock.now())
        told = None
        if fresh:
            tie, own = await _opened(tx, clock, visitor, code)
            person = own.person
            if person is None:
                person = await assistants.add_helper(tx, rules.helper_code(), *rules.parts_of(tie.name))
                await bind(tx, clock, visitor, person)
            if not await assistants.burn(tx, tie.id, person.id, clock.now()):
                raise Refusal("error-invitation-used")
            await assistants.act_for(tx, visitor.user_id, tie.id)
            told = await _told(tx, replace(tie, assistant=person))
        return await present_visitor(tx, clock, visitor), told


async def act_for(db: Database, clock: Clock, visitor: Visitor, tie_id: int) -> Visitor:
    """Act for somebody from now on, or with 0 for oneself; NotAllowed for anybody else's tie."""
    async with db.write() as tx:
        own = await self_of(tx, clock, visitor)
        if own.person is None:
            raise NotAllowed
        known = {tie.id for tie in await assistants.of_assistant(tx, own.person.id)}
        if tie_id and tie_id not in known:
            raise NotAllowed
        if await first_time(tx, visitor.update_id, "act-for", clock.now()):
            await assistants.act_for(tx, visitor.user_id, tie_id or None)
        return await present_visitor(tx, clock, visitor)


async def end(db: Database, clock: Clock, visitor: Visitor, tie_id: int, own: bool) -> tuple[Sides, bool]:
    """End a tie at once: `own` by the assistant, otherwise by the head or an organizer.

    Return both sides and whether it lasted until now. What the assistant asked is answered to the head
    from now on.
    """
    async with db.write() as tx:
        tie = await assistants.tie(tx, tie_id)
        if tie is None:
            raise NotAllowed
        if own:
            helper = (await self_of(tx, clock, visitor)).person
            if helper is None or tie.assistant is None or helper.id != tie.assistant.id:
                raise NotAllowed
        else:
            await _head(tx, clock, visitor, tie.head.id)
        told = await _told(tx, tie)
        lasted = tie.ended_at is None
        if await first_time(tx, visitor.update_id, "end-assistant", clock.now()):
            lasted = await assistants.end(tx, tie.id, clock.now())
        return told, lasted


async def record(tx: Tx, clock: Clock, visitor: Visitor, deed: Deed, subject: int, number: int) -> None:
    """Step: write that something was done in the name of another; nothing where the visitor acts alone.

    `visitor` is as `present_visitor` returned it in this transaction; `subject` is the row done.
    """
    if visitor.assistance is not None and visitor.person is not None:
        head, tie = visitor.person.id, visitor.assistance.id
        await assistants.add_act(tx, tie, head, deed, subject, number, clock.now())


async def _head(tx: Tx, clock: Clock, visitor: Visitor, head_id: int) -> tuple[Person, bool]:
    """Return the person whose assistants the visitor may look after, and whether it is the visitor."""
    present = await present_visitor(tx, clock, visitor)
    if not present.admitted or present.assistance is not None:
        raise NotAllowed
    if present.person is not None and present.person.id == head_id and rules.may_have(present.roles):
        return present.person, True
    today = clock.now().date()
    for part in await roster.parts_of(tx, head_id):
        organized = Role.ORGANIZER in present.roles_in(part.stream.id)
        if organized and not part.left(today) and rules.may_have(frozenset(part.roles)):
            person = await people.person(tx, head_id)
            if person is not None:
                return person, False
    raise NotAllowed


async def _overview(tx: Tx, clock: Clock, head: Person, own: bool) -> Overview:
    ties = await assistants.of_head(tx, head.id, clock.now())
    return Overview(head, ties, await assistants.acts_of(tx, head.id, ACTS_SHOWN), own)


async def _opened(tx: Tx, clock: Clock, visitor: Visitor, code: str) -> tuple[Tie, Visitor]:
    tie = rules.check(await assistants.by_code(tx, code), clock.now())
    own = await self_of(tx, clock, visitor)
    if own.person is not None:
        if own.person.id == tie.head.id:
            raise Refusal("error-assistant-self")
        if any(known.head.id == tie.head.id for known in await assistants.of_assistant(tx, own.person.id)):
            raise Refusal("error-assistant-already", name=tie.head.full_name)
    return tie, own


async def _told(tx: Tx, tie: Tie) -> Sides:
    assistant = None if tie.assistant is None else await roster.account(tx, tie.assistant.id)
    return Sides(tie, assistant, await roster.account(tx, tie.head.id))
