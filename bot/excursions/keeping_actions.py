"""What the messages that are kept up to date show at this moment, each for whoever reads it."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from bot.excursions.boarding import Scene, Stage
from bot.excursions.boarding_actions import leads_of
from bot.excursions.boarding_views import BusView, LiveBus
from bot.excursions.guide_view_actions import looks_after, view_at
from bot.people.actions import present_visitor
from bot.people.model import Visitor
from bot.programme.lead_times import Leads
from bot.shared.clock import Clock
from db import boarding, boarding_reads
from db.boarding import LiveView
from db.engine import Database, Tx

KEPT = timedelta(minutes=30)
"""How long a list is kept up to date after its bus has left: who was there may still be marked by hand."""

ANY_LOCALE = "ru"
"""Of a reader whose account is gone."""


async def look(db: Database, clock: Clock, only: tuple[int, int] | None = None) -> Sequence[LiveBus]:
    """Return every live message, or one of them, with the bus as its reader may see it now."""
    async with db.read() as tx:
        views = await boarding.live_views(tx)
        if only is not None:
            views = [one for one in views if (one.chat_id, one.message_id) == only]
        events = {one.event_id for one in views}
        scenes = await boarding_reads.scenes_of_events(tx, events, clock.now().date())
        known = {scene.event.id: (scene, await leads_of(tx, scene)) for scene in scenes}
        return [await _seen(tx, clock, one, known.get(one.event_id)) for one in views]


async def forget(db: Database, views: Collection[LiveBus]) -> None:
    """Leave messages as they are from now on."""
    async with db.write() as tx:
        for one in views:
            await boarding.unwatch(tx, one.chat_id, one.message_id)


async def forget_chat(db: Database, chat_id: int) -> None:
    """Leave all messages of a chat as they are: its person has blocked the bot."""
    async with db.write() as tx:
        await boarding.remove_views(tx, [chat_id])


async def _seen(tx: Tx, clock: Clock, live: LiveView, known: tuple[Scene, Leads] | None) -> LiveBus:
    reader = await present_visitor(tx, clock, Visitor(live.user_id, live.chat_id, ANY_LOCALE))
    bus: BusView | None = None
    if known is not None and reader.admitted and looks_after(reader, known[0], live.bus_id):
        bus = view_at(known[0], live.bus_id, live.way, known[1], clock.now())
    return LiveBus(
        chat_id=live.chat_id,
        message_id=live.message_id,
        locale=reader.locale,
        page=live.page,
        edits=live.edits,
        bus=bus,
        finished=bus is not None and _finished(bus),
    )


def _finished(bus: BusView) -> bool:
    gone = bus.left_at is not None and bus.now - bus.left_at > KEPT
    return gone or bus.stage is Stage.OVER
