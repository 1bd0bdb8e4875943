"""Chats and their members, pins, reactions."""

from typing import Any

from bot.sandbox.botapi.access import find_post, open_chat, visible_chat
from bot.sandbox.botapi.crowd import member_body
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.reactions import EMOJI
from bot.sandbox.botapi.records import Chat, Json
from bot.sandbox.botapi.state import State

_STAFF = frozenset({"creator", "administrator"})
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat(state: State, params: Params) -> Json:
    """Return everything known about a chat (``ChatFullInfo``)."""
    chat = visible_chat(state, params)
    if chat.is_group:
        chat = open_chat(state, params)
    full: Json = {
        **state.chat_body(chat),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if not chat.is_group and state.people[chat.id].username:
        full["active_usernames"] = [state.people[chat.id].username]
    if chat.pinned:
        full["pinned_message"] = chat.posts[chat.pinned[-1]].body
    return full


def get_chat_member(state: State, params: Params) -> Json:
    """Return one member of a chat; people who are not in it are ``left``."""
    chat = open_chat(state, params)
    user = params.number("user_id")
    if user <= 0:
        raise bad_request("invalid user_id specified")
    if user == state.bot_id:
        return member_body(state.bot_user(), chat.bot_status if chat.is_group else "member")
    person = state.people.get(user)
    if person is None or not (person.known or user in chat.members):
        raise bad_request("PARTICIPANT_ID_INVALID" if person is None else "member not found")
    if not chat.is_group:
        return member_body(person.as_user(), "member")
    return member_body(person.as_user(), chat.members.get(user, "left"))


def get_chat_administrators(state: State, params: Params) -> list[Json]:
    """Return the owner and the administrators of a group, other bots left out."""
    chat = open_chat(state, params)
    if not chat.is_group:
        raise bad_request("there are no administrators in the private chat")
    staff = [
        member_body(state.user_body(user), status)
        for user, status in chat.members.items()
        if status in _STAFF
    ]
    if chat.bot_status == "administrator":
        staff.append(member_body(state.bot_user(), "administrator"))
    return staff


def get_chat_member_count(state: State, params: Params) -> int:
    """Return how many are in a chat, the bot included."""
    chat = open_chat(state, params)
    return len(chat.members) + 1 if chat.is_group else 2


def leave_chat(state: State, params: Params) -> bool:
    """Leave a group."""
    chat = open_chat(state, params)
    if not chat.is_group:
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    state.add_post(chat, state.bot_id, {"left_chat_member": state.bot_user()}, service=True)
    return True


def pin_chat_message(state: State, params: Params) -> bool:
    """Pin a message; people see a line about it."""
    chat = _pinnable(state, params)
    post = find_post(chat, params, "message to pin not found")
    if post.service:
        raise bad_request("message can't be pinned")
    if post.id in chat.pinned:
        return True
    chat.pinned.append(post.id)
    state.feed.publish("pinned", chat.id, message_ids=list(chat.pinned))
    pinned = {key: value for key, value in post.body.items() if key != "reply_to_message"}
    line = state.add_post(chat, state.bot_id, {"pinned_message": pinned}, service=True)
    state.updates.put("message", line.body)
    return True


def unpin_chat_message(state: State, params: Params) -> bool:
    """Unpin a message, or the newest pinned one."""
    chat = _pinnable(state, params)
    number = params.number("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    state.feed.publish("pinned", chat.id, message_ids=list(chat.pinned))
    return True


def unpin_all_chat_messages(state: State, params: Params) -> bool:
    """Unpin everything."""
    chat = _pinnable(state, params)
    chat.pinned.clear()
    state.feed.publish("pinned", chat.id, message_ids=[])
    return True


def _pinnable(state: State, params: Params) -> Chat:
    chat = open_chat(state, params)
    if chat.kind == "supergroup" and chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def set_message_reaction(state: State, params: Params) -> bool:
    """Put the bot's one reaction on a message, or take it back."""
    raw = params.structure("reaction", "reaction types")
    if raw is not None and not isinstance(raw, list):
        raise bad_request("expected an Array of ReactionType")
    emoji = [_reaction(item) for item in raw or ()]
    chat = open_chat(state, params)
    post = find_post(chat, params, "message to react not found")
    if len(emoji) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if emoji:
        post.reactions[state.bot_id] = emoji[0]
    else:
        post.reactions.pop(state.bot_id, None)
    counts = post.reaction_counts()
    state.feed.publish("reaction", chat.id, message_id=post.id, reactions=counts)
    return True


def _reaction(item: object) -> str:
    if not isinstance(item, dict):
        raise bad_request("can't parse ReactionType: expected an Object")
    if item.get("type") != "emoji":
        raise bad_request("can't parse ReactionType: invalid reaction type specified")
    if item.get("emoji") not in EMOJI:
        raise bad_request("REACTION_INVALID")
    return str(item["emoji"])


def get_user_profile_photos(state: State, params: Params) -> Json:
    """Return no photos: nobody here has one."""
    user = params.number("user_id")
    if user <= 0:
        raise bad_request("invalid user_id specified")
    if user != state.bot_id and (user not in state.people or not state.people[user].known):
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


METHODS: dict[str, Any] = {
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "getchatadministrators": get_chat_administrators,
    "getchatmembercount": get_chat_member_count,
    "getchatmemberscount": get_chat_member_count,
    "leavechat": leave_chat,
    "pinchatmessage": pin_chat_message,
    "unpinchatmessage": unpin_chat_message,
    "unpinallchatmessages": unpin_all_chat_messages,
    "setmessagereaction": set_message_reaction,
    "getuserprofilephotos": get_user_profile_photos,
}
