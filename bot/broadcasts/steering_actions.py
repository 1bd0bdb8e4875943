"""While a broadcast is under way: pause, resume, cancel, and try again what did not arrive."""

from bot.broadcasts.card_actions import MAIN, existing, note, present_card, require_state
from bot.broadcasts.model import Broadcast, Card, Deed, State
from bot.broadcasts.notices import OF_USE
from bot.notices.model import State as NoticeState
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from db import broadcast_plan as plan
from db import broadcasts
from db.engine import Database, Tx
from db.updates import first_time

UNSENT = (NoticeState.QUEUED, NoticeState.HELD)
CALLED_OFF = "cancelled"


async def pause(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> Card:
    """Hold what is not sent yet."""
    return await _turn(db, clock, None, visitor, broadcast_id, State.SENDING, State.PAUSED)


async def resume(db: Database, clock: Clock, planning: Planning, visitor: Visitor, broadcast_id: int) -> Card:
    """Let what is held go on, however long it was held."""
    return await _turn(db, clock, planning, visitor, broadcast_id, State.PAUSED, State.SENDING)


async def _turn(
    db: Database,
    clock: Clock,
    planning: Planning | None,
    visitor: Visitor,
    broadcast_id: int,
    was: State,
    to: State,
) -> Card:
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        if one.state is was and await first_time(tx, visitor.update_id, f"broadcast-{to}", clock.now()):
            await broadcasts.change(tx, one.id, state=to)
            within, subject = one.audience.streams, one.subject
            if planning is None:
                held = NoticeState.HELD
                await plan.turn(tx, within, subject, [NoticeState.QUEUED], held, reason="")
            else:
                await plan.let_go_on(tx, within, subject, clock.now() + OF_USE)
                await planning.put(tx, clock.now(), [])
            await note(tx, clock, staff, one, Deed.PAUSED if planning is None else Deed.RESUMED, [])
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def cancel(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> Card:
    """Send no more; what was sent stays."""
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        going = one.state in {State.SENDING, State.PAUSED}
        if going and await first_time(tx, visitor.update_id, "cancel-broadcast", clock.now()):
            await call_off(tx, clock, one)
            await broadcasts.change(tx, one.id, state=State.CANCELLED)
            await note(tx, clock, staff, one, Deed.CANCELLED, [])
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def call_off(tx: Tx, clock: Clock, one: Broadcast) -> None:
    """Step: take what is not sent yet out of the plan."""
    values = {"reason": CALLED_OFF, "settled_at": clock.now()}
    streams, cancelled = one.audience.streams, NoticeState.CANCELLED
    await plan.turn(tx, streams, one.subject, UNSENT, cancelled, **values)
    for mark in ("calls", "deadline"):
        await plan.turn(tx, streams, f"{one.subject}:{mark}", UNSENT, cancelled, **values)


async def retry(db: Database, clock: Clock, planning: Planning, visitor: Visitor, broadcast_id: int) -> Card:
    """Send again to those whom a reason kept from it that may have passed."""
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        require_state(one, State.SENDING)
        now = clock.now()
        if await first_time(tx, visitor.update_id, "retry-broadcast", now):
            within = one.audience.streams
            count = await plan.queue_again(tx, within, one.subject, MAIN, now, now + OF_USE)
            if not count:
                raise Refusal("error-broadcast-nobody")
            await planning.put(tx, now, [])
            await note(tx, clock, staff, one, Deed.RETRIED, [])
        return await present_card(tx, clock, visitor, broadcast_id, streams)
