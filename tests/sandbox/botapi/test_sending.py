"""Sending: keyboards, replies, places, contacts, polls, whom the bot may write to."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from bot.sandbox.botapi.world import World
from tests.sandbox.botapi.conftest import Raw

BUTTON = "Bad Request: can't parse inline keyboard button: "
KEY = "Bad Request: can't parse keyboard button: "


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def keys(*buttons: Any) -> dict[str, Any]:
    return {"keyboard": [list(buttons)]}


KEYBOARDS: list[tuple[str, Any, str]] = [
    ("no JSON", "{", "Bad Request: can't parse reply keyboard markup JSON object"),
    ("a list", [], "Bad Request: object expected as reply markup"),
    (
        "buttons outside rows",
        {"inline_keyboard": [{"text": "а", "callback_data": "a"}]},
        'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ),
    ("keys outside rows", {"keyboard": ["а"]}, 'Bad Request: field "keyboard" must be an Array of Arrays'),
    ("a word as a button", inline("а"), BUTTON + "InlineKeyboardButton must be an Object"),
    ("a button without text", inline({"callback_data": "a"}), BUTTON + 'Can\'t find field "text"'),
    (
        "a button without action",
        inline({"text": "а"}),
        BUTTON + "Text buttons are unallowed in the inline keyboard",
    ),
    (
        "empty callback data",
        inline({"text": "а", "callback_data": ""}),
        BUTTON + "Text buttons are unallowed in the inline keyboard",
    ),
    (
        "65 bytes of callback data",
        inline({"text": "а", "callback_data": "я" * 32 + "a"}),
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    (
        "a blank button",
        inline({"text": " ", "callback_data": "a"}),
        "Bad Request: inline keyboard button text must be non-empty",
    ),
    (
        "a button to this machine",
        inline({"text": "а", "url": "http://localhost:8080"}),
        "Bad Request: inline keyboard button URL 'http://localhost:8080' is invalid: Wrong HTTP URL",
    ),
    (
        "a button to another protocol",
        inline({"text": "а", "url": "ftp://example.org"}),
        "Bad Request: inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol",
    ),
    (
        "nothing to copy",
        inline({"text": "а", "copy_text": {}}),
        BUTTON + 'Can\'t find field "text"',
    ),
    (
        "too much to copy",
        inline({"text": "а", "copy_text": {"text": "а" * 257}}),
        "Bad Request: BUTTON_COPY_TEXT_INVALID",
    ),
    (
        "an unknown style",
        inline({"text": "а", "callback_data": "a", "style": "pink"}),
        BUTTON + "invalid button style specified",
    ),
    (
        "101 buttons",
        {"inline_keyboard": [[{"text": "а", "callback_data": "a"}]] * 101},
        "Bad Request: reply markup is too long",
    ),
    ("a number as a key", keys(7), KEY + "KeyboardButton must be a String or an Object"),
    ("a key without text", keys({"request_contact": True}), KEY + 'Can\'t find field "text"'),
    ("an empty key", keys(""), "Bad Request: keyboard button text must be non-empty"),
]


@pytest.mark.parametrize(
    ("markup", "words"), [case[1:] for case in KEYBOARDS], ids=[case[0] for case in KEYBOARDS]
)
async def test_a_keyboard_is_refused(raw: Raw, anna: int, markup: Any, words: str) -> None:
    params = {"chat_id": anna, "text": "а", "reply_markup": markup}
    assert await raw.refusal("sendMessage", **params) == words


PRIVATE_ONLY = [
    ("request_contact", "Bad Request: phone number can be requested in private chats only"),
    ("request_location", "Bad Request: location can be requested in private chats only"),
]


@pytest.mark.parametrize(("field", "words"), PRIVATE_ONLY)
async def test_a_group_is_not_asked_for_contacts_or_places(
    raw: Raw, group: int, field: str, words: str
) -> None:
    markup = keys({"text": "а", field: True})
    assert await raw.refusal("sendMessage", chat_id=group, text="а", reply_markup=markup) == words


async def test_buttons_of_every_kind_come_back_as_sent(bot: Bot, anna: int) -> None:
    markup = InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text="Да", callback_data="я" * 32, style="success")],
            [InlineKeyboardButton(text="Сайт", url="example.org")],
            [InlineKeyboardButton(text="Код", copy_text=CopyTextButton(text="A-1"))],
            [InlineKeyboardButton.model_validate({"text": "Нет", "disabled": {}})],
            [InlineKeyboardButton(text="Кто", url=f"tg://user?id={anna}")],
        ]
    )
    sent = await bot.send_message(anna, "а", reply_markup=markup)
    assert sent.reply_markup is not None
    assert sent.reply_markup.model_dump(exclude_none=True) == {
        "inline_keyboard": [
            [{"text": "Да", "callback_data": "я" * 32, "style": "success"}],
            [{"text": "Сайт", "url": "http://example.org/"}],
            [{"text": "Код", "copy_text": {"text": "A-1"}}],
            [{"text": "Нет", "disabled": {}}],
            [{"text": "Кто", "url": f"tg://user?id={anna}"}],
        ]
    }


async def test_a_reply_keyboard_stays_until_it_is_removed(bot: Bot, world: World, anna: int) -> None:
    keyboard = ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text="Сейчас"), KeyboardButton(text="Телефон", request_contact=True)]],
        is_persistent=True,
        resize_keyboard=True,
        input_field_placeholder="Спросите",
    )
    sent = await bot.send_message(anna, "а", reply_markup=keyboard)
    assert sent.reply_markup is None
    await bot.send_message(anna, "б")
    assert world.reply_keyboard(anna, anna) == {
        "keyboard": [[{"text": "Сейчас"}, {"text": "Телефон", "request_contact": True}]],
        "is_persistent": True,
        "resize_keyboard": True,
        "input_field_placeholder": "Спросите",
    }
    await bot.send_message(anna, "в", reply_markup=ReplyKeyboardRemove())
    assert world.reply_keyboard(anna, anna) is None


async def test_a_reply_shows_the_message_and_the_quoted_words(bot: Bot, world: World, anna: int) -> None:
    question = world.messages(anna)[-1]["message_id"]
    asked = await bot.send_message(anna, "😀 Автобус уходит в 07:30")
    parameters = ReplyParameters(message_id=asked.message_id, quote="в 07:30")
    sent = await bot.send_message(anna, "Понятно", reply_parameters=parameters)
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == asked.text
    assert sent.quote is not None
    assert (sent.quote.text, sent.quote.position) == ("в 07:30", 18)
    again = await bot.send_message(anna, "а", reply_to_message_id=question)
    assert again.reply_to_message is not None
    assert again.reply_to_message.message_id == question


async def test_a_quote_has_1024_signs_at_most(raw: Raw, bot: Bot, anna: int) -> None:
    sent = await bot.send_message(anna, "а" * 1025)
    reply = {"message_id": sent.message_id, "quote": "а" * 1024}
    answer = await raw.result("sendMessage", chat_id=anna, text="б", reply_parameters=reply)
    assert len(answer["quote"]["text"]) == 1024
    reply["quote"] = "а" * 1025
    assert await raw.refusal("sendMessage", chat_id=anna, text="б", reply_parameters=reply) == (
        "Bad Request: QUOTE_TEXT_INVALID"
    )


REPLIES = [
    ("to nothing", {"message_id": 999}, "Bad Request: message to be replied not found"),
    ("with words nobody wrote", {"message_id": 1, "quote": "иное"}, "Bad Request: QUOTE_TEXT_INVALID"),
]


@pytest.mark.parametrize(
    ("reply", "words"), [case[1:] for case in REPLIES], ids=[case[0] for case in REPLIES]
)
async def test_a_reply_is_refused(raw: Raw, anna: int, reply: dict[str, Any], words: str) -> None:
    assert await raw.refusal("sendMessage", chat_id=anna, text="а", reply_parameters=reply) == words


async def test_a_reply_to_nothing_may_go_without_it(raw: Raw, anna: int) -> None:
    reply = {"message_id": 999, "allow_sending_without_reply": True}
    sent = await raw.result("sendMessage", chat_id=anna, text="а", reply_parameters=reply)
    assert "reply_to_message" not in sent


OTHERS: list[tuple[str, str, dict[str, Any], str]] = [
    ("no chat", "sendMessage", {"chat_id": "", "text": "а"}, "Bad Request: chat_id is empty"),
    ("an unknown chat", "sendMessage", {"chat_id": 5, "text": "а"}, "Bad Request: chat not found"),
    (
        "an unknown name",
        "sendMessage",
        {"chat_id": "@nobody_here", "text": "а"},
        "Bad Request: chat not found",
    ),
    (
        "a topic where there are none",
        "sendMessage",
        {"text": "а", "message_thread_id": 4},
        "Bad Request: message thread not found",
    ),
    ("a place without latitude", "sendLocation", {"longitude": 1}, "Bad Request: latitude is empty"),
    (
        "a place off the globe",
        "sendLocation",
        {"latitude": 91, "longitude": 1},
        "Bad Request: wrong location specified",
    ),
    (
        "a nameless venue",
        "sendVenue",
        {"latitude": 1, "longitude": 1, "address": "а"},
        "Bad Request: title must be non-empty",
    ),
    (
        "a contact without phone",
        "sendContact",
        {"first_name": "А"},
        'Bad Request: parameter "phone_number" is required',
    ),
    (
        "an unknown chat action",
        "sendChatAction",
        {"action": "dance"},
        "Bad Request: wrong parameter action in request",
    ),
    (
        "a poll without question",
        "sendPoll",
        {"options": ["а"]},
        "Bad Request: poll question must be non-empty",
    ),
    (
        "a poll with a long question",
        "sendPoll",
        {"question": "а" * 301, "options": ["а"]},
        "Bad Request: poll question length must not exceed 300",
    ),
    (
        "a poll without answers",
        "sendPoll",
        {"question": "а", "options": []},
        "Bad Request: poll must have at least 1 answer option",
    ),
    (
        "a poll with 13 answers",
        "sendPoll",
        {"question": "а", "options": ["б"] * 13},
        "Bad Request: poll can't have more than 12 options",
    ),
    (
        "a poll with a long answer",
        "sendPoll",
        {"question": "а", "options": ["б" * 101]},
        "Bad Request: poll options length must not exceed 100",
    ),
    (
        "a poll of another type",
        "sendPoll",
        {"question": "а", "options": ["б"], "type": "riddle"},
        "Bad Request: unsupported poll type specified",
    ),
    (
        "a quiz without the right answer",
        "sendPoll",
        {"question": "а", "options": ["б"], "type": "quiz"},
        "Bad Request: wrong correct option ID specified",
    ),
]


@pytest.mark.parametrize(
    ("method", "params", "words"), [case[1:] for case in OTHERS], ids=[case[0] for case in OTHERS]
)
async def test_it_is_refused(raw: Raw, anna: int, method: str, params: dict[str, Any], words: str) -> None:
    assert await raw.refusal(method, **{"chat_id": anna, **params}) == words


async def test_places_contacts_and_polls_are_sent(bot: Bot, anna: int) -> None:
    place = await bot.send_location(anna, 57.15, 65.53)
    assert place.location is not None
    assert (place.location.latitude, place.location.longitude) == (57.15, 65.53)
    venue = await bot.send_venue(anna, 57.15, 65.53, "Технопарк", "ул. Республики, 142")
    assert venue.venue is not None
    assert (venue.venue.title, venue.location) == ("Технопарк", venue.venue.location)
    card = await bot.send_contact(anna, "+79120000002", "Дежурный")
    assert card.contact is not None
    assert card.contact.phone_number == "+79120000002"
    poll = await bot.send_poll(anna, "Едете?", ["Да", "Нет"], is_anonymous=False)
    assert poll.poll is not None
    assert [option.text for option in poll.poll.options] == ["Да", "Нет"]


async def test_a_poll_at_its_limits_and_who_may_vote_again(raw: Raw, anna: int) -> None:
    options = ["а" * 100] * 12
    poll = (await raw.result("sendPoll", chat_id=anna, question="б" * 300, options=options))["poll"]
    assert (len(poll["question"]), len(poll["options"]), poll["allows_revoting"]) == (300, 12, True)
    params = {"question": "а", "options": ["б", "в"], "type": "quiz", "correct_option_ids": [1]}
    quiz = (await raw.result("sendPoll", chat_id=anna, explanation="г" * 200, **params))["poll"]
    assert (quiz["correct_option_ids"], quiz["allows_revoting"]) == ([1], False)
    assert await raw.refusal("sendPoll", chat_id=anna, explanation="г" * 201, **params) == (
        "Bad Request: poll explanation length must not exceed 200"
    )


async def test_a_vote_reaches_the_bot_and_a_stopped_poll_takes_no_more(
    bot: Bot, world: World, anna: int
) -> None:
    poll = await bot.send_poll(anna, "Едете?", ["Да", "Нет"], is_anonymous=False)
    world.vote(anna, anna, poll.message_id, [1])
    update = (await bot.get_updates(offset=-1))[0]
    assert update.poll_answer is not None
    assert update.poll_answer.option_ids == [1]
    stopped = await bot.stop_poll(anna, poll.message_id)
    assert [option.voter_count for option in stopped.options] == [0, 1]
    with pytest.raises(ValueError, match="closed"):
        world.vote(anna, anna, poll.message_id, [0])


async def test_whom_the_bot_may_write_to(raw: Raw, world: World, anna: int, group: int) -> None:
    async def words(chat: int) -> str:
        return await raw.refusal("sendMessage", chat_id=chat, text="а")

    stranger = world.add_user(first_name="Вера")
    assert await words(stranger) == "Bad Request: chat not found"
    world.add_member(group, stranger)
    world.say(stranger, "/help", chat=group)
    assert await words(stranger) == "Forbidden: bot can't initiate conversation with a user"
    world.block(anna)
    assert await words(anna) == "Forbidden: bot was blocked by the user"
    world.start(anna)
    assert (await raw.result("sendMessage", chat_id=anna, text="а"))["text"] == "а"
    world.deactivate(anna)
    assert await words(anna) == "Forbidden: user is deactivated"


async def test_which_groups_the_bot_may_write_to(raw: Raw, world: World, anna: int, group: int) -> None:
    async def words(chat: int) -> str:
        return await raw.refusal("sendMessage", chat_id=chat, text="а")

    hidden = world.add_group("Чужой чат", [anna])
    assert await words(hidden) == "Bad Request: chat not found"
    world.remove_bot_from_group(group, anna)
    assert await words(group) == "Forbidden: bot was kicked from the supergroup chat"
    world.add_bot_to_group(group, anna)
    await raw.result("leaveChat", chat_id=group)
    assert await words(group) == "Forbidden: bot is not a member of the supergroup chat"


async def test_an_upgraded_group_tells_where_it_went(raw: Raw, world: World, anna: int) -> None:
    old = world.add_group("Малая группа", [anna], supergroup=False)
    world.add_bot_to_group(old, anna)
    new = world.migrate_group(old)
    status, body = await raw("sendMessage", chat_id=old, text="а")
    assert (status, body["description"], body["parameters"]) == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": new},
    )
    assert (await raw.result("sendMessage", chat_id=new, text="а"))["chat"]["type"] == "supergroup"


async def test_a_wrong_token_and_an_unknown_method(raw: Raw) -> None:
    async with raw.session.get(f"{raw.base_url}/bot1:wrong/getMe") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")
    assert await raw("flyToTheMoon") == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found: method not found"},
    )


async def test_get_and_form_and_any_case_of_the_method_work(raw: Raw, anna: int) -> None:
    base = raw.base_url + "/bot1234567:test-token"
    async with raw.session.get(f"{base}/SENDMESSAGE", params={"chat_id": anna, "text": "а"}) as response:
        assert (await response.json())["result"]["text"] == "а"
    async with raw.session.post(f"{base}/sendmessage", data={"chat_id": str(anna), "text": "б"}) as response:
        assert (await response.json())["result"]["text"] == "б"
