"""The queue of updates: what waits for the bot and what it has confirmed."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Iterable

from bot.sandbox.botapi.records import Json

FIRST_ID = 500_000_001
HISTORY = 5_000

# https://core.telegram.org/bots/api#getupdates: an empty list means all kinds except these.
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
UPDATE_KINDS = frozenset(
    [
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "guest_message",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "managed_bot",
        "subscription",
        "stopped_message_generation",
    ]
)


class UpdateQueue:
    """Updates in order; each is kept until it is confirmed."""

    def __init__(self) -> None:
        self.pending: OrderedDict[int, Json] = OrderedDict()
        self.next_id = FIRST_ID
        self.allowed: frozenset[str] | None = None
        self._again: OrderedDict[int, Json] = OrderedDict()
        self._history: deque[Json] = deque(maxlen=HISTORY)
        self._arrived = asyncio.Event()
        self._put = asyncio.Event()
        self._listening = asyncio.Event()
        self._listeners = 0
        self._waiters: dict[int, list[asyncio.Future[None]]] = {}

    def put(self, kind: str, payload: Json) -> int:
        """Queue an update and return its id; 0 when the bot did not ask for this kind."""
        if not self._wanted(kind):
            return 0
        update_id = self.next_id
        self.next_id += 1
        update: Json = {"update_id": update_id, kind: payload}
        self.pending[update_id] = update
        self._history.append(update)
        self._wake()
        return update_id

    def _wake(self) -> None:
        self._arrived.set()
        self._put.set()

    def _wanted(self, kind: str) -> bool:
        if self.allowed is None:
            return kind not in NOT_BY_DEFAULT
        return kind in self.allowed

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Remember the wanted kinds; None keeps the earlier choice, nothing known means the default."""
        if kinds is not None:
            known = frozenset(kinds) & UPDATE_KINDS
            self.allowed = known or None

    def batch(self, offset: int, limit: int) -> list[Json]:
        """Confirm what the offset confirms and return the next updates.

        A negative offset counts from the end of the queue and forgets everything before
        (https://core.telegram.org/bots/api#getupdates).
        """
        if offset < 0:
            ids = list(self.pending)
            offset = ids[offset] if -offset <= len(ids) else (ids[0] if ids else 0)
        repeated = list(self._again.values())[:limit]
        for update in repeated:
            del self._again[update["update_id"]]
        while self.pending and (first := next(iter(self.pending))) < offset:
            self.confirm(first)
        seen = {update["update_id"] for update in repeated}
        fresh: list[Json] = []
        for update_id, update in self.pending.items():
            if len(fresh) + len(repeated) >= limit:
                break
            if update_id not in seen:
                fresh.append(update)
        if not self.pending and not self._again:
            self._arrived.clear()
        return repeated + fresh

    def confirm(self, update_id: int) -> None:
        """Forget an update: the bot has it."""
        self.pending.pop(update_id, None)
        for waiter in self._waiters.pop(update_id, ()):
            if not waiter.done():
                waiter.set_result(None)

    def confirmed(self, update_id: int) -> bool:
        """Tell whether the update waits no more."""
        return update_id not in self.pending and update_id not in self._again

    def redeliver(self, update_id: int) -> None:
        """Deliver an update once more, as happens when a confirmation is lost.

        Raises KeyError when the update is too old to be remembered.
        """
        for update in reversed(self._history):
            if update["update_id"] == update_id:
                self._again[update_id] = update
                self._wake()
                return
        raise KeyError(update_id)

    def take_repeated(self) -> list[Json]:
        """Return the updates to be delivered again and forget them (for a webhook)."""
        repeated = list(self._again.values())
        self._again.clear()
        return repeated

    def drop(self) -> None:
        """Throw away everything that waits (``drop_pending_updates``)."""
        self._again.clear()
        for update_id in list(self.pending):
            self.confirm(update_id)

    async def wait_arrival(self, seconds: float) -> None:
        """Wait until something is queued, at most the given seconds."""
        if self.pending or self._again:
            return
        self._arrived.clear()
        self._listeners += 1
        self._listening.set()
        try:
            await asyncio.wait_for(self._arrived.wait(), seconds)
        except TimeoutError:
            return
        finally:
            self._listeners -= 1
            if not self._listeners:
                self._listening.clear()

    async def wait_listener(self, seconds: float) -> None:
        """Wait until a long poll waits for updates; raises TimeoutError."""
        await asyncio.wait_for(self._listening.wait(), seconds)

    async def wait_put(self) -> None:
        """Wait until something new is queued since the last such wait."""
        await self._put.wait()
        self._put.clear()

    async def wait_confirmed(self, update_id: int, seconds: float) -> None:
        """Wait until the bot has confirmed the update; raises TimeoutError."""
        if self.confirmed(update_id):
            return
        future = asyncio.get_running_loop().create_future()
        self._waiters.setdefault(update_id, []).append(future)
        await asyncio.wait_for(future, seconds)
