"""The world's memory and its smallest steps; nobody's point of view."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sandbox.botapi.faults import Faults
from bot.sandbox.botapi.feed import Feed
from bot.sandbox.botapi.files import FileStore
from bot.sandbox.botapi.flood import Flood, Limits
from bot.sandbox.botapi.records import Chat, Json, Person, Post
from bot.sandbox.botapi.updates import UpdateQueue
from bot.shared.clock import Clock

KEEP_MESSAGES = 2_000
KEEP_CALLS = 20_000
KEEP_QUERIES = 10_000


@dataclass(frozen=True)
class Call:
    """A request of the bot: method, parameters, HTTP status (0 for a cut connection), monotonic moment."""

    method: str
    params: dict[str, Any]
    status: int
    moment: float


@dataclass
class CallbackQuery:
    """A tapped button that waits for an answer."""

    user: int
    chat: int
    message_id: int
    asked_at: datetime
    answered: bool = False


class State:
    """People, chats, files, updates and settings of one bot; steps that keep them consistent."""

    def __init__(
        self,
        clock: Clock,
        *,
        token: str,
        bot_name: str,
        bot_username: str,
        limits: Limits | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        head = token.partition(":")[0]
        if not head.isdigit():
            raise ValueError("a bot token starts with the bot's number and a colon")
        self.clock = clock
        self.token = token
        self.bot_id = int(head)
        self.bot_name = bot_name
        self.bot_username = bot_username
        self.reads_all_group_messages = False
        self.monotonic = monotonic
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        self.updates = UpdateQueue()
        self.feed = Feed()
        self.faults = Faults()
        self.flood = Flood(limits or Limits(), monotonic)
        self.calls: deque[Call] = deque(maxlen=KEEP_CALLS)
        self.queries: OrderedDict[str, CallbackQuery] = OrderedDict()
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.menu_button: Json = {"type": "commands"}
        self.webhook: Json = {"url": ""}
        self.on_webhook_change: Callable[[], None] = lambda: None
        self._last_private_id = 0
        self._last_number = 0

    @property
    def flood_violations(self) -> int:
        """Return how often the bot knocked while it was told to wait."""
        return self.flood.violations

    def timestamp(self) -> int:
        """Return the present moment as Unix time."""
        return int(self.clock.now().timestamp())

    def number(self) -> int:
        """Return a new number, unique in this world."""
        self._last_number += 1
        return self._last_number

    def counters(self) -> tuple[int, int]:
        """Return the last message id outside supergroups and the last unique number."""
        return self._last_private_id, self._last_number

    def set_counters(self, private_id: int, number: int) -> None:
        """Go on counting from there."""
        self._last_private_id, self._last_number = private_id, number

    def bot_user(self) -> Json:
        """Return the bot as a ``User``."""
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.bot_name,
            "username": self.bot_username,
        }

    def user_body(self, user_id: int) -> Json:
        """Return the ``User`` of a person or of the bot."""
        return self.bot_user() if user_id == self.bot_id else self.people[user_id].as_user()

    def chat_body(self, chat: Chat) -> Json:
        """Return the short ``Chat`` that messages carry."""
        if chat.is_group:
            return {"id": chat.id, "title": chat.title, "type": chat.kind}
        user = self.people[chat.id].as_user()
        names: Json = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
        return {"id": chat.id, **names, "type": "private"}

    def new_message_id(self, chat: Chat) -> int:
        """Return the next id: supergroups count for themselves, all other chats together."""
        if chat.kind == "supergroup":
            chat.last_id += 1
            return chat.last_id
        self._last_private_id += 1
        chat.last_id = self._last_private_id
        return chat.last_id

    def add_post(self, chat: Chat, author: int, content: Json, **hidden: Any) -> Post:
        """Put a new message into a chat and tell the feed."""
        body: Json = {
            "message_id": self.new_message_id(chat),
            "from": self.user_body(author),
            "chat": self.chat_body(chat),
            "date": self.timestamp(),
            **content,
        }
        post = Post(body, author, **hidden)
        chat.posts[post.id] = post
        if len(chat.posts) > KEEP_MESSAGES:
            chat.posts.popitem(last=False)
        self.feed.publish("message", chat.id, message=body, silent=post.silent)
        return post

    def rewrite(self, chat: Chat, post: Post, body: Json) -> Json:
        """Give a message a new body, edited now, and tell the feed; earlier copies stay as they were."""
        post.body = {**body, "edit_date": self.timestamp()}
        self.feed.publish("edited", chat.id, message=post.body)
        return post.body

    def remove_post(self, chat: Chat, message_id: int) -> None:
        """Delete a message for everybody and tell the feed."""
        chat.posts.pop(message_id, None)
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
        self.feed.publish("deleted", chat.id, message_id=message_id)

    def change_webhook(self, hook: Json) -> None:
        """Set or end the webhook; the server that delivers is told."""
        if {**self.webhook, **hook} != self.webhook or hook["url"] != self.webhook["url"]:
            self.webhook = hook
            self.on_webhook_change()

    def ask(self, user: int, chat: int, message_id: int) -> str:
        """Remember a tapped button and return the id of its query."""
        query_id = str(4_000_000_000_000_000 + self.number())
        self.queries[query_id] = CallbackQuery(user, chat, message_id, self.clock.now())
        if len(self.queries) > KEEP_QUERIES:
            self.queries.popitem(last=False)
        return query_id
