"""The one message of the programme in a group chat."""

from contextlib import suppress

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

from bot.ui.screens import Screen

NEAR = 20
"""Messages after which the chat's card is too far above to be found: then it is sent anew."""


async def renew_card(asked: Message, card_id: int | None, screen: Screen) -> int | None:
    """Answer in a group with its one message and return the message's number where it is a new one.

    While the card is near, it is edited in place; otherwise a new one is sent and the old one is taken
    away (a message older than 48 h cannot be deleted and stays: Bot API, deleteMessage).
    """
    bot = asked.bot
    if bot is None:
        return None
    chat = asked.chat.id
    if card_id is not None and asked.message_id - card_id <= NEAR:
        try:
            await bot.edit_message_text(
                screen.text, chat_id=chat, message_id=card_id, reply_markup=screen.markup
            )
        except TelegramBadRequest as refusal:
            if "message is not modified" in refusal.message:
                return None
        else:
            return None
    sent = await bot.send_message(chat, screen.text, reply_markup=screen.markup, disable_notification=True)
    if card_id is not None:
        with suppress(TelegramBadRequest):
            await bot.delete_message(chat, card_id)
    return sent.message_id
