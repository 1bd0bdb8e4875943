"""The world of the sandbox: people and their chats with one bot, all in memory.

Two faces look at it: the bot's, through ``server.BotApiServer``, and the people's, through the
methods here.
"""

from bot.sandbox.botapi.feed import Subscription
from bot.sandbox.botapi.flood import Limits
from bot.sandbox.botapi.gestures import Gestures
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.scopes import commands_shown
from bot.sandbox.botapi.snapshot import dump, fill
from bot.shared.clock import Clock

__all__ = ["PATIENCE_S", "Limits", "World"]

PATIENCE_S = 60.0
"""After so many seconds a wait for the bot is called a hang. How soon it answers is measured elsewhere: on a
busy machine what draws and computes stands back (`os.nice`) for whatever else wants the processor."""


class World(Gestures):
    """People, groups, messages and updates of one bot."""

    def messages(self, chat: int, *, viewer: int | None = None) -> list[Json]:
        """Return a chat as a client shows it, oldest first, deleted messages left out.

        Ephemeral messages appear only to their receiver, so only with ``viewer``.
        """
        return [
            post.body
            for post in self.chats[chat].posts.values()
            if post.receiver is None or post.receiver == viewer
        ]

    def commands_for(self, user: int, chat: int) -> list[Json]:
        """Return what this person's command menu shows in a chat."""
        return commands_shown(self, self.people[user], self.chats[chat])

    def subscribe(self) -> Subscription:
        """Return a feed of events from now on; close it when done.

        Events are dicts with ``kind``, ``seq`` and mostly ``chat``.
        """
        return self.feed.subscribe()

    def confirmed(self, update_id: int) -> bool:
        """Tell whether the bot has taken this update (0, never sent, counts as taken)."""
        return self.updates.confirmed(update_id)

    async def wait_confirmed(self, update_id: int, timeout: float = PATIENCE_S) -> None:  # noqa: ASYNC109 - the caller names a bound, not a scope
        """Wait until the bot has taken this update; raises TimeoutError."""
        await self.updates.wait_confirmed(update_id, timeout)

    async def wait_polled(self, timeout: float = PATIENCE_S) -> None:  # noqa: ASYNC109 - as above
        """Wait until the bot waits for updates, that is, has handled all; raises TimeoutError."""
        await self.updates.wait_listener(timeout)

    def redeliver(self, update_id: int) -> None:
        """Deliver an update once more; raises KeyError when it is forgotten."""
        self.updates.redeliver(update_id)

    def snapshot(self) -> Json:
        """Return the world as JSON values; faults, limits and calls are left out."""
        return dump(self)

    @classmethod
    def restore(
        cls, snapshot: Json, clock: Clock, *, token: str, bot_username: str, limits: Limits | None = None
    ) -> "World":
        """Return the world of a snapshot; raises ValueError when it is of another version."""
        world = cls(
            clock, token=token, bot_name=snapshot["bot_name"], bot_username=bot_username, limits=limits
        )
        fill(world, snapshot)
        return world
