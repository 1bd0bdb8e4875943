"""The alarm for questions nobody has answered: once per wait, to where questions go."""

from datetime import timedelta

from bot.programme.settings import QUIET_HOURS
from bot.schedule.lookup import running_module
from bot.shared.clock import Clock
from bot.shared.zones import MOSCOW
from bot.support.model import What
from bot.support.settings import LEAST_PATIENCE, PATIENCE
from bot.support.waiting import too_long
from db import support, support_sends
from db.engine import Database, Tx
from db.settings import settings_in, settings_of_all
from db.timetable import modules_of


async def call_out(db: Database, clock: Clock) -> int:
    """Write an alarm for every question that has waited too long, and return how many there were."""
    async with db.write() as tx:
        called = 0
        every = await settings_of_all(tx)
        shortest = timedelta(minutes=LEAST_PATIENCE)
        for question in await support.waiting_without_alarm(tx, clock.now() - shortest):
            settings = settings_in(every, question.stream.programme_id)
            patience = timedelta(minutes=settings.value(PATIENCE))
            zone = await _zone(tx, clock, question.stream.id, question.stream.published_id)
            quiet = settings.value(QUIET_HOURS)
            if too_long(question.waiting_since, clock.now(), zone, patience, quiet):
                row, _number = await support.last_written(tx, question.id)
                await support_sends.put_in_outbox(tx, row, What.ALARM, clock.now())
                await support.change_question(tx, question.id, alarmed_at=clock.now())
                called += 1
        return called


async def _zone(tx: Tx, clock: Clock, stream_id: int, edition_id: int | None) -> str:
    """Return the zone of the module that runs, Moscow's otherwise."""
    if edition_id is None:
        return MOSCOW
    module = running_module(await modules_of(tx, stream_id, edition_id), clock.now())
    return module.zone if module else MOSCOW
