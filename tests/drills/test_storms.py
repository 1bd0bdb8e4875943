"""Storms on the way to Telegram while people tap: all are answered in the end, and no chat early."""

import asyncio
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.sandbox.botapi.faults import Faults
from bot.sandbox.botapi.feed import Event
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import Limits, World
from bot.shared.clock import ManualClock
from bot.updates import polling
from db.engine import Database
from tests.process import PATIENCE_S, process, settings_of
from tests.stage import Stage, staged
from tests.telegram import new_world

pytestmark = [pytest.mark.drill, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]

QUESTIONS = ("/help", "/language", "/start", "что-нибудь")
FIRST_LINES = {
    "/help": "Что я умею",
    "/language": "Выберите язык. / Choose a language.",
    "/start": "Здравствуйте! Это бот программ «Школа мэров» и «Школа муниципальных команд».",
    "что-нибудь": "Здравствуйте! Это бот программ «Школа мэров» и «Школа муниципальных команд».",
}


@pytest.fixture
async def stage(
    world: World, server: BotApiServer, database: Database, database_url: str, clock: ManualClock
) -> AsyncIterator[Stage]:
    async with staged(Stage(world, server, database, database_url, clock)) as stage:
        await world.wait_polled()
        yield stage


class Answers:
    """What the bot said to whom, and when."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.moments: dict[int, list[float]] = defaultdict(list)
        world.feed.listen(self._notice)

    def _notice(self, event: Event) -> None:
        if event["kind"] == "message" and event["message"]["from"]["id"] == self._world.bot_id:
            self.moments[event["chat"]].append(time.monotonic())


def crowd(world: World, size: int) -> list[int]:
    return [world.add_user(first_name=f"Прохожий {number}") for number in range(size)]


def ask_all(world: World, users: list[int]) -> list[int]:
    return [world.say(user, question) for question in QUESTIONS for user in users]


def heard(world: World, user: int) -> list[str]:
    """Return the first lines of what the bot said, repetitions of one answer left out."""
    lines: list[str] = []
    for message in world.messages(user):
        line = message["text"].split("\n")[0]
        if message["from"]["id"] == world.bot_id and lines[-1:] != [line]:
            lines.append(line)
    return lines


def expected() -> list[str]:
    lines: list[str] = []
    for question in QUESTIONS:
        if lines[-1:] != [FIRST_LINES[question]]:
            lines.append(FIRST_LINES[question])
    return lines


async def confirmed(world: World, updates: list[int]) -> None:
    for update_id in updates:
        await world.wait_confirmed(update_id, PATIENCE_S)


def knocked_early(world: World, seconds: float) -> list[str]:
    """Return the requests to a chat that came before its pause was over."""
    open_at: dict[str, float] = {}
    early = []
    for call in world.calls:
        chat = str(call.params.get("chat_id"))
        if call.moment < open_at.get(chat, 0.0):
            early.append(f"{chat}: {call.method} {open_at[chat] - call.moment:.3f} s early")
        if call.status == 429:
            open_at[chat] = call.moment + seconds
    return early


async def test_while_some_chats_must_wait_the_others_are_answered_at_once(
    stage: Stage, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    # Fewer updates than Telegram shows at once: a full window has a test of its own.
    people = crowd(world, 24)
    stormed, calm = people[:10], people[10:]
    answers = Answers(world)
    fault = world.faults.too_many_requests(4, chats=stormed, times=30)
    asked = time.monotonic()
    updates = ask_all(world, people)
    await confirmed(world, updates)
    slowest_calm = max(answers.moments[user][len(QUESTIONS) - 1] for user in calm) - asked
    slowest = max(answers.moments[user][-1] for user in stormed) - asked
    with capsys.disabled():
        sys.stdout.write(
            f"\n{fault.hits} requests told to wait 4 s; the calm had all their answers after "
            f"{slowest_calm:.1f} s, the others after {slowest:.1f} s\n"
        )
    assert fault.hits == 30
    assert knocked_early(world, 4) == []
    assert {user: heard(world, user) for user in people} == dict.fromkeys(people, expected())
    assert all(len(answers.moments[user]) == len(QUESTIONS) for user in people)
    assert slowest_calm < 4 < slowest


async def test_who_taps_faster_than_a_chat_may_be_answered_gets_every_answer(
    clock: ManualClock, database: Database, database_url: str
) -> None:
    """Telegram's own limit of one chat, and no knock while it says to wait."""
    limited = new_world(clock)
    limited.flood.limits = Limits(per_chat_per_second=1, chat_burst=3, overall_per_second=10_000)
    server = BotApiServer(limited)
    await server.start()
    people = crowd(limited, 10)
    answers = Answers(limited)
    async with staged(Stage(limited, server, database, database_url, clock)):
        await confirmed(limited, ask_all(limited, people) + ask_all(limited, people))
    await server.stop()
    assert limited.flood.refusals > 0
    assert limited.flood_violations == 0
    assert {len(answers.moments[user]) for user in people} == {2 * len(QUESTIONS)}


STORMS: dict[str, Callable[[Faults], object]] = {
    "500": lambda faults: faults.server_error(500),
    "502": lambda faults: faults.server_error(502),
    "429 from everywhere": lambda faults: faults.too_many_requests(3),
    "cut before": lambda faults: faults.cut_before(),
    "cut after": lambda faults: faults.cut_after(),
}
STORM_S = 10.0


@pytest.mark.parametrize("storm", STORMS)
async def test_after_a_storm_everybody_has_the_answer_and_not_an_excuse(
    stage: Stage, world: World, storm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    people = crowd(world, 20)
    answers = Answers(world)
    STORMS[storm](world.faults)
    updates = ask_all(world, people[:10])
    await asyncio.sleep(STORM_S / 2)
    updates += ask_all(world, people[10:])
    await asyncio.sleep(STORM_S / 2)
    world.faults.clear()
    over = time.monotonic()
    await confirmed(world, updates)
    said = sum(map(len, answers.moments.values()))
    with capsys.disabled():
        sys.stdout.write(
            f"\n{storm}: {len(updates)} questions, {said} answers, "
            f"the last {max(max(own) for own in answers.moments.values()) - over:.1f} s after the storm\n"
        )
    assert {user: heard(world, user) for user in people} == dict.fromkeys(people, expected())
    if storm != "cut after":
        assert said == len(updates)
    if storm.startswith("429"):
        assert knocked_early(world, 3) == []


async def test_a_429_to_polling_is_obeyed_too(stage: Stage, world: World) -> None:
    [boris] = crowd(world, 1)
    await confirmed(world, [world.say(boris, "/help")])
    fault = world.faults.too_many_requests(3, methods=["getupdates"])
    updates = [world.say(boris, "/language")]
    await asyncio.sleep(7)
    assert fault.hits in {2, 3}
    world.faults.clear()
    await confirmed(world, updates)
    assert heard(world, boris) == [FIRST_LINES["/help"], FIRST_LINES["/language"]]


async def test_a_second_process_leaves_with_a_sentence_and_the_first_goes_on(
    world: World,
    server: BotApiServer,
    database: Database,
    database_url: str,
    clock: ManualClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(polling, "NEWCOMER_S", 0.0)  # the first has been there for long
    people = crowd(world, 10)
    answers = Answers(world)
    async with staged(Stage(world, server, database, database_url, clock)):
        await confirmed(world, ask_all(world, people))
        async with process(tmp_path, ["run"], settings_of(server)) as second:
            ending = asyncio.create_task(second.ended())
            updates: list[int] = []
            while not ending.done():
                updates.append(world.say(people[len(updates) % 10], "/help"))
                await asyncio.sleep(0.2)
            ended = await ending
        assert (ended.code, ended.err.splitlines()[-1]) == (1, polling.TAKEN)
        updates += ask_all(world, people)
        await confirmed(world, updates)
    assert sum(map(len, answers.moments.values())) >= len(updates) + len(QUESTIONS) * len(people)
    assert all(heard(world, user)[-1] == FIRST_LINES[QUESTIONS[-1]] for user in people)
