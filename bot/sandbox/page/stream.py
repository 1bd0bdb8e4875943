"""Server-Sent Events: the page's events as they happen."""

import json

from aiohttp import web

from bot.sandbox.page.guard import SAFE_HEADERS, Handler, own_page
from bot.sandbox.page.log import EventLog
from bot.shared.clock import Clock

# Seconds: how often the clock is looked at, and how long a silent line is kept without a sign of life.
TICK = 1.0
SILENCE = 15.0
RETRY_MS = 1_500


def event_stream(log: EventLog, clock: Clock) -> Handler:
    """Return what serves ``/api/events``; it goes on after ``Last-Event-ID`` or asks for a reload."""

    async def serve(request: web.Request) -> web.StreamResponse:
        wanted = request.headers.get("Last-Event-ID") or request.query.get("after", "")
        headers = {
            **SAFE_HEADERS,
            "Content-Type": "text/event-stream; charset=utf-8",
            "Cache-Control": "no-store",
        }
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        await response.write(f"retry: {RETRY_MS}\n\n".encode())
        line = _Line(response, log, clock)
        try:
            await line.run(log.position(wanted))
        except ConnectionResetError:
            # The browser closed the page: nobody is left to tell.
            return response
        return response

    return own_page(serve)


class _Line:
    def __init__(self, response: web.StreamResponse, log: EventLog, clock: Clock) -> None:
        self._response = response
        self._log = log
        self._clock = clock
        self._minute = -1
        self._silent = 0.0

    async def run(self, position: int | None) -> None:
        """Send events until the browser or the server leaves."""
        while position is not None and not self._log.closed:
            events = self._log.since(position)
            if events is None:
                break
            for number, event in events:
                await self._send(
                    f"id: {self._log.name(number)}\ndata: {json.dumps(event, ensure_ascii=False)}\n\n"
                )
                position = number
            await self._tell_clock()
            await self._log.wait_after(position, TICK)
        if not self._log.closed:
            await self._send("event: reload\ndata: {}\n\n")

    async def _tell_clock(self) -> None:
        now = int(self._clock.now().timestamp())
        self._silent += TICK
        if now // 60 != self._minute:
            self._minute = now // 60
            await self._send(f'data: {{"kind": "clock", "now": {now}}}\n\n')
        elif self._silent >= SILENCE:
            await self._send(": still here\n\n")

    async def _send(self, text: str) -> None:
        self._silent = 0.0
        await self._response.write(text.encode())
