"""Stopping: what is in flight is finished and confirmed, the rest stays with Telegram, exit code 0."""

import asyncio
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy.engine import make_url

from bot.app import serve
from bot.people.entering import issue_invitations
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock, SystemClock
from db.engine import Database
from tests.process import PATIENCE_S, Ended, Process, process, settings_of
from tests.roster import write_roster
from tests.stage import Stage, staged
from tests.telegram import TOKEN, settings_for

PASSWORD = "hunter2-of-the-database"
SOON_S = 8.0
"""A few seconds, on a machine that has other things to do as well."""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def heard(world: World, user: int) -> list[str]:
    return [message["text"] for message in world.messages(user) if message["from"]["id"] == world.bot_id]


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not condition():  # noqa: ASYNC110  (a fault has no event)
            await asyncio.sleep(0.01)


async def come_in(world: World, code: str) -> Persona:
    anna = Persona(world, world.add_user(first_name="Анна"), timeout=PATIENCE_S)
    await anna.start(code)
    await anna.tap("Да, это я")
    await anna.tap("Согласен (согласна)")
    anna.sees("Здравствуйте, Анна Петровна!")
    return anna


async def meet_faults(world: World, anna: Persona) -> None:
    """Make the bot log what it logs in trouble."""
    world.faults.cut_before(methods=["sendmessage"], times=1)
    await anna.send("Позвоните мне: +79120001122")
    world.faults.cut_before(methods=["getupdates"], times=1)
    await anna.send("/language")


async def stop_while_answering(world: World, running: Process, user: int, number: signal.Signals) -> Ended:
    """Ask for help, and signal while the answer is on its way."""
    before = len(heard(world, user))
    slow = world.faults.slow(1.0, methods=["sendmessage"], times=1)
    update_id = world.say(user, "/help")
    await until(lambda: slow.hits == 1)
    asked = time.monotonic()
    running.signal(number)
    ended = await running.ended(SOON_S)
    assert time.monotonic() - asked >= 0.5
    assert [text.split("\n")[0] for text in heard(world, user)[before:]] == ["Что я умею"]
    assert world.confirmed(update_id)
    return ended


def with_password(url: str) -> str:
    """Give a password to the user of the tests' cluster, which asks for none."""
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        address = address.set(password=PASSWORD)
    return address.render_as_string(hide_password=False)


@pytest.mark.parametrize(
    ("database_url", "number"),
    [
        pytest.param("sqlite", signal.SIGTERM, id="SIGTERM on SQLite"),
        pytest.param("postgres", signal.SIGINT, id="SIGINT on PostgreSQL", marks=pytest.mark.drill),
    ],
    indirect=["database_url"],
)
async def test_a_process_answers_stops_at_a_signal_and_says_nothing_secret_or_personal(
    world: World,
    server: BotApiServer,
    database: Database,
    database_url: str,
    number: signal.Signals,
    tmp_path: Path,
) -> None:
    """One process serves all these questions: to start one takes a second."""
    await write_roster(database)
    links = await issue_invitations(database, SystemClock(), "Ш5")
    code = next(link.code for link in links if link.person_code == "Л-1")
    port = free_port()
    settings = settings_of(
        server, DATABASE_URL=with_password(database_url), LOG_LEVEL="DEBUG", HTTP_PORT=str(port)
    )
    async with process(tmp_path, ["run"], settings) as running:
        await world.wait_polled(PATIENCE_S)
        anna = await come_in(world, code)
        await meet_faults(world, anna)
        async with aiohttp.ClientSession() as http, http.get(f"http://127.0.0.1:{port}/healthz") as healthy:
            assert (healthy.status, await healthy.text()) == (200, "ok")
        ended = await stop_while_answering(world, running, anna.user, number)
    assert ended.code == 0
    assert "INFO bot.delivery.client: serving as @mayors_demo_bot" in ended.err
    said = ended.out + ended.err
    kept = (TOKEN, TOKEN.split(":")[1], PASSWORD, code, "Образцова", "Петровна", "9120000000", "9120001122")
    assert [word for word in (*kept, "Traceback") if word in said] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_after_a_stop_in_the_middle_nothing_is_answered_twice(
    world: World, server: BotApiServer, database: Database, database_url: str, clock: ManualClock
) -> None:
    boris = world.add_user(first_name="Борис")
    stage = Stage(world, server, database, database_url, clock)
    await stage.open()
    slow = world.faults.slow(0.2, methods=["sendmessage"], times=1)
    ids = [world.say(boris, "/help"), world.say(boris, "/language")]
    await until(lambda: slow.hits == 1)
    await stage.close()
    assert [world.confirmed(update_id) for update_id in ids] == [True, True]
    async with staged(stage):
        await world.wait_confirmed(world.say(boris, "/start"))
    assert [text.split("\n")[0] for text in heard(world, boris)] == [
        "Что я умею",
        "Выберите язык. / Choose a language.",
        "Здравствуйте! Это бот программ «Школа мэров» и «Школа муниципальных команд».",
    ]


async def test_a_stop_does_not_wait_for_a_bot_api_that_does_not_answer(
    world: World, server: BotApiServer, clock: ManualClock, sqlite_template: Path
) -> None:
    slow = world.faults.slow(60, methods=["getme"])
    stop = asyncio.Event()
    settings = settings_for(server.base_url, database_url=f"sqlite+aiosqlite:///{sqlite_template}")
    serving = asyncio.create_task(serve(settings, clock, stop, lambda _: None))
    await until(lambda: slow.hits == 1)
    stop.set()
    async with asyncio.timeout(2):
        await serving


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_people_are_answered_while_telegram_takes_no_menus(
    world: World, server: BotApiServer, clock: ManualClock, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram makes a bot that restarts often wait for minutes."""
    monkeypatch.setattr("bot.app.MENUS_WAIT_S", 0.05)
    world.faults.too_many_requests(600, methods=["setmycommands"])
    stop = asyncio.Event()
    settings = settings_for(server.base_url, database_url=database_url)
    serving = asyncio.create_task(serve(settings, clock, stop, lambda _: None))
    boris = Persona(world, world.add_user(first_name="Борис"))
    await boris.send("/help")
    boris.sees("Что я умею")
    stop.set()
    await serving
