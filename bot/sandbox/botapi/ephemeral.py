"""Ephemeral messages: one member of a group sees them, nobody else (Bot API 10.3).

In groups only, to a member, with ``message_id`` 0 and an ``ephemeral_message_id`` instead; as the
answer to a tap within 15 seconds of it.
"""

from datetime import datetime, timedelta

from bot.sandbox.botapi.errors import QUERY_TOO_OLD, bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Chat, Json, Post
from bot.sandbox.botapi.state import State

TAP_ANSWERED_WITHIN = timedelta(seconds=15)


def receiver_of(state: State, chat: Chat, params: Params) -> int | None:
    """Return who alone shall see a message, None for an ordinary one; refuse an impossible wish."""
    wish = params.mapping("ephemeral_message_parameters", "ephemeral message parameters") or {}
    receiver = int(wish.get("receiver_user_id") or params.number("receiver_user_id"))
    if not receiver:
        return None
    if not chat.is_group:
        raise bad_request("ephemeral messages can be sent only to group and supergroup chats")
    if receiver not in chat.members:
        raise bad_request("PARTICIPANT_ID_INVALID")
    query_id = str(wish.get("callback_query_id") or params.text("callback_query_id"))
    query = state.queries.get(query_id)
    if query_id and (query is None or query.user != receiver or _late(state, query.asked_at)):
        raise bad_request(QUERY_TOO_OLD)
    return receiver


def _late(state: State, asked_at: datetime) -> bool:
    return state.clock.now() - asked_at > TAP_ANSWERED_WITHIN


def add_ephemeral(state: State, chat: Chat, content: Json, markup: Json | None, receiver: int) -> Json:
    """Show a message to one member and return its JSON."""
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    number = state.number()
    body: Json = {
        "message_id": 0,
        "ephemeral_message_id": number,
        "from": state.bot_user(),
        "receiver_user": state.user_body(receiver),
        "chat": state.chat_body(chat),
        "date": state.timestamp(),
        **content,
    }
    if markup is not None:
        body["reply_markup"] = markup
    chat.posts[-number] = Post(body, state.bot_id, receiver=receiver)
    state.feed.publish("message", chat.id, message=body, receiver=receiver)
    return body


def find_ephemeral(chat: Chat, params: Params, missing: str) -> Post:
    """Return an ephemeral message of its receiver or refuse with the words given."""
    post = chat.posts.get(-params.number("ephemeral_message_id"))
    if post is None or post.receiver is None or post.receiver != params.number("receiver_user_id"):
        raise bad_request(missing)
    return post


def rewrite_ephemeral(state: State, chat: Chat, post: Post, body: Json) -> None:
    """Give an ephemeral message a new body, edited now."""
    post.body = {**body, "edit_date": state.timestamp()}
    state.feed.publish("edited", chat.id, message=post.body, receiver=post.receiver)


def remove_ephemeral(state: State, chat: Chat, post: Post) -> None:
    """Take an ephemeral message away from its receiver."""
    number = post.body["ephemeral_message_id"]
    del chat.posts[-number]
    state.feed.publish("deleted", chat.id, message_id=-number, receiver=post.receiver)
