"""What the buttons of excursions carry: ids only; whether they may still be opened is checked again."""

from aiogram.filters.callback_data import CallbackData

from bot.ui.callbacks import Id, PageNumber


class ExcursionsButton(CallbackData, prefix="xl1"):
    """Opens a page of the list."""

    everything: bool = False
    page: PageNumber = 0


class ExcursionButton(CallbackData, prefix="xe1"):
    """Opens a page of an excursion's card."""

    event_id: Id
    page: PageNumber = 0


class ExcursionPointButton(CallbackData, prefix="xp1"):
    """Sends the map point of the place to gather."""

    event_id: Id
