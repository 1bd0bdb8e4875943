"""Whose menu shows which commands (core.telegram.org/bots/api#determining-list-of-commands)."""

from bot.sandbox.botapi.access import by_number
from bot.sandbox.botapi.errors import CHAT_NOT_FOUND, bad_request
from bot.sandbox.botapi.records import Chat, Json, Person
from bot.sandbox.botapi.state import State

_GENERAL = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_ADMINISTRATORS = frozenset({"creator", "administrator"})


def scope_key(state: State, scope: object) -> str:
    """Return the name under which a scope's commands are kept; refuse an impossible scope."""
    if scope is None:
        return "default"
    if not isinstance(scope, dict):
        raise _cannot("BotCommandScope must be an Object")
    if "type" not in scope:
        raise _cannot('Can\'t find field "type"')
    kind = str(scope["type"])
    return kind if kind in _GENERAL else _chat_key(state, kind, scope)


def _chat_key(state: State, kind: str, scope: Json) -> str:
    if kind not in {"chat", "chat_administrators", "chat_member"}:
        raise _cannot("Unsupported type specified")
    if not scope.get("chat_id"):
        raise _cannot("Empty chat_id specified")
    chat = by_number(state, str(scope["chat_id"]))
    if chat is None:
        raise bad_request(CHAT_NOT_FOUND)
    if kind != "chat" and not chat.is_group:
        raise bad_request("can't use specified scope in private chats")
    if kind != "chat_member":
        return f"{kind}:{chat.id}"
    user = int(scope.get("user_id") or 0)
    if user <= 0:
        raise _cannot("Invalid user_id specified")
    if user not in chat.members:
        raise bad_request("user not found")
    return f"chat_member:{chat.id}:{user}"


def _cannot(words: str) -> Exception:
    return bad_request(f"can't parse BotCommandScope: {words}")


def commands_shown(state: State, person: Person, chat: Chat) -> list[Json]:
    """Return the commands a person sees in a chat: the narrowest scope wins, own language first."""
    language = person.language_code.partition("-")[0]
    for key in _order(person, chat):
        for code in (language, ""):
            found = state.commands.get((key, code))
            if found:
                return found
    return []


def _order(person: Person, chat: Chat) -> list[str]:
    if not chat.is_group:
        return [f"chat:{chat.id}", "all_private_chats", "default"]
    keys = [f"chat_member:{chat.id}:{person.id}"]
    administrator = chat.members.get(person.id) in _ADMINISTRATORS
    if administrator:
        keys.append(f"chat_administrators:{chat.id}")
    keys.append(f"chat:{chat.id}")
    if administrator:
        keys.append("all_chat_administrators")
    return [*keys, "all_group_chats", "default"]
