"""Editing, deleting, copying, forwarding, pinning, reacting."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock
from tests.sandbox.botapi.conftest import Raw
from tests.sandbox.botapi.pictures import picture

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
BUTTONS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])


async def test_an_edit_changes_text_and_drops_buttons_not_given_again(
    bot: Bot, world: World, clock: ManualClock, anna: int
) -> None:
    sent = await bot.send_message(anna, "а", reply_markup=BUTTONS)
    clock.move(timedelta(days=30))
    edited = await bot.edit_message_text(
        "<b>б</b>", chat_id=anna, message_id=sent.message_id, parse_mode="HTML"
    )
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup, edited.date, edited.edit_date) == (
        "б",
        None,
        sent.date,
        int(clock.now().timestamp()),
    )
    assert world.messages(anna)[-1]["text"] == "б"


async def test_an_edit_that_changes_nothing_is_refused(raw: Raw, anna: int) -> None:
    markup = BUTTONS.model_dump(exclude_none=True)
    bold = {"text": "<b>а</b>", "parse_mode": "HTML"}
    sent = await raw.result("sendMessage", chat_id=anna, reply_markup=markup, **bold)
    place = {"chat_id": anna, "message_id": sent["message_id"]}
    assert await raw.refusal("editMessageText", **place, **bold, reply_markup=markup) == NOT_MODIFIED
    assert await raw.refusal("editMessageReplyMarkup", **place, reply_markup=markup) == NOT_MODIFIED
    edited = await raw.result("editMessageText", **place, text="а", reply_markup=markup)
    assert "entities" not in edited
    await raw.result("editMessageReplyMarkup", **place)
    assert await raw.refusal("editMessageReplyMarkup", **place) == NOT_MODIFIED


async def test_what_cannot_be_edited(raw: Raw, bot: Bot, world: World, anna: int) -> None:
    async def words(method: str, message_id: int, **params: Any) -> str:
        return await raw.refusal(method, chat_id=anna, message_id=message_id, **params)

    theirs = world.messages(anna)[-1]["message_id"]
    place = await bot.send_location(anna, 1, 1)
    photo = await bot.send_photo(anna, picture(), caption="а")
    keyed = await raw.result("sendMessage", chat_id=anna, text="а", reply_markup={"keyboard": [["б"]]})
    forward = await bot.forward_message(anna, anna, theirs)
    assert await words("editMessageText", 999, text="а") == "Bad Request: message to edit not found"
    assert await words("editMessageText", theirs, text="а") == "Bad Request: message can't be edited"
    assert (
        await words("editMessageText", keyed["message_id"], text="б")
        == "Bad Request: message can't be edited"
    )
    assert (
        await words("editMessageText", forward.message_id, text="б") == "Bad Request: message can't be edited"
    )
    no_text = "Bad Request: there is no text in the message to edit"
    assert await words("editMessageText", place.message_id, text="а") == no_text
    assert await words("editMessageText", photo.message_id, text="а") == no_text
    no_caption = "Bad Request: there is no caption in the message to edit"
    assert await words("editMessageCaption", place.message_id, caption="а") == no_caption
    too_long = await words("editMessageCaption", photo.message_id, caption="а" * 1025)
    assert too_long == "Bad Request: MEDIA_CAPTION_TOO_LONG"
    media = {"type": "photo", "media": photo.photo[-1].file_id if photo.photo else ""}
    assert (
        await words("editMessageMedia", place.message_id, media=media)
        == "Bad Request: message media can't be edited"
    )
    assert await words("editMessageReplyMarkup", photo.message_id, reply_markup={"keyboard": [["а"]]}) == (
        "Bad Request: inline keyboard expected"
    )
    live = await words("editMessageLiveLocation", place.message_id, latitude=1, longitude=2)
    assert live == "Bad Request: message can't be edited"
    assert await raw.refusal("editMessageText", text="а", inline_message_id="x") == (
        "Bad Request: MESSAGE_ID_INVALID"
    )
    assert await raw.refusal("editMessageText", text="а") == (
        "Bad Request: message identifier is not specified"
    )
    assert await raw.refusal("editMessageText", chat_id=anna, text="а") == (
        "Bad Request: message identifier is not specified"
    )


async def test_a_caption_changes_and_the_photo_stays(bot: Bot, anna: int) -> None:
    sent = await bot.send_photo(anna, picture(), caption="а")
    edited = await bot.edit_message_caption(chat_id=anna, message_id=sent.message_id, caption="б")
    assert not isinstance(edited, bool)
    assert (edited.caption, edited.photo) == ("б", sent.photo)


async def test_deleting_takes_48_hours_at_most(
    raw: Raw, bot: Bot, world: World, clock: ManualClock, anna: int
) -> None:
    old, young = [(await bot.send_message(anna, "а")).message_id for _ in range(2)]
    clock.move(timedelta(hours=48) - timedelta(seconds=1))
    assert await bot.delete_message(anna, young) is True
    clock.move(timedelta(seconds=1))
    assert await raw.refusal("deleteMessage", chat_id=anna, message_id=old) == (
        "Bad Request: message can't be deleted for everyone"
    )
    assert await raw.refusal("deleteMessage", chat_id=anna, message_id=young) == (
        "Bad Request: message to delete not found"
    )
    fresh = (await bot.send_message(anna, "в")).message_id
    assert await bot.delete_messages(anna, [old, young, fresh]) is True
    assert [message["message_id"] for message in world.messages(anna)][-1] == old


async def test_in_a_group_only_an_administrator_deletes_what_others_wrote(
    raw: Raw, world: World, anna: int, group: int
) -> None:
    world.say(anna, "/now", chat=group)
    theirs = world.messages(group)[-1]["message_id"]
    assert await raw.refusal("deleteMessage", chat_id=group, message_id=theirs) == (
        "Bad Request: message can't be deleted"
    )
    world.add_bot_to_group(group, anna, administrator=True)
    assert await raw.result("deleteMessage", chat_id=group, message_id=theirs) is True


async def test_a_copy_has_no_author_and_no_buttons_unless_given(
    bot: Bot, world: World, anna: int, group: int
) -> None:
    source = await bot.send_photo(
        group, picture(), caption="<b>а</b>", parse_mode="HTML", reply_markup=BUTTONS
    )
    plain = await bot.copy_message(anna, group, source.message_id)
    copy = world.messages(anna)[-1]
    assert (copy["message_id"], copy["caption"], copy["caption_entities"]) == (
        plain.message_id,
        "а",
        [{"type": "bold", "offset": 0, "length": 1}],
    )
    assert {"reply_markup", "forward_origin"} & copy.keys() == set()
    await bot.copy_message(anna, group, source.message_id, caption="б", reply_markup=BUTTONS)
    assert (world.messages(anna)[-1]["caption"], "reply_markup" in world.messages(anna)[-1]) == ("б", True)


async def test_a_forward_names_its_author_and_protected_messages_stay(
    raw: Raw, bot: Bot, anna: int, group: int
) -> None:
    secret = await bot.send_message(group, "а", protect_content=True)
    assert (
        await raw.refusal("forwardMessage", chat_id=anna, from_chat_id=group, message_id=secret.message_id)
        == "Bad Request: message can't be forwarded"
    )
    open_one = await bot.send_message(group, "б")
    forward = await bot.forward_message(anna, group, open_one.message_id)
    assert forward.forward_origin is not None
    assert forward.model_dump()["forward_origin"]["sender_user"]["id"] == bot.id
    ids = await bot.forward_messages(anna, group, [secret.message_id, open_one.message_id, 999])
    assert len(ids) == 1
    assert len(await bot.copy_messages(anna, group, [secret.message_id, open_one.message_id])) == 2


async def test_a_line_about_a_pin_cannot_be_copied_or_forwarded(
    raw: Raw, bot: Bot, world: World, anna: int
) -> None:
    sent = await bot.send_message(anna, "а")
    await bot.pin_chat_message(anna, sent.message_id)
    line = {"chat_id": anna, "from_chat_id": anna, "message_id": world.messages(anna)[-1]["message_id"]}
    assert await raw.refusal("copyMessage", **line) == "Bad Request: message can't be copied"
    assert await raw.refusal("forwardMessage", **line) == "Bad Request: message can't be forwarded"


COPIES = [
    ("copyMessage", {"message_id": 999}, "Bad Request: message to copy not found"),
    ("forwardMessage", {"message_id": 999}, "Bad Request: message to forward not found"),
    ("copyMessage", {}, "Bad Request: message identifier is not specified"),
    ("copyMessages", {"message_ids": [998, 999]}, "Bad Request: there are no messages to copy"),
    ("forwardMessages", {"message_ids": [998, 999]}, "Bad Request: there are no messages to forward"),
    ("copyMessages", {"message_ids": []}, "Bad Request: message identifiers are not specified"),
    (
        "copyMessages",
        {"message_ids": [2, 1]},
        "Bad Request: message identifiers must be in a strictly increasing order",
    ),
    (
        "copyMessages",
        {"message_ids": list(range(1, 102))},
        "Bad Request: too many message identifiers specified",
    ),
    ("copyMessages", {"message_ids": [0]}, "Bad Request: invalid message identifier specified"),
    ("copyMessages", {"message_ids": ["а"]}, "Bad Request: can't parse message identifier as Number"),
]


@pytest.mark.parametrize(("method", "params", "words"), COPIES)
async def test_a_copy_is_refused(
    raw: Raw, anna: int, method: str, params: dict[str, Any], words: str
) -> None:
    assert await raw.refusal(method, chat_id=anna, from_chat_id=anna, **params) == words


async def test_pins_in_groups_need_an_administrator(
    raw: Raw, bot: Bot, world: World, anna: int, group: int
) -> None:
    sent = await bot.send_message(group, "а")
    pin = {"chat_id": group, "message_id": sent.message_id}
    assert await raw.refusal("pinChatMessage", **pin) == (
        "Bad Request: not enough rights to manage pinned messages in the chat"
    )
    world.add_bot_to_group(group, anna, administrator=True)
    assert await bot.pin_chat_message(group, sent.message_id) is True
    pinned = (await bot.get_chat(group)).pinned_message
    assert pinned is not None
    assert pinned.message_id == sent.message_id
    assert await bot.unpin_chat_message(group) is True
    assert (await bot.get_chat(group)).pinned_message is None
    assert await raw.refusal("unpinChatMessage", **pin) == "Bad Request: message to unpin not found"


async def test_a_reaction_is_one_of_the_known(raw: Raw, world: World, anna: int) -> None:
    place = {"chat_id": anna, "message_id": world.messages(anna)[0]["message_id"]}
    thumb = {"type": "emoji", "emoji": "👍"}
    assert await raw.result("setMessageReaction", **place, reaction=[thumb]) is True
    assert await raw.refusal("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "🚌"}]) == (
        "Bad Request: REACTION_INVALID"
    )
    assert await raw.refusal("setMessageReaction", chat_id=anna, message_id=999, reaction=[thumb]) == (
        "Bad Request: message to react not found"
    )
