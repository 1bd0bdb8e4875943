"""How visitors search the programme: the published events of all their streams."""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import date

from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.schedule.own import is_own
from bot.schedule.reading import Desk, sit_down
from bot.schedule.search import Hit, SearchView, guesses, in_order, is_found, sought, words_about
from bot.shared.clock import Clock
from db.engine import Database
from db.timetable import timetable_of_days

EVER = date(1990, 1, 1), date(2199, 12, 31)
"""Words are compared here and not in the database, which knows neither endings nor, in SQLite, Russian
capitals; a stream has some hundreds of events."""


async def search(db: Database, clock: Clock, visitor: Visitor, words: Sequence[str]) -> SearchView:
    """Find events by words in the published editions of the visitor's streams; NotAllowed without any."""
    async with sit_down(db, clock, visitor) as desk:
        every, now = await every_event(desk, desk.streams.all), desk.now
    vocabulary = {word for hit in every for word in words_about(hit.event)}
    meant = await asyncio.to_thread(sought, words, vocabulary)
    hits = [hit for hit in every if is_found(hit.event, meant)]
    return SearchView(tuple(words), in_order(hits, now), guesses(meant, (hit.event for hit in hits)))


async def every_event(desk: Desk, streams: Iterable[Stream]) -> list[Hit]:
    """Step: return all published events of some of the visitor's streams."""
    found: list[Hit] = []
    for stream in streams:
        if stream.published_id is None:
            continue
        table = await timetable_of_days(desk.tx, stream.id, stream.published_id, desk.person_id, *EVER)
        modules = {module.id: module for module in table.modules}
        belonging, reader = desk.belonging(stream, table.buses), desk.reader(stream)
        found += [
            Hit(reader, event, modules[event.module_id], is_own(event, belonging)) for event in table.events
        ]
    return found
