"""The sandbox: the whole bot before a local Bot API server, with a page that looks like a messenger."""

import asyncio
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.app import opened, serve
from bot.people.entering import issue_invitations
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.sandbox.company import GROUP_TITLE, PARTS, STAFF_TITLE, Groups, Part, cast_of
from bot.sandbox.demo.loading import load_demo
from bot.sandbox.page.cast import Cast
from bot.sandbox.page.routes import add_page
from bot.sandbox.timing.calendar import Calendar
from bot.sandbox.timing.clock import MovableClock
from bot.sandbox.timing.machine import Machine
from bot.settings import Settings
from bot.shared.clock import Clock
from bot.shared.errors import Trouble
from bot.ui.texts import texts_in
from db.engine import Database
from db.readiness import make_ready

BOT_NAME = "Школа (песочница)"
BOT_USERNAME = "school_sandbox_bot"


async def run_sandbox(
    settings: Settings, base: Clock, stop: asyncio.Event, announce: Callable[[str], None]
) -> None:
    """Serve the page and the bot on 127.0.0.1 until `stop` is set.

    The database is a temporary file of its own, filled with the demonstration programme, whatever
    DATABASE_URL says. Its clock stands on `base` and is moved on the page. Raises Trouble when the
    port is taken.
    """
    clock = MovableClock(base)
    calendar = Calendar(clock)
    with tempfile.TemporaryDirectory(prefix="sandbox-") as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'sandbox.sqlite3'}"
        codes = await _prepare_database(url, clock)
        token = f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_urlsafe(26)}"
        world = World(clock, token=token, bot_name=BOT_NAME, bot_username=BOT_USERNAME)
        accounts = {part: _add_person(world, part) for part in PARTS}
        groups = _add_groups(world, accounts)
        cast = cast_of(accounts, codes, groups)
        async with (
            opened(url) as db,
            _machine(db, clock, calendar) as machine,
            _listening(world, cast, settings.sandbox_port, machine) as server,
        ):
            own = _settings_of_sandbox(settings, token, url, server.base_url)
            serving = asyncio.create_task(serve(own, clock, stop, announce, calendar.ticking))
            entering = asyncio.create_task(_bring_in(world, accounts, codes, groups))
            announce(f"Sandbox: {server.base_url} (not Telegram; Ctrl+C ends it)")
            try:
                await serving
            finally:
                entering.cancel()
                await asyncio.gather(entering, return_exceptions=True)


async def _prepare_database(url: str, clock: Clock) -> dict[str, str]:
    """Fill the database and return person code → invitation code."""
    await make_ready(url)
    async with opened(url) as db:
        streams = await load_demo(db, clock)
        links = [link for code in streams for link in await issue_invitations(db, clock, code, timedelta(30))]
    return {link.person_code: link.code for link in links}


def _add_person(world: World, part: Part) -> int:
    return world.add_user(first_name=part.first_name, last_name=part.last_name, phone=part.phone)


def _add_groups(world: World, accounts: Mapping[Part, int]) -> Groups:
    organizer = next(iter(accounts.values()))
    return Groups(world.add_group(GROUP_TITLE, accounts.values()), world.add_group(STAFF_TITLE, [organizer]))


@asynccontextmanager
async def _machine(db: Database, clock: MovableClock, calendar: Calendar) -> AsyncIterator[Machine]:
    machine = Machine(db, clock, calendar, [part.person_code for part in PARTS])
    async with machine.working():
        yield machine


@asynccontextmanager
async def _listening(world: World, cast: Cast, port: int, machine: Machine) -> AsyncIterator[BotApiServer]:
    server = BotApiServer(world)
    add_page(server.app(), world, cast, machine=machine)
    try:
        await server.start(port=port)
    except OSError:
        await server.stop()
        raise Trouble(f"SANDBOX_PORT {port} is taken by another program: choose another.") from None
    try:
        yield server
    finally:
        await server.stop()


def _settings_of_sandbox(settings: Settings, token: str, url: str, api: str) -> Settings:
    return settings.model_copy(
        update={
            "bot_token": SecretStr(token),
            "database_url": url,
            "telegram_api_url": api,
            "telegram_proxy": None,
            "webhook_url": "",
            "http_port": 0,
            "admins": frozenset(),
        }
    )


async def _bring_in(
    world: World, accounts: Mapping[Part, int], codes: Mapping[str, str], groups: Groups
) -> None:
    """Let those who are in already come in as people do; the newcomer's door stays closed for the visitor."""
    texts = texts_in("ru")
    for part, user in accounts.items():
        if not part.comes_in:
            continue
        persona = Persona(world, user, timeout=60)
        await persona.start(codes[part.person_code])
        await persona.tap(texts.plain("invitation-yes"))
        await persona.tap(texts.plain("consent-yes"))
        persona.close()
    await _tie_groups(world, next(iter(accounts.values())), groups)


async def _tie_groups(world: World, organizer: int, groups: Groups) -> None:
    """Let the organizer call the bot into the groups and say what they are for."""
    texts = texts_in("ru")
    persona = Persona(world, organizer, timeout=60)
    for chat, key in ((groups.stream, "groups-as-group"), (groups.staff, "groups-as-staff")):
        await world.wait_confirmed(world.add_bot_to_group(chat, organizer))
        await persona.send("/bind", chat=chat)
        purpose = texts.plain(key, stream="")
        await persona.tap(
            next(label for label in persona.all_buttons(chat) if label.startswith(purpose)), chat=chat
        )
    persona.close()
