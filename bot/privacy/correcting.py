"""Requests to correct the roster: a person asks, an organizer of their streams decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.people.access_actions import organized
from bot.people.actions import present_visitor, self_of
from bot.people.corrections import Correction, Field, State, as_written, present_value, understood
from bot.people.model import Person, Role, Visitor
from bot.people.rights import require_admission
from bot.people.roster import Account
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import access, corrections, roster
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry, awaited
from db.updates import first_time

AWAITED = "mydata:correction"
"""What is awaited from somebody who is to type how something reads correctly."""

MOST_OTHER = 5
"""Waiting requests in free words of one person."""


@dataclass(frozen=True, slots=True)
class Listener:
    """An organizer who is told of a request."""

    chat_id: int
    locale: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A request that was decided, and whom to tell; None for somebody without an account."""

    correction: Correction
    account: Account | None


async def ask(
    db: Database, clock: Clock, visitor: Visitor, field: Field, words: str
) -> tuple[Correction, Sequence[Listener]]:
    """Keep a request, in place of a waiting one about the same; return the organizers who are told.

    Refuses what the workbook would not understand and what the roster says already.
    """
    async with db.write() as tx:
        person = _person(await self_of(tx, clock, visitor))
        wanted = as_written(field, words)
        if await first_time(tx, visitor.update_id, "ask-correction", clock.now()):
            await _add(tx, clock, person, field, wanted)
            if (await awaited(tx, visitor.user_id, visitor.chat_id, clock.now())).state == AWAITED:
                await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, clock.now())
        mine = [one for one in await corrections.waiting_of(tx, person.id) if one.field is field]
        if not mine:
            raise OutOfDate
        return mine[-1], await _listeners(tx, clock, person)


async def waiting(db: Database, clock: Clock, visitor: Visitor) -> Sequence[Correction]:
    """Return what waits in the streams the visitor organizes, the oldest first."""
    async with db.read() as tx:
        return await corrections.waiting_in(tx, await _streams(tx, clock, visitor))


async def look(db: Database, clock: Clock, visitor: Visitor, correction_id: int) -> Correction:
    """Return a request that waits, for an organizer."""
    async with db.read() as tx:
        found = await _of_own_streams(tx, clock, visitor, correction_id)
        return await _still_waiting(tx, found)


async def decide(db: Database, clock: Clock, visitor: Visitor, correction_id: int, *, done: bool) -> Decision:
    """Write the new value into the roster, or refuse; the first organizer decides."""
    async with db.write() as tx:
        found = await _of_own_streams(tx, clock, visitor, correction_id)
        if await first_time(tx, visitor.update_id, "decide-correction", clock.now()):
            await _still_waiting(tx, found)
            old = present_value(found.person, found.field)
            if done and found.field is not Field.OTHER:
                await corrections.change_person(tx, found.person.id, understood(found.field, found.words))
            state = State.DONE if done else State.REFUSED
            verdict = {"state": state, "decided_by": visitor.user_id, "decided_at": clock.now()}
            if not await corrections.close_correction(tx, correction_id, old=old, **verdict):
                raise OutOfDate
        decided = await corrections.correction(tx, correction_id)
        if decided is None:
            raise OutOfDate
        return Decision(decided, await roster.account(tx, decided.person.id))


async def _add(tx: Tx, clock: Clock, person: Person, field: Field, wanted: str) -> None:
    if not await roster.parts_of(tx, person.id):  # an assistant: no organizer looks after them
        raise Refusal("error-correction-no-stream")
    old = present_value(person, field)
    if wanted == old:
        raise Refusal("error-correction-same")
    others = [one for one in await corrections.waiting_of(tx, person.id) if one.field is Field.OTHER]
    if field is Field.OTHER and len(others) >= MOST_OTHER:
        raise Refusal("error-correction-many")
    await corrections.add_correction(tx, person.id, field, old, wanted, clock.now())


async def _listeners(tx: Tx, clock: Clock, person: Person) -> list[Listener]:
    streams = {part.stream.id for part in await roster.parts_of(tx, person.id)}
    listeners = []
    for user_id in await access.organizer_accounts(tx, clock.now().date()):
        organizer = await self_of(tx, clock, Visitor(user_id, user_id, "ru"))
        if organizer.admitted and any(Role.ORGANIZER in organizer.roles_in(item) for item in streams):
            listeners.append(Listener(organizer.chat_id, organizer.locale))
    return listeners


async def _streams(tx: Tx, clock: Clock, visitor: Visitor) -> list[int]:
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    streams = await organized(tx, present)
    if not streams:
        raise NotAllowed
    return streams


async def _of_own_streams(tx: Tx, clock: Clock, visitor: Visitor, correction_id: int) -> Correction:
    streams = await _streams(tx, clock, visitor)
    found = await corrections.correction(tx, correction_id)
    theirs = [] if found is None else await roster.parts_of(tx, found.person.id)
    if found is None or not any(part.stream.id in streams for part in theirs):
        raise NotAllowed
    return found


async def _still_waiting(tx: Tx, found: Correction) -> Correction:
    if found.state is State.REPLACED:
        raise Refusal("error-correction-replaced")
    if found.state is not State.WAITING:
        name = await access.name_behind(tx, found.decided_by)
        raise (
            Refusal("error-request-decided", name=name) if name else Refusal("error-request-decided-by-admin")
        )
    return found


def _person(visitor: Visitor) -> Person:
    if visitor.person is None:
        raise NotAllowed
    return visitor.person
