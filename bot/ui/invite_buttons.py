"""Buttons of the personal links."""

from aiogram.filters.callback_data import CallbackData

from bot.ui.callbacks import Id, PageNumber


class InviteButton(CallbackData, prefix="iv1"):
    """A page of the links of a stream."""

    stream_id: Id
    page: PageNumber = 0


class LinkButton(CallbackData, prefix="il1"):
    """One person's link; `page` leads back to the list."""

    stream_id: Id
    person_id: Id
    page: PageNumber = 0


class NewLinkButton(CallbackData, prefix="ir1"):
    """Issues one person's link anew."""

    stream_id: Id
    person_id: Id
    page: PageNumber = 0


class LinksFileButton(CallbackData, prefix="if1"):
    """All links of a stream as a file."""

    stream_id: Id


class QrButton(CallbackData, prefix="iq1"):
    """One person's link as a QR image."""

    stream_id: Id
    person_id: Id


class QrSheetButton(CallbackData, prefix="is1"):
    """QR images of all links of a stream, to be printed."""

    stream_id: Id
