"""Group chats of streams: tie, follow, and read the programme for everybody in them."""

from datetime import date

from bot.notices.planning import Planning
from bot.people.actions import present_visitor
from bot.people.model import Enrolment, Person, Role, Visitor
from bot.people.rights import require_admission, require_role
from bot.programme.current import current_stream
from bot.programme.model import Stream
from bot.schedule.lookup import venue_today
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, Refusal
from bot.shared.zones import MOSCOW, day_in
from bot.support import chat_actions
from bot.support.model import Binding, Purpose
from bot.support.planning import replan_alarms
from db import groups, programme, support_sends
from db.engine import Database, Tx
from db.timetable import NOBODY, modules_of
from db.updates import first_time

_NOBODY = Person(NOBODY, "", "", "", "", "", "", "", None, "")


async def bindable(db: Database, clock: Clock, visitor: Visitor) -> list[Stream]:
    """Return the streams the visitor organizes; NotAllowed for whoever organizes none."""
    async with db.read() as tx:
        return await organized(tx, clock, visitor)


async def organized(tx: Tx, clock: Clock, visitor: Visitor) -> list[Stream]:
    """Step: return the streams the visitor organizes; NotAllowed for whoever organizes none."""
    staff = await present_visitor(tx, clock, visitor)
    require_admission(staff)
    every = await programme.all_streams(tx)
    own = [stream for stream in every if Role.ORGANIZER in staff.roles_in(stream.id)]
    if not own:
        raise NotAllowed
    return own


async def bind(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    stream_id: int,
    purpose: Purpose,
    chat_id: int,
    title: str,
) -> Stream:
    """Tie a chat to a stream of the visitor; what waited for a staff chat is sent now.

    Refuses what would end the chat's tie to a stream that the visitor does not organize.
    """
    async with db.write() as tx:
        staff = await present_visitor(tx, clock, visitor)
        require_role(staff, stream_id, Role.ORGANIZER)
        stream = next((one for one in await programme.all_streams(tx) if one.id == stream_id), None)
        if stream is None:
            raise NotAllowed
        if await first_time(tx, visitor.update_id, "bind-chat", clock.now()):
            before = await groups.bindings_of(tx, chat_id)
            for one in before:
                if one.gives_way(purpose) and Role.ORGANIZER not in staff.roles_in(one.stream.id):
                    raise Refusal("error-chat-of-another-stream", stream=one.stream.title)
            await groups.bind(tx, stream_id, purpose, chat_id, title, visitor.user_id, clock.now())
            await support_sends.hurry(tx, clock.now())
            concerned = {stream_id, *(one.stream.id for one in before)}
            await replan_alarms(tx, clock.now(), planning, sorted(concerned))
        return stream


async def mark_presence(db: Database, clock: Clock, planning: Planning, chat_id: int, present: bool) -> None:
    """Note whether the bot is in a chat; the binding outlives its absence."""
    async with db.write() as tx:
        await chat_actions.mark_presence(tx, clock.now(), planning, chat_id, present)


async def follow(db: Database, clock: Clock, planning: Planning, old_id: int, new_id: int) -> None:
    """Follow a group that became a supergroup."""
    async with db.write() as tx:
        await chat_actions.follow(tx, clock.now(), planning, old_id, new_id)


async def binding_of(db: Database, clock: Clock, chat_id: int) -> Binding:
    """Return what a chat is tied to; of several streams the current one. Refuses a chat of none."""
    async with db.read() as tx:
        found = await groups.bindings_of(tx, chat_id)
    stream = current_stream([one.stream for one in found], day_in(clock.now(), MOSCOW), None)
    for one in found:
        if stream is not None and one.stream.id == stream.id:
            return one
    raise Refusal("error-chat-unbound")


async def remember_card(db: Database, chat_id: int, message_id: int) -> None:
    """Note the one message that shows the programme in a chat."""
    async with db.write() as tx:
        await groups.remember_card(tx, chat_id, message_id)


def reader_of(stream: Stream) -> Visitor:
    """Return for whom a stream's chat reads the timetable: nobody's person, but every group's events.

    No personal data can come out of such a reading: the person behind it has no row anywhere.
    """
    everything = Enrolment(stream, frozenset({Role.ORGANIZER}), "", "", "")
    return Visitor(NOBODY, NOBODY, "", person=_NOBODY, enrolments=(everything,), consented=True)


async def today_in(db: Database, clock: Clock, stream: Stream) -> date:
    """Return today's date at the venue a stream is bound for."""
    if stream.published_id is None:
        return day_in(clock.now(), MOSCOW)
    async with db.read() as tx:
        modules = await modules_of(tx, stream.id, stream.published_id)
    return venue_today(modules, clock.now(), MOSCOW)
