"""What every reading of the timetable begins with: one transaction, the moment, the visitor's streams."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.people.model import Visitor
from bot.people.rights import require_admission
from bot.programme.model import Stream
from bot.schedule.model import Module
from bot.schedule.own import Belonging, belonging_in
from bot.schedule.streams import Streams, streams_of
from bot.schedule.views import Reader
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from db.engine import Database, Tx
from db.programme import all_streams
from db.timetable import NOBODY, modules_of, stream_of_module


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a visitor reads: what the transaction sees at a moment, in the visitor's streams only."""

    tx: Tx
    now: datetime
    visitor: Visitor
    streams: Streams

    @property
    def person_id(self) -> int:
        """The reader's id in the roster, NOBODY's where there is none."""
        return self.visitor.person.id if self.visitor.person else NOBODY

    def reader(self, stream: Stream) -> Reader:
        """Tell for whom an answer about a stream is made."""
        zone = self.visitor.person.zone if self.visitor.person else None
        return Reader(stream, self.now, zone, aside=stream.id != self.streams.current.id)

    def belonging(self, stream: Stream, buses: Mapping[int, tuple[str, ...]]) -> Belonging:
        """Tell what the visitor belongs to in a stream."""
        return belonging_in(self.visitor, stream.id, buses)

    async def modules(self, stream: Stream) -> tuple[Module, ...]:
        """Read the modules of a stream's published edition; none where nothing is published."""
        if stream.published_id is None:
            return ()
        return await modules_of(self.tx, stream.id, stream.published_id)

    async def stream_with_module(self, module_id: int) -> Stream:
        """Return the visitor's stream that has a module: OutOfDate for none, NotAllowed for a strange one."""
        stream_id = await stream_of_module(self.tx, module_id)
        if stream_id is None:
            raise OutOfDate("schedule-gone-module")
        return self.streams.with_id(stream_id)


@asynccontextmanager
async def sit_down(db: Database, clock: Clock, visitor: Visitor) -> AsyncIterator[Desk]:
    """Open a reading; NotAllowed for whoever is not admitted or has no stream."""
    async with db.read() as tx:
        yield await desk_in(tx, clock, visitor)


async def desk_in(tx: Tx, clock: Clock, visitor: Visitor) -> Desk:
    """Step: open a reading within a transaction; NotAllowed as above."""
    require_admission(visitor)
    every = await all_streams(tx) if visitor.administrator else ()
    now = clock.now()
    return Desk(tx, now, visitor, streams_of(visitor, every, now))
