"""Switches on the page that make Telegram, the network and people misbehave."""

from collections.abc import Callable

from aiohttp import web

from bot.sandbox.botapi.faults import Fault, Faults
from bot.sandbox.botapi.records import Json
from bot.sandbox.page.bodies import read_body
from bot.sandbox.page.company import Company
from bot.sandbox.page.guard import Handler, own_page
from bot.sandbox.page.log import EventLog
from bot.sandbox.page.trouble import bad, missing

LONGEST_S = 600
"""The longest pause Telegram is made to ask for: ten minutes."""

BAD_GATEWAY = 502


def _flood(faults: Faults, seconds: int) -> Fault:
    return faults.too_many_requests(seconds)


def _server(faults: Faults, _seconds: int) -> Fault:
    return faults.server_error(BAD_GATEWAY)


def _cut_before(faults: Faults, _seconds: int) -> Fault:
    return faults.cut_before()


def _cut_after(faults: Faults, _seconds: int) -> Fault:
    # Once: each repeat of a message whose answer is cut off would arrive too, without an end.
    return faults.cut_after(methods=["sendMessage"], times=1)


_TURN_ON: dict[str, Callable[[Faults, int], Fault]] = {
    "flood": _flood,
    "server": _server,
    "before": _cut_before,
    "after": _cut_after,
}


class Switches:
    """Which faults are on; the page is told when that changes, also when one has struck and is over."""

    def __init__(self, company: Company, log: EventLog) -> None:
        self._company = company
        self._log = log
        self._on: dict[str, tuple[Fault, int]] = {}
        self._told = self.shown()

    def shown(self) -> Json:
        """Return each switch: whether it is on, and the seconds it asks to wait."""
        return {name: self._switch(name) for name in _TURN_ON}

    def turn(self, name: str, on: bool, seconds: int) -> None:
        """Turn a switch on or off; on again with other seconds is fine."""
        faults = self._company.world.faults
        if name in self._on:
            faults.remove(self._on.pop(name)[0])
        if on:
            self._on[name] = (_TURN_ON[name](faults, seconds), seconds)
        self.tell()

    def reset(self) -> None:
        """Turn everything off; who has blocked the bot unblocks it."""
        for name in list(self._on):
            self.turn(name, False, 0)
        for member in self._company.cast.members:
            self._company.world.unblock(member.user_id)

    def tell(self) -> None:
        """Tell the page what has changed."""
        shown = self.shown()
        if shown != self._told:
            self._told = shown
            self._log.append({"kind": "faults", "faults": shown})

    def _switch(self, name: str) -> Json:
        fault, seconds = self._on.get(name, (None, 0))
        on = fault is not None and (fault.times is None or fault.hits < fault.times)
        return {"on": on, "seconds": seconds if on else 0}


def fault_routes(switches: Switches) -> list[web.RouteDef]:
    """Return what the switches call."""
    return [
        web.post("/api/faults", _reset(switches)),
        web.post("/api/faults/{name}", _turn(switches)),
    ]


def _turn(switches: Switches) -> Handler:
    async def serve(request: web.Request) -> web.Response:
        body = await read_body(request)
        name, seconds = request.match_info["name"], body.optional_number("seconds") or 0
        if name not in _TURN_ON:
            raise missing("no_switch", "there is no such switch")
        on = body.flag("on")
        if on and name == "flood" and not 1 <= seconds <= LONGEST_S:
            raise bad(f"the seconds are from 1 to {LONGEST_S}", "bad_seconds")
        switches.turn(name, on, seconds)
        return web.json_response(switches.shown())

    return own_page(serve)


def _reset(switches: Switches) -> Handler:
    async def serve(request: web.Request) -> web.Response:
        await read_body(request)
        switches.reset()
        return web.json_response(switches.shown())

    return own_page(serve)
