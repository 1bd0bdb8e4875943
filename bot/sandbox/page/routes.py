"""The messenger page: what it mounts beside the Bot API server."""

import secrets
from dataclasses import dataclass

from aiohttp import web

from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.world import World
from bot.sandbox.page.assets import index, static_routes
from bot.sandbox.page.bodies import read_body
from bot.sandbox.page.cast import Cast
from bot.sandbox.page.company import Company, names
from bot.sandbox.page.deeds import deed_routes
from bot.sandbox.page.downloads import download
from bot.sandbox.page.faults import Switches, fault_routes
from bot.sandbox.page.guard import Handler, own_page
from bot.sandbox.page.log import EventLog
from bot.sandbox.page.stream import event_stream
from bot.sandbox.page.time import TimeMachine, time_routes
from bot.sandbox.page.translator import Translator
from bot.sandbox.page.trouble import bad
from bot.sandbox.page.uploads import upload

NAME_LIMIT = 64
PHONE_LIMIT = 32


@dataclass(frozen=True, slots=True)
class Page:
    """A mounted page; ``company.cast`` includes the people added in the browser."""

    company: Company
    log: EventLog

    def tell(self, kind: str, **fields: object) -> None:
        """Send the browsers an event of another part of the sandbox; on "reload" they read all anew."""
        self.log.append({"kind": kind, **fields})


def add_page(
    app: web.Application,
    world: World,
    cast: Cast,
    *,
    run: str | None = None,
    machine: TimeMachine | None = None,
) -> Page:
    """Mount the page of a world on an application that has not started yet.

    ``run`` names this run in event identifiers: a browser that knows another run reads everything anew.
    Without a time machine the page has none; the switches of faults are always there.
    """
    log = EventLog(run or secrets.token_hex(4))
    company = Company(world, cast)
    translator = Translator(company, log)
    switches = Switches(company, log)
    app.add_routes(
        [
            web.get("/", index()),
            *static_routes(),
            web.get("/api/state", _state(company, log, switches, machine)),
            web.get("/api/events", event_stream(log, world.clock)),
            web.get("/api/files/{file_id}", download(world)),
            web.get("/api/chats/{chat:-?[0-9]+}/messages", _messages(company)),
            web.post("/api/people", _newcomer(company, translator)),
            web.post("/api/people/{person}/files", upload(company)),
            *deed_routes(company),
            *fault_routes(switches),
            *(time_routes(machine) if machine else ()),
        ]
    )
    stop_listening = [world.feed.listen(translator.hear), world.feed.listen(lambda _event: switches.tell())]
    if machine is not None:
        machine.listen(lambda shown: log.append({"kind": "time", "time": shown}))

    async def close(_: web.Application) -> None:
        for stop in stop_listening:
            stop()
        log.close()

    app.on_shutdown.append(close)
    return Page(company, log)


def _state(company: Company, log: EventLog, switches: Switches, machine: TimeMachine | None) -> Handler:
    async def serve(_: web.Request) -> web.Response:
        more: Json = {"faults": switches.shown(), "time": machine.shown() if machine else None}
        return web.json_response({**company.state_body(log.name(log.number)), **more})

    return own_page(serve)


def _messages(company: Company) -> Handler:
    async def serve(request: web.Request) -> web.Response:
        before = request.query.get("before", "")
        if not before.isdecimal():
            raise bad("before must be a message's number")
        messages, earlier = company.messages(int(request.match_info["chat"]), int(before))
        return web.json_response({"messages": messages, "earlier": earlier})

    return own_page(serve)


def _newcomer(company: Company, translator: Translator) -> Handler:
    async def serve(request: web.Request) -> web.Response:
        body = await read_body(request)
        first, last = names(body.text("name", NAME_LIMIT))
        member = company.add(first, last, body.optional_text("phone", PHONE_LIMIT).strip() or None)
        translator.newcomer(member)
        return web.json_response({"id": member.user_id})

    return own_page(serve)
