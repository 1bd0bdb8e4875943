"""How a message of the bot gets into a chat: reply, keyboard, flags, flood limits."""

from typing import Any

from bot.sandbox.botapi.access import writable_chat
from bot.sandbox.botapi.ephemeral import add_ephemeral, receiver_of
from bot.sandbox.botapi.errors import bad_request, too_many_requests
from bot.sandbox.botapi.keyboards import reply_markup
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.quotes import reply_fields
from bot.sandbox.botapi.records import Chat, Json, Post
from bot.sandbox.botapi.state import State


def send(state: State, params: Params, content: Json) -> Json:
    """Send one message with the given content fields and return its JSON."""
    chat = writable_chat(state, params)
    markup = reply_markup(params, private=not chat.is_group)
    receiver = receiver_of(state, chat, params)
    fields = common_fields(chat, params)
    spend(state, chat)
    if receiver is not None:
        return add_ephemeral(state, chat, {**content, **fields}, markup, receiver)
    return deliver(state, chat, {**content, **fields}, markup, silent=quiet(params)).body


def send_album(state: State, params: Params, contents: list[Json]) -> list[Json]:
    """Send several messages as one album and return their JSON."""
    chat = writable_chat(state, params)
    fields = common_fields(chat, params)
    spend(state, chat, len(contents))
    if len(contents) > 1:
        fields["media_group_id"] = str(13_000_000_000_000_000 + state.number())
    silent = quiet(params)
    return [deliver(state, chat, {**content, **fields}, None, silent=silent).body for content in contents]


def quiet(params: Params) -> bool:
    """Tell whether the message comes without a sound."""
    return params.flag("disable_notification")


def common_fields(chat: Chat, params: Params) -> Json:
    """Return the fields every kind of message may have."""
    fields = reply_fields(chat, params)
    if params.number("message_thread_id") and "reply_to_message" not in fields:
        # No chat here is a forum: there are no topics to write to.
        raise bad_request("message thread not found")
    if params.flag("protect_content"):
        fields["has_protected_content"] = True
    if params.has("message_effect_id"):
        if chat.is_group:
            raise bad_request("EFFECT_ID_INVALID")
        fields["effect_id"] = params.text("message_effect_id")
    return fields


def spend(state: State, chat: Chat, amount: int = 1) -> None:
    """Count messages against the flood limits or refuse with 429."""
    seconds = state.flood.refuse(chat.id, group=chat.is_group, amount=amount)
    if seconds is not None:
        raise too_many_requests(seconds)


def deliver(state: State, chat: Chat, content: Json, markup: Json | None, **hidden: Any) -> Post:
    """Put a message of the bot into a chat and show its keyboard."""
    if markup is not None and "inline_keyboard" in markup:
        content = {**content, "reply_markup": markup}
    post = state.add_post(chat, state.bot_id, content, **hidden)
    if markup is not None and "inline_keyboard" not in markup:
        post.with_reply_markup = True
        show_keyboard(state, chat, post, markup)
    return post


def show_keyboard(state: State, chat: Chat, post: Post, markup: Json) -> None:
    """Change the reply keyboard of those the message is for (``selective`` narrows it in groups)."""
    receivers = list(chat.members) if chat.is_group else [chat.id]
    if chat.is_group and markup.get("selective"):
        receivers = [user for user in receivers if user in _addressed(post.body)]
    for user in receivers:
        if "keyboard" in markup:
            chat.keyboards[user] = markup
        elif "remove_keyboard" in markup:
            chat.keyboards.pop(user, None)
        state.feed.publish("keyboard", chat.id, user=user, markup=markup, message_id=post.body["message_id"])


def _addressed(body: Json) -> set[int]:
    users = {entity["user"]["id"] for entity in body.get("entities", ()) if entity["type"] == "text_mention"}
    answered = body.get("reply_to_message", {}).get("from")
    return users | {answered["id"]} if answered else users
