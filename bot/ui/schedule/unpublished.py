"""What is said where a stream has nothing to show, or the words were not understood."""

from bot.schedule.views import NotUnderstood, Unpublished
from bot.ui.dates import period
from bot.ui.paging import lines, shortened
from bot.ui.schedule.buttons import ModuleButton, OpenButton, Place
from bot.ui.schedule.wording import DETAIL, LABEL, home_row, stream_title
from bot.ui.screens import Screen, button
from bot.ui.texts import Markup, Texts

OFFERED = 8
"""Modules offered as buttons where the words were not understood."""


def unpublished_screen(texts: Texts, view: Unpublished) -> Screen:
    """Say that nothing is published yet, and whom to call."""
    return Screen(unpublished_text(texts, view), home_row(texts))


def unpublished_text(texts: Texts, view: Unpublished) -> Markup:
    """Say in words that nothing is published yet, and whom to call."""
    stream = view.reader.stream
    phone = shortened(stream.duty_phone, DETAIL)
    duty = texts("schedule-duty", phone=phone) if phone else ""
    return lines(texts("schedule-unpublished", stream=stream_title(texts, stream)), duty)


def not_understood_screen(texts: Texts, view: NotUnderstood, words: str) -> Screen:
    """Say that the words mean nothing here, with examples and what could be meant."""
    text = lines(
        texts("schedule-not-found", words=shortened(words, 60)),
        texts("schedule-examples"),
    )
    offered = [
        [
            button(
                shortened(f"{one.city}, {period(texts, one.starts_on, one.ends_on)}", LABEL),
                ModuleButton(module_id=one.id),
            )
        ]
        for one in view.modules[:OFFERED]
    ]
    days = [
        button(texts.plain("schedule-button-today"), OpenButton(place=Place.TODAY)),
        button(texts.plain("schedule-button-tomorrow"), OpenButton(place=Place.TOMORROW)),
    ]
    return Screen(text, [days, *offered, *home_row(texts)])
