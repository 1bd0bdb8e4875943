"""What organizers do with questions: take, answer, close, look through; every right is asked here."""

from dataclasses import replace

from bot.notices.planning import Planning
from bot.people.actions import present_visitor
from bot.people.assistants import Deed
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission, require_role
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from bot.support import album_actions
from bot.support.actions import existing
from bot.support.model import Content, Question, State
from bot.support.planning import replan_alarms
from db import assistants, programme, support
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.updates import first_time


async def take(db: Database, clock: Clock, visitor: Visitor, question_id: int) -> Question:
    """Take a question, so that the others know; refuses one that is taken or answered already."""
    async with db.write() as tx:
        staff = await _organizer(tx, clock, visitor, question_id)
        if await first_time(tx, visitor.update_id, "take-question", clock.now()):
            question = await existing(tx, question_id)
            if question.state is State.ANSWERED:
                raise Refusal("error-question-answered", name=question.staff or "–")
            if question.state is State.TAKEN:
                raise Refusal("error-question-taken", name=question.staff or "–")
            await support.change_question(tx, question_id, state=State.TAKEN, staff_id=_id(staff))
        return await existing(tx, question_id)


async def close(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, question_id: int
) -> Question:
    """Mark a question answered (by phone, in the corridor); refuses one that is answered already."""
    async with db.write() as tx:
        staff = await _organizer(tx, clock, visitor, question_id)
        if await first_time(tx, visitor.update_id, "close-question", clock.now()):
            question = await existing(tx, question_id)
            if question.state is State.ANSWERED:
                raise Refusal("error-question-answered", name=question.staff or "–")
            await _answered(tx, clock, planning, question_id, staff)
        return await existing(tx, question_id)


async def answer(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, question_id: int, content: Content
) -> Question:
    """Answer a question: the words go to the person from the bot, an album as one."""
    async with db.write() as tx:
        staff = await _organizer(tx, clock, visitor, question_id)
        if await first_time(tx, visitor.update_id, "answer-question", clock.now()):
            begun = await album_actions.known_thread(tx, visitor, content)
            number = begun or question_id
            await album_actions.put_in(tx, clock, number, content, _id(staff), from_staff=True)
            if begun is None:
                await _answered(tx, clock, planning, number, staff)
                await await_entry(tx, visitor.user_id, content.chat_id, NOTHING, clock.now())
        return await existing(tx, question_id)


async def open_questions(db: Database, clock: Clock, visitor: Visitor) -> list[Question]:
    """Return what is not answered in the streams the visitor organizes, the longest waiting first."""
    async with db.read() as tx:
        staff = await present_visitor(tx, clock, visitor)
        require_admission(staff)
        if not staff.roles & {Role.ORGANIZER, Role.ADMINISTRATOR}:
            raise NotAllowed
        every = await programme.all_streams(tx)
        own = [stream.id for stream in every if Role.ORGANIZER in staff.roles_in(stream.id)]
        return await support.open_questions(tx, own)


async def card(
    db: Database, clock: Clock, visitor: Visitor, question_id: int
) -> tuple[Question, list[tuple[bool, Content]]]:
    """Return a question of a stream the visitor organizes, with its messages in their order."""
    async with db.read() as tx:
        await _organizer(tx, clock, visitor, question_id)
        question = await existing(tx, question_id)
        through = await assistants.last_through(tx, Deed.ASKED, question_id)
        return replace(question, through=through), list(await support.thread(tx, question_id))


async def _organizer(tx: Tx, clock: Clock, visitor: Visitor, question_id: int) -> Visitor:
    staff = await present_visitor(tx, clock, visitor)
    require_admission(staff)
    require_role(staff, (await existing(tx, question_id)).stream.id, Role.ORGANIZER)
    return staff


async def _answered(tx: Tx, clock: Clock, planning: Planning, question_id: int, staff: Visitor) -> None:
    done = {"state": State.ANSWERED, "staff_id": _id(staff), "answered_at": clock.now()}
    await support.change_question(tx, question_id, **done)
    await replan_alarms(tx, clock.now(), planning, [(await existing(tx, question_id)).stream.id])


def _id(staff: Visitor) -> int | None:
    return staff.person.id if staff.person else None
