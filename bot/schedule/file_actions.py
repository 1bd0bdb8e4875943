"""Files of an event: organizers attach and remove them, everybody of the stream may have them sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_role
from bot.schedule.files import MOST, Material, SentFile, pending_files
from bot.schedule.kinds import EventKind
from bot.schedule.model import Event
from bot.schedule.reading import Desk, sit_down
from bot.schedule.search import Hit, is_found, sought, words_about
from bot.schedule.search_actions import every_event
from bot.schedule.views import Reader
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from bot.shared.zones import day_in
from db import event_files
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry, awaited
from db.event_files import Told
from db.schedule_cards import found_event
from db.updates import first_time

_WITHOUT_FILES = frozenset({EventKind.MEAL, EventKind.TRANSFER})


@dataclass(frozen=True, slots=True)
class FilesView:
    """The files of an event; `organizes` tells that the reader may attach and remove."""

    reader: Reader
    event: Event
    files: tuple[Material, ...]
    organizes: bool


@dataclass(frozen=True, slots=True)
class Attached:
    """What was attached to an event, what it had already, and how many files it has now."""

    event: Event
    added: tuple[SentFile, ...]
    known: tuple[SentFile, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Loss:
    """A file the messenger no longer takes; `told` are the organizers to be told, once."""

    material: Material
    event: Event
    told: tuple[Told, ...]


async def files(db: Database, clock: Clock, visitor: Visitor, event_id: int) -> FilesView:
    """List the files of an event of one of the visitor's streams."""
    async with sit_down(db, clock, visitor) as desk:
        return await _view(desk, event_id)


async def files_to_edit(db: Database, clock: Clock, visitor: Visitor, event_id: int) -> FilesView:
    """List the files for somebody who may attach and remove; NotAllowed for anybody else."""
    view = await files(db, clock, visitor, event_id)
    if not view.organizes:
        raise NotAllowed
    return view


async def material(db: Database, clock: Clock, visitor: Visitor, attached_id: int) -> Material:
    """Return a file of an event of one of the visitor's streams."""
    async with sit_down(db, clock, visitor) as desk:
        found = await event_files.file(desk.tx, attached_id)
        if found is None:
            raise OutOfDate("error-file-gone")
        await _view(desk, found.event_id)
        return found


async def attach(
    db: Database, clock: Clock, visitor: Visitor, event_id: int, sent: Sequence[SentFile]
) -> Attached:
    """Attach files to an event of a stream the visitor organizes."""
    async with db.write() as tx:
        return await _attach(tx, clock, visitor, event_id, sent)


async def attach_pending(
    db: Database, clock: Clock, visitor: Visitor, chat_id: int, event_id: int
) -> Attached:
    """Attach the files that wait in a chat for an event to be chosen; they wait no longer."""
    async with db.write() as tx:
        entry = await awaited(tx, visitor.user_id, chat_id, clock.now())
        attached = await _attach(tx, clock, visitor, event_id, pending_files(entry.data))
        await await_entry(tx, visitor.user_id, chat_id, NOTHING, clock.now())
        return attached


async def remove(db: Database, clock: Clock, visitor: Visitor, event_id: int, attached_id: int) -> None:
    """Take a file off an event of a stream the visitor organizes; a second tap changes nothing."""
    async with db.write() as tx:
        await organized_event(tx, clock, visitor, event_id)
        found = await event_files.file(tx, attached_id)
        if found is not None and found.event_id != event_id:
            raise OutOfDate("error-file-gone")
        await event_files.remove_file(tx, attached_id)


async def lose(db: Database, clock: Clock, visitor: Visitor, lost: Material) -> Loss:
    """Note that the messenger no longer takes a file; the first time there are organizers to be told."""
    async with db.write() as tx:
        found = await found_event(tx, lost.event_id)
        if found is None or found.details is None:
            raise OutOfDate("schedule-gone-event")
        told: Sequence[Told] = ()
        if await event_files.mark_lost(tx, lost.id, clock.now()):
            told = await event_files.organizers(tx, found.stream_id, clock.now().date())
        others = tuple(one for one in told if one.chat_id != visitor.chat_id)
        return Loss(lost, found.details.event, others)


async def candidates(
    db: Database, clock: Clock, visitor: Visitor, words: Sequence[str] = ()
) -> tuple[Hit, ...]:
    """Return the events of the organized streams a file may be for, those of today first.

    With words, only the events they find; without, no meals and transfers, which seldom have materials.
    Cancelled events are left out.
    """
    async with sit_down(db, clock, visitor) as desk:
        own = [one for one in desk.streams.all if Role.ORGANIZER in desk.visitor.roles_in(one.id)]
        hits = [hit for hit in await every_event(desk, own) if not hit.event.cancelled]
    if words:
        meant = sought(words, {word for hit in hits for word in words_about(hit.event)})
        hits = [hit for hit in hits if is_found(hit.event, meant)]
    else:
        hits = [hit for hit in hits if hit.event.kind not in _WITHOUT_FILES]
    return tuple(sorted(hits, key=_nearness))


async def organized_event(tx: Tx, clock: Clock, visitor: Visitor, event_id: int) -> Event:
    """Step: return a published event of a stream the visitor organizes at this moment."""
    found = await found_event(tx, event_id)
    if found is None:
        raise OutOfDate("schedule-gone-event")
    require_role(await present_visitor(tx, clock, visitor), found.stream_id, Role.ORGANIZER)
    if found.details is None:
        raise OutOfDate("schedule-gone-event")
    return found.details.event


async def _attach(
    tx: Tx, clock: Clock, visitor: Visitor, event_id: int, sent: Sequence[SentFile]
) -> Attached:
    event = await organized_event(tx, clock, visitor, event_id)
    present = await event_files.files_of(tx, event_id)
    if not await first_time(tx, visitor.update_id, "attach-files", clock.now()):
        return Attached(event, tuple(sent), (), len(present))
    if not sent:
        raise Refusal("error-files-gone")
    by = visitor.own_person.id if visitor.own_person else None
    added: list[SentFile] = []
    known: list[SentFile] = []
    for one in sent:
        new = await event_files.add_file(tx, event_id, one, by, clock.now())
        (added if new else known).append(one)
    total = len(await event_files.files_of(tx, event_id))
    if total > MOST:
        raise Refusal("error-files-many", count=MOST)
    return Attached(event, tuple(added), tuple(known), total)


async def _view(desk: Desk, event_id: int) -> FilesView:
    found = await found_event(desk.tx, event_id)
    if found is None:
        raise OutOfDate("schedule-gone-event")
    stream = desk.streams.with_id(found.stream_id)
    if found.details is None:
        raise OutOfDate("schedule-gone-event")
    return FilesView(
        desk.reader(stream),
        found.details.event,
        tuple(await event_files.files_of(desk.tx, event_id)),
        Role.ORGANIZER in desk.visitor.roles_in(stream.id),
    )


def _nearness(hit: Hit) -> tuple[int, float]:
    """Put today's events first in their order, then those ahead, then the past, the latest at its head."""
    event, now = hit.event, hit.reader.now
    moment = event.starts_at.timestamp()
    if event.day == day_in(now, event.zone):
        return 0, moment
    return (1, moment) if event.starts_at > now else (2, -moment)
