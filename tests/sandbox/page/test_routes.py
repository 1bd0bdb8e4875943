from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from tests.sandbox.page.stage import Stage


async def post(http: aiohttp.ClientSession, path: str, body: Any) -> tuple[int, Any]:
    async with http.post(path, json=body) as answer:
        return answer.status, await answer.json()


async def state(http: aiohttp.ClientSession) -> Any:
    async with http.get("/api/state") as answer:
        return await answer.json()


async def test_the_state_holds_people_chats_menus_and_keyboards(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    scope = BotCommandScopeChat(chat_id=stage.anna)
    await stage.bot.set_my_commands([BotCommand(command="schedule", description="Расписание")], scope)
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Сейчас")]], resize_keyboard=True)
    await stage.bot.send_message(stage.anna, "Здравствуйте", reply_markup=keyboard)
    seen = await state(http)
    anna = next(person for person in seen["people"] if person["id"] == stage.anna)
    assert {key: anna[key] for key in ("title", "note", "zone", "started", "blocked", "added")} == {
        "title": "Участник 1",
        "note": "демонстрация",
        "zone": "Asia/Yekaterinburg",
        "started": True,
        "blocked": False,
        "added": False,
    }
    assert anna["places"] == [
        {
            "chat": stage.anna,
            "commands": [{"command": "schedule", "description": "Расписание"}],
            "keyboard": {"keyboard": [[{"text": "Сейчас"}]], "resize_keyboard": True},
        },
        {"chat": stage.group, "commands": [], "keyboard": None},
    ]
    assert seen["people"][0]["places"][0] == {"chat": stage.organizer, "commands": [], "keyboard": None}
    chats = {chat["id"]: chat for chat in seen["chats"]}
    assert list(chats) == [stage.organizer, stage.anna, stage.group]
    assert chats[stage.anna]["messages"] == stage.world.messages(stage.anna)
    assert (chats[stage.group]["title"], chats[stage.group]["members"]) == (
        "Поток 5",
        [stage.organizer, stage.anna],
    )
    assert (seen["now"], seen["bot"]["username"]) == (int(stage.clock.now().timestamp()), "school_test_bot")


async def test_a_person_of_the_world_who_is_not_in_the_cast_stays_unseen(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    stranger = stage.world.add_user(first_name="Чужой")
    stage.world.start(stranger)
    assert [person["id"] for person in (await state(http))["people"]] == [stage.organizer, stage.anna]
    assert (await post(http, f"/api/people/{stranger}/say", {"text": "x"}))[0] == 404


async def test_a_new_person_comes_by_name_and_enters_by_a_code(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    status, answer = await post(
        http, "/api/people", {"name": " Новый  Человек Второй ", "phone": "+79120000009"}
    )
    person = (await state(http))["people"][-1]
    assert (status, person["id"], person["title"]) == (200, answer["id"], "Новый Человек Второй")
    assert (person["user"]["first_name"], person["user"]["last_name"]) == ("Новый", "Человек Второй")
    assert (person["added"], person["started"], person["phone"]) == (True, False, "+79120000009")
    assert (await post(http, f"/api/people/{answer['id']}/start", {"payload": "code7"}))[0] == 200
    assert stage.texts(answer["id"]) == ["/start code7"]
    assert stage.page.company.cast.members[-1].user_id == answer["id"]


@pytest.mark.parametrize(
    ("name", "code"), [("", "empty_text"), ("   ", "empty_text"), ("я" * 65, "too_long")]
)
async def test_a_new_person_needs_a_name_of_bearable_length(
    http: aiohttp.ClientSession, name: str, code: str
) -> None:
    assert (await post(http, "/api/people", {"name": name}))[1]["code"] == code


async def test_older_messages_come_on_request(stage: Stage, http: aiohttp.ClientSession) -> None:
    for number in range(310):
        stage.world.say(stage.anna, f"№ {number}")
    chat = next(chat for chat in (await state(http))["chats"] if chat["id"] == stage.anna)
    pages = [chat["messages"]]
    flags = [chat["earlier"]]
    while flags[-1]:
        before = pages[-1][0]["message_id"]
        async with http.get(f"/api/chats/{stage.anna}/messages?before={before}") as answer:
            body = await answer.json()
        pages.append(body["messages"])
        flags.append(body["earlier"])
    read = [message["text"] for page in reversed(pages) for message in page]
    assert read == stage.texts(stage.anna)
    assert flags == [True, True, False]


@pytest.mark.parametrize("path", ["/api/chats/5/messages?before=3", "/api/chats/{anna}/messages?before=x"])
async def test_an_unknown_chat_or_place_is_refused(
    stage: Stage, http: aiohttp.ClientSession, path: str
) -> None:
    async with http.get(path.replace("{anna}", str(stage.anna))) as answer:
        assert answer.status in {400, 404}


async def test_the_pinned_message_stands_over_the_chat(stage: Stage, http: aiohttp.ClientSession) -> None:
    sent = await stage.bot.send_message(stage.anna, "Автобус в 9")
    await stage.bot.pin_chat_message(stage.anna, sent.message_id)
    await stage.bot.edit_message_text("Автобус в 10", chat_id=stage.anna, message_id=sent.message_id)
    assert (await state(http))["chats"][1]["pinned"]["text"] == "Автобус в 10"
    await stage.bot.unpin_chat_message(stage.anna)
    assert (await state(http))["chats"][1]["pinned"] is None


async def test_a_group_that_becomes_a_supergroup_stays_on_the_page(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    basic = stage.world.add_group("Штаб", [stage.organizer], supergroup=False)
    stage.page.company.cast = replace(stage.page.company.cast, groups=(basic, stage.group))
    new = stage.world.migrate_group(basic)
    chats = (await state(http))["chats"]
    assert [(chat["id"], chat["title"]) for chat in chats[2:]] == [(new, "Штаб"), (stage.group, "Поток 5")]
