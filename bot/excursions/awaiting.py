"""Places on excursions that are held for somebody until they answer."""

from bot.people.todo import Asker, Awaited, Matter
from db import places as rows
from db.engine import Tx


async def offers_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: name each excursion on which a place is held for the person, in the streams they are in."""
    visitor = asker.visitor
    if visitor.person is None:
        return []
    found = await rows.read_places(tx, await rows.events_offered(tx, visitor.person.id, asker.now))
    streams = {part.stream.id for part in visitor.enrolments}
    return [
        Awaited(Matter.PLACE, 1, places.event.id, name=places.event.title)
        for places in found.values()
        if places.stream_id in streams and places.open(asker.now)
    ]
