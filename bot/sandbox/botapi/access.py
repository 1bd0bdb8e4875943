"""Which chats the bot may see and write to, and Telegram's words when it may not."""

from bot.sandbox.botapi.errors import CHAT_NOT_FOUND, bad_request, forbidden, migrated
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Chat, Person, Post
from bot.sandbox.botapi.state import State

_PRESENT = frozenset({"member", "administrator"})


def visible_chat(state: State, params: Params, name: str = "chat_id") -> Chat:
    """Return a chat the bot has met; refuse all others as not found."""
    text = params.chat(name)
    chat = by_username(state, text[1:]) if text.startswith("@") else by_number(state, text)
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


def by_username(state: State, username: str) -> Chat | None:
    """Return None always: a bot reaches people by number only, and the groups here have no names."""
    _ = state, username
    return None


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
