"""What people do and what the bot gets to see of it."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    Update,
)

from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock
from tests.sandbox.botapi.conftest import Raw
from tests.sandbox.botapi.pictures import png

YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def last(bot: Bot) -> Update:
    return (await bot.get_updates(offset=-1))[-1]


async def test_start_with_a_payload_unblocks_the_bot_first(bot: Bot, world: World, anna: int) -> None:
    world.updates.drop()
    world.block(anna)
    world.start(anna, "code_-1")
    blocked, unblocked, start = await bot.get_updates()
    for update, statuses in ((blocked, ("member", "kicked")), (unblocked, ("kicked", "member"))):
        change = update.my_chat_member
        assert change is not None
        assert (change.old_chat_member.status, change.new_chat_member.status) == statuses
    assert start.message is not None
    assert start.message.text == "/start code_-1"
    assert [entity.type for entity in start.message.entities or ()] == ["bot_command"]
    with pytest.raises(ValueError, match="payload"):
        world.start(anna, "а b")


async def test_a_blocked_bot_hears_nothing(world: World, anna: int) -> None:
    world.block(anna)
    with pytest.raises(ValueError, match="blocked"):
        world.say(anna, "а")
    assert world.block(anna) == 0


async def test_a_tap_arrives_with_its_message_and_is_answered_once(
    bot: Bot, raw: Raw, world: World, anna: int
) -> None:
    sent = await bot.send_message(anna, "Едете?", reply_markup=YES)
    world.tap(anna, anna, sent.message_id, "yes")
    query = (await last(bot)).callback_query
    assert query is not None
    assert (query.data, query.from_user.id, query.message) == ("yes", anna, sent)
    assert await bot.answer_callback_query(query.id, "Ждём", show_alert=True) is True
    assert await raw.refusal("answerCallbackQuery", callback_query_id=query.id) == TOO_OLD
    assert await raw.refusal("answerCallbackQuery", callback_query_id="1") == TOO_OLD


@pytest.mark.parametrize(("seconds", "answered"), [(150, True), (151, False)])
async def test_a_tap_can_be_answered_for_a_while(
    bot: Bot, raw: Raw, world: World, clock: ManualClock, anna: int, seconds: int, answered: bool
) -> None:
    sent = await bot.send_message(anna, "Едете?", reply_markup=YES)
    world.tap(anna, anna, sent.message_id, "yes")
    query = (await last(bot)).callback_query
    assert query is not None
    clock.move(timedelta(seconds=seconds))
    status, body = await raw("answerCallbackQuery", callback_query_id=query.id)
    assert (status == 200, body.get("description")) == (answered, None if answered else TOO_OLD)


async def test_an_old_client_taps_a_button_that_is_gone(bot: Bot, world: World, anna: int) -> None:
    sent = await bot.send_message(anna, "Едете?", reply_markup=YES)
    await bot.edit_message_text("Поздно", chat_id=anna, message_id=sent.message_id)
    with pytest.raises(ValueError, match="no button carries 'yes'"):
        world.tap(anna, anna, sent.message_id, "yes")
    world.tap(anna, anna, sent.message_id, "yes", force=True)
    query = (await last(bot)).callback_query
    assert query is not None
    assert query.data == "yes"
    await bot.delete_message(anna, sent.message_id)
    world.tap(anna, anna, sent.message_id, "yes", force=True)
    query = (await last(bot)).callback_query
    assert query is not None
    assert query.message is not None
    assert (query.message.date, query.message.message_id) == (0, sent.message_id)


async def test_an_answer_longer_than_200_signs_is_refused(
    bot: Bot, raw: Raw, world: World, anna: int
) -> None:
    sent = await bot.send_message(anna, "Едете?", reply_markup=YES)
    world.tap(anna, anna, sent.message_id, "yes")
    query = (await last(bot)).callback_query
    assert query is not None
    params = {"callback_query_id": query.id, "text": "а" * 201}
    assert await raw.refusal("answerCallbackQuery", **params) == "Bad Request: MESSAGE_TOO_LONG"


async def test_keys_send_their_word_the_own_phone_or_a_place(bot: Bot, world: World, anna: int) -> None:
    keys = [
        KeyboardButton(text="Сейчас"),
        KeyboardButton(text="Телефон", request_contact=True),
        KeyboardButton(text="Место", request_location=True),
    ]
    await bot.send_message(anna, "а", reply_markup=ReplyKeyboardMarkup(keyboard=[keys]))
    world.updates.drop()
    for key in ("Сейчас", "Телефон", "Место"):
        world.press_key(anna, key)
    word, phone, place = [update.message for update in await bot.get_updates()]
    assert word is not None
    assert word.text == "Сейчас"
    assert phone is not None
    assert phone.contact is not None
    assert (phone.contact.phone_number, phone.contact.user_id) == ("79120000001", anna)
    assert place is not None
    assert place.location is not None
    with pytest.raises(ValueError, match="no key says 'Иное'"):
        world.press_key(anna, "Иное")


async def test_somebody_elses_phone_is_told_apart(bot: Bot, world: World, anna: int) -> None:
    boris = world.add_user(first_name="Борис", phone="+79120000002")
    world.share_contact(anna, contact_of=boris)
    message = (await last(bot)).message
    assert message is not None
    assert message.contact is not None
    assert (message.contact.phone_number, message.contact.user_id) == ("79120000002", boris)
    world.share_contact(anna, contact_of=0, phone="+79120000003")
    message = (await last(bot)).message
    assert message is not None
    assert message.contact is not None
    assert (message.contact.user_id, message.contact.phone_number) == (None, "+79120000003")


async def test_people_edit_forward_format_and_delete(bot: Bot, world: World, anna: int) -> None:
    bold = [{"type": "bold", "offset": 0, "length": 5}]
    world.say(anna, "Важно: /now", entities=bold)
    message = (await last(bot)).message
    assert message is not None
    assert [entity.type for entity in message.entities or ()] == ["bold", "bot_command"]
    world.edit(anna, anna, message.message_id, "Уже нет")
    edited = (await last(bot)).edited_message
    assert edited is not None
    assert (edited.text, edited.entities, edited.message_id) == ("Уже нет", None, message.message_id)
    world.forward(anna, anna, message.message_id)
    forwarded = (await last(bot)).message
    assert forwarded is not None
    assert (forwarded.text, forwarded.forward_from and forwarded.forward_from.id) == ("Уже нет", anna)
    world.delete(anna, anna, message.message_id)
    assert message.message_id not in [body["message_id"] for body in world.messages(anna)]
    with pytest.raises(ValueError, match="own message"):
        world.edit(anna, anna, message.message_id, "а")


async def test_an_album_of_a_person_shares_a_number(bot: Bot, world: World, anna: int) -> None:
    world.updates.drop()
    for name in ("1.png", "2.png"):
        world.send_file(anna, "photo", name, "image/png", png(), media_group="7")
    messages = [update.message for update in await bot.get_updates()]
    assert [message.media_group_id for message in messages if message] == ["7", "7"]
    with pytest.raises(ValueError, match="pictures"):
        world.send_file(anna, "photo", "a.png", "image/png", b"text")


GROUP_WORDS: list[tuple[str, dict[str, Any], bool]] = [
    ("ordinary words", {"text": "всем привет"}, False),
    ("a command", {"text": "/now"}, True),
    ("a command of this bot", {"text": "/now@School_test_bot"}, True),
    ("a command of another bot", {"text": "/now@other_bot"}, False),
    ("the name of this bot", {"text": "@school_test_bot когда автобус?"}, True),
    ("the name of somebody else", {"text": "@anna_demo когда автобус?"}, False),
    ("the bot's name inside an address", {"text": "school_test_bot.ru"}, False),
    ("an answer to the bot", {"text": "иду", "reply_to": 2}, True),
    ("an answer to a person", {"text": "иду", "reply_to": 3}, False),
]


@pytest.mark.parametrize(
    ("act", "seen"), [case[1:] for case in GROUP_WORDS], ids=[case[0] for case in GROUP_WORDS]
)
async def test_privacy_mode_hides_what_is_not_meant_for_the_bot(
    bot: Bot, world: World, anna: int, group: int, act: dict[str, Any], seen: bool
) -> None:
    assert (await bot.send_message(group, "Доброе утро")).message_id == 2
    world.say(anna, "сама себе", chat=group)
    params = {key: value for key, value in act.items() if key != "text"}
    assert (world.say(anna, act["text"], chat=group, **params) != 0) == seen


async def test_an_administrator_bot_sees_everything(world: World, anna: int, group: int) -> None:
    world.add_bot_to_group(group, anna, administrator=True)
    assert world.say(anna, "всем привет", chat=group) != 0


async def test_joining_and_leaving_are_told(bot: Bot, world: World, anna: int, group: int) -> None:
    vera = world.add_user(first_name="Вера")
    world.add_member(group, vera)
    message = (await last(bot)).message
    assert message is not None
    assert [user.id for user in message.new_chat_members or ()] == [vera]
    world.remove_member(group, vera, by=anna)
    message = (await last(bot)).message
    assert message is not None
    assert message.left_chat_member is not None
    with pytest.raises(ValueError, match="not in the group"):
        world.say(vera, "а", chat=group)


async def test_an_ephemeral_message_is_seen_by_one_member_only(
    bot: Bot, raw: Raw, world: World, clock: ManualClock, anna: int, group: int
) -> None:
    boris = next(user for user in world.chats[group].members if user != anna)
    asked = await bot.send_message(group, "Едете?", reply_markup=YES)
    world.tap(anna, group, asked.message_id, "yes")
    query = (await last(bot)).callback_query
    assert query is not None
    wish = {"receiver_user_id": anna, "callback_query_id": query.id}
    to_anna = {"chat_id": group, "text": "Только вам", "ephemeral_message_parameters": wish}
    sent = await raw.result("sendMessage", **to_anna)
    assert (sent["message_id"], sent["receiver_user"]["id"]) == (0, anna)
    assert world.messages(group, viewer=anna)[-1]["text"] == "Только вам"
    assert [world.messages(group, viewer=boris)[-1]["text"], world.messages(group)[-1]["text"]] == [
        "Едете?"
    ] * 2
    place = {
        "chat_id": group,
        "receiver_user_id": anna,
        "ephemeral_message_id": sent["ephemeral_message_id"],
    }
    assert await raw.result("editEphemeralMessageText", **place, text="Уже не важно") is True
    assert world.messages(group, viewer=anna)[-1]["text"] == "Уже не важно"
    stranger = {**place, "receiver_user_id": boris, "text": "а"}
    unknown = {**place, "ephemeral_message_id": 999, "text": "а"}
    for wrong in (stranger, unknown):
        assert await raw.refusal("editEphemeralMessageText", **wrong) == (
            "Bad Request: message to edit not found"
        )
    assert await raw.result("deleteEphemeralMessage", **place) is True
    assert world.messages(group, viewer=anna)[-1]["text"] == "Едете?"
    clock.move(timedelta(seconds=16))
    assert await raw.refusal("sendMessage", **to_anna) == TOO_OLD
    private = {"chat_id": anna, "text": "а", "receiver_user_id": anna}
    assert await raw.refusal("sendMessage", **private) == (
        "Bad Request: ephemeral messages can be sent only to group and supergroup chats"
    )


async def test_the_feed_tells_what_happens_and_a_slow_reader_holds_up_nobody(
    bot: Bot, world: World, anna: int
) -> None:
    feed = world.subscribe()
    lazy = world.feed.subscribe(size=2)
    sent = await bot.send_message(anna, "а", reply_markup=YES)
    await bot.send_chat_action(anna, "typing")
    await bot.edit_message_text("б", chat_id=anna, message_id=sent.message_id)
    await bot.delete_message(anna, sent.message_id)
    world.block(anna)
    events = [await feed.get() for _ in range(5)]
    assert [(event["kind"], event["chat"]) for event in events] == [
        (kind, anna) for kind in ("message", "chat_action", "edited", "deleted", "block")
    ]
    assert [event["message"]["text"] for event in (events[0], events[2])] == ["а", "б"]
    assert [(await lazy.get())["kind"] for _ in range(3)] == ["lost", "deleted", "block"]
    feed.close()
    lazy.close()
    assert world.feed.subscribers == set()


async def test_a_persona_names_what_is_there_when_something_is_not(bot: Bot, world: World, anna: int) -> None:
    person = Persona(world, anna)
    await bot.send_message(anna, "Едете?", reply_markup=YES)
    with pytest.raises(AssertionError, match=r"no button says 'Нет'; there are: \['Да'\]"):
        await person.tap("Нет")
    with pytest.raises(AssertionError, match="'Автобус' is not on the screen"):
        person.sees("Автобус")
    assert person.sees("Едете")
    assert not person.shows("Автобус")
    person.close()


async def test_old_messages_make_room(
    bot: Bot, world: World, anna: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.botapi.state.KEEP_MESSAGES", 3)
    for word in "абвг":
        await bot.send_message(anna, word)
    assert [message["text"] for message in world.messages(anna)] == ["б", "в", "г"]
