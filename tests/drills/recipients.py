"""A thousand people whom the plan of the day and a reminder are due to at once."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert, select

from bot.notices.model import State
from bot.people.consent import PROCESSING, VERSIONS
from bot.registry import make_planning
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.world import World
from bot.schedule.extending_actions import extend_plan
from bot.shared.clock import ManualClock, SystemClock
from db.engine import Database
from db.notices import notices
from db.people import accounts, consents, enrolments, people
from db.programme import editions, programmes, streams
from db.schedule import event_versions, events, module_versions, modules, venue_versions, venues

PLAN, REMINDER = "day-plan", "event-reminder"
AHEAD = timedelta(minutes=12)
"""How far ahead the lecture is: its reminder is due, and there is time until either makes no sense."""

FIRST_WORDS = {"План": PLAN, "Через": REMINDER, "Уже": REMINDER}


def noon_zone(now: datetime) -> str:
    """Return a zone in which it is about noon: the drill must not wait for the end of a night."""
    ahead = 12 - now.hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


async def gather_recipients(database: Database, world: World, size: int) -> list[int]:
    """Write a lecture that all of them attend, plan as the day before would, and return their chats."""
    now = SystemClock().now()
    zone = noon_zone(now)
    starts = (now + AHEAD).replace(second=0, microsecond=0)
    users = [world.add_user(first_name=f"Слушатель {number}") for number in range(size)]
    for user in users:
        world.people[user].known = world.people[user].started = True
    await _write_lecture(database, now, zone, starts.astimezone(ZoneInfo(zone)))
    await _write_people(database, now, zone, users)
    await extend_plan(database, ManualClock(now - timedelta(days=1)), make_planning())
    return users


async def _write_lecture(database: Database, now: datetime, zone: str, starts: datetime) -> None:
    ends = starts + timedelta(hours=1)
    around = {"starts_on": starts.date() - timedelta(days=30), "ends_on": starts.date() + timedelta(days=99)}
    place = {"title": "Технопарк", "city": "Тюмень", "zone": zone, "address": "ул. Республики, 142"}
    days = {"starts_on": starts.date() - timedelta(days=2), "ends_on": starts.date() + timedelta(days=2)}
    lecture = {
        "kind": "lecture",
        "title": "Стратегия города",
        "day": starts.date(),
        "starts": starts.time(),
        "ends": ends.time(),
        "starts_at": starts.astimezone(UTC),
        "ends_at": ends.astimezone(UTC),
    }
    module = {"edition_id": 1, "module_id": 1, "number": 1, "title": "Экономика города", "venue_id": 1}
    edition = {"id": 1, "stream_id": 1, "number": 1, "created_at": now, "published_at": now}
    async with database.write() as tx:
        for table, row in (
            (programmes, {"id": 1, "code": "ШМ", "title": "Школа мэров"}),
            (streams, {"id": 1, "code": "Ш5", "programme_id": 1, "title": "Поток 5"} | around),
            (editions, edition),
            (venues, {"id": 1, "code": "Т"}),
            (venue_versions, {"edition_id": 1, "venue_id": 1} | place),
            (modules, {"id": 1, "stream_id": 1, "code": "М1"}),
            (module_versions, module | days),
            (events, {"id": 1, "stream_id": 1, "code": "З1"}),
            (event_versions, {"edition_id": 1, "event_id": 1, "module_id": 1} | lecture),
        ):
            await tx.execute(insert(table), [row])
        await tx.execute(streams.update().values(published_id=1))


async def _write_people(database: Database, now: datetime, zone: str, users: list[int]) -> None:
    named = {"surname": "Участник", "name": "Демонстрационный", "zone": zone}
    consent = {"purpose": PROCESSING, "version": VERSIONS[PROCESSING], "given_at": now - timedelta(days=3)}
    part = {"stream_id": 1, "roles": ("participant",)}
    numbered = list(enumerate(users, 1))
    async with database.write() as tx:
        await tx.execute(insert(people), [{"id": n, "code": f"Л-{n}"} | named for n, _user in numbered])
        await tx.execute(insert(enrolments), [{"person_id": n} | part for n, _user in numbered])
        await tx.execute(insert(consents), [{"person_id": n} | consent for n, _user in numbered])
        await tx.execute(
            insert(accounts),
            [
                {"user_id": user, "chat_id": user, "person_id": n, "locale": "ru", "created_at": now}
                for n, user in numbered
            ],
        )


@dataclass(frozen=True)
class Row:
    """A notice in the end: whose, what became of it, and how often its fate was unknown."""

    user: int
    kind: str
    state: str
    repeats: int


async def rows_left(database: Database) -> list[Row]:
    """Read the whole plan."""
    chosen = select(accounts.c.user_id, notices.c.kind, notices.c.state, notices.c.repeats).join(
        accounts, accounts.c.person_id == notices.c.person_id
    )
    async with database.read() as tx:
        return [Row(*row) for row in await tx.execute(chosen)]


async def unfinished(database: Database) -> int:
    """Count what is not settled yet."""
    waiting = notices.c.state.in_((State.QUEUED, State.CLAIMED))
    async with database.read() as tx:
        return int(await tx.scalar(select(func.count()).where(waiting)) or 0)


def arrived(world: World, users: list[int]) -> Counter[tuple[int, str]]:
    """Count how often each person has got each kind; raises KeyError on a message of another kind."""
    return Counter((user, kind_of(body)) for user in users for body in world.messages(user))


def kind_of(body: Json) -> str:
    """Return which kind of notice a message is."""
    return FIRST_WORDS[str(body["text"]).split()[0]]


def lost_or_repeated(rows: list[Row], got: Counter[tuple[int, str]]) -> list[str]:
    """Return what is wrong: not sent, not arrived, or arrived more often than its unknown fates allow."""
    wrong: list[str] = []
    for row in rows:
        times = got[row.user, row.kind]
        if row.state != State.SENT or not 1 <= times <= 1 + row.repeats:
            wrong.append(f"{row.kind} of {row.user}: {row.state}, {times} times, {row.repeats} unknown")
    return wrong


def repeated(got: Counter[Any]) -> int:
    """Count the messages that came once more."""
    return sum(times - 1 for times in got.values())
