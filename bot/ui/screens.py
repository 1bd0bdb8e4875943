"""A screen: what one message shows, text and buttons."""

from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.ui.callbacks import Button

Rows = list[list[InlineKeyboardButton]]


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A point to send beside the text, in degrees; with a title it is a venue card."""

    latitude: float
    longitude: float
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: HTML text (≤ 4096 characters after parsing) and rows of inline buttons."""

    text: str
    rows: Rows
    point: MapPoint | None = None

    @property
    def markup(self) -> InlineKeyboardMarkup | None:
        """The inline keyboard, None where the screen has no buttons."""
        return InlineKeyboardMarkup(inline_keyboard=self.rows) if self.rows else None


def button(label: str, data: Button) -> InlineKeyboardButton:
    """Make a button that carries callback data."""
    return InlineKeyboardButton(text=label, callback_data=data.pack())
