"""What the world is made of: people, chats and the messages in them."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class Person:
    """A human with an account, as the bot's side of Telegram knows them."""

    id: int
    first_name: str
    last_name: str = ""
    username: str | None = None
    language_code: str = "ru"
    phone: str | None = None
    known: bool = False
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def as_user(self) -> Json:
        """Return the Bot API ``User``."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user


@dataclass
class Post:
    """A message kept by the server: its Bot API JSON and what clients never see."""

    body: Json
    author: int
    service: bool = False
    with_reply_markup: bool = False
    silent: bool = False
    receiver: int | None = None
    reactions: dict[int, str] = field(default_factory=dict)
    votes: dict[int, list[int]] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """Return the message id (the ephemeral one for an ephemeral message)."""
        number: int = self.body["message_id"] or self.body.get("ephemeral_message_id", 0)
        return number

    def reaction_counts(self) -> dict[str, int]:
        """Return how often each emoji was put on it."""
        counts: dict[str, int] = {}
        for emoji in self.reactions.values():
            counts[emoji] = counts.get(emoji, 0) + 1
        return counts


@dataclass
class Chat:
    """A private chat with the bot (id of the person) or a group (negative id)."""

    id: int
    kind: str
    title: str = ""
    members: dict[int, str] = field(default_factory=dict)
    bot_status: str = "left"
    migrated_to: int | None = None
    posts: OrderedDict[int, Post] = field(default_factory=OrderedDict)
    last_id: int = 0
    keyboards: dict[int, Json] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    menu_button: Json | None = None

    @property
    def is_group(self) -> bool:
        """Tell whether several people share it."""
        return self.kind != "private"
