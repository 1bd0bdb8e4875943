"""How an answer reaches the person who tapped or wrote: one way for messages and buttons."""

import asyncio
from contextlib import suppress

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardMarkup,
    Message,
    ReplyKeyboardMarkup,
)

from bot.ui.screens import Screen
from bot.ui.texts import escape

Tap = Message | CallbackQuery
"""What a handler answers: a message somebody wrote or a button somebody pressed."""

Keyboard = ReplyKeyboardMarkup | InlineKeyboardMarkup

_SAME = "message is not modified"


async def show(tap: Tap, screen: Screen) -> None:
    """Show a screen: in place under a pressed button, as a new message otherwise.

    The button's spinner stops at once. Where the message can no longer be edited (deleted, too old to
    be seen by the bot, or it is not a text), the screen comes as a new message.
    """
    if isinstance(tap, Message):
        await tap.answer(screen.text, reply_markup=screen.markup)
        return
    await asyncio.gather(stop_spinner(tap), _edit(tap, screen))


async def say(tap: Tap, text: str, keyboard: Keyboard | None = None) -> None:
    """Send a new message below, with the keyboard or the buttons if any are given."""
    if isinstance(tap, CallbackQuery):
        await stop_spinner(tap)
    message = tap.message if isinstance(tap, CallbackQuery) else tap
    if message is not None:
        await message.answer(text, reply_markup=keyboard)


async def send_file(tap: Tap, file: BufferedInputFile, caption: str) -> None:
    """Send a file below; the caption is ≤ 1024 characters (Bot API, sendDocument)."""
    if isinstance(tap, CallbackQuery):
        await stop_spinner(tap)
    message = tap.message if isinstance(tap, CallbackQuery) else tap
    if message is not None:
        await message.answer_document(file, caption=caption)


async def send_photo(tap: Tap, photo: BufferedInputFile, caption: str) -> None:
    """Send a picture below; the caption is ≤ 1024 characters (Bot API, sendPhoto)."""
    if isinstance(tap, CallbackQuery):
        await stop_spinner(tap)
    message = tap.message if isinstance(tap, CallbackQuery) else tap
    if message is not None:
        await message.answer_photo(photo, caption=caption)


async def alert(query: CallbackQuery, text: str) -> None:
    """Answer a button with a box to be closed; ≤ 200 characters (Bot API, answerCallbackQuery).

    Where the box comes too late (the tap waited while the bot was down), the text comes as a message.
    """
    try:
        await query.answer(text[:200], show_alert=True)
    except TelegramBadRequest:
        if query.message is not None:
            await query.message.answer(escape(text))


async def show_point(tap: Tap, screen: Screen) -> None:
    """Send the screen's map point as a venue below the text; does nothing where there is none."""
    point = screen.point
    message = tap.message if isinstance(tap, CallbackQuery) else tap
    if isinstance(tap, CallbackQuery):
        await stop_spinner(tap)
    if point is not None and message is not None:
        await message.answer_venue(point.latitude, point.longitude, title=point.title, address=point.address)


async def stop_spinner(query: CallbackQuery) -> None:
    """Answer a button with nothing: the messenger no longer waits."""
    with suppress(TelegramBadRequest):  # a tap redelivered after the query's time: nobody waits any more
        await query.answer()


async def _edit(query: CallbackQuery, screen: Screen) -> None:
    message = query.message
    if message is None:
        return
    if isinstance(message, InaccessibleMessage) or message.text is None:  # a file's caption is no screen
        await message.answer(screen.text, reply_markup=screen.markup)
        return
    try:
        await message.edit_text(screen.text, reply_markup=screen.markup)
    except TelegramBadRequest as refusal:
        if _SAME not in refusal.message:
            await message.answer(screen.text, reply_markup=screen.markup)
