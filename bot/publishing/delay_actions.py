"""/delay: the rest of today's events some minutes later, published at once, with one way back."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.publishing.actions import Switch, switch_step
from bot.publishing.delaying import Shift, plan_shift, rest_of_day, shifted_facts, shifted_records
from bot.publishing.draft_actions import Done, author_of, organized_stream
from bot.publishing.model import Counts, EditionFacts, What
from bot.publishing.notice_actions import concerned, counts_of
from bot.publishing.rebasing import carried
from bot.schedule.lookup import running_module
from bot.schedule.model import Event, Module
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.shared.records import Ident, Record, fold
from bot.shared.zones import day_in
from db.edition_facts import edition_facts
from db.editions import StreamEditions, lock_programme, read_content, read_editions, write_edition
from db.engine import Database, Tx
from db.publications import latest_publication
from db.records import Names, read_names
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class Choice:
    """What an organizer wants to shift.

    `first` is the event from which on (0: the next one). With `stay` transfers and excursions stay.
    `edition_id` is what was shown when the organizer decided.
    """

    stream_id: int
    minutes: int
    first: int = 0
    stay: bool = False
    edition_id: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a shift would do. `anew` when it is not what was shown before."""

    stream: Stream
    edition_id: int
    shift: Shift
    stay: bool
    counts: Counts
    anew: bool = False


async def running_streams(
    db: Database, clock: Clock, visitor: Visitor, streams: list[Stream]
) -> list[Stream]:
    """Return those of the organizer's streams that have a module today."""
    async with db.read() as tx:
        found = []
        for stream in streams:
            if stream.published_id is not None:
                edition = await edition_facts(tx, stream.id, stream.published_id)
                if _module(edition, clock.now()) is not None:
                    found.append(await organized_stream(tx, clock, visitor, stream.id))
        return found


async def events_left(
    db: Database, clock: Clock, visitor: Visitor, stream_id: int
) -> tuple[Stream, tuple[Event, ...]]:
    """Return what of today has not begun in a stream the visitor organizes."""
    async with db.read() as tx:
        stream = await organized_stream(tx, clock, visitor, stream_id)
        _, module, edition = await _today(tx, clock, stream)
        return stream, rest_of_day(edition, module, day_in(clock.now(), module.zone), clock.now())


async def look_at_delay(db: Database, clock: Clock, visitor: Visitor, choice: Choice) -> Proposal:
    """Say what a shift would do; Refusal where there is nothing to shift."""
    async with db.read() as tx:
        return await _propose(tx, clock, visitor, choice)


class _Anew(Exception):
    """Nothing is written: what would be done is not what was shown."""

    def __init__(self, proposal: Proposal) -> None:
        self.proposal = replace(proposal, anew=True)
        super().__init__()


async def delay(
    db: Database, clock: Clock, visitor: Visitor, planning: Planning, choice: Choice
) -> Done | Proposal:
    """Shift what was shown and publish it at once; where it would be something else by now, propose that.

    Delivered again it changes nothing.
    """
    try:
        async with db.write() as tx:
            return await _delay(tx, clock, visitor, planning, choice)
    except _Anew as found:
        return found.proposal


async def _delay(tx: Tx, clock: Clock, visitor: Visitor, planning: Planning, choice: Choice) -> Done:
    await lock_programme(tx)
    stream = await organized_stream(tx, clock, visitor, choice.stream_id)
    if not await first_time(tx, visitor.update_id, "delay", clock.now()):
        last = await latest_publication(tx, stream.id)
        if last is not None:
            return Done(stream, last)
    proposal = await _propose(tx, clock, visitor, choice)
    shown = (choice.edition_id, choice.first)
    if shown != (proposal.edition_id, proposal.shift.events[0].id):
        raise _Anew(proposal)
    return await _shift(tx, clock, visitor, planning, proposal)


async def _shift(tx: Tx, clock: Clock, visitor: Visitor, planning: Planning, proposal: Proposal) -> Done:
    names, shift = await read_names(tx), proposal.shift
    stream = next(one for one in await read_editions(tx) if one.stream_id == proposal.stream.id)
    old = await read_content(tx, proposal.edition_id, names, stream.code)
    codes = {fold(names.codes["event"][event.id]) for event in shift.moved}
    new = shifted_records(old, codes, shift.minutes, shift.module.zone)
    edition_id = await write_edition(tx, names, stream, new, clock.now(), proposal.edition_id)
    draft_id = await _follow(tx, clock, names, stream, edition_id, (old, new))
    author = await author_of(tx, clock, visitor)
    switch = Switch(What.DELAY, edition_id, draft_id, author)
    publication = await switch_step(tx, clock, planning, stream.stream_id, switch)
    return Done(proposal.stream, publication)


async def _follow(
    tx: Tx,
    clock: Clock,
    names: Names,
    stream: StreamEditions,
    edition_id: int,
    change: tuple[dict[Ident, Record], dict[Ident, Record]],
) -> int | None:
    """Shift the draft too, where its times are still the old ones; return which edition is the draft now."""
    if stream.draft_id is None:
        return None
    old, new = change
    draft = await read_content(tx, stream.draft_id, names, stream.code)
    wanted = carried(draft, old, new)
    if wanted == new:
        return None
    if wanted == draft:
        return stream.draft_id
    return await write_edition(tx, names, stream, wanted, clock.now(), edition_id)


async def _propose(tx: Tx, clock: Clock, visitor: Visitor, choice: Choice) -> Proposal:
    stream = await organized_stream(tx, clock, visitor, choice.stream_id)
    edition_id, module, edition = await _today(tx, clock, stream)
    now = clock.now()
    events = rest_of_day(edition, module, day_in(now, module.zone), now)
    at = next((place for place, event in enumerate(events) if event.id == choice.first), 0)
    if not events:
        raise Refusal("error-delay-nothing")
    shift = plan_shift(edition, module, events[at:], choice.minutes, choice.stay, now)
    shifted = shifted_facts(edition, shift.moved, shift.minutes)
    told = await concerned(tx, now, stream.id, shifted, edition_id)
    return Proposal(stream, edition_id, shift, choice.stay, counts_of(told))


async def _today(tx: Tx, clock: Clock, stream: Stream) -> tuple[int, Module, EditionFacts]:
    if stream.published_id is None:
        raise Refusal("error-delay-no-module")
    edition = await edition_facts(tx, stream.id, stream.published_id)
    module = _module(edition, clock.now())
    if module is None:
        raise Refusal("error-delay-no-module")
    return stream.published_id, module, edition


def _module(edition: EditionFacts, now: datetime) -> Module | None:
    return running_module([facts.module for facts in edition.modules.values()], now)
