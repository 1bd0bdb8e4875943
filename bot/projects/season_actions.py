"""When a stream's programme runs, for messages about its projects."""

from bot.projects.notices import Season
from db.coming_events import published_modules
from db.engine import Tx
from db.programme import stream_by_id


async def season_of(tx: Tx, stream_id: int) -> Season | None:
    """Step: return a stream's time and its published modules; None for an id never given."""
    stream = await stream_by_id(tx, stream_id)
    if stream is None:
        return None
    return Season(stream_id, stream.starts_on, stream.ends_on, await published_modules(tx, stream_id))
