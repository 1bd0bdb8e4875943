"""The rows a draft changes, old → new, as lines under the names of what they belong to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.shared.records import Record
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.texts import Markup, Texts, escape
from bot.workbook.diff import Difference
from bot.workbook.report import Report, named
from bot.workbook.sheets import SHEETS

PAGE = 14
"""Lines on one screen: each with its heading and a line between, together below a message's 4,096."""
TITLE, CODE, HEADING, VALUE = 60, 40, 30, 40
"""Characters of a title, its code, a column's heading, and of an old or a new value."""
WHOLE_ROW = 140
"""Characters of a row that is added or removed as a whole."""


@dataclass(frozen=True, slots=True)
class RowLine:
    """One line about a row; lines of the same row share their heading, which a whole row does without."""

    heading: Markup
    text: Markup


def row_counts(texts: Texts, found: Difference) -> str:
    """Say how many rows change, are added and are removed; what there is none of is left out."""
    counts = (
        ("publishing-draft-changed", len(found.changed)),
        ("publishing-draft-added", len(found.added)),
        ("publishing-draft-gone", len(found.missing)),
    )
    return ", ".join(texts.plain(key, count=count) for key, count in counts if count)


def row_lines(texts: Texts, found: Difference) -> Iterator[RowLine]:
    """Yield what the draft changes, in the order of the workbook's sheets."""
    report = Report(texts.plain, SHEETS)
    for sheet in SHEETS:
        for change in found.changed:
            if change.new.kind not in sheet.kinds:
                continue
            heading = _heading(texts, change.new)
            for field, (old, new) in change.fields.items():
                said = texts(
                    "publishing-draft-change",
                    heading=shortened(sheet.column(field).heading, HEADING),
                    old=shortened(report.shown(sheet, field, old), VALUE),
                    new=shortened(report.shown(sheet, field, new), VALUE),
                )
                yield RowLine(heading, said)
        for key, records in (("workbook-added", found.added), ("workbook-gone", found.missing)):
            for record in records:
                if record.kind in sheet.kinds:
                    yield RowLine(Markup(""), texts(key, code=shortened(named(record), WHOLE_ROW)))


def written(shown: Sequence[RowLine]) -> Markup:
    """Write the lines of a page; a heading stands before the first line of its row."""
    rows = groupby(shown, lambda line: line.heading)
    return paragraphs(*(lines(heading, *(line.text for line in row)) for heading, row in rows))


def _heading(texts: Texts, record: Record) -> Markup:
    code = shortened(" · ".join(record.codes), CODE)
    title = record.fields.get("title")
    if not title:
        return Markup(f"<b>{escape(code)}</b>")
    return texts("publishing-draft-row", title=shortened(str(title), TITLE), code=code)
