"""Steps about the streams a broadcast reaches: who organizes them, and where their people are."""

from datetime import datetime

from bot.broadcasts.audience import Audience
from bot.broadcasts.model import Broadcast
from bot.broadcasts.notices import ZoneOf
from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Role
from bot.schedule.lookup import running_module
from bot.shared.clock import Clock
from bot.shared.zones import MOSCOW
from db import visitors
from db.coming_events import published_modules
from db.engine import Tx


async def organizes(tx: Tx, now: datetime, user_id: int, audience: Audience) -> bool:
    """Step: tell whether an account organizes every stream of an audience at a moment."""
    found = await visitors.visitor(tx, user_id, now.date(), VERSIONS[PROCESSING], as_assistant=False)
    if found is None or not found.admitted:
        return False
    return all(Role.ORGANIZER in found.roles_in(stream) for stream in audience.streams)


async def zones_of(tx: Tx, clock: Clock, one: Broadcast) -> ZoneOf:
    """Step: return where people of each stream are: at the venue during a module, at home otherwise."""
    venues: dict[int, str] = {}
    for stream in one.audience.streams:
        module = running_module(await published_modules(tx, stream), clock.now())
        if module is not None:
            venues[stream] = module.zone
    return lambda stream, home: venues.get(stream) or home or MOSCOW
