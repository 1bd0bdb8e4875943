"""The outbox of questions: claim, and write what became of each send."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.notices.planning import Planning
from bot.people.assistants import Deed
from bot.shared.clock import Clock
from bot.support import chat_actions as chat_steps
from bot.support.model import Job, Question, State, Target
from bot.support.planning import replan_alarms
from db import assistants, groups, people, support, support_places, support_recipients, support_sends
from db.engine import Database, Tx
from db.support_sends import Claimed

LEASE = timedelta(minutes=2)
"""How long a claimed send is one process's own: longer than the slowest send is allowed to take."""

NOWHERE = 0
"""The chat of a person whom nothing reaches: Telegram knows none of this number, and staff is told so."""

PAUSES = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10))
"""Before the repeats of a send that did not work; the last one goes on for as long as it takes."""


async def claim(db: Database, clock: Clock) -> list[Job]:
    """Take what is due to be sent, each with the chats it is for and what stands there already."""
    async with db.write() as tx:
        await support_sends.release_held(tx, clock.now())
        due = await support_sends.claim_due(tx, clock.now(), clock.now() + LEASE)
        return [job for one in due if (job := await _job(tx, clock, one)) is not None]


async def reached(db: Database, job: Job, posts: Sequence[tuple[int, int]]) -> None:
    """Write at once which messages of a chat show a send, so that a repeat leaves these out."""
    async with db.write() as tx:
        await support_sends.add_posts(tx, job.send_id, job.question.id, posts)


async def sent(db: Database, clock: Clock, planning: Planning, job: Job) -> None:
    """Write that a send reached every chat it was for; an answer that was held answers its question now."""
    async with db.write() as tx:
        await support_sends.settle(tx, job.send_id, support_sends.SENT)
        if not job.from_staff or job.question.state is State.ANSWERED:
            return
        asked, _content = await support.last_asked(tx, job.question.id)
        if asked < job.message_row:
            done = {"state": State.ANSWERED, "answered_at": clock.now()}
            await support.change_question(tx, job.question.id, **done)
            await replan_alarms(tx, clock.now(), planning, [job.question.stream.id])


async def failed(db: Database, clock: Clock, planning: Planning, job: Job, verdict: str) -> None:
    """Write that a send is impossible; a question whose answer did not arrive is not answered."""
    async with db.write() as tx:
        await support_sends.settle(tx, job.send_id, support_sends.FAILED, verdict)
        await _reopen(tx, clock, planning, job)


async def hold(db: Database, clock: Clock, planning: Planning, job: Job, verdict: str) -> None:
    """Keep an answer until its person can be written to again; till then the question is not answered."""
    async with db.write() as tx:
        await support_sends.settle(tx, job.send_id, support_sends.HELD, verdict)
        await _reopen(tx, clock, planning, job)


async def later(db: Database, clock: Clock, job: Job, verdict: str, attempts: int = 0) -> None:
    """Try again after a pause."""
    async with db.write() as tx:
        pause = PAUSES[min(attempts, len(PAUSES) - 1)]
        await support_sends.put_off(tx, job.send_id, clock.now() + pause, verdict)


async def at_once(db: Database, clock: Clock, job: Job, verdict: str) -> None:
    """Try again now: the chat it was for is another one."""
    async with db.write() as tx:
        await support_sends.put_off(tx, job.send_id, clock.now(), verdict)


async def chat_lost(db: Database, clock: Clock, planning: Planning, target: Target) -> None:
    """Note that the bot cannot write to a chat any more: a group it was removed from, or a person."""
    async with db.write() as tx:
        if target.user_id is None:
            await chat_steps.mark_presence(tx, clock.now(), planning, target.chat_id, present=False)
        else:
            await people.change_account(tx, target.user_id, reachable=False)


async def chat_moved(db: Database, clock: Clock, planning: Planning, old_id: int, new_id: int) -> None:
    """Follow a group that became a supergroup."""
    async with db.write() as tx:
        await chat_steps.follow(tx, clock.now(), planning, old_id, new_id)


async def _reopen(tx: Tx, clock: Clock, planning: Planning, job: Job) -> None:
    if job.from_staff:
        state = State.TAKEN if job.question.staff else State.NEW
        await support.change_question(tx, job.question.id, state=state, answered_at=None)
        await replan_alarms(tx, clock.now(), planning, [job.question.stream.id])


async def _job(tx: Tx, clock: Clock, one: Claimed) -> Job | None:
    question = await support.question(tx, one.question_id)
    if question is None:
        return None
    question = replace(question, through=await _through(tx, one))
    targets = await _targets(tx, clock, one, question)
    missing = not one.from_staff and all(target.user_id is not None for target in targets)
    posted = await support_sends.posted(tx, one.id)
    return Job(
        send_id=one.id,
        message_row=one.message_row,
        what=one.what,
        question=question,
        contents=one.contents,
        from_staff=one.from_staff,
        author=await support_recipients.full_name(tx, one.author_id),
        opening=one.opening,
        targets=[replace(target, posted=posted.get(target.chat_id, 0)) for target in targets],
        staff_missing=missing,
        attempts=one.attempts,
        reached_before=bool(posted),
    )


async def _through(tx: Tx, one: Claimed) -> str:
    """Return the name of the assistant who wrote what is sent, empty where the person did."""
    first = one.contents[0]
    written = await support.written_at(tx, first.chat_id, first.message_id)
    if one.from_staff or written is None:
        return ""
    return (await assistants.who_did(tx, Deed.ASKED, [written[0]])).get(written[0], "")


async def _targets(tx: Tx, clock: Clock, one: Claimed, question: Question) -> Sequence[Target]:
    """Return the chats a send is for: the person's, the staff chat, or each organizer's without one."""
    if one.from_staff:
        user, chat, locale = await support_recipients.reader(tx, question.id) or (NOWHERE, NOWHERE, None)
        return [Target(chat, locale, user, await support.last_written_in(tx, question.id, chat))]
    staff = await groups.staff_chat(tx, question.stream.id)
    if staff is not None and staff.present:
        newest = await support_places.newest_post(tx, question.id, staff.chat_id)
        return [Target(staff.chat_id, None, None, newest)]
    found = await support_recipients.organizers(tx, question.stream.id, clock.now().date())
    return [
        Target(
            one.chat_id,
            one.locale,
            one.user_id,
            await support_places.newest_post(tx, question.id, one.chat_id),
        )
        for one in found
    ]
