"""Command menus by scope and language, names, the menu button, members."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeChatMember,
    BotCommandScopeDefault,
    MenuButtonDefault,
    MenuButtonWebApp,
    WebAppInfo,
)

from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.world import World
from tests.sandbox.botapi.conftest import Raw


def menu(*names: str) -> list[BotCommand]:
    return [BotCommand(command=name, description=name.upper()) for name in names]


async def test_in_a_private_chat_the_narrowest_menu_wins_and_the_own_language_first(
    bot: Bot, world: World, anna: int
) -> None:
    person = Persona(world, anna)
    assert person.commands() == []
    await bot.set_my_commands(menu("default"), BotCommandScopeDefault())
    assert person.commands() == ["default"]
    await bot.set_my_commands(menu("default_ru"), language_code="ru")
    assert person.commands() == ["default_ru"]
    await bot.set_my_commands(menu("groups"), BotCommandScopeAllGroupChats())
    assert person.commands() == ["default_ru"]
    await bot.set_my_commands(menu("private"), BotCommandScopeAllPrivateChats())
    assert person.commands() == ["private"]
    await bot.set_my_commands(menu("own"), BotCommandScopeChat(chat_id=anna))
    assert person.commands() == ["own"]
    await bot.delete_my_commands(BotCommandScopeChat(chat_id=anna))
    assert person.commands() == ["private"]


async def test_in_a_group_members_and_administrators_see_different_menus(
    bot: Bot, world: World, anna: int, group: int
) -> None:
    owner = Persona(world, anna)
    boris = next(user for user in world.chats[group].members if user != anna)
    member = Persona(world, boris)
    steps: list[tuple[Any, str, str, str]] = [
        (BotCommandScopeDefault(), "default", "default", "default"),
        (BotCommandScopeAllGroupChats(), "groups", "groups", "groups"),
        (BotCommandScopeAllChatAdministrators(), "staff", "staff", "groups"),
        (BotCommandScopeChat(chat_id=group), "chat", "chat", "chat"),
        (BotCommandScopeChatAdministrators(chat_id=group), "chat_staff", "chat_staff", "chat"),
        (BotCommandScopeChatMember(chat_id=group, user_id=boris), "member", "chat_staff", "member"),
    ]
    for scope, name, to_owner, to_member in steps:
        await bot.set_my_commands(menu(name), scope)
        assert (owner.commands(group), member.commands(group)) == ([to_owner], [to_member]), name


COMMANDS: list[tuple[str, dict[str, Any], str]] = [
    (
        "capital letters",
        {"commands": [{"command": "Now", "description": "а"}]},
        "Bad Request: BOT_COMMAND_INVALID",
    ),
    ("a dash", {"commands": [{"command": "a-b", "description": "а"}]}, "Bad Request: BOT_COMMAND_INVALID"),
    (
        "no name",
        {"commands": [{"command": "/", "description": "а"}]},
        "Bad Request: command must be non-empty",
    ),
    (
        "33 signs",
        {"commands": [{"command": "a" * 33, "description": "а"}]},
        "Bad Request: command length must not exceed 32",
    ),
    (
        "no description",
        {"commands": [{"command": "now", "description": " "}]},
        "Bad Request: command description must be non-empty",
    ),
    (
        "257 signs of description",
        {"commands": [{"command": "now", "description": "а" * 257}]},
        "Bad Request: command description length must not exceed 256",
    ),
    (
        "101 commands",
        {"commands": [{"command": f"c{number}", "description": "а"} for number in range(101)]},
        "Bad Request: BOT_COMMANDS_TOO_MUCH",
    ),
    ("no list", {"commands": {}}, "Bad Request: expected an Array of BotCommand"),
    (
        "a command without description",
        {"commands": [{"command": "now"}]},
        "Bad Request: can't parse BotCommand: Can't find field \"description\"",
    ),
    (
        "a language of three letters",
        {"commands": [], "language_code": "rus"},
        "Bad Request: LANG_CODE_INVALID",
    ),
    (
        "an unknown scope",
        {"scope": {"type": "planet"}},
        "Bad Request: can't parse BotCommandScope: Unsupported type specified",
    ),
    (
        "a scope without chat",
        {"scope": {"type": "chat"}},
        "Bad Request: can't parse BotCommandScope: Empty chat_id specified",
    ),
    ("a scope of an unknown chat", {"scope": {"type": "chat", "chat_id": 5}}, "Bad Request: chat not found"),
]


@pytest.mark.parametrize(
    ("params", "words"), [case[1:] for case in COMMANDS], ids=[case[0] for case in COMMANDS]
)
async def test_commands_are_refused(raw: Raw, params: dict[str, Any], words: str) -> None:
    assert await raw.refusal("setMyCommands", **params) == words


async def test_a_private_chat_has_no_administrators_scope(raw: Raw, anna: int) -> None:
    scope = {"type": "chat_administrators", "chat_id": anna}
    assert await raw.refusal("setMyCommands", commands=[], scope=scope) == (
        "Bad Request: can't use specified scope in private chats"
    )


@pytest.mark.parametrize(
    ("user", "words"),
    [
        (0, "Bad Request: can't parse BotCommandScope: Invalid user_id specified"),
        (5, "Bad Request: user not found"),
    ],
)
async def test_a_member_scope_names_a_member(raw: Raw, group: int, user: int, words: str) -> None:
    scope = {"type": "chat_member", "chat_id": group, "user_id": user}
    assert await raw.refusal("setMyCommands", commands=[], scope=scope) == words


async def test_commands_are_read_back_for_exactly_one_scope(bot: Bot) -> None:
    await bot.set_my_commands(menu("now", "help"))
    assert [command.command for command in await bot.get_my_commands()] == ["now", "help"]
    assert await bot.get_my_commands(BotCommandScopeAllPrivateChats()) == []
    await bot.set_my_commands([])
    assert await bot.get_my_commands() == []


async def test_names_and_descriptions_by_language(bot: Bot, raw: Raw) -> None:
    await bot.set_my_name("Школа мэров")
    await bot.set_my_name("School", language_code="en")
    assert [(await bot.get_my_name(code)).name for code in ("ru", "en")] == ["Школа мэров", "School"]
    assert (await bot.get_me()).first_name == "Школа мэров"
    await bot.set_my_description("Расписание и экскурсии")
    assert (await bot.get_my_description()).description == "Расписание и экскурсии"
    await bot.set_my_short_description("Бот")
    assert (await bot.get_my_short_description()).short_description == "Бот"
    assert (
        await raw.refusal("setMyDescription", description="а" * 513) == "Bad Request: BOT_DESCRIPTION_INVALID"
    )


async def test_the_menu_button(bot: Bot, anna: int) -> None:
    assert (await bot.get_chat_menu_button()).type == "commands"
    app = MenuButtonWebApp(text="План", web_app=WebAppInfo(url="https://example.org"))
    await bot.set_chat_menu_button(anna, app)
    assert (await bot.get_chat_menu_button(anna)).type == "web_app"
    await bot.set_chat_menu_button(anna, MenuButtonDefault())
    assert (await bot.get_chat_menu_button(anna)).type == "default"


async def test_who_is_in_a_group(bot: Bot, raw: Raw, world: World, anna: int, group: int) -> None:
    assert (await bot.get_chat(group)).title == "Поток 5"
    assert await bot.get_chat_member_count(group) == 3
    assert [member.status for member in await bot.get_chat_administrators(group)] == ["creator"]
    assert (await bot.get_chat_member(group, bot.id)).status == "member"
    outsider = world.add_user(first_name="Вера")
    world.start(outsider)
    assert (await bot.get_chat_member(group, outsider)).status == "left"
    assert (await bot.get_chat(anna)).first_name == "Анна"
    assert (await bot.get_user_profile_photos(anna)).total_count == 0
    assert await raw.refusal("getChatAdministrators", chat_id=anna) == (
        "Bad Request: there are no administrators in the private chat"
    )
