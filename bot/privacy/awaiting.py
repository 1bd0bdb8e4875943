"""People who wait for an organizer to correct the roster."""

from bot.people.todo import Asker, Awaited, Matter
from db.corrections import count_waiting
from db.engine import Tx


async def corrections_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: count the requests of people of the organized streams."""
    if not asker.organized:
        return []
    count = await count_waiting(tx, [stream.id for stream in asker.organized])
    return [Awaited(Matter.CORRECTIONS, count)] if count else []
