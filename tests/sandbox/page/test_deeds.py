from typing import Any

import aiohttp
import pytest
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
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


async def test_one_leaves_a_group_and_joins_it_again(stage: Stage, http: aiohttp.ClientSession) -> None:
    deed = f"/api/people/{stage.anna}"
    chat = {"chat": stage.group}
    assert (await post(http, f"{deed}/join", chat))[0] == 409
    assert (await post(http, f"{deed}/leave", chat))[0] == 200
    anna = (await state(http))["people"][1]
    assert [place["chat"] for place in anna["places"]] == [stage.anna]
    assert (await post(http, f"{deed}/say", {"text": "x", **chat}))[0] == 404
    assert (await post(http, f"{deed}/leave", chat))[0] == 404
    assert (await post(http, f"{deed}/join", chat))[0] == 200
    assert (await post(http, f"{deed}/join", {"chat": stage.organizer}))[0] == 404
    told = [
        sorted(update.message.model_dump(exclude_none=True))
        for update in await stage.bot.get_updates()
        if update.message and update.message.chat.id == stage.group
    ]
    assert ["left_chat_member" in keys for keys in told[-2:]] == [True, False]
    assert "new_chat_members" in told[-1]


async def test_what_is_said_reaches_the_bot(stage: Stage, http: aiohttp.ClientSession) -> None:
    status, answer = await post(http, f"/api/people/{stage.anna}/say", {"text": "когда автобус?"})
    updates = await stage.bot.get_updates()
    said = next(update for update in updates if update.update_id == answer["update_id"])
    assert status == 200
    assert said.message is not None
    assert said.message.from_user is not None
    assert (said.message.text, said.message.from_user.id) == ("когда автобус?", stage.anna)


async def test_one_speaks_in_the_group_and_replies_there(stage: Stage, http: aiohttp.ClientSession) -> None:
    asked = await stage.bot.send_message(stage.group, "Кто едет?")
    body = {"text": "Я", "chat": stage.group, "reply_to": asked.message_id}
    assert (await post(http, f"/api/people/{stage.anna}/say", body))[0] == 200
    last: Any = stage.last(stage.group)
    assert (last["text"], last["reply_to_message"]["text"]) == ("Я", "Кто едет?")


SAY = "say"
REFUSED = [
    (SAY, {}, 400, "empty_text"),
    (SAY, {"text": "  \n"}, 400, "empty_text"),
    (SAY, {"text": 5}, 400, "bad_request"),
    (SAY, {"text": "я" * 4097}, 400, "too_long"),
    (SAY, {"text": "x", "chat": "1"}, 400, "bad_request"),
    (SAY, {"text": "x", "chat": True}, 400, "bad_request"),
    (SAY, {"text": "x", "chat": 77}, 404, "no_chat"),
    (SAY, {"text": "x", "reply_to": 9999}, 404, "no_message"),
    ("tap", {"message_id": 1, "data": "x"}, 400, "bad_request"),
    ("tap", {"chat": "{anna}", "message_id": 9999, "data": "x"}, 404, "no_message"),
    ("tap", {"chat": "{organizer}", "message_id": 1, "data": "x"}, 404, "no_chat"),
    ("key", {"text": "Нет такой"}, 409, "not_allowed"),
    ("location", {"latitude": "57", "longitude": 65}, 400, "bad_request"),
    ("location", {"latitude": 91, "longitude": 65}, 400, "bad_request"),
    ("location", {"latitude": 57}, 400, "bad_request"),
    ("contact", {"contact_of": 12}, 404, "no_person"),
    ("vote", {"chat": "{anna}", "message_id": 3, "options": [0]}, 404, "no_message"),
    ("react", {"chat": "{anna}", "message_id": 9999, "emoji": "🔥"}, 404, "no_message"),
    ("forward", {"chat": "{anna}", "message_id": 9999}, 404, "no_message"),
    ("edit", {"chat": "{anna}", "message_id": 9999, "text": "x"}, 409, "not_allowed"),
    ("delete", {"chat": "{anna}", "message_id": 9999}, 409, "not_allowed"),
    ("start", {"payload": "два слова"}, 400, "bad_request"),
    ("start", {"payload": "a" * 65}, 400, "too_long"),
    ("start", [], 400, "bad_request"),
]


@pytest.mark.parametrize(("verb", "body", "status", "code"), REFUSED, ids=str)
async def test_a_wrong_request_is_named_and_changes_nothing(
    stage: Stage, http: aiohttp.ClientSession, verb: str, body: Any, status: int, code: str
) -> None:
    ids = {"{anna}": stage.anna, "{organizer}": stage.organizer}
    sent = (
        {key: ids.get(value, value) if isinstance(value, str) else value for key, value in body.items()}
        if body
        else body
    )
    before = stage.world.messages(stage.anna)
    got = await post(http, f"/api/people/{stage.anna}/{verb}", sent)
    assert (got[0], got[1]["code"], bool(got[1]["message"])) == (status, code, True)
    assert stage.world.messages(stage.anna) == before


@pytest.mark.parametrize(
    "path", ["/api/people/5/say", "/api/people/-5/say", "/api/people/anna/say", "/api/people/0/say"]
)
async def test_nobody_speaks_for_a_person_who_is_not_there(http: aiohttp.ClientSession, path: str) -> None:
    assert (await post(http, path, {"text": "x"}))[1]["code"] == "no_person"


async def test_a_body_that_is_not_json_is_refused(stage: Stage, http: aiohttp.ClientSession) -> None:
    headers = {"Content-Type": "application/json"}
    async with http.post(f"/api/people/{stage.anna}/say", data=b"{", headers=headers) as answer:
        assert (answer.status, (await answer.json())["code"]) == (400, "bad_request")
    async with http.post(f"/api/people/{stage.anna}/say", data=b" " * 70_000, headers=headers) as answer:
        assert answer.status == 413


async def test_a_tap_reaches_the_bot_even_when_the_button_has_just_gone(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    button = InlineKeyboardButton(text="Еду", callback_data="go")
    sent = await stage.bot.send_message(
        stage.anna, "Автобус?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]])
    )
    await stage.bot.edit_message_text("Уже поздно", chat_id=stage.anna, message_id=sent.message_id)
    body = {"chat": stage.anna, "message_id": sent.message_id, "data": "go"}
    status, answer = await post(http, f"/api/people/{stage.anna}/tap", body)
    query = (await stage.bot.get_updates(offset=answer["update_id"]))[0].callback_query
    assert status == 200
    assert query is not None
    assert (query.data, query.from_user.id) == ("go", stage.anna)


async def test_a_key_that_asks_for_the_contact_sends_it(stage: Stage, http: aiohttp.ClientSession) -> None:
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Мой номер", request_contact=True)]])
    await stage.bot.send_message(stage.anna, "Кто вы?", reply_markup=keyboard)
    assert (await post(http, f"/api/people/{stage.anna}/key", {"text": "Мой номер"}))[0] == 200
    contact: Any = stage.last(stage.anna)["contact"]
    assert (contact["phone_number"], contact["user_id"]) == ("79120000002", stage.anna)


async def test_somebody_elses_contact_and_a_point_can_be_shared(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    await post(http, f"/api/people/{stage.anna}/contact", {"contact_of": stage.organizer})
    contact: Any = stage.last(stage.anna)["contact"]
    assert (contact["phone_number"], contact["user_id"]) == ("79120000001", stage.organizer)
    await post(http, f"/api/people/{stage.anna}/location", {"latitude": 57.15, "longitude": 65.5})
    assert stage.last(stage.anna)["location"] == {"latitude": 57.15, "longitude": 65.5}


async def test_one_edits_and_deletes_only_ones_own(stage: Stage, http: aiohttp.ClientSession) -> None:
    stage.world.say(stage.anna, "Буду в 9")
    own: Any = stage.last(stage.anna)
    theirs = await stage.bot.send_message(stage.anna, "Ждём")
    path = f"/api/people/{stage.anna}"
    body = {"chat": stage.anna, "message_id": own["message_id"], "text": "Буду в 10"}
    assert (await post(http, f"{path}/edit", body))[0] == 200
    assert (await post(http, f"{path}/edit", {**body, "message_id": theirs.message_id}))[0] == 409
    assert stage.texts(stage.anna)[-2:] == ["Буду в 10", "Ждём"]
    assert (await post(http, f"{path}/delete", {"chat": stage.anna, "message_id": own["message_id"]}))[
        0
    ] == 200
    assert stage.texts(stage.anna)[-1:] == ["Ждём"]


async def test_blocking_silences_and_start_opens_again(stage: Stage, http: aiohttp.ClientSession) -> None:
    path = f"/api/people/{stage.anna}"
    await post(http, f"{path}/block", {})
    assert (await state(http))["people"][1]["blocked"] is True
    assert (await post(http, f"{path}/say", {"text": "x"}))[1]["code"] == "not_allowed"
    await post(http, f"{path}/start", {"payload": "abc-1"})
    assert (await state(http))["people"][1]["blocked"] is False
    assert stage.texts(stage.anna)[-1] == "/start abc-1"
    await post(http, f"{path}/block", {})
    await post(http, f"{path}/unblock", {})
    assert stage.texts(stage.anna)[-1] == "/start abc-1"
    assert (await state(http))["people"][1]["blocked"] is False


@pytest.mark.parametrize("options", [None, "0", [2], [-1], [True], ["0"], [0, 1]], ids=str)
async def test_a_vote_must_fit_the_poll(stage: Stage, http: aiohttp.ClientSession, options: Any) -> None:
    poll = await stage.bot.send_poll(stage.anna, "Когда?", ["Среда", "Четверг"])
    body = {"chat": stage.anna, "message_id": poll.message_id, "options": options}
    assert (await post(http, f"/api/people/{stage.anna}/vote", body))[0] in {400, 409}
    assert stage.world.chats[stage.anna].posts[poll.message_id].votes == {}
