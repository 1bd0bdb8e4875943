"""The page's way to the sandbox's clock: where to go, stop, and back to the present."""

from collections.abc import Callable
from typing import Protocol

from aiohttp import web

from bot.sandbox.botapi.records import Json
from bot.sandbox.page.bodies import read_body
from bot.sandbox.page.deeds import refused_by_world
from bot.sandbox.page.guard import Handler, own_page


class TimeMachine(Protocol):
    """Who moves the clock."""

    def listen(self, tell: Callable[[Json], None]) -> None:
        """Have what is shown told whenever it changes."""

    def shown(self) -> Json:
        """Return what the page shows."""

    def go(self, way: str) -> None:
        """Set out; ValueError where that is not possible now."""

    async def halt(self) -> None:
        """Stop where the clock is."""

    async def come_back(self) -> None:
        """Return to the present."""


def time_routes(machine: TimeMachine) -> list[web.RouteDef]:
    """Return what the buttons of the time machine call."""
    return [
        web.post("/api/time/go", _go(machine)),
        web.post("/api/time/stop", _stop(machine)),
        web.post("/api/time/present", _present(machine)),
    ]


def _go(machine: TimeMachine) -> Handler:
    async def serve(request: web.Request) -> web.Response:
        body = await read_body(request)
        with refused_by_world():
            machine.go(body.text("way", 20))
        return web.json_response(machine.shown())

    return own_page(serve)


def _stop(machine: TimeMachine) -> Handler:
    async def serve(request: web.Request) -> web.Response:
        await read_body(request)
        await machine.halt()
        return web.json_response(machine.shown())

    return own_page(serve)


def _present(machine: TimeMachine) -> Handler:
    async def serve(request: web.Request) -> web.Response:
        await read_body(request)
        await machine.come_back()
        return web.json_response(machine.shown())

    return own_page(serve)
