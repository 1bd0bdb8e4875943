"""Group chats for tests: made, joined by the bot, and tied to a stream by an organizer."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.records import Json, Post
from bot.sandbox.botapi.world import PATIENCE_S
from bot.ui.texts import texts_in
from tests.sandbox.botapi.pictures import png
from tests.stage import Stage

RU = texts_in("ru").plain
STREAM = "Школа мэров, поток 5"


async def group_with_bot(stage: Stage, title: str, by: Persona, *others: Persona, basic: bool = False) -> int:
    """A group that somebody has just added the bot to."""
    members = [by.user, *(one.user for one in others)]
    chat = stage.world.add_group(title, members, supergroup=not basic)
    await stage.world.wait_confirmed(stage.world.add_bot_to_group(chat, by.user))
    return chat


async def staff_chat(stage: Stage, organizer: Persona, *others: Persona, basic: bool = False) -> int:
    """The staff chat of stream 5."""
    chat = await group_with_bot(stage, "Штаб", organizer, *others, basic=basic)
    await organizer.send("/bind", chat=chat)
    await organizer.tap(RU("groups-as-staff", stream=STREAM), chat=chat)
    return chat


async def stream_chat(stage: Stage, organizer: Persona, *others: Persona) -> int:
    """The group chat of stream 5."""
    chat = await group_with_bot(stage, "Поток 5", organizer, *others)
    await organizer.send("/bind", chat=chat)
    await organizer.tap(RU("groups-as-group", stream=STREAM), chat=chat)
    return chat


def words_in(stage: Stage, chat: int) -> list[str]:
    """Return what the bot has said in a chat, oldest first."""
    return [
        message.get("text") or message.get("caption") or ""
        for message in stage.world.messages(chat)
        if message["from"]["id"] == stage.world.bot_id
    ]


def shown_last(stage: Stage, chat: int) -> str:
    """Return the last thing the bot said in a chat."""
    return words_in(stage, chat)[-1]


def number_of_last(stage: Stage, chat: int) -> int:
    """Return the id of the last message of the bot in a chat."""
    own = [one for one in stage.world.messages(chat) if one["from"]["id"] == stage.world.bot_id]
    return int(own[-1]["message_id"])


async def until(stage: Stage, happened: Callable[[], bool]) -> None:
    """Wait until something is so; looks again whenever anything happens in the messenger, or soon.

    On a busy machine an album may become due only after its own errand has looked; then the calendar's
    carries it, every 15 seconds.
    """
    events = stage.world.subscribe()
    try:
        async with asyncio.timeout(PATIENCE_S):
            while not happened():
                with suppress(TimeoutError):
                    await asyncio.wait_for(events.get(), 0.1)
    finally:
        events.close()


async def send_album(
    stage: Stage,
    by: Persona,
    names: Sequence[str],
    caption: str = "",
    *,
    kind: str = "photo",
    chat: int | None = None,
    reply_to: int | None = None,
    alone: bool = False,
) -> list[int]:
    """Send files together (`alone`: each for itself); return their updates when the bot has taken all."""
    group = None if alone else str(13_000_000_000_000_000 + stage.world.number())
    mime = "image/png" if kind == "photo" else "application/pdf"
    updates = []
    for place, name in enumerate(names):
        data = png(4 + place) if kind == "photo" else name.encode()
        options: dict[str, Any] = {"chat": chat, "reply_to": reply_to, "media_group": group}
        words = "" if place else caption
        updates.append(stage.world.send_file(by.user, kind, name, mime, data, caption=words, **options))
    for update in updates:
        await stage.world.wait_confirmed(update)
    return updates


def albums(stage: Stage, chat: int) -> list[list[Json]]:
    """Return the albums the bot has sent to a chat, each with its messages."""
    found: dict[str, list[Json]] = {}
    for message in stage.world.messages(chat):
        if message["from"]["id"] == stage.world.bot_id and "media_group_id" in message:
            found.setdefault(message["media_group_id"], []).append(message)
    return list(found.values())


async def as_group(stage: Stage, chat: int, text: str, *, reply_to: int | None = None) -> None:
    """Write as an administrator who is anonymous: in the group's name, through Telegram's own bot."""
    place = stage.world.chats[chat]
    body: Json = {
        "message_id": stage.world.new_message_id(place),
        "from": {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"},
        "sender_chat": stage.world.chat_body(place),
        "chat": stage.world.chat_body(place),
        "date": stage.world.timestamp(),
        "text": text,
    }
    if text.startswith("/"):
        body["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
    if reply_to is not None:
        body["reply_to_message"] = place.posts[reply_to].body
    place.posts[body["message_id"]] = Post(body, stage.world.bot_id)
    await stage.world.wait_confirmed(stage.world.updates.put("message", body))


async def seen_by_nobody_else(stage: Stage, by: Persona, chat: int, text: str) -> None:
    """Send a command as a client does that knows ephemeral messages (Bot API 10.2)."""
    body = {
        "message_id": 0,
        "ephemeral_message_id": stage.world.number(),
        "from": stage.world.user_body(by.user),
        "receiver_user": stage.world.bot_user(),
        "chat": stage.world.chat_body(stage.world.chats[chat]),
        "date": stage.world.timestamp(),
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}],
    }
    await stage.world.wait_confirmed(stage.world.updates.put("message", body))
