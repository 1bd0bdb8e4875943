"""Drafts that nobody has published."""

from bot.people.todo import Asker, Awaited, Matter
from db.engine import Tx


async def drafts_waiting(_tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: name the drafts of the running streams; the streams themselves tell, nothing is read."""
    return [
        Awaited(Matter.DRAFT, 1, stream.id, stream) for stream in asker.running if stream.draft_id is not None
    ]
