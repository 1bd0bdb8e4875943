"""Whose a button is: which stream it opens something of."""

from collections import Counter
from typing import Any

from sqlalchemy import Column, select

from db.engine import Tx
from db.programme import streams
from db.schedule import events, modules
from tests.journeys.crawler import BUTTONS, Crawler, prefix_of
from tests.stage import Stage

ALIKE = 4
"""Buttons of one kind into one stream that are replayed."""

STAFF_ALONE = {"programme_id", "correction_id"}
"""What is open to organizers alone, of whichever stream."""
NO_STREAM = 0

Owned = dict[str, int]
"""Callback data → the id of the stream it opens."""


async def owned(stage: Stage, crawler: Crawler) -> Owned:
    async with stage.database.read() as tx:
        by = {
            "module_id": await pairs(tx, modules.c.id, modules.c.stream_id),
            "event_id": await pairs(tx, events.c.id, events.c.stream_id),
        }
    found: Owned = {}
    for data in crawler.offered:
        for name, number in BUTTONS[prefix_of(data)].unpack(data).model_dump().items():
            if name == "stream_id" and number:  # 0 means all of one's own, as it does for events
                found[data] = number
            elif name in STAFF_ALONE:
                found[data] = NO_STREAM
            elif name in by and number:
                found[data] = by[name][number]
    return found


async def stream_ids(stage: Stage) -> dict[str, int]:
    async with stage.database.read() as tx:
        return await pairs(tx, streams.c.code, streams.c.id)


async def pairs(tx: Tx, key: Column[Any], value: Column[Any]) -> dict[Any, int]:
    return {row[0]: row[1] for row in await tx.execute(select(key, value))}


def sample(buttons: Owned) -> list[str]:
    """Choose a few buttons of each kind into each stream."""
    counts: Counter[tuple[str, int]] = Counter()
    chosen = []
    for data, stream in buttons.items():
        counts[prefix_of(data), stream] += 1
        if counts[prefix_of(data), stream] <= ALIKE:
            chosen.append(data)
    return chosen


async def event_buttons(stage: Stage, code: str) -> list[str]:
    """Return every button that opens something of an event."""
    async with stage.database.read() as tx:
        number = await tx.scalar(select(events.c.id).where(events.c.code == code))
    return [f"se1:{number}:0:0", f"se1:{number}:1:0", f"sp1:{number}", f"xe1:{number}:0", f"xp1:{number}"]
