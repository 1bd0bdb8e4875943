"""Screens of «кто ещё не вошёл»."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData

from bot.people.coverage import Coverage
from bot.people.model import Person
from bot.programme.model import Stream
from bot.ui.callbacks import Id, PageNumber
from bot.ui.invite_buttons import InviteButton, LinksFileButton
from bot.ui.paging import shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Markup, Texts

PAGE = 30
"""Names on one screen."""

NAME, ABOUT = 60, 50
"""Characters of a name and of a municipality: with the longest lines a screen stays below 3,700."""


class CoverageButton(CallbackData, prefix="cv1"):
    """A page of the people of a stream who have not entered."""

    stream_id: Id
    page: PageNumber = 0


def choose_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Ask which stream is meant."""
    if not streams:
        return Screen(texts("coverage-none"), [])
    rows = [[button(stream_label(texts, stream), CoverageButton(stream_id=stream.id))] for stream in streams]
    return Screen(texts("coverage-choose"), rows)


def coverage_screen(texts: Texts, view: Coverage, page: int) -> Screen:
    """Show how many have entered and who has not; a page beyond the end is the last one."""
    title = texts(
        "coverage-title",
        entered=view.enrolled - len(view.missing),
        all=view.enrolled,
        stream=stream_name(texts, view.stream),
    )
    if not view.missing:
        return Screen(Markup(f"{title}\n\n{texts('coverage-everybody')}"), [])
    last = (len(view.missing) - 1) // PAGE
    page = max(0, min(page, last))
    shown = view.missing[page * PAGE : (page + 1) * PAGE]
    lines = [title, "", texts("coverage-missing"), *(_line(texts, person) for person in shown)]
    return Screen(Markup("\n".join(lines)), [*_turning(texts, view.stream, page, last), *_ways(texts, view)])


def _ways(texts: Texts, view: Coverage) -> Rows:
    return [
        [button(texts.plain("coverage-button-links"), InviteButton(stream_id=view.stream.id))],
        [button(texts.plain("invite-button-file"), LinksFileButton(stream_id=view.stream.id))],
    ]


def _line(texts: Texts, person: Person) -> Markup:
    about = f", {shortened(person.municipality, ABOUT)}" if person.municipality else ""
    phone = f", {person.phone}" if person.phone else ""
    return texts("coverage-line", name=shortened(person.full_name, NAME), about=about, phone=phone)


def _turning(texts: Texts, stream: Stream, page: int, last: int) -> Rows:
    turns = [
        button(texts.plain(key), CoverageButton(stream_id=stream.id, page=target))
        for key, target in (("button-earlier", page - 1), ("button-later", page + 1))
        if 0 <= target <= last
    ]
    return [turns] if turns else []
