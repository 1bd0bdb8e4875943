"""Sending a kept file again by the messenger's own id of it."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.schedule.files import FileKind
from bot.ui.texts import escape


async def sent_again(bot: Bot, chat_id: int, kind: FileKind, file_id: str, caption: str) -> bool:
    """Send a file by its id; False where the messenger no longer takes the id."""
    said = escape(caption) or None
    try:
        match kind:
            case FileKind.PHOTO:
                await bot.send_photo(chat_id, file_id, caption=said)
            case FileKind.VIDEO:
                await bot.send_video(chat_id, file_id, caption=said)
            case FileKind.AUDIO:
                await bot.send_audio(chat_id, file_id, caption=said)
            case FileKind.DOCUMENT:
                await bot.send_document(chat_id, file_id, caption=said)
    except TelegramBadRequest as refusal:
        if "file" not in refusal.message.casefold():
            raise
        return False
    return True
