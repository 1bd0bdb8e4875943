"""The programme in a group chat: for whom asked alone where the client has it, else in one message.

A client that knows ephemeral messages (Bot API 10.2) sends the commands of the group's menu as such: only
then is an answer certain to be seen. All other clients get the chat's one message, edited in place.
"""

from contextlib import suppress

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message

from bot.ui.answers import stop_spinner
from bot.ui.screens import Screen

NEAR = 20
"""Messages after which the chat's card is too far above to be found: then it is sent anew."""


async def answered_alone(asked: Message, screen: Screen) -> bool:
    """Answer an ephemeral command with an ephemeral message; False for an ordinary one, or if refused."""
    if asked.ephemeral_message_id is None:
        return False
    try:
        await asked.reply(screen.text, reply_markup=screen.markup)
    except TelegramBadRequest:
        return False
    return True


async def turned_alone(query: CallbackQuery, screen: Screen) -> bool:
    """Turn an ephemeral message of the programme; False where an ordinary one was tapped."""
    message, bot = query.message, query.bot
    number = message.ephemeral_message_id if isinstance(message, Message) else None
    if message is None or bot is None or number is None:
        return False
    await stop_spinner(query)
    with suppress(TelegramBadRequest):  # it is the same already, or its time has passed
        await bot.edit_ephemeral_message_text(
            message.chat.id, query.from_user.id, number, screen.text, reply_markup=screen.markup
        )
    return True


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
