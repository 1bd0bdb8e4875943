"""The first word with the Bot API: every trouble is a sentence that names the setting to mend."""

import socket
from collections.abc import AsyncIterator, Iterator

import pytest
from aiohttp import web

from bot.delivery.client import greet, make_bot
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.settings import TELEGRAM, Settings
from bot.shared.errors import Trouble
from tests.telegram import TOKEN, settings_for

OTHER = TOKEN.replace("1", "2")


async def trouble(settings: Settings) -> str:
    async with make_bot(settings) as bot:
        with pytest.raises(Trouble) as told:
            await greet(bot, settings)
    assert TOKEN not in str(told.value)
    return str(told.value)


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port nobody listens on; it stays taken, so that nobody else begins to."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


@pytest.fixture
async def website() -> AsyncIterator[str]:
    """The address of something else than the Bot API."""

    async def page(request: web.Request) -> web.Response:
        if "json" in request.path:
            return web.json_response({"error": "no such page"}, status=404)
        return web.Response(text="<html>Welcome</html>", content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", page)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_a_token_that_works_gives_the_bots_account(server: BotApiServer, world: World) -> None:
    settings = settings_for(server.base_url)
    async with make_bot(settings) as bot:
        assert (await greet(bot, settings)).username == world.bot_username


async def test_without_a_token_there_is_no_client(server: BotApiServer) -> None:
    with pytest.raises(
        Trouble, match=r"BOT_TOKEN is not set: ask @BotFather for one, or start the sandbox\."
    ):
        make_bot(Settings(_env_file=None, bot_token=None))  # type: ignore[call-arg]  # pydantic-settings' own


async def test_an_unknown_token(server: BotApiServer) -> None:
    assert await trouble(settings_for(server.base_url, OTHER)) == (
        "Telegram does not know BOT_TOKEN: copy it from @BotFather again."
    )


async def test_a_closed_port(closed_port: int) -> None:
    url = f"http://127.0.0.1:{closed_port}"
    assert await trouble(settings_for(url)) == (
        f"The Bot API at {url} cannot be reached. Check the address and that it is up."
    )


@pytest.mark.parametrize("scheme", ["http", "socks4", "socks5"])
async def test_a_proxy_that_is_down(server: BotApiServer, closed_port: int, scheme: str) -> None:
    proxy = f"{scheme}://user:hunter2@127.0.0.1:{closed_port}"
    said = await trouble(settings_for(server.base_url, telegram_proxy=proxy))
    assert said == (
        f"The Bot API at {server.base_url} cannot be reached through TELEGRAM_PROXY. "
        "Check the address and that it is up."
    )


@pytest.mark.parametrize("scheme", ["http", "socks4", "socks5"])
async def test_something_else_than_a_proxy(server: BotApiServer, website: str, scheme: str) -> None:
    proxy = f"{scheme}{website.removeprefix('http')}"
    said = await trouble(settings_for("https://127.0.0.1:1", telegram_proxy=proxy))
    assert said == (
        "The Bot API at https://127.0.0.1:1 cannot be reached through TELEGRAM_PROXY. "
        "Check the address and that it is up."
    )


async def test_telegram_itself_out_of_reach_names_the_settings_that_help(closed_port: int) -> None:
    """The closed port stands for a network where Telegram is blocked."""
    settings = settings_for(TELEGRAM)
    async with make_bot(settings_for(f"http://127.0.0.1:{closed_port}")) as bot:
        with pytest.raises(Trouble) as told:
            await greet(bot, settings)
    assert str(told.value) == (
        "The Bot API at https://api.telegram.org cannot be reached. "
        "From Russian networks it may be blocked: set TELEGRAM_PROXY or TELEGRAM_API_URL."
    )


@pytest.mark.parametrize("path", ["", "/json"])
async def test_something_else_than_the_bot_api(website: str, path: str) -> None:
    said = await trouble(settings_for(website + path))
    assert said.startswith(f"What answers at {website}{path} is not the Bot API") or said == (
        f"The Bot API at {website}{path} does not answer as it should: the answer is not of a Bot API."
    )


@pytest.mark.parametrize("status", [429, 500, 502])
async def test_a_bot_api_in_trouble(server: BotApiServer, world: World, status: int) -> None:
    if status == 429:
        world.faults.too_many_requests(77, methods=["getme"])
    else:
        world.faults.server_error(status, methods=["getme"])
    said = await trouble(settings_for(server.base_url))
    assert said.startswith(f"The Bot API at {server.base_url} does not answer as it should: ")
