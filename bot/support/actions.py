"""What people do to ask the organizers: one verb, one transaction."""

from bot.notices.planning import Planning
from bot.people.actions import present_visitor, self_of
from bot.people.assistant_actions import record
from bot.people.assistants import Deed
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission
from bot.programme.current import current_stream
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from bot.shared.zones import MOSCOW, day_in
from bot.support import album_actions
from bot.support.model import Content, Question, State, What
from bot.support.planning import replan_alarms
from db import assistants, support, support_places, support_sends
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.updates import first_time


async def ask(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    content: Content,
    question_id: int | None = None,
) -> Question:
    """Put a question to the organizers of the current stream, or go on with an own one.

    What is awaited from the person is done with. A further message of an album goes to where the album
    went. Refuses whoever is in no stream and a question that is gone; NotAllowed for somebody else's.
    """
    async with db.write() as tx:
        asker = await present_visitor(tx, clock, visitor)
        require_admission(asker)
        if await first_time(tx, visitor.update_id, "ask", clock.now()):
            begun = await album_actions.known_thread(tx, visitor, content)
            number = await _thread(tx, clock, asker, content.chat_id, begun or question_id)
            author = asker.person.id if asker.person else None
            for one in await album_actions.whole(tx, content):
                row = await album_actions.put_in(tx, clock, number, one, author, from_staff=False)
                await record(tx, clock, asker, Deed.ASKED, row, number)
            if begun is None:
                await await_entry(tx, visitor.user_id, content.chat_id, NOTHING, clock.now())
            await replan_alarms(tx, clock.now(), planning, [(await existing(tx, number)).stream.id])
        written = await support_places.thread_at(tx, content.chat_id, content.message_id)
        return await existing(tx, written)


async def correct(db: Database, clock: Clock, visitor: Visitor, content: Content) -> bool:
    """Keep the new words of an edited message and pass them on; False for a message of no question.

    Both sides may edit what they wrote: the person in the private chat, organizers in theirs. False, too,
    for whoever could not write it now: who organizes the stream no more, is out of the programme, or is
    neither the person nor an assistant of theirs any longer.
    """
    async with db.write() as tx:
        found = await support.written_at(tx, content.chat_id, content.message_id)
        if found is None:
            return False
        row, number, from_staff = found
        if not await _may_write(tx, clock, visitor, await existing(tx, number), from_staff):
            return False
        first = await first_time(tx, visitor.update_id, "correct-question", clock.now())
        if first and await support.correct_message(tx, row, content, clock.now()):
            await support_sends.put_in_outbox(tx, row, What.EDIT, clock.now())
        return True


async def _may_write(tx: Tx, clock: Clock, visitor: Visitor, question: Question, from_staff: bool) -> bool:
    present = await present_visitor(tx, clock, visitor)
    if from_staff:
        return present.admitted and Role.ORGANIZER in present.roles_in(question.stream.id)
    own = await self_of(tx, clock, visitor)
    if own.person is not None and own.person.id == question.person.id:
        return own.admitted
    return present.admitted and await assistants.may_act(tx, visitor.user_id, question.person.id)


async def thread_of(db: Database, chat_id: int, message_id: int) -> int | None:
    """Return the number of the question a message of a chat belongs to, None for no question."""
    async with db.read() as tx:
        return await support_places.thread_at(tx, chat_id, message_id)


async def existing(tx: Tx, question_id: int | None) -> Question:
    """Step: read a question; refuses where there is none (its person was erased)."""
    found = None if question_id is None else await support.question(tx, question_id)
    if found is None:
        raise Refusal("error-question-gone")
    return found


async def _thread(tx: Tx, clock: Clock, asker: Visitor, chat_id: int, question_id: int | None) -> int:
    """Return the number of the asker's thread or of a new one; answers go where the person wrote last."""
    if asker.person is None:
        raise Refusal("error-question-no-stream")
    if question_id is None:
        streams = [part.stream for part in asker.enrolments]
        stream = current_stream(streams, day_in(clock.now(), MOSCOW), asker.chosen_stream_id)
        if stream is None:
            raise Refusal("error-question-no-stream")
        return await support.add_question(tx, stream.id, asker.person.id, chat_id, clock.now())
    question = await existing(tx, question_id)
    if question.person.id != asker.person.id:
        raise NotAllowed
    if asker.assistance is None:
        await support.change_question(tx, question.id, chat_id=chat_id)
    if question.state is State.ANSWERED:
        state = State.TAKEN if question.staff else State.NEW
        await support.change_question(tx, question.id, state=state, waiting_since=clock.now())
    return question.id


async def is_own(db: Database, visitor: Visitor, question_id: int) -> bool:
    """Tell whether a question is the visitor's own."""
    async with db.read() as tx:
        found = await existing(tx, question_id)
        return visitor.person is not None and found.person.id == visitor.person.id
