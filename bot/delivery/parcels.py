"""One parcel of the help desk on its way: a text, a file, or an album."""

from aiogram import Bot
from aiogram.types import InputMediaDocument, InputMediaPhoto, InputMediaVideo, Message, ReplyParameters

from bot.support.model import Kind
from bot.ui.support_parcels import Parcel

_ALBUM = {Kind.PHOTO: InputMediaPhoto, Kind.VIDEO: InputMediaVideo, Kind.DOCUMENT: InputMediaDocument}


async def send_parcel(bot: Bot, chat_id: int, parcel: Parcel, reply_to: int | None) -> list[Message]:
    """Send a parcel and return its messages; a message to reply to that is gone does not matter."""
    reply = ReplyParameters(message_id=reply_to, allow_sending_without_reply=True) if reply_to else None
    if parcel.files:
        media = [_ALBUM[one.kind](media=one.file_id) for one in parcel.files]
        return await bot.send_media_group(chat_id, media, reply_parameters=reply)
    return [await _send_one(bot, chat_id, parcel, reply)]


async def _send_one(bot: Bot, chat_id: int, parcel: Parcel, reply: ReplyParameters | None) -> Message:
    text, markup = parcel.text, parcel.markup
    match parcel.kind:
        case Kind.TEXT:
            return await bot.send_message(chat_id, text, reply_parameters=reply, reply_markup=markup)
        case Kind.PHOTO:
            return await bot.send_photo(
                chat_id, parcel.file_id, caption=text, reply_parameters=reply, reply_markup=markup
            )
        case Kind.DOCUMENT:
            return await bot.send_document(
                chat_id, parcel.file_id, caption=text, reply_parameters=reply, reply_markup=markup
            )
        case Kind.VOICE:
            return await bot.send_voice(
                chat_id, parcel.file_id, caption=text, reply_parameters=reply, reply_markup=markup
            )
        case Kind.VIDEO:
            return await bot.send_video(
                chat_id, parcel.file_id, caption=text, reply_parameters=reply, reply_markup=markup
            )
