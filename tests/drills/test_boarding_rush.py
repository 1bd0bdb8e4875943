"""Three hundred people board six buses within twenty seconds, and Telegram says 429 now and then."""

import asyncio
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import delete, func, insert, select, update

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.state import Call
from bot.sandbox.botapi.world import World
from db.boarding import boarding_marks, boarding_views
from db.engine import Database
from db.excursions import bus_versions, buses, excursion_versions, seats
from db.notices import notices
from db.people import people
from db.schedule import event_versions
from tests.drills.recipients import gather_recipients
from tests.process import PATIENCE_S, process, settings_of

pytestmark = [
    pytest.mark.drill,
    pytest.mark.parametrize("database_url", ["sqlite", "postgres"], indirect=True),
]

RIDERS, BUSES, RUSH_S = 300, 6, 20.0
BEHIND_S = 5.0
"""How old what a guide sees may be."""

STORM_EVERY_S, STORM_FOR = 2.5, 4
"""How often Telegram refuses so many requests, each time for a second."""

COUNTED = re.compile(r"В автобусе (\d+) из (\d+), нет (\d+)")


@dataclass(frozen=True)
class Rush:
    """Who rides in which bus, and whose bus it is; `users` are chats too."""

    users: list[int]

    @property
    def guides(self) -> list[int]:
        """The guides, in the order of their buses."""
        return self.users[RIDERS:]

    def bus_of(self, place: int) -> int:
        """Return the place of the bus of a rider."""
        return place % BUSES


async def gather_rush(database: Database, world: World) -> Rush:
    """Write the excursion that leaves in twelve minutes: fifty people and a guide for each bus."""
    users = await gather_recipients(database, world, RIDERS + BUSES)
    async with database.write() as tx:
        await tx.execute(delete(notices))
        await tx.execute(update(event_versions).values(kind="excursion", title="Завод"))
        await tx.execute(update(people).values(phone="+79000000000"))
        excursion = {"edition_id": 1, "event_id": 1, "entry": "assigned", "meeting_point": "Вход"}
        await tx.execute(insert(excursion_versions), [excursion])
        numbers = range(1, BUSES + 1)
        await tx.execute(insert(buses), [{"id": n, "stream_id": 1, "code": f"А{n}"} for n in numbers])
        about = {"edition_id": 1, "event_id": 1, "capacity": RIDERS // BUSES}
        rows = [about | {"bus_id": n, "title": f"Автобус {n}", "guide_id": RIDERS + n} for n in numbers]
        await tx.execute(insert(bus_versions), rows)
        places = [{"event_id": 1, "person_id": n + 1, "bus_id": n % BUSES + 1} for n in range(RIDERS)]
        await tx.execute(insert(seats), places)
    return Rush(users)


async def board_all(world: World, rush: Rush, random: Random) -> None:
    """Let everybody tap within the time, one in five twice."""
    taps = [(random.uniform(0, RUSH_S), user) for user in rush.users[:RIDERS]]
    taps += [(min(RUSH_S, moment + 0.5), user) for moment, user in random.sample(taps, RIDERS // 5)]
    began = time.monotonic()
    for moment, user in sorted(taps):
        await asyncio.sleep(max(0.0, began + moment - time.monotonic()))
        world.tap(user, user, 10**6, "xb1:1:there:in:0:0", force=True)


async def refuse_now_and_then(world: World) -> None:
    """Answer 429 to some messages again and again."""
    while True:
        await asyncio.sleep(STORM_EVERY_S)
        methods = ("sendMessage", "editMessageText")
        world.faults.too_many_requests(1, methods=methods, times=STORM_FOR)


def counts_shown(calls: Sequence[Call], guide: int) -> list[tuple[float, int]]:
    """Return when a guide's list came to show how many, in the order of the server's journal."""
    shown = []
    for call in calls:
        if call.status == 200 and str(call.params.get("chat_id")) == str(guide):
            found = COUNTED.search(str(call.params.get("text", "")))
            if found and found[2] == str(RIDERS // BUSES):
                shown.append((call.moment, int(found[1])))
    return shown


def answered(calls: Sequence[Call], rush: Rush) -> dict[int, list[float]]:
    """Return by rider when they were told that they are in the bus."""
    chats = {str(user): user for user in rush.users[:RIDERS]}
    found: dict[int, list[float]] = {user: [] for user in rush.users[:RIDERS]}
    for call in calls:
        user = chats.get(str(call.params.get("chat_id")))
        if user is not None and call.status == 200 and "вы в автобусе" in str(call.params.get("text", "")):
            found[user].append(call.moment)
    return found


def behind(calls: Sequence[Call], rush: Rush, told: dict[int, list[float]]) -> float:
    """Return the longest time from somebody's being told until their guide's list counted them."""
    longest = 0.0
    for bus, guide in enumerate(rush.guides):
        riders = [user for place, user in enumerate(rush.users[:RIDERS]) if rush.bus_of(place) == bus]
        shown = counts_shown(calls, guide)
        for count, moment in enumerate(sorted(told[user][0] for user in riders), start=1):
            seen = next((at for at, aboard in shown if aboard >= count), float("inf"))
            longest = max(longest, seen - moment)
    return longest


async def test_every_tap_counts_once_and_every_guide_sees_it_in_time(
    world: World,
    server: BotApiServer,
    database: Database,
    database_url: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    rush = await gather_rush(database, world)
    settings = settings_of(server, DATABASE_URL=database_url)
    async with process(tmp_path, ["run"], settings) as running:
        asked = [world.say(guide, "/bus") for guide in rush.guides]
        for update_id in asked:
            await world.wait_confirmed(update_id, PATIENCE_S)
        storm = asyncio.create_task(refuse_now_and_then(world))
        await board_all(world, rush, Random(7))  # noqa: S311  (the same rush every time)
        storm.cancel()
        async with asyncio.timeout(PATIENCE_S):
            while not complete(world, rush):  # noqa: ASYNC110  (the server's journal has no event)
                await asyncio.sleep(0.1)
        await asyncio.gather(storm, return_exceptions=True)
        running.signal(signal.SIGTERM)
        ended = await running.ended(30)
    told = answered(world.calls, rush)
    late = behind(world.calls, rush, told)
    edits = Counter(call.status for call in world.calls if call.method.lower() == "editmessagetext")
    with capsys.disabled():
        sys.stdout.write(f"\nlists at most {late:.2f} s behind; edits by answer: {dict(edits)}\n")
    assert ended.code == 0
    assert {user: len(moments) for user, moments in told.items() if len(moments) != 1} == {}
    async with database.read() as tx:
        assert await tx.scalar(select(func.count()).select_from(boarding_marks)) == RIDERS
        assert await tx.scalar(select(func.count()).select_from(boarding_views)) == BUSES
    assert late <= BEHIND_S
    assert edits[429] > 0


def complete(world: World, rush: Rush) -> bool:
    """Tell whether each guide's list shows everybody."""
    lists = [counts_shown(world.calls, guide) for guide in rush.guides]
    return all(shown and shown[-1][1] == RIDERS // BUSES for shown in lists)
