"""The whole world as JSON, so that a sandbox survives a restart."""

import base64
from collections import OrderedDict
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.sandbox.botapi.files import StoredFile
from bot.sandbox.botapi.records import Chat, Json, Person, Post
from bot.sandbox.botapi.state import CallbackQuery, State

VERSION = 1


def dump(state: State) -> Json:
    """Return everything but faults, flood limits and the list of calls."""
    return {
        "version": VERSION,
        "people": [asdict(person) for person in state.people.values()],
        "chats": [_dump_chat(chat) for chat in state.chats.values()],
        "files": [
            {**asdict(stored), "data": base64.b64encode(data).decode()}
            for stored, data in state.files.everything()
        ],
        "updates": {
            "pending": list(state.updates.pending.values()),
            "next_id": state.updates.next_id,
            "allowed": None if state.updates.allowed is None else sorted(state.updates.allowed),
        },
        "commands": [[scope, language, items] for (scope, language), items in state.commands.items()],
        "profile": [[field, language, value] for (field, language), value in state.profile.items()],
        "menu_button": state.menu_button,
        "webhook": state.webhook,
        "queries": {
            number: {**asdict(query), "asked_at": query.asked_at.isoformat()}
            for number, query in state.queries.items()
        },
        "bot_name": state.bot_name,
        "counters": list(state.counters()),
    }


def fill(state: State, data: Json) -> None:
    """Put what was dumped into an empty world; raises ValueError for another version's dump."""
    if data.get("version") != VERSION:
        raise ValueError(f"this snapshot is of version {data.get('version')}, not {VERSION}")
    state.people = {body["id"]: Person(**body) for body in data["people"]}
    state.chats = {body["id"]: _load_chat(body) for body in data["chats"]}
    for body in data["files"]:
        stored = StoredFile(**{key: value for key, value in body.items() if key != "data"})
        state.files.keep(stored, base64.b64decode(body["data"]))
    updates = data["updates"]
    state.updates.pending = OrderedDict((update["update_id"], update) for update in updates["pending"])
    state.updates.next_id = updates["next_id"]
    state.updates.allow(updates["allowed"])
    state.commands = {(scope, language): items for scope, language, items in data["commands"]}
    state.profile = {(field, language): value for field, language, value in data["profile"]}
    state.menu_button, state.webhook = data["menu_button"], data["webhook"]
    state.bot_name = data["bot_name"]
    for number, query in data["queries"].items():
        asked_at = datetime.fromisoformat(query["asked_at"])
        state.queries[number] = CallbackQuery(**{**query, "asked_at": asked_at})
    state.set_counters(*data["counters"])


def _dump_chat(chat: Chat) -> Json:
    body: dict[str, Any] = {**vars(chat)}
    body["members"] = list(chat.members.items())
    body["keyboards"] = list(chat.keyboards.items())
    body["posts"] = [_dump_post(number, post) for number, post in chat.posts.items()]
    return body


def _dump_post(number: int, post: Post) -> Json:
    body: dict[str, Any] = {**vars(post), "number": number}
    body["reactions"] = list(post.reactions.items())
    body["votes"] = list(post.votes.items())
    return body


def _load_chat(body: Json) -> Chat:
    posts = OrderedDict((item["number"], _load_post(item)) for item in body["posts"])
    plain = {**body, "members": dict(body["members"]), "keyboards": dict(body["keyboards"])}
    return Chat(**{**plain, "posts": posts})


def _load_post(body: Json) -> Post:
    plain = {key: value for key, value in body.items() if key != "number"}
    return Post(**{**plain, "reactions": dict(body["reactions"]), "votes": dict(body["votes"])})
