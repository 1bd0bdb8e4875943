"""What people may demand of their own data: see them, take them along, correct them, have them erased."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.people.actions import self_of
from bot.people.corrections import Correction
from bot.people.model import Person, Visitor
from bot.people.roster import Account, Part
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from bot.shared.personal import Registry, Subject
from db import corrections, privacy, roster
from db.engine import Database
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class OwnData:
    """What the bot knows of a person, for their own eyes."""

    person: Person
    parts: Sequence[Part]
    account: Account | None
    waiting: Sequence[Correction]
    """What an organizer has not decided yet."""
    tables: Mapping[str, Sequence[Mapping[str, Any]]]
    """Every declared row, by the name of its table."""


async def may_ask(db: Database, visitor: Visitor) -> bool:
    """Tell whether somebody has a right to see and erase: whoever is in the roster and agreed once.

    The right outlives the stream, and a text that has changed since.
    """
    own = visitor.own_person
    if own is None or visitor.own_consented:
        return own is not None
    async with db.read() as tx:
        return await privacy.ever_agreed(tx, own.id)


async def own_data(db: Database, clock: Clock, visitor: Visitor, registry: Registry) -> OwnData:
    """Return everything that is kept of the visitor; also without consent and after leaving."""
    async with db.read() as tx:
        person = _person(await self_of(tx, clock, visitor))
        subject = Subject(person.id, visitor.user_id, clock.now())
        return OwnData(
            person,
            await roster.parts_of(tx, person.id),
            await roster.account(tx, person.id),
            await corrections.waiting_of(tx, person.id),
            await privacy.rows_of(tx, registry, subject),
        )


async def erase_own_data(db: Database, clock: Clock, visitor: Visitor, registry: Registry) -> None:
    """Withdraw the consent and erase the visitor: nothing is left that tells who it was.

    Refuses administrators: the settings would appoint the account again.
    """
    async with db.write() as tx:
        present = await self_of(tx, clock, visitor)
        if present.administrator:
            raise Refusal("error-administrator-stays")
        person = _person(present)
        if await first_time(tx, visitor.update_id, "erase-own-data", clock.now()):
            await privacy.erase(tx, registry, Subject(person.id, visitor.user_id, clock.now()))


def _person(visitor: Visitor) -> Person:
    if visitor.person is None:
        raise NotAllowed
    return visitor.person
