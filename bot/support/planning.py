"""Planning the alarms for questions that wait, and what an alarm is made of when it is sent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.notices.model import Notice, Planner, Scope, Wanted
from bot.notices.planning import Planning
from bot.people.assistants import Deed
from bot.programme.settings import QUIET_HOURS
from bot.shared.clock import Clock
from bot.support.model import Question, State
from bot.support.notices import KINDS, Desk, question_number, still_meant, wanted_alarms
from bot.support.settings import PATIENCE
from bot.support.waiting import Manners
from db import assistants, groups, support, support_places, support_recipients, support_waits
from db.coming_events import published_modules
from db.engine import Database, Tx
from db.settings import settings_of_stream

NAMES = frozenset(kind.name for kind in KINDS)


class Idle(StrEnum):
    """Why an alarm is not sent after all."""

    ANSWERED = "answered"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Alarm:
    """What an alarm says: the question as it stands, the last words, and the message it replies to.

    `staff_missing` tells that the stream has no staff chat the bot is in, so that it comes in private.
    """

    question: Question
    words: str
    reply_to: int | None
    staff_missing: bool


async def replan_alarms(tx: Tx, now: datetime, planning: Planning, stream_ids: Iterable[int]) -> None:
    """Step: plan again the alarms of some streams' questions."""
    for stream_id in sorted(stream_ids):
        await planning.replan(tx, now, Scope(stream_id), NAMES)


async def plan_alarms(db: Database, clock: Clock, planning: Planning) -> None:
    """Plan what no change has planned: after an upgrade, or when an organizer can be written to again."""
    async with db.read() as tx:
        streams = await support_waits.streams_waiting(tx)
    for stream_id in streams:
        async with db.write() as tx:
            await replan_alarms(tx, clock.now(), planning, [stream_id])


async def _wanted(tx: Tx, now: datetime, scope: Scope) -> list[Wanted]:
    """Return the alarms a stream's questions ask for; which events or days are planned again is all one."""
    waits = await support_waits.waits_of(tx, scope.stream_id)
    if not waits:
        return []
    settings = await settings_of_stream(tx, scope.stream_id)
    manners = Manners(timedelta(minutes=settings.value(PATIENCE)), settings.value(QUIET_HOURS))
    modules = await published_modules(tx, scope.stream_id)
    desk = await _desk(tx, now, scope.stream_id)
    known = await support_waits.known_alarms(tx, scope.stream_id, [one.question_id for one in waits])
    wanted = wanted_alarms(waits, desk, modules, manners, known, now, scope.stream_id)
    return [one for one in wanted if scope.people is None or one.person_id in scope.people]


PLANNER = Planner(NAMES, _wanted, cancelled="not-needed")
"""The planner of this room: compared is whatever is planned about questions of the stream."""


async def read_alarms(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Alarm | Idle]:
    """Return, by notice id, what each alarm says at this moment, or why there is none any more."""
    streams = {one.stream_id or 0 for one in notices}
    desks = {stream_id: await _desk(tx, now, stream_id) for stream_id in streams}
    return {one.id: await _alarm(tx, one, desks[one.stream_id or 0]) for one in notices}


async def _alarm(tx: Tx, notice: Notice, desk: Desk) -> Alarm | Idle:
    question = await support.question(tx, question_number(notice.subject) or 0)
    if question is None or question.state is State.ANSWERED:
        return Idle.ANSWERED
    if question.waiting_since.isoformat() != notice.params["since"]:
        return Idle.ANSWERED
    if not still_meant(desk, notice.chat_id, notice.person_id):
        return Idle.ELSEWHERE
    row, content = await support.last_asked(tx, question.id)
    through = (await assistants.who_did(tx, Deed.ASKED, [row])).get(row, "")
    chat_id = notice.chat_id or desk.organizers[notice.person_id or 0]
    newest = await support_places.newest_post(tx, question.id, chat_id)
    words = content.text or question.first_words
    return Alarm(replace(question, through=through), words, newest, desk.chat_id is None)


async def _desk(tx: Tx, now: datetime, stream_id: int) -> Desk:
    staff = await groups.staff_chat(tx, stream_id)
    if staff is not None and staff.present:
        return Desk(staff.chat_id, {})
    found = await support_recipients.organizers(tx, stream_id, now.date())
    organizers = {one.person_id: one.chat_id for one in found if one.person_id is not None}
    return Desk(None, organizers, tuple(one.chat_id for one in found if one.person_id is None))
