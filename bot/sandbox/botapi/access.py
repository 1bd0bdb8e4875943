"""Which chats the bot may see and write to, and Telegram's words when it may not."""

import itertools

from bot.sandbox.botapi.errors import CHAT_NOT_FOUND, bad_request, forbidden, migrated
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Chat, Person, Post
from bot.sandbox.botapi.state import State

MESSAGE_BATCH = 100
_PRESENT = frozenset({"member", "administrator"})


def visible_chat(state: State, params: Params, name: str = "chat_id") -> Chat:
    """Return a chat the bot has met; refuse all others as not found.

    No group here has a public name, so an ``@name`` is never found.
    """
    chat = by_number(state, params.chat(name))
    if chat is None:
        raise bad_request(CHAT_NOT_FOUND)
    return chat


def by_number(state: State, text: str) -> Chat | None:
    """Return the chat with this id when the bot has met it."""
    try:
        chat = state.chats.get(int(text))
    except ValueError:
        return None
    if chat is None:
        return None
    if chat.is_group:
        return chat if chat.bot_status != "unknown" else None
    return chat if state.people[chat.id].known else None


def open_chat(state: State, params: Params, name: str = "chat_id") -> Chat:
    """Return a chat the bot is in (a group) or has met (a person)."""
    chat = visible_chat(state, params, name)
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to)
    if chat.is_group and chat.bot_status not in _PRESENT:
        words = "was kicked from" if chat.bot_status == "kicked" else "is not a member of"
        raise forbidden(f"bot {words} the {chat.kind} chat")
    return chat


def writable_chat(state: State, params: Params, name: str = "chat_id") -> Chat:
    """Return a chat the bot may write to."""
    chat = open_chat(state, params, name)
    if not chat.is_group:
        check_person(state.people[chat.id])
    return chat


def check_person(person: Person) -> None:
    """Refuse a person who deleted the account, blocked the bot or never started it."""
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")


def find_post(chat: Chat, params: Params, missing: str, name: str = "message_id") -> Post:
    """Return a message of a chat or refuse with the words given."""
    post = chat.posts.get(params.number(name))
    if post is None or post.body["message_id"] == 0:
        raise bad_request(missing)
    return post


def message_ids(params: Params, *, rising: bool = False) -> list[int]:
    """Return 1-100 message numbers of a call; ``rising`` demands a strictly increasing order."""
    found = params.structure("message_ids", "message_ids")
    if found is None or found == []:
        raise bad_request("message identifiers are not specified")
    if not isinstance(found, list):
        raise bad_request("expected an Array of message identifiers")
    if len(found) > MESSAGE_BATCH:
        raise bad_request("too many message identifiers specified")
    ids = [_message_id(item) for item in found]
    if rising and any(later <= earlier for earlier, later in itertools.pairwise(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    return ids


def _message_id(item: object) -> int:
    if isinstance(item, bool) or not isinstance(item, int | str):
        raise bad_request("message identifier must be a Number")
    try:
        number = int(item)
    except ValueError:
        raise bad_request("can't parse message identifier as Number") from None
    if number <= 0:
        raise bad_request("invalid message identifier specified")
    return number
