"""Files of the timetable: the screen that offers them, and the files themselves."""

import asyncio
import logging
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from bot.schedule.calendar_actions import Offer, Renewal, copies_to_renew, renewal
from bot.schedule.calendar_facts import Form, Material
from bot.schedule.pictures.drawing import svg
from bot.schedule.pictures.layout import pictures
from bot.schedule.pictures.model import Poster
from bot.schedule.pictures.painter import Painter, Unpainted
from bot.schedule.views import Unpublished
from bot.ui.dates import period, short_day
from bot.ui.notices.letter import Attachment, Later
from bot.ui.paging import lines, paragraphs
from bot.ui.schedule.buttons import ModuleButton
from bot.ui.schedule.files_buttons import LABELS, ModuleFileButton, day_file_button
from bot.ui.schedule.files_calendar import calendar_bytes
from bot.ui.schedule.files_picture import poster_messages, poster_of
from bot.ui.schedule.files_wording import caption, file_name
from bot.ui.schedule.unpublished import unpublished_screen
from bot.ui.schedule.wording import home_row, module_name, place_and_zone, stream_line
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts, texts_in
from db.engine import Tx

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file with its name; the caption (HTML, ≤ 1024 characters) stands below the first of several."""

    name: str
    content: bytes
    caption: Markup


@dataclass(frozen=True, slots=True)
class Made:
    """What a person gets: files, up to ten pictures of them as one album; or messages in their place."""

    form: Form
    files: tuple[MadeFile, ...]
    instead: tuple[Markup, ...] = ()


def files_screen(texts: Texts, view: Offer | Unpublished) -> Screen:
    """Offer the files of a module and of a day of it."""
    if isinstance(view, Unpublished):
        return unpublished_screen(texts, view)
    module, stream = view.module, view.reader.stream
    text = paragraphs(
        lines(
            texts("along-title"),
            texts(
                "along-module",
                module=module_name(texts, module),
                period=period(texts, module.starts_on, module.ends_on),
                place=place_and_zone(texts, module),
            ),
            stream_line(texts, view.reader),
        ),
        texts("along-about"),
    )
    rows: Rows = [
        [
            button(
                texts.plain(
                    "along-button-of", what=texts.plain("schedule-button-module"), form=_form(texts, form)
                ),
                ModuleFileButton(module_id=module.id, form=form),
            )
            for form in LABELS
        ],
        [
            button(
                texts.plain("along-button-of", what=short_day(texts, view.day), form=_form(texts, form)),
                day_file_button(stream.id, view.day, form),
            )
            for form in LABELS
        ],
    ]
    back = button(texts.plain("schedule-button-module"), ModuleButton(module_id=module.id))
    return Screen(text, [*rows, [back, *home_row(texts)[0]]])


async def made(texts: Texts, painter: Painter, material: Material, *, anew: bool = False) -> Made:
    """Make the file of a day or a module; a picture that cannot be drawn becomes text."""
    below = caption(texts, material, anew=anew)
    if material.copy.form is Form.CALENDAR:
        content = await asyncio.to_thread(calendar_bytes, texts, material)
        return Made(Form.CALENDAR, (MadeFile(file_name(texts, material), content, below),))
    poster = poster_of(texts, material)
    try:
        drawn = await painter.paint(await asyncio.to_thread(_drawings, poster))
    except Unpainted as fault:
        log.warning("a picture of the timetable was not drawn: %s", fault)
        told = paragraphs(texts("along-not-drawn"), *poster_messages(poster)[:1])
        return Made(Form.PICTURE, (), (told, *poster_messages(poster)[1:]))
    return Made(Form.PICTURE, tuple(_numbered(texts, material, drawn, below)))


async def renewed_files(
    tx: Tx, now: datetime, painter: Painter, person_id: int, stream_id: int, changed_days: Collection[date]
) -> tuple[Later, ...]:
    """Read what every file of a person that holds one of these days is made of by now.

    Each is made when it is asked for: the files go with the notice of a change, in the person's
    language. One that the person may not have any more, or that would be empty, is left out.
    """
    found = [
        await renewal(tx, now, person_id, copy)
        for copy in await copies_to_renew(tx, person_id, stream_id, changed_days)
    ]
    return tuple(partial(_anew, painter, one) for one in found if one is not None)


async def _anew(painter: Painter, found: Renewal) -> tuple[Attachment, ...]:
    """Make a file anew; where a picture cannot be drawn there is none: the notice tells what changed."""
    files = (await made(texts_in(found.locale), painter, found.material, anew=True)).files
    return tuple(Attachment(one.name, one.content, one.caption) for one in files)


def _drawings(poster: Poster) -> tuple[str, ...]:
    return tuple(map(svg, pictures(poster)))


def _numbered(texts: Texts, material: Material, drawn: tuple[bytes, ...], below: Markup) -> list[MadeFile]:
    several = len(drawn) > 1
    return [
        MadeFile(
            file_name(texts, material, number if several else 0),
            content,
            below if number == 1 else Markup(""),
        )
        for number, content in enumerate(drawn, start=1)
    ]


def _form(texts: Texts, form: Form) -> str:
    return texts.plain(f"along-form-{form.value}")
