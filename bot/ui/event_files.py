"""Screens of an event's files: the list, attaching, removing, and where a file sent by itself belongs."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton
from babel.numbers import format_decimal

from bot.schedule.file_actions import Attached, FilesView
from bot.schedule.files import FileKind, Material, SentFile
from bot.schedule.model import Event
from bot.schedule.search import Hit
from bot.schedule.views import EventView
from bot.ui import event_file_buttons as buttons
from bot.ui.dates import day_words, hours
from bot.ui.paging import Page, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.buttons import EventButton
from bot.ui.schedule.wording import TITLE, event_line, home_row, stream_line
from bot.ui.screens import Rows, Screen, button
from bot.ui.search import day_heading, packed
from bot.ui.texts import Markup, Texts, escape

FILES = 8
"""Files on a page, and sent by one tap: more messages at once Telegram makes wait."""

EVENTS = 6
"""Events offered on a page."""

NAME, ABOUT = 60, 120
"""Characters of a file's name and of its caption in a list."""

NAMED = 5
"""Waiting files that are named; the others are counted."""

_MEGABYTE = 1024 * 1024


def file_rows(texts: Texts, view: EventView) -> Rows:
    """Return what an event's card leads on with: its files, and attaching for organizers."""
    event_id, count = view.details.event.id, view.details.files
    rows = []
    if count:
        files = buttons.FilesButton(event_id=event_id)
        rows.append([button(texts.plain("files-button", count=count), files)])
    if view.organizes:
        rows.append([_attach(texts, "files-button-attach", event_id)])
    return rows


def files_screen(texts: Texts, view: FilesView, page: int, removing: bool = False) -> Screen:
    """List a page of the files, with a button to each."""
    shown, event_id = page_of(view.files, page, FILES), view.event.id
    head = lines(
        texts("files-title", count=len(view.files)),
        _about(texts, view.event),
        stream_line(texts, view.reader),
    )
    listed = [_line(texts, number, one) for number, one in enumerate(shown.items, start=shown.first + 1)]
    hint = "" if not listed else texts("files-hint-remove" if removing else "files-hint")
    before = buttons.FilesButton(event_id=event_id, page=max(0, shown.number - 1), removing=removing)
    after = buttons.FilesButton(event_id=event_id, page=shown.number + 1, removing=removing)
    rows = [*_numbers(shown, event_id, removing), *page_rows(texts, shown, before, after)]
    rows += _list_ways(texts, view, shown, removing)
    rows.append([_back(texts, event_id), *home_row(texts)[0]])
    return Screen(paragraphs(head, lines(*listed) if listed else texts("files-none"), hint), rows)


def files_on_page(view: FilesView, page: int) -> Sequence[Material]:
    """Return the files that a page of the list shows."""
    return page_of(view.files, page, FILES).items


def attaching_screen(texts: Texts, view: FilesView) -> Screen:
    """Ask for the files."""
    said = paragraphs(texts("files-send"), _about(texts, view.event), texts("files-send-hint"))
    return Screen(said, [[_done(texts, view.event.id)]])


def attached_screen(texts: Texts, attached: Attached, more: bool) -> Screen:
    """Confirm what was attached; with `more`, files are still awaited."""
    event_id = attached.event.id
    said = [
        texts(key, names=_names(texts, found))
        for key, found in (("files-attached", attached.added), ("files-known", attached.known))
        if found
    ]
    total = texts("files-total", title=shortened(attached.event.title, TITLE), count=attached.total)
    if more:
        return Screen(lines(*said, total), [[_done(texts, event_id)]])
    open_list = buttons.FilesButton(event_id=event_id)
    rows = [[button(texts.plain("files-button", count=attached.total), open_list)]]
    return Screen(lines(*said, total), [*rows, [_back(texts, event_id), *home_row(texts)[0]]])


def remove_screen(texts: Texts, material: Material) -> Screen:
    """Ask once before a file is removed."""
    ids = {"event_id": material.event_id, "attached_id": material.id}
    sure = button(texts.plain("files-button-remove-sure"), buttons.RemoveFileButton(**ids, sure=True))
    no = button(texts.plain("files-button-keep"), buttons.FilesButton(event_id=material.event_id))
    return Screen(texts("files-remove-sure", name=_name(texts, material)), [[sure], [no]])


def choose_screen(
    texts: Texts,
    files: Sequence[SentFile],
    hits: Sequence[Hit],
    page: int,
    words: tuple[str, ...] = (),
    album: bool = False,
) -> Screen:
    """Ask which event waiting files belong to; of an `album`, more of them are still on the way."""
    shown = page_of(hits, page, EVENTS)
    names = _names(texts, files)
    head = (
        texts("files-choose-album", names=names)
        if album
        else texts("files-choose", count=len(files), names=names)
    )
    said = texts("files-choose-found", words=" ".join(words)) if words else ""
    listed: list[str] = []
    heading = Markup("")
    for number, hit in enumerate(shown.items, start=shown.first + 1):
        above = day_heading(texts, hit)
        if above != heading:
            heading = above
            listed.append(f"\n{above}")
        listed.append(event_line(texts, number, hit.event, hit.reader, hit.module, True))
    if not hits:
        nothing = texts("files-choose-none" if words else "files-choose-unpublished")
        listed.append(f"\n{nothing}")
    numbers = [
        button(str(number), buttons.PutButton(event_id=hit.event.id))
        for number, hit in enumerate(shown.items, start=shown.first + 1)
    ]
    before = buttons.ChooseEventButton(page=max(0, shown.number - 1), words=packed(words))
    after = buttons.ChooseEventButton(page=shown.number + 1, words=packed(words))
    rows = [*([numbers] if numbers else []), *page_rows(texts, shown, before, after)]
    rows.append([button(texts.plain("files-button-words"), buttons.EventWordsButton())])
    if words:
        rows.append([button(texts.plain("files-button-all-events"), buttons.ChooseEventButton())])
    rows.append([button(texts.plain("files-button-drop"), buttons.DropFilesButton())])
    return Screen(lines(head, said, *listed), rows)


def lost_rows(texts: Texts, event: Event) -> Rows:
    """Return how an organizer mends a file that is gone: send it again, look at the list."""
    again = _attach(texts, "files-button-again", event.id)
    files = button(texts.plain("files-button-list"), buttons.FilesButton(event_id=event.id))
    return [[again], [files]]


def lost_words(texts: Texts, key: str, material: Material, event: Event) -> Markup:
    """Say that a file is gone, to the reader or to an organizer."""
    return texts(key, name=_name(texts, material), title=shortened(event.title, TITLE))


def _list_ways(texts: Texts, view: FilesView, shown: Page[Material], removing: bool) -> Rows:
    event_id = view.event.id
    if removing:
        back = buttons.FilesButton(event_id=event_id, page=shown.number)
        return [[button(texts.plain("files-button-keep"), back)]]
    rows: Rows = []
    if len(shown.items) > 1:
        every = buttons.AllFilesButton(event_id=event_id, page=shown.number)
        rows.append([button(texts.plain("files-button-every", count=len(shown.items)), every)])
    if view.organizes:
        row = [_attach(texts, "files-button-more", event_id)]
        if view.files:
            remove = buttons.FilesButton(event_id=event_id, page=shown.number, removing=True)
            row.append(button(texts.plain("files-button-remove"), remove))
        rows.append(row)
    return rows


def _numbers(shown: Page[Material], event_id: int, removing: bool) -> Rows:
    row: list[InlineKeyboardButton] = []
    for number, one in enumerate(shown.items, start=shown.first + 1):
        remove = buttons.RemoveFileButton(event_id=event_id, attached_id=one.id)
        row.append(button(str(number), remove if removing else buttons.FileButton(attached_id=one.id)))
    return [row] if row else []


def _about(texts: Texts, event: Event) -> Markup:
    day = day_words(texts, event.day)
    span = hours(event.starts_at, event.ends_at, event.zone)
    return texts("files-event", title=shortened(event.title, TITLE), day=day, hours=span)


def _line(texts: Texts, number: int, one: Material) -> Markup:
    size = f", {_size(texts, one.size)}" if one.size else ""
    lost = texts("files-line-lost") if one.lost else ""
    first = texts("files-line", number=str(number), name=_name(texts, one), size=size, lost=lost)
    about = escape(shortened(one.caption, ABOUT))
    return lines(first, f"<i>{about}</i>" if about else "")


def _names(texts: Texts, files: Sequence[SentFile]) -> str:
    named = ", ".join(_name(texts, one) for one in files[:NAMED])
    more = len(files) - NAMED
    return texts.plain("files-and-more", names=named, count=more) if more > 0 else named


def _name(texts: Texts, one: SentFile | Material) -> str:
    return shortened(one.name, NAME) or texts.plain(f"files-kind-{FileKind(one.kind)}")


def _size(texts: Texts, size: int) -> str:
    if size < _MEGABYTE:
        return texts.plain("files-kilobytes", size=str(max(1, round(size / 1024))))
    shown = format_decimal(round(size / _MEGABYTE, 1), locale=texts.locale)
    return texts.plain("files-megabytes", size=shown)


def _attach(texts: Texts, key: str, event_id: int) -> InlineKeyboardButton:
    return button(texts.plain(key), buttons.AttachButton(event_id=event_id))


def _done(texts: Texts, event_id: int) -> InlineKeyboardButton:
    return button(texts.plain("files-button-done"), buttons.DoneButton(event_id=event_id))


def _back(texts: Texts, event_id: int) -> InlineKeyboardButton:
    return button(texts.plain("files-button-event"), EventButton(event_id=event_id))
