"""After sending: retract, remind the silent; each is a plan of notices of its own."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.broadcasts.card_actions import MAIN, existing, note, present_card, recipients, require_state, silent
from bot.broadcasts.contents import Part
from bot.broadcasts.letter_actions import silent_recipients
from bot.broadcasts.model import CHANGE, REMINDER, RETRACTION, Broadcast, Card, Deed, Recipient, State
from bot.broadcasts.notices import reminders_of, wanted_follow_up
from bot.broadcasts.steering_actions import call_off
from bot.notices.model import State as NoticeState
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from db import broadcast_log, broadcasts
from db import broadcast_plan as plan
from db.engine import Database, Tx
from db.updates import first_time

REMIND_AGAIN = timedelta(minutes=10)
"""Between two reminders of a broadcast: a second tap, or a second organizer's, is no further one."""

SENT = (State.SENDING, State.PAUSED, State.CANCELLED)


async def retract(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, broadcast_id: int
) -> Card:
    """Take a broadcast back: what waits is not sent any more, what was sent is deleted or overwritten."""
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        if one.state in SENT and await first_time(tx, visitor.update_id, "retract-broadcast", clock.now()):
            await call_off(tx, clock, one)
            await follow(tx, clock, planning, one, one.parts, RETRACTION)
            await broadcasts.change(tx, one.id, state=State.RETRACTED)
            await note(tx, clock, staff, one, Deed.RETRACTED, [])
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def remind(db: Database, clock: Clock, planning: Planning, visitor: Visitor, broadcast_id: int) -> Card:
    """Remind those who got it and have not answered, and nobody else; refuses a second time right after."""
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        require_state(one, *SENT)
        now = clock.now()
        if await first_time(tx, visitor.update_id, "remind-broadcast", now):
            await _require_pause(tx, one, now)
            whom = await silent(tx, one)
            if not whom:
                raise Refusal("error-broadcast-nobody")
            subject = f"{reminders_of(one)}{now:%Y%m%d%H%M}"
            await planning.put(tx, now, wanted_follow_up(REMINDER, subject, whom, now))
            await note(tx, clock, staff, one, Deed.REMINDED, [row[1] for row in whom if row[1]])
        return await present_card(tx, clock, visitor, broadcast_id, streams)


async def _require_pause(tx: Tx, one: Broadcast, now: datetime) -> None:
    last = await broadcast_log.newest(tx, one.id, Deed.REMINDED)
    if last is not None and now - last.at < REMIND_AGAIN:
        raise Refusal("error-broadcast-reminded", count=(now - last.at) // timedelta(minutes=1) + 1)


async def silent_of(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int
) -> tuple[Broadcast, Sequence[Recipient]]:
    """Return who has not answered, with phones, for organizers."""
    async with db.read() as tx:
        one, _staff, _streams = await existing(tx, clock, visitor, broadcast_id)
        return one, await silent_recipients(tx, one)


async def recipients_of(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int
) -> tuple[Broadcast, Sequence[Recipient]]:
    """Return everybody it was frozen for, with what became of it."""
    async with db.read() as tx:
        one, _staff, _streams = await existing(tx, clock, visitor, broadcast_id)
        require_state(one, *SENT, State.RETRACTED)
        return one, await recipients(tx, one)


async def follow(
    tx: Tx,
    clock: Clock,
    planning: Planning,
    one: Broadcast,
    parts: Sequence[Part],
    kind: str = CHANGE,
) -> None:
    """Step: write a further version, and a notice for each message that stands or is about to stand.

    Its reminders, which quote it, are followed beside it: the report counts recipients alone.
    """
    now, number = clock.now(), one.version + 1
    await broadcasts.add_version(tx, one.id, number, parts, now)
    within, states = one.audience.streams, [NoticeState.SENT, NoticeState.CLAIMED]
    followed = {
        f"{one.subject}:change:{number}": await plan.whom(tx, within, one.subject, MAIN, states),
        f"{one.subject}:reminded:{number}": await plan.reminded(tx, within, reminders_of(one), states),
    }
    for subject, rows in followed.items():
        those = [row[:5] for row in rows]
        await planning.put(tx, now, wanted_follow_up(kind, subject, those, now))
