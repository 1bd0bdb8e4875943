"""The messages of a letter: a text, a file by its id, a point, an album; and changes of earlier ones."""

from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    InlineKeyboardMarkup,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    ReplyParameters,
)

from bot.delivery.pace import Pace
from bot.ui.notices.letter import Change, Letter, Media, Rewrite
from bot.ui.screens import Screen

REQUEST_S = 30
"""How long one request may take."""

_ALBUM = {
    "photo": InputMediaPhoto,
    "video": InputMediaVideo,
    "document": InputMediaDocument,
    "audio": InputMediaAudio,
}

_SAME = "message is not modified"
_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message can't be deleted",
    "MESSAGE_ID_INVALID",
    "there is no text in the message",
    "there is no caption in the message",
)


class MessageGone(Exception):
    """A message that was to be changed is no longer there, or Telegram lets it be changed no more."""


class PutOff(Exception):
    """What remains of a letter stays in the queue: to begin it again does no harm."""


async def send_first(bot: Bot, chat_id: int, letter: Letter, silent: bool) -> tuple[int, ...]:
    """Send what a letter begins with and return the messages' ids: the text, the file, or the album."""
    if len(letter.media) > 1:
        album = [_ALBUM[one.kind](media=one.file_id, caption=one.caption or None) for one in letter.media]
        sent = await bot.send_media_group(
            chat_id, album, disable_notification=silent, request_timeout=REQUEST_S
        )
        return tuple(message.message_id for message in sent)
    if letter.media:
        markup = Screen(letter.text, letter.rows).markup
        return ((await _send_media(bot, chat_id, letter.media[0], markup, silent)).message_id,)
    return (await send_text(bot, chat_id, letter, silent),)


async def send_text(bot: Bot, chat_id: int, letter: Letter, silent: bool) -> int:
    """Send a letter's text with its buttons and return the message's id."""
    markup = Screen(letter.text, letter.rows).markup
    reply = None
    if letter.reply_to is not None and letter.reply_chat_id in {0, chat_id}:
        reply = ReplyParameters(message_id=letter.reply_to, allow_sending_without_reply=True)
    message = await bot.send_message(
        chat_id,
        letter.text,
        reply_markup=markup,
        disable_notification=silent,
        reply_parameters=reply,
        request_timeout=REQUEST_S,
    )
    return message.message_id


async def change(bot: Bot, pace: Pace, chat_id: int, wanted: Change) -> tuple[int, ...]:
    """Rewrite or delete messages, each but the first in a turn of its own; what is so already is as good.

    MessageGone where that is impossible; PutOff where the pace was closed before all was done.
    """
    try:
        if not wanted.rewrites:
            await bot.delete_messages(chat_id, list(wanted.message_ids), request_timeout=REQUEST_S)
        for place, one in enumerate(wanted.rewrites):
            if place and not await pace.turn(chat_id, begun=True):
                raise PutOff
            await _rewrite(bot, chat_id, one)
    except TelegramBadRequest as refusal:
        if any(word in refusal.message for word in _GONE):
            raise MessageGone from refusal
        raise
    return wanted.message_ids


async def _rewrite(bot: Bot, chat_id: int, one: Rewrite) -> None:
    markup = Screen(one.text, one.rows).markup
    try:
        if one.caption:
            await bot.edit_message_caption(
                chat_id=chat_id,
                message_id=one.message_id,
                caption=one.text,
                reply_markup=markup,
                request_timeout=REQUEST_S,
            )
        else:
            await bot.edit_message_text(
                one.text,
                chat_id=chat_id,
                message_id=one.message_id,
                reply_markup=markup,
                request_timeout=REQUEST_S,
            )
    except TelegramBadRequest as refusal:
        if _SAME not in refusal.message:
            raise


async def _send_media(
    bot: Bot, chat_id: int, media: Media, markup: InlineKeyboardMarkup | None, silent: bool
) -> Message:
    """Send one file by its id, or a point."""
    if media.kind == "location":
        return await bot.send_location(
            chat_id,
            media.latitude,
            media.longitude,
            reply_markup=markup,
            disable_notification=silent,
            request_timeout=REQUEST_S,
        )
    send: Any = {
        "photo": bot.send_photo,
        "video": bot.send_video,
        "animation": bot.send_animation,
        "audio": bot.send_audio,
        "voice": bot.send_voice,
        "document": bot.send_document,
    }[media.kind]
    message: Message = await send(
        chat_id,
        media.file_id,
        caption=media.caption or None,
        reply_markup=markup,
        disable_notification=silent,
        request_timeout=REQUEST_S,
    )
    return message
