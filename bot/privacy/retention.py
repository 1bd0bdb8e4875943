"""Retention: some months after the last of their streams has ended, people's data are erased."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from bot.programme.retention import Due, erased_from, next_due, person_erased_from
from bot.programme.setting import Settings
from bot.programme.settings import RETENTION
from bot.shared.clock import Clock
from bot.shared.personal import Registry, Subject
from bot.shared.zones import MOSCOW, day_in
from db import privacy, programme, retention, roster
from db.engine import Database, Tx
from db.settings import settings_in, settings_of_all

log = logging.getLogger(__name__)

AT_ONCE = 50
"""People of one run, each in a transaction of their own, so that nobody waits for the database."""

NO_ACCOUNT = -1
"""Stands for the account of somebody who never entered: no account has such an id."""


@dataclass(frozen=True, slots=True)
class Farewell:
    """The private chat of somebody who was erased just now."""

    chat_id: int
    locale: str


async def erase_past(db: Database, clock: Clock, registry: Registry) -> list[Farewell]:
    """Erase people whose every stream is past its retention, some at a time; return their chats."""
    today = day_in(clock.now(), MOSCOW)
    async with db.read() as tx:
        days = await stream_days(tx)
        people = await _past(tx, days, today)
    farewells = []
    for person_id in people[:AT_ONCE]:
        async with db.write() as tx:
            if person_id in await _past(tx, await stream_days(tx), today, person_id):
                account = await roster.account(tx, person_id)
                user_id = account.user_id if account else NO_ACCOUNT
                await privacy.erase(tx, registry, Subject(person_id, user_id, clock.now()))
                if account is not None and account.reachable:
                    farewells.append(Farewell(account.chat_id, account.locale))
    if people:
        log.info("retention: %s people were due, %s at once", len(people), min(len(people), AT_ONCE))
    return farewells


async def stream_days(tx: Tx, instead: Mapping[int, Settings] | None = None) -> dict[int, date | None]:
    """Step: return stream id → the day from which its people's data are not needed, None for never.

    `instead` gives the settings of some programmes as they would be.
    """
    every = {**await settings_of_all(tx), **(instead or {})}
    return {
        stream.id: erased_from(stream.ends_on, settings_in(every, stream.programme_id).value(RETENTION))
        for stream in await programme.all_streams(tx)
    }


async def due_next(tx: Tx, stream_ids: Collection[int], days: Mapping[int, date | None]) -> Due | None:
    """Step: return when and how many people of some streams are erased next."""
    return next_due((await retention.kept_people(tx, stream_ids)).values(), days)


async def count_due(tx: Tx, stream_ids: Collection[int], days: Mapping[int, date | None], today: date) -> int:
    """Step: return how many people of some streams are to be erased on a day or before."""
    people = await retention.kept_people(tx, stream_ids)
    return sum(_due(streams, days, today) for streams in people.values())


async def _past(
    tx: Tx, days: Mapping[int, date | None], today: date, person_id: int | None = None
) -> list[int]:
    past = [stream_id for stream_id, day in days.items() if day is not None and day <= today]
    if not past:
        return []
    people = await retention.kept_people(tx, past, person_id)
    return [number for number, streams in people.items() if _due(streams, days, today)]


def _due(streams: Collection[int], days: Mapping[int, date | None], today: date) -> bool:
    day = person_erased_from([days[stream] for stream in streams])
    return day is not None and day <= today
