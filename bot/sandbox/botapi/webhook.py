"""Delivery to a webhook: several connections, each chat's updates in order, tried again until 200."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import BodyPartReader, ClientError, ClientResponse, ClientSession, ClientTimeout, MultipartReader

from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.state import State

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
TIMEOUT_SECONDS = 60
LONGEST_PAUSE = 60.0

Answer = Callable[[str, Params], Awaitable[Any]]


class WebhookSender:
    """Carries updates to the address that is set; runs while the server runs."""

    def __init__(self, state: State, answer: Answer, first_pause: float = 1.0) -> None:
        self._state = state
        self._answer = answer
        self._first_pause = first_pause
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._queues: dict[int, list[Json]] = {}
        self._taken: set[int] = set()
        self._main: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, or begin again with new settings."""
        if self._main is None:
            self._main = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """End; what was not delivered stays in the queue."""
        tasks = [*self._busy.values(), *([self._main] if self._main else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._main = None
        self._busy.clear()
        self._queues.clear()
        self._taken.clear()

    async def _run(self) -> None:
        timeout = ClientTimeout(total=TIMEOUT_SECONDS)
        async with ClientSession(timeout=timeout) as session:
            slots = asyncio.Semaphore(int(self._state.webhook["max_connections"]))
            while True:
                for update in self._fresh():
                    self._enqueue(update, session, slots)
                await self._state.updates.wait_put()

    def _fresh(self) -> list[Json]:
        updates = self._state.updates
        repeated = updates.take_repeated()
        fresh = [update for number, update in updates.pending.items() if number not in self._taken]
        self._taken.update(update["update_id"] for update in fresh)
        return repeated + fresh

    def _enqueue(self, update: Json, session: ClientSession, slots: asyncio.Semaphore) -> None:
        key = _lane(update)
        lane = self._queues.setdefault(key, [])
        lane.append(update)
        if key not in self._busy:
            self._busy[key] = asyncio.get_running_loop().create_task(self._drain(key, session, slots))

    async def _drain(self, key: int, session: ClientSession, slots: asyncio.Semaphore) -> None:
        lane = self._queues[key]
        try:
            while lane:
                await self._deliver(lane[0], session, slots)
                update_id = lane.pop(0)["update_id"]
                self._taken.discard(update_id)
        finally:
            self._busy.pop(key, None)
            self._queues.pop(key, None)

    async def _deliver(self, update: Json, session: ClientSession, slots: asyncio.Semaphore) -> None:
        pause = self._first_pause
        while True:
            async with slots:
                error = await self._post(update, session)
            if not error:
                self._state.updates.confirm(update["update_id"])
                return
            hook = self._state.webhook
            hook |= {"last_error_message": error, "last_error_date": self._state.timestamp()}
            self._state.feed.publish("webhook_error", message=error)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _post(self, update: Json, session: ClientSession) -> str:
        hook = self._state.webhook
        headers = {"Content-Type": "application/json"}
        if hook.get("secret_token"):
            headers[SECRET_HEADER] = hook["secret_token"]
        try:
            body = json.dumps(update, ensure_ascii=False).encode()
            async with session.post(hook["url"], data=body, headers=headers) as response:
                if response.status != 200:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                await self._take_answer(response)
                return ""
        except TimeoutError:
            return "Read timeout expired"
        except ClientError:
            return "Connection refused"

    async def _take_answer(self, response: ClientResponse) -> None:
        """Carry out a method named in the answer; its own success is told to nobody."""
        values = await _read_answer(response)
        method = values.pop("method", None)
        if isinstance(method, str):
            await self._answer(method, Params(values))


async def _read_answer(response: ClientResponse) -> dict[str, Any]:
    if response.content_type == "application/json":
        try:
            found = json.loads(await response.text() or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}
    if not response.content_type.startswith("multipart/"):
        return {}
    values: dict[str, Any] = {}
    async for part in MultipartReader.from_response(response):
        if isinstance(part, BodyPartReader) and part.name:
            values[part.name] = await part.text()
    return values


def _lane(update: Json) -> int:
    """Return what keeps its order: the chat, or the person."""
    for payload in update.values():
        if isinstance(payload, dict):
            holder = payload.get("chat") or payload.get("from") or payload.get("user") or {}
            return int(holder.get("id", 0))
    return 0
