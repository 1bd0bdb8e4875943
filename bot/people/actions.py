"""What people do to enter and to set things for themselves: one verb, one transaction."""

from collections.abc import Iterable
from dataclasses import replace

from bot.notices.model import Scope
from bot.notices.planning import Planning
from bot.people import consent
from bot.people.model import Enrolment, Person, Visitor
from bot.people.rights import require_admission
from bot.programme.model import Stream
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate
from db import people, programme, visitors
from db.engine import Database, Tx
from db.updates import first_time


async def look_up(db: Database, clock: Clock, newcomer: Visitor) -> Visitor:
    """Return who is behind the account of an update; a newcomer stays as given."""
    async with db.read() as tx:
        return await _visitor(tx, clock, newcomer)


async def give_consent(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, purpose: str, version: int
) -> Visitor:
    """Write the visitor's own consent to a purpose; from now on the person gets what is still ahead.

    OutOfDate when the text seen is not the present one.
    """
    async with db.write() as tx:
        own = await self_of(tx, clock, visitor)
        if own.person is None:
            raise NotAllowed
        if consent.VERSIONS.get(purpose) != version:
            raise OutOfDate("error-consent-changed")
        if await first_time(tx, visitor.update_id, "consent", clock.now()):
            await people.save_consent(tx, own.person.id, purpose, version, clock.now())
            await plan_for(tx, clock, planning, own.person.id, own.enrolments)
        return await _visitor(tx, clock, visitor)


async def choose_stream(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> Visitor:
    """Make a stream of the person the current one; NotAllowed for any other."""
    async with db.write() as tx:
        present = await _visitor(tx, clock, visitor)
        require_admission(present)
        if stream_id not in {stream.id for stream in await _streams(tx, present)}:
            raise NotAllowed
        if await first_time(tx, visitor.update_id, "choose-stream", clock.now()):
            await people.change_account(tx, visitor.user_id, stream_id=stream_id)
        return await _visitor(tx, clock, visitor)


async def streams(db: Database, clock: Clock, visitor: Visitor) -> list[Stream]:
    """Return the streams the visitor may look at, the earliest first; an administrator, every stream."""
    async with db.read() as tx:
        present = await _visitor(tx, clock, visitor)
        require_admission(present)
        return await _streams(tx, present)


async def choose_language(db: Database, clock: Clock, visitor: Visitor, locale: str) -> Visitor:
    """Speak another language from now on; strangers too are remembered for it."""
    async with db.write() as tx:
        if await first_time(tx, visitor.update_id, "choose-language", clock.now()):
            await people.save_account(tx, visitor.user_id, visitor.chat_id, locale, clock.now())
            await people.change_account(tx, visitor.user_id, locale=locale)
        return await _visitor(tx, clock, visitor)


async def mark_reachable(db: Database, clock: Clock, visitor: Visitor, reachable: bool) -> None:
    """Note that the person blocked the bot or came back."""
    async with db.write() as tx:
        if await first_time(tx, visitor.update_id, "reachable", clock.now()):
            await people.change_account(tx, visitor.user_id, reachable=reachable)


async def remember_menu(db: Database, visitor: Visitor, menu: str) -> None:
    """Note which command menu the messenger shows this account."""
    async with db.write() as tx:
        await people.change_account(tx, visitor.user_id, menu=menu)


async def bind(tx: Tx, clock: Clock, visitor: Visitor, person: Person) -> None:
    """Step: tie the visitor's account to a person of the roster."""
    await people.save_account(tx, visitor.user_id, visitor.chat_id, visitor.locale, clock.now())
    await people.change_account(
        tx, visitor.user_id, person_id=person.id, chat_id=visitor.chat_id, reachable=True
    )


async def plan_for(
    tx: Tx, clock: Clock, planning: Planning, person_id: int, enrolments: Iterable[Enrolment]
) -> None:
    """Step: plan again what somebody is to be told in some streams."""
    for part in sorted(enrolments, key=lambda part: part.stream.id):
        await planning.replan(tx, clock.now(), Scope(part.stream.id, people=frozenset({person_id})))


async def present_visitor(tx: Tx, clock: Clock, visitor: Visitor) -> Visitor:
    """Step: read the visitor again inside a transaction, so that rights are those of this moment."""
    return await _visitor(tx, clock, visitor)


async def self_of(tx: Tx, clock: Clock, visitor: Visitor) -> Visitor:
    """Step: read the visitor again as themselves, also while acting for somebody as an assistant."""
    return await _visitor(tx, clock, visitor, as_assistant=False)


async def _streams(tx: Tx, visitor: Visitor) -> list[Stream]:
    if visitor.administrator:
        return await programme.all_streams(tx)
    return [enrolment.stream for enrolment in visitor.enrolments]


async def _visitor(tx: Tx, clock: Clock, visitor: Visitor, as_assistant: bool = True) -> Visitor:
    version = consent.VERSIONS[consent.PROCESSING]
    found = await visitors.visitor(tx, visitor.user_id, clock.now().date(), version, as_assistant)
    return visitor if found is None else replace(found, update_id=visitor.update_id)
