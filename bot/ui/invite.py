"""Screens of the personal links: a list for the organizer, one person's link, a file of all."""

from collections.abc import Sequence
from datetime import datetime

from babel.dates import format_date

from bot.people.invitations import link
from bot.people.link_actions import Links, Outstanding
from bot.programme.model import Stream
from bot.ui.coverage import CoverageButton
from bot.ui.invite_buttons import (
    InviteButton,
    LinkButton,
    LinksFileButton,
    NewLinkButton,
    QrButton,
    QrSheetButton,
)
from bot.ui.paging import lines, page_of, page_rows, paragraphs, shortened
from bot.ui.people import MOSCOW
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import NAME, stream_label, stream_name
from bot.ui.tables import sheet_file
from bot.ui.texts import Markup, Texts, escape

PAGE = 10
"""People on one screen: a line and a link for each."""
_IN_ROW = 5


def choose_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Ask which stream is meant."""
    if not streams:
        return Screen(texts("coverage-none"), [])
    rows = [[button(stream_label(texts, stream), InviteButton(stream_id=stream.id))] for stream in streams]
    return Screen(texts("coverage-choose"), rows)


def links_screen(texts: Texts, view: Links, number: int, bot_username: str) -> Screen:
    """Show who has not entered, each with the link and its last day."""
    title = texts("invite-title", stream=stream_name(texts, view.stream))
    if not view.people:
        return Screen(paragraphs(title, texts("coverage-everybody")), [])
    page = page_of(view.people, number, PAGE)
    shown = [
        texts(
            "invite-line",
            number=str(page.first + place),
            name=shortened(item.person.full_name, NAME),
            day=last_day(texts, item.expires_at),
            link=link_of(item, bot_username),
        )
        for place, item in enumerate(page.items, start=1)
    ]
    count = texts("invite-count", count=len(view.people))
    text = paragraphs(title, lines(count, texts("invite-hint")), *shown)
    rows: Rows = page_rows(
        texts,
        page,
        InviteButton(stream_id=view.stream.id, page=max(page.number - 1, 0)),
        InviteButton(stream_id=view.stream.id, page=page.number + 1),
    )
    numbers = [
        button(
            str(page.first + place),
            LinkButton(stream_id=view.stream.id, person_id=item.person.id, page=page.number),
        )
        for place, item in enumerate(page.items, start=1)
    ]
    rows = [numbers[at : at + _IN_ROW] for at in range(0, len(numbers), _IN_ROW)] + rows
    rows.append([button(texts.plain("invite-button-file"), LinksFileButton(stream_id=view.stream.id))])
    rows.append([button(texts.plain("invite-button-qr-sheet"), QrSheetButton(stream_id=view.stream.id))])
    rows.append([button(texts.plain("invite-button-coverage"), CoverageButton(stream_id=view.stream.id))])
    return Screen(text, rows)


def link_screen(
    texts: Texts, view: Links, item: Outstanding, number: int, bot_username: str, renewed: bool = False
) -> Screen:
    """Show one person's link to be passed on; `renewed` says that the old one is dead."""
    stream, person = view.stream.id, item.person
    about = texts(
        "invite-person",
        name=shortened(person.full_name, NAME),
        day=last_day(texts, item.expires_at),
        link=link_of(item, bot_username),
    )
    note = texts("invite-renewed") if renewed else texts("invite-renew-hint")
    again = NewLinkButton(stream_id=stream, person_id=person.id, page=number)
    rows = [
        [button(texts.plain("invite-button-qr"), QrButton(stream_id=stream, person_id=person.id))],
        [button(texts.plain("invite-button-new"), again)],
        [button(texts.plain("invite-button-back"), InviteButton(stream_id=stream, page=number))],
    ]
    return Screen(paragraphs(about, note), rows)


def link_of(item: Outstanding, bot_username: str) -> str:
    """Return the deep link of somebody who has not entered."""
    return link(bot_username, item.code)


def photo_caption(texts: Texts, item: Outstanding) -> Markup:
    """Say under a QR image whose link it is and until when it opens."""
    person = item.person
    about = ", ".join(filter(None, (person.post, person.municipality)))
    return paragraphs(
        lines(texts("invite-qr-name", name=shortened(person.full_name, NAME)), escape(shortened(about, 300))),
        texts("invite-qr-hint", day=last_day(texts, item.expires_at)),
    )


def last_day(texts: Texts, moment: datetime) -> str:
    """Write the day on which a link ends, by Moscow's calendar: «18 декабря 2025»."""
    return format_date(moment.astimezone(MOSCOW).date(), "d MMMM y", locale=texts.locale)


def links_caption(texts: Texts, view: Links) -> Markup:
    """Say what the file of links holds and how to keep it."""
    return texts("invite-file-caption", stream=stream_name(texts, view.stream), count=len(view.people))


def sheet_caption(texts: Texts, view: Links) -> Markup:
    """Say what the sheet of QR codes is for and how to print it."""
    return texts("invite-qr-caption", stream=stream_name(texts, view.stream), count=len(view.people))


def links_file(texts: Texts, view: Links, bot_username: str) -> bytes:
    """Return everybody who has not entered with phone, link and its last day as an Excel file."""
    columns = [
        (texts.plain("invite-column-code"), 12),
        (texts.plain("invite-column-name"), 34),
        (texts.plain("invite-column-post"), 30),
        (texts.plain("invite-column-municipality"), 28),
        (texts.plain("invite-column-phone"), 18),
        (texts.plain("invite-column-link"), 60),
        (texts.plain("invite-column-until"), 20),
    ]
    rows = (
        (
            item.person.code,
            item.person.full_name,
            item.person.post,
            item.person.municipality,
            item.person.phone,
            link_of(item, bot_username),
            last_day(texts, item.expires_at),
        )
        for item in view.people
    )
    return sheet_file(texts.plain("invite-sheet"), columns, rows)
