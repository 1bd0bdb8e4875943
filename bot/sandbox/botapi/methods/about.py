"""The bot about itself: name, commands, menu button."""

import re
from typing import Any

from bot.sandbox.botapi.access import by_number, visible_chat
from bot.sandbox.botapi.errors import CHAT_NOT_FOUND, bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.scopes import scope_key
from bot.sandbox.botapi.state import State

# core.telegram.org/bots/api#botcommand and #setmycommands
COMMAND = re.compile(r"[a-z0-9_]+")
NAME_LIMIT = 32
DESCRIPTION_LIMIT = 256
COMMAND_COUNT = 100
_LANGUAGE = re.compile(r"[a-z]{2}")
_PROFILE_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(state: State, params: Params) -> Json:
    """Return the bot with its abilities."""
    _ = params
    return {
        **state.bot_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": state.reads_all_group_messages,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


def _language(params: Params) -> str:
    code = params.text("language_code")
    if code and not _LANGUAGE.fullmatch(code):
        raise bad_request("LANG_CODE_INVALID")
    return code


def set_my_commands(state: State, params: Params) -> bool:
    """Set the menu of a scope and a language; an empty list clears it."""
    raw = params.structure("commands", "commands")
    if raw is not None and not isinstance(raw, list):
        raise bad_request("expected an Array of BotCommand")
    commands = [_command(item) for item in raw or ()]
    if len(commands) > COMMAND_COUNT:
        # Documented as a limit; the server's word for it is not public.
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = scope_key(state, params.structure("scope", "BotCommandScope")), _language(params)
    if commands:
        state.commands[key] = commands
    else:
        state.commands.pop(key, None)
    state.feed.publish("commands")
    return True


def _command(item: object) -> Json:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if name not in item:
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    name = str(item["command"]).strip().removeprefix("/")
    description = str(item["description"]).strip()
    _check_length(name, "command", NAME_LIMIT)
    _check_length(description, "command description", DESCRIPTION_LIMIT)
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    command: Json = {"command": name, "description": description}
    return command | ({"is_ephemeral": True} if item.get("is_ephemeral") is True else {})


def _check_length(words: str, what: str, limit: int) -> None:
    if not words:
        raise bad_request(f"{what} must be non-empty")
    if len(words) > limit:
        raise bad_request(f"{what} length must not exceed {limit}")


def get_my_commands(state: State, params: Params) -> list[Json]:
    """Return the menu of exactly one scope and language."""
    key = scope_key(state, params.structure("scope", "BotCommandScope")), _language(params)
    return state.commands.get(key, [])


def delete_my_commands(state: State, params: Params) -> bool:
    """Clear the menu of one scope and language: a broader one shows through."""
    key = scope_key(state, params.structure("scope", "BotCommandScope")), _language(params)
    state.commands.pop(key, None)
    state.feed.publish("commands")
    return True


def _setter(field: str) -> Any:
    def set_field(state: State, params: Params) -> bool:
        value = params.text(field)
        if len(value) > _PROFILE_LIMITS[field]:
            code = {"name": "BOT_TITLE_INVALID", "description": "BOT_DESCRIPTION_INVALID"}
            raise bad_request(code.get(field, "BOT_ABOUT_INVALID"))
        key = field, _language(params)
        if value:
            state.profile[key] = value
        else:
            state.profile.pop(key, None)
        if field == "name" and not key[1] and value:
            state.bot_name = value
        return True

    return set_field


def _getter(field: str) -> Any:
    def get_field(state: State, params: Params) -> Json:
        general = state.bot_name if field == "name" else ""
        found = state.profile.get((field, _language(params))) or state.profile.get((field, ""))
        return {field: found or general}

    return get_field


def set_chat_menu_button(state: State, params: Params) -> bool:
    """Set what stands beside the input field, for one person or for all."""
    button = params.mapping("menu_button", "menu button") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    if not params.has("chat_id"):
        state.menu_button = {"type": "commands"} if button["type"] == "default" else button
        return True
    chat = visible_chat(state, params)
    if chat.is_group:
        raise bad_request(CHAT_NOT_FOUND)
    chat.menu_button = None if button["type"] == "default" else button
    return True


def get_chat_menu_button(state: State, params: Params) -> Json:
    """Return what stands beside the input field."""
    if not params.has("chat_id"):
        return state.menu_button
    chat = by_number(state, params.text("chat_id"))
    if chat is None or chat.is_group:
        raise bad_request(CHAT_NOT_FOUND)
    return chat.menu_button or {"type": "default"}


METHODS: dict[str, Any] = {
    "getme": get_me,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "setmyname": _setter("name"),
    "setmydescription": _setter("description"),
    "setmyshortdescription": _setter("short_description"),
    "getmyname": _getter("name"),
    "getmydescription": _getter("description"),
    "getmyshortdescription": _getter("short_description"),
    "setchatmenubutton": set_chat_menu_button,
    "getchatmenubutton": get_chat_menu_button,
}
