"""Telegram for a bot under measurement: the strict local server in a process of its own.

So that its work is not counted. The bench steers it over HTTP; see `bench/stand.py`.
"""

import asyncio
import signal
import sys
from typing import Any

from aiohttp import web

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import Limits, World
from bot.shared.clock import SystemClock

TOKEN = "1234567:AAbench-token_of_the_local_server_00"  # noqa: S105  (invented; opens a local server only)
PATIENCE_S = 30.0
"""A bot that has not answered by then is out of order."""


class Control:
    """What the bench may ask of this process."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._polled = asyncio.Event()

    def mount(self, app: web.Application) -> None:
        """Add the routes of the bench beside those of the Bot API."""
        app.router.add_post("/bench/people", self._people)
        app.router.add_post("/bench/burst", self._burst)
        app.router.add_get("/bench/answer", self._answer)
        app.router.add_get("/bench/sent", self._sent)
        app.router.add_get("/bench/first-poll", self._first_poll)

        @web.middleware
        async def watch(request: web.Request, handler: Any) -> web.StreamResponse:
            if request.path.endswith("/getUpdates"):
                self._polled.set()
            answer: web.StreamResponse = await handler(request)
            return answer

        app.middlewares.append(watch)

    async def _people(self, request: web.Request) -> web.Response:
        """Make people with private chats; return their ids."""
        count = int(request.query["count"])
        return web.json_response([self._world.add_user(first_name=f"Участник {n}") for n in range(count)])

    async def _burst(self, request: web.Request) -> web.Response:
        """Let everybody write the same at once; return when everybody has an answer."""
        order = await request.json()
        waiting = set(order["users"])
        feed = self._world.subscribe()
        try:
            async with asyncio.timeout(PATIENCE_S):
                for user in order["users"]:
                    self._world.say(user, order["text"])
                async for event in feed:
                    if event["kind"] == "message" and event["message"]["from"]["is_bot"]:
                        waiting.discard(event["chat"])
                    if not waiting:
                        break
        finally:
            feed.close()
        return web.json_response({})

    async def _answer(self, _request: web.Request) -> web.Response:
        """Return what the bot sent last: text with entities undone, and the keyboard."""
        sent = next(call for call in reversed(self._world.calls) if call.method.lower() == "sendmessage")
        return web.json_response(sent.params)

    async def _sent(self, _request: web.Request) -> web.Response:
        """Return text and monotonic moment of each message the bot has sent."""
        sends = (call for call in self._world.calls if call.method.lower() == "sendmessage")
        return web.json_response([[call.params["text"], call.moment] for call in sends if call.status == 200])

    async def _first_poll(self, _request: web.Request) -> web.Response:
        """Return as soon as the bot has asked for updates."""
        async with asyncio.timeout(PATIENCE_S):
            await self._polled.wait()
        return web.json_response({})


async def serve() -> None:
    """Serve until SIGTERM; the address is the first line of the standard output."""
    world = World(
        SystemClock(),
        token=TOKEN,
        bot_name="Bench",
        bot_username="bench_demo_bot",
        limits=Limits(enabled=False),
    )
    server = BotApiServer(world)
    Control(world).mount(server.app())
    await server.start()
    sys.stdout.write(f"{server.base_url}\n")
    sys.stdout.flush()
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()
    await server.stop()


if __name__ == "__main__":
    asyncio.run(serve())
