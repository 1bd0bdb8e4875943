"""The reader's own answer on the buttons of a broadcast."""

from contextlib import suppress

from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.ui.broadcasts.buttons import ReplyButton

TICK = "✓ "


def ticked(markup: InlineKeyboardMarkup, chosen: str) -> InlineKeyboardMarkup:
    """Return buttons with a tick before the answer that was chosen, and before no other."""
    return InlineKeyboardMarkup(
        inline_keyboard=[[_ticked(one, chosen) for one in row] for row in markup.inline_keyboard]
    )


async def tick(query: CallbackQuery) -> None:
    """Tick the answer in the reader's own chat; in a group everybody reads the same buttons.

    A message that is gone, or that shows it already, stays as it is: the answer itself is kept.
    """
    message = query.message
    if not isinstance(message, Message) or message.chat.type != ChatType.PRIVATE:
        return
    before = message.reply_markup
    if before is None or query.data is None:
        return
    after = ticked(before, query.data)
    if after != before:
        with suppress(TelegramBadRequest):
            await message.edit_reply_markup(reply_markup=after)


def _ticked(one: InlineKeyboardButton, chosen: str) -> InlineKeyboardButton:
    if not (one.callback_data or "").startswith(f"{ReplyButton.__prefix__}:"):
        return one
    bare = one.text.removeprefix(TICK)
    return one.model_copy(update={"text": TICK + bare if one.callback_data == chosen else bare})
