"""Callback data of every button: short, versioned, stateless."""

from aiogram.filters.callback_data import CallbackData

Button = CallbackData
"""What a button carries; ≤ 64 bytes (Bot API, InlineKeyboardButton.callback_data).

The prefix ends with the version of the format. When a format changes, its version is raised, and
the old data falls to the last handler, which answers «меню устарело» with a fresh one.
"""
