"""The Bot API over HTTP, for one world."""

import asyncio
import json
from typing import Any

from aiohttp import web

from bot.sandbox.botapi.errors import NOT_FOUND, UNAUTHORIZED, Refusal, too_many_requests
from bot.sandbox.botapi.faults import Outcome
from bot.sandbox.botapi.files import UPLOAD_LIMIT
from bot.sandbox.botapi.methods.table import TABLE
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.polling import TERMINATED_BY_WEBHOOK, Poller
from bot.sandbox.botapi.reading import read_params
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.state import Call
from bot.sandbox.botapi.webhook import WebhookSender
from bot.sandbox.botapi.world import World

_5XX = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}


class ConnectionCut(Exception):
    """The connection breaks here, on purpose."""


class BotApiServer:
    """Serves a world on 127.0.0.1 the way api.telegram.org serves a bot."""

    def __init__(self, world: World, *, webhook_pause: float = 1.0) -> None:
        self.world = world
        self._webhook_pause = webhook_pause
        self._sender: WebhookSender | None = None
        self._ending: set[asyncio.Task[None]] = set()
        self.poller = Poller(world)
        self.base_url = ""
        self._app: web.Application | None = None
        self._runner: web.AppRunner | None = None

    def app(self) -> web.Application:
        """Return the application; other routes may be added before ``start``."""
        if self._app is None:
            self._app = web.Application(client_max_size=UPLOAD_LIMIT + (1 << 21))
            self._app.router.add_route("*", "/bot{token}/{method}", self._serve)
            self._app.router.add_get("/file/bot{token}/{path:.+}", self._download)
            self._app.on_startup.append(self._on_startup)
            self._app.on_shutdown.append(self._on_shutdown)
        return self._app

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Begin to listen; port 0 takes a free one, ``base_url`` then tells which."""
        self._runner = web.AppRunner(
            self.app(), handler_cancellation=True, access_log=None, shutdown_timeout=1.0
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        bound = self._runner.addresses[0][1]
        self.base_url = f"http://{host}:{bound}"

    async def stop(self) -> None:
        """Stop listening; requests that wait for updates get an empty answer."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _on_startup(self, app: web.Application) -> None:
        _ = app
        self.world.on_webhook_change = self._change_webhook
        self._change_webhook()

    async def _on_shutdown(self, app: web.Application) -> None:
        _ = app
        self.world.on_webhook_change = lambda: None
        self.poller.end("")
        if self._sender is not None:
            await self._sender.stop()
            self._sender = None
        await asyncio.gather(*self._ending)

    def _change_webhook(self) -> None:
        """Let the sender of the old settings end and one of the new settings begin."""
        if self._sender is not None:
            task = asyncio.get_running_loop().create_task(self._sender.stop())
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)
            self._sender = None
        if self.world.webhook["url"]:
            self.poller.end(TERMINATED_BY_WEBHOOK)
            self._sender = WebhookSender(self.world, self._answer_update, self._webhook_pause)
            self._sender.start()

    async def _answer_update(self, method: str, params: Params) -> None:
        try:
            await self.call(method, params)
        except Refusal as refusal:
            self._record(method, params, refusal.code)
        except ConnectionCut:
            self._record(method, params, 0)
        else:
            self._record(method, params, 200)

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.world.token:
            return _answer(Refusal(*UNAUTHORIZED).body(), 401)
        method = request.match_info["method"]
        params = Params({})
        try:
            params = await read_params(request)
            result = await self.call(method, params)
        except Refusal as refusal:
            self._record(method, params, refusal.code)
            return _answer(refusal.body(), refusal.code)
        except ConnectionCut:
            self._record(method, params, 0)
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        self._record(method, params, 200)
        return _answer({"ok": True, "result": result}, 200)

    async def call(self, method: str, params: Params) -> Any:
        """Carry out one call and return its result; raises Refusal or ConnectionCut."""
        name = method.lower()
        outcome = self.world.faults.strike(name, _chat_number(params))
        if outcome is not None:
            await _suffer(outcome)
        if name == "getupdates":
            result: Any = await self.poller.poll(params)
        elif name in TABLE:
            result = TABLE[name](self.world, params)
        else:
            raise Refusal(NOT_FOUND[0], "Not Found: method not found")
        if outcome is not None and outcome.cut_after:
            raise ConnectionCut
        return result

    def _record(self, method: str, params: Params, status: int) -> None:
        if method.lower() != "getupdates":
            self.world.calls.append(Call(method, params.values, status, self.world.monotonic()))

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.world.token:
            return _answer(Refusal(*UNAUTHORIZED).body(), 401)
        found = self.world.files.download(request.match_info["path"])
        if found is None:
            return _answer(Refusal(*NOT_FOUND).body(), 404)
        return web.Response(body=found[1], content_type="application/octet-stream")


async def _suffer(outcome: Outcome) -> None:
    if outcome.latency:
        await asyncio.sleep(outcome.latency)
    if outcome.cut_before:
        raise ConnectionCut
    if outcome.status == 429:
        raise too_many_requests(outcome.retry_after)
    if outcome.status:
        raise Refusal(outcome.status, _5XX.get(outcome.status, "Internal Server Error"))


def _chat_number(params: Params) -> int | None:
    return params.number("chat_id") or None


def _answer(body: Json, status: int) -> web.Response:
    return web.Response(
        text=json.dumps(body, ensure_ascii=False), status=status, content_type="application/json"
    )
