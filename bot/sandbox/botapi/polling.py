"""Long polling: ``getUpdates`` (core.telegram.org/bots/api#getupdates)."""

import asyncio
import time
from typing import Any

from bot.sandbox.botapi.errors import bad_request, conflict
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.state import State

LIMIT = 100
LONGEST_WAIT = 50
TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
TERMINATED_BY_WEBHOOK = "terminated by setWebhook request"


class Poller:
    """Lets one request at a time wait for updates."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._current: asyncio.Future[str] | None = None

    async def poll(self, params: Params) -> list[Json]:
        """Return the next updates, waiting for them if asked to."""
        if self._state.webhook["url"]:
            raise conflict(WEBHOOK_ACTIVE)
        self.end(TERMINATED)
        updates = self._state.updates
        updates.allow(allowed_updates(params))
        limit = params.number("limit", LIMIT)
        limit = min(max(limit, 1), LIMIT)
        wait = min(max(params.number("timeout"), 0), LONGEST_WAIT)
        batch = updates.batch(params.number("offset"), limit)
        if batch or not wait:
            return batch
        mine: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._current = mine
        try:
            return await self._wait(mine, time.monotonic() + wait, limit)
        finally:
            if self._current is mine:
                self._current = None

    async def _wait(self, mine: asyncio.Future[str], deadline: float, limit: int) -> list[Json]:
        while (left := deadline - time.monotonic()) > 0:
            arrival = asyncio.ensure_future(self._state.updates.wait_arrival(left))
            try:
                waiting: set[asyncio.Future[Any]] = {arrival, mine}
                await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            finally:
                arrival.cancel()
            if mine.done():
                if mine.result():
                    raise conflict(mine.result())
                return []
            if batch := self._state.updates.batch(0, limit):
                return batch
        return []

    def end(self, reason: str) -> None:
        """End the waiting request: with a 409, or with an empty answer when no reason is given."""
        if self._current is not None and not self._current.done():
            self._current.set_result(reason)
        self._current = None


def allowed_updates(params: Params) -> list[str] | None:
    """Return the wanted kinds, None when the call does not say."""
    kinds = params.structure("allowed_updates", "allowed updates")
    if kinds is None:
        return None
    if not isinstance(kinds, list):
        raise bad_request("expected an Array of String as allowed_updates")
    return [str(kind) for kind in kinds]
