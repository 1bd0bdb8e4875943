"""What recipients do: they tap «Ознакомлен(а)» or a choice."""

from bot.broadcasts.model import Broadcast, State
from bot.broadcasts.notices import key_of
from bot.people.actions import self_of
from bot.people.model import Visitor
from bot.people.rights import require_admission
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from db import broadcast_answers, broadcasts
from db import broadcast_reports as reports
from db.engine import Database, Tx
from db.updates import first_time


async def answer(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, choice: int) -> Broadcast:
    """Write somebody's answer; another choice takes the place of the one before.

    Refuses whoever is no recipient, and an answer to what was retracted or asks for none any more.
    """
    async with db.write() as tx:
        one, person_id = await _asked(tx, clock, visitor, broadcast_id)
        if not 0 <= choice < one.buttons.answers:
            raise Refusal("error-broadcast-retracted")
        if await first_time(tx, visitor.update_id, "answer-broadcast", clock.now()):
            await broadcast_answers.save_answer(tx, one.id, person_id, choice, clock.now())
        return one


async def asked(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> Broadcast:
    """Return a broadcast that waits for the visitor's answer; refuses whoever is no recipient."""
    async with db.read() as tx:
        one, _person_id = await _asked(tx, clock, visitor, broadcast_id)
        if not one.buttons.answers:
            raise Refusal("error-broadcast-retracted")
        return one


async def _asked(tx: Tx, clock: Clock, visitor: Visitor, broadcast_id: int) -> tuple[Broadcast, int]:
    own = await self_of(tx, clock, visitor)
    require_admission(own)
    one = await broadcasts.broadcast(tx, broadcast_id)
    if one is None or one.state in {State.RETRACTED, State.DRAFT, State.APPROVAL}:
        raise Refusal("error-broadcast-retracted")
    if own.person is None or not await reports.frozen(tx, key_of(one.id, own.person.id)):
        raise NotAllowed("error-broadcast-not-yours")
    return one, own.person.id
