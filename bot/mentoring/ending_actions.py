"""Ending a mentorship: either side asks with a reason, organizers end it or let it go on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.mentoring import ending as rules
from bot.mentoring.match_notices import NAMES as PROPOSAL_NAMES
from bot.mentoring.meeting_actions import replan
from bot.mentoring.mentorships import Life, Phase, Side
from bot.mentoring.standing_actions import Standing, organized_life, standing
from bot.notices.model import Notice, Scope
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate, Refusal
from db import mentorship_requests as requests
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.meeting_reads import cancel_ahead
from db.members import staff_of
from db.mentorship_lives import life, lives_by_id, lock
from db.mentorships import close
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class EndFacts:
    """A mentorship as its end is told of; `side` is the reader's, None for an organizer."""

    life: Life
    side: Side | None


async def ask_end(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, mentorship_id: int, words: str
) -> Standing:
    """Ask the organizers to end a mentorship, with a reason; till they decide it goes on."""
    async with db.write() as tx:
        await lock(tx, mentorship_id)
        me = await standing(tx, clock, visitor, mentorship_id)
        reason = " ".join(words.split())
        if not reason:
            raise Refusal("error-end-reason")
        now = clock.now()
        if await first_time(tx, visitor.update_id, "ask-end", now):
            await requests.add_request(tx, me.one.id, me.side, me.person.id, reason[: rules.WORDS], now)
            staff = await staff_of(tx, me.one.stream.id, now.date())
            await planning.put(tx, now, rules.to_organizers(me.one, staff, now))
            await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, now)
        return await standing(tx, clock, visitor, mentorship_id)


async def end(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, mentorship_id: int, reason: str = ""
) -> Life:
    """End a mentorship: what is ahead is cancelled, both sides are told; twice changes nothing."""
    async with db.write() as tx:
        await lock(tx, mentorship_id)
        staff, found = await organized_life(tx, clock, visitor, mentorship_id)
        now = clock.now()
        if found.one.runs and await first_time(tx, visitor.update_id, "end-mentorship", now):
            by = staff.own_person.id if staff.own_person else None
            asked = found.one.asked
            said = " ".join(reason.split())[: rules.WORDS] or (asked.words if asked else "")
            await cancel_ahead(tx, mentorship_id, now)
            await close(tx, mentorship_id, Phase.ENDED, by, now, said)
            await requests.settle_request(tx, mentorship_id, by, now)
            await planning.put(tx, now, rules.to_both(rules.ENDED, found.one, (), now))
            await replan(tx, now, planning, found.one.stream.id)
            await planning.replan(tx, now, Scope(found.one.stream.id), PROPOSAL_NAMES)
        return await _again(tx, clock, mentorship_id)


async def let_go_on(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, mentorship_id: int
) -> Life:
    """Refuse to end a mentorship; whoever asked hears of it."""
    async with db.write() as tx:
        await lock(tx, mentorship_id)
        staff, found = await organized_life(tx, clock, visitor, mentorship_id)
        asked, now = found.one.asked, clock.now()
        if asked is not None and found.one.runs and await first_time(tx, visitor.update_id, "let-go-on", now):
            by = staff.own_person.id if staff.own_person else None
            await requests.settle_request(tx, mentorship_id, by, now)
            others = {person.id for person in found.one.people(asked.by.other)}
            await planning.put(tx, now, rules.to_both(rules.END_REFUSED, found.one, others, now))
        return await _again(tx, clock, mentorship_id)


async def told(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, EndFacts]:
    """Return, by notice id, the mentorship as it is; missing are those of which it is not true any more."""
    lives = await lives_by_id(tx, {rules.ended_number(one.subject) for one in notices}, now.date())
    found = {}
    for notice in notices:
        life = lives.get(rules.ended_number(notice.subject))
        if life is None or not _still(notice, life):
            continue
        person = notice.person_id
        side = next((side for side in Side if person in {one.id for one in life.one.people(side)}), None)
        if side is not None or notice.kind == rules.END_ASKED.name:
            found[notice.id] = EndFacts(life, side)
    return found


def _still(notice: Notice, life: Life) -> bool:
    if notice.kind == rules.ENDED.name:
        return life.one.phase is Phase.ENDED
    if notice.kind == rules.END_ASKED.name:
        return life.one.runs and life.one.asked is not None
    return life.one.runs and life.one.asked is None


async def _again(tx: Tx, clock: Clock, mentorship_id: int) -> Life:
    found = await life(tx, mentorship_id, clock.now().date())
    if found is None:
        raise OutOfDate("error-mentorship-ended")
    return found
