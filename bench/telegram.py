"""Telegram for a bot under measurement: the strict local server in a process of its own.

So that its work is not counted. The bench steers it over HTTP; see `bench/stand.py`.
Run as a module: bench.telegram LATENCY_S MESSAGES_PER_SECOND, where 0 messages mean no limits.
"""

import asyncio
import signal
import sys
from typing import Any

from aiohttp import web

from bot.sandbox.botapi.gestures import inline_buttons
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
        app.router.add_post("/bench/ask", self._ask)
        app.router.add_post("/bench/tap", self._tap)
        app.router.add_post("/bench/tally", self._tally)
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
        """Make people with private chats; return their ids. With `started` the bot may write to them."""
        count = int(request.query["count"])
        users = [self._world.add_user(first_name=f"Участник {n}") for n in range(count)]
        for user in users if "started" in request.query else []:
            self._world.people[user].known = self._world.people[user].started = True
        return web.json_response(users)

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

    async def _ask(self, request: web.Request) -> web.Response:
        """Let somebody write; return the seconds until the bot's next message to them is there."""
        order = await request.json()
        heard = asyncio.Event()

        def listen(event: dict[str, Any]) -> None:
            theirs = event["kind"] == "message" and event["chat"] == order["user"]
            if theirs and event["message"]["from"]["is_bot"]:
                heard.set()

        silence = self._world.feed.listen(listen)
        try:
            began = self._world.monotonic()
            self._world.say(order["user"], order["text"])
            async with asyncio.timeout(PATIENCE_S):
                await heard.wait()
            return web.json_response(self._world.monotonic() - began)
        finally:
            silence()

    async def _tap(self, request: web.Request) -> web.Response:
        """Let somebody tap the newest button whose label begins so; return when the bot has handled it."""
        order = await request.json()
        user, label = order["user"], order["label"]
        message, data = next(
            (message, button["callback_data"])
            for message in reversed(self._world.messages(user))
            for button in inline_buttons(message)
            if button["text"].startswith(label)
        )
        update = self._world.tap(user, user, message["message_id"], data)
        await self._world.wait_confirmed(update, PATIENCE_S)
        return web.json_response({})

    async def _tally(self, request: web.Request) -> web.Response:
        """Return how many messages with a text have come, in which time, and how often that was a 429.

        What somebody was shown of it before it was sent (`but`) does not count.
        """
        order = await request.json()
        words, but = order["text"], str(order["but"])
        calls = [
            one
            for one in self._world.calls
            if one.params.get("text") == words and str(one.params.get("chat_id")) != but
        ]
        moments = [one.moment for one in calls if one.status == 200 and one.method.lower() == "sendmessage"]
        refused = sum(one.status == 429 for one in calls)
        first, last = (moments[0], moments[-1]) if moments else (0.0, 0.0)
        return web.json_response({"sent": len(moments), "took": last - first, "refused": refused})

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


async def serve(latency_s: float, per_second: float) -> None:
    """Serve until SIGTERM; the address is the first line of the standard output.

    Every call takes so much longer; so many messages per second are let through, all of them for 0.
    """
    world = World(
        SystemClock(),
        token=TOKEN,
        bot_name="Bench",
        bot_username="bench_demo_bot",
        limits=Limits(overall_per_second=per_second, enabled=per_second > 0),
    )
    if latency_s:
        world.faults.slow(latency_s)
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
    asyncio.run(serve(*map(float, sys.argv[1:])))
