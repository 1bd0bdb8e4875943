"""People who wait for an organizer: strangers who ask for access, and those who have not entered."""

from bot.people.todo import Asker, Awaited, Matter
from db import awaiting
from db.engine import Tx


async def people_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: count the requests for access, and who of each running stream has not entered."""
    if not asker.organized:
        return []
    requests = await awaiting.open_requests(tx)
    found = [Awaited(Matter.ACCESS, requests)] if requests else []
    missing = await awaiting.outside(tx, [stream.id for stream in asker.running], asker.today)
    return found + [
        Awaited(Matter.OUTSIDE, missing[stream.id], stream.id, stream)
        for stream in asker.running
        if stream.id in missing
    ]
