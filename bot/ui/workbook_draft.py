"""Screens of `/draft`: what a stream's draft changes, page by page, and the first publication."""

from collections.abc import Iterator, Sequence

from aiogram.filters.callback_data import CallbackData

from bot.programme.model import Stream
from bot.publishing.changes import DraftChanges
from bot.publishing.first import Draft
from bot.ui.callbacks import Id, PageNumber
from bot.ui.paging import lines, page_of, page_rows, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Texts, escape
from bot.workbook.report import Report, named
from bot.workbook.sheets import SHEETS

PAGE = 20
"""Lines on one screen, each of at most `LONGEST_LINE` characters: together below a message's 4,096."""
LONGEST_LINE = 160


class DraftButton(CallbackData, prefix="wd1"):
    """A page of what a stream's draft changes."""

    stream_id: Id
    page: PageNumber = 0


class PublishButton(CallbackData, prefix="wp1"):
    """Publish the draft that was shown; `sure` after the question."""

    stream_id: Id
    edition_id: Id
    sure: bool = False


def choose_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Ask which stream is meant."""
    if not streams:
        return Screen(texts("coverage-none"), [])
    rows = [[button(stream_label(texts, stream), DraftButton(stream_id=stream.id))] for stream in streams]
    return Screen(texts("coverage-choose"), rows)


def draft_screen(texts: Texts, draft: Draft, page: int) -> Screen:
    """Show one page of what the draft changes; a first programme can be published from here."""
    name = stream_name(texts, draft.stream)
    changes = draft.changes
    if changes is None:
        return Screen(texts("workbook-draft-none", stream=name), [])
    shown = page_of([*_changes(texts, changes)], page, PAGE)
    found = changes.difference
    head = texts(
        "workbook-draft-title",
        stream=name,
        number=str(changes.number),
        added=str(len(found.added)),
        changed=str(len(found.changed)),
        gone=str(len(found.missing)),
    )
    said = texts("workbook-draft-first" if changes.first else "workbook-draft-later")
    earlier, later = (DraftButton(stream_id=draft.stream.id, page=max(0, at)) for at in (page - 1, page + 1))
    rows = page_rows(texts, shown, earlier, later)
    if changes.first:
        publish = PublishButton(stream_id=draft.stream.id, edition_id=changes.edition_id)
        rows.append([button(texts.plain("workbook-button-publish"), publish)])
    return Screen(paragraphs(head, lines(*(escape(line) for line in shown.items)), said), rows)


def sure_screen(texts: Texts, draft: Draft, edition_id: int) -> Screen:
    """Ask once more, with the number of people who will see the programme."""
    name = stream_name(texts, draft.stream)
    sure = PublishButton(stream_id=draft.stream.id, edition_id=edition_id, sure=True)
    rows: Rows = [
        [button(texts.plain("workbook-button-publish-sure"), sure)],
        [button(texts.plain("workbook-button-back"), DraftButton(stream_id=draft.stream.id))],
    ]
    return Screen(texts("workbook-publish-sure", stream=name, count=draft.people), rows)


def published_screen(texts: Texts, stream: Stream) -> Screen:
    """Say that people see the programme now."""
    return Screen(texts("workbook-published-now", stream=stream_name(texts, stream)), [])


def _changes(texts: Texts, changes: DraftChanges) -> Iterator[str]:
    report = Report(texts.plain, SHEETS)
    found = changes.difference
    for sheet in SHEETS:
        for change in found.changed:
            if change.new.kind not in sheet.kinds:
                continue
            for field, (old, new) in change.fields.items():
                line = texts.plain(
                    "workbook-changed",
                    code=shortened(named(change.new), 50),
                    heading=sheet.column(field).heading,
                    old=shortened(report.shown(sheet, field, old), 40),
                    new=shortened(report.shown(sheet, field, new), 40),
                )
                yield shortened(line, LONGEST_LINE)
        for key, records in (("workbook-added", found.added), ("workbook-gone", found.missing)):
            for record in records:
                if record.kind in sheet.kinds:
                    yield shortened(texts.plain(key, code=named(record)), LONGEST_LINE)
