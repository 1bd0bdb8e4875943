"""Deleting messages for everybody."""

from datetime import timedelta
from typing import Any

from bot.sandbox.botapi.access import find_post, message_ids, open_chat
from bot.sandbox.botapi.ephemeral import find_ephemeral, remove_ephemeral
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Chat, Post
from bot.sandbox.botapi.state import State

# core.telegram.org/bots/api#deletemessage
DELETABLE_FOR = timedelta(hours=48)
NOT_FOUND = "message to delete not found"


def delete_message(state: State, params: Params) -> bool:
    """Delete one message."""
    if not params.has("chat_id"):
        raise bad_request("chat identifier is not specified")
    if not params.has("message_id"):
        raise bad_request("message identifier is not specified")
    chat = open_chat(state, params)
    post = find_post(chat, params, NOT_FOUND)
    reason = _undeletable(state, chat, post)
    if reason:
        raise bad_request(reason)
    state.remove_post(chat, post.id)
    return True


def delete_messages(state: State, params: Params) -> bool:
    """Delete 1-100 messages; those not found or not deletable are skipped."""
    ids = message_ids(params)
    chat = open_chat(state, params)
    for message_id in ids:
        post = chat.posts.get(message_id)
        if post is not None and not _undeletable(state, chat, post):
            state.remove_post(chat, post.id)
    return True


def _undeletable(state: State, chat: Chat, post: Post) -> str:
    if chat.is_group and chat.bot_status == "administrator":
        return ""
    age = timedelta(seconds=state.timestamp() - post.body["date"])
    if age >= DELETABLE_FOR:
        return "message can't be deleted for everyone"
    if chat.is_group and (post.author != state.bot_id or post.service):
        return "message can't be deleted"
    return ""


def delete_ephemeral_message(state: State, params: Params) -> bool:
    """Take an ephemeral message away."""
    chat = open_chat(state, params)
    remove_ephemeral(state, chat, find_ephemeral(chat, params, NOT_FOUND))
    return True


METHODS: dict[str, Any] = {
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
    "deleteephemeralmessage": delete_ephemeral_message,
}
