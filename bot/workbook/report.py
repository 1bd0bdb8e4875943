"""An examination in words: every problem at its place, and the difference sheet by sheet."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from bot.shared.records import Record, Value
from bot.workbook.cells import as_text
from bot.workbook.columns import Sheet
from bot.workbook.diff import Change
from bot.workbook.examination import Examination
from bot.workbook.problems import Problem
from bot.workbook.threeway import Revert

MOST_PROBLEMS = 1000
LONGEST_FACT = 200
"""Characters of a cell that are quoted."""
LONGEST_VALUE = 60
"""Characters of a code or of a value that an older file would take back."""
MOST_DETAILS = 50
"""Lines about one sheet; the counts are always whole."""


class Say(Protocol):
    """Renders a message of the locales without markup, as `Texts.plain` does."""

    def __call__(self, key: str, /, **facts: str | int) -> str:
        """Return the text."""


class Report:
    """Renders what an examination found, with the headings of these sheets."""

    def __init__(self, say: Say, sheets: Sequence[Sheet]) -> None:
        self._say = say
        self._sheets = sheets
        self._sheet_of = {kind: sheet for sheet in reversed(sheets) for kind in sheet.kinds}

    def lines(self, examination: Examination) -> Iterator[str]:
        """Yield errors and warnings, then the difference."""
        if examination.errors:
            yield self._say("workbook-errors", count=len(examination.errors))
            yield from self._listed(examination.errors)
        if examination.warnings:
            yield self._say("workbook-warnings", count=len(examination.warnings))
            yield from self._listed(examination.warnings)
        if examination.examples:
            yield self._say("workbook-examples", count=examination.examples)
        if not examination.errors:
            yield from self._difference(examination)

    def reverts(self, reverts: Sequence[Revert]) -> Iterator[str]:
        """Yield what an older file would take back."""
        if reverts:
            yield self._say("workbook-reverts", count=len(reverts))
        yield from _short(map(self.revert, reverts), self._say)

    def revert(self, revert: Revert) -> str:
        """Return a cell or a row that would be taken back, in words."""
        code = _shortened(named(revert.record), LONGEST_VALUE)
        if not revert.field:
            return self._say("workbook-revert-row", code=code)
        sheet = self._sheet_of[revert.record.kind]
        return self._say(
            "workbook-revert",
            code=code,
            heading=sheet.column(revert.field).heading,
            present=_shortened(self.shown(sheet, revert.field, revert.present), LONGEST_VALUE),
            old=_shortened(self.shown(sheet, revert.field, revert.old), LONGEST_VALUE),
        )

    def problem(self, problem: Problem) -> str:
        """Return a problem in words, with its place."""
        facts = {name: _shortened(fact) for name, fact in problem.facts.items()}
        if "kind" in facts:
            facts["sheet"] = self._sheet_of[facts["kind"]].title
        reason = self._say(problem.key, **facts)
        place = problem.place
        if place is None:
            return reason
        if not place.row:
            return self._say("workbook-place-sheet", sheet=place.sheet, reason=reason)
        where = {"sheet": place.sheet, "row": str(place.row), "reason": reason}
        if place.heading:
            return self._say("workbook-place-cell", heading=place.heading, **where)
        return self._say("workbook-place-row", **where)

    def _listed(self, problems: Sequence[Problem]) -> Iterator[str]:
        for problem in problems[:MOST_PROBLEMS]:
            yield f"  {self.problem(problem)}"
        if len(problems) > MOST_PROBLEMS:
            yield "  " + self._say("workbook-more", count=len(problems) - MOST_PROBLEMS)

    def _difference(self, examination: Examination) -> Iterator[str]:
        found = examination.difference
        if not found:
            yield self._say("workbook-nothing")
        for sheet in self._sheets:
            for shape in sheet.shapes:
                kind = shape.kind
                added = [record for record in found.added if record.kind == kind]
                changed = [change for change in found.changed if change.new.kind == kind]
                missing = [record for record in found.missing if record.kind == kind]
                if not (added or changed or missing):
                    continue
                yield self._say(
                    "workbook-sheet-difference",
                    sheet=shape.title or sheet.title,
                    added=str(len(added)),
                    changed=str(len(changed)),
                    same=str(examination.same.get(kind, 0)),
                    missing=str(len(missing)),
                )
                yield from _short(self._details(sheet, added, changed, missing), self._say)
        if examination.drafts:
            yield self._say("workbook-drafts-planned", streams=", ".join(examination.drafts))

    def _details(
        self, sheet: Sheet, added: Sequence[Record], changed: Sequence[Change], missing: Sequence[Record]
    ) -> Iterator[str]:
        for change in changed:
            for name, (old, new) in change.fields.items():
                yield self._say(
                    "workbook-changed",
                    code=named(change.new),
                    heading=sheet.column(name).heading,
                    old=self.shown(sheet, name, old),
                    new=self.shown(sheet, name, new),
                )
        for record in added:
            yield self._say("workbook-added", code=named(record))
        if missing:
            codes = ", ".join(named(record) for record in missing[:MOST_DETAILS])
            yield self._say("workbook-absent", codes=codes)

    def shown(self, sheet: Sheet, name: str, value: Value) -> str:
        """Return the value of a field in quotation marks, as its cell would show it."""
        shown = sheet.column(name).cell.show(value)
        text = "" if shown is None else as_text(shown)
        return f"«{text}»" if text else self._say("workbook-blank")


def _shortened(fact: str, most: int = LONGEST_FACT) -> str:
    return fact if len(fact) <= most else fact[: most - 1] + "…"


def named(record: Record) -> str:
    """Return the codes of a record, with its title when it has one."""
    codes = " · ".join(record.codes)
    title = record.fields.get("title") or record.fields.get("surname")
    return f"{codes} «{title}»" if title else codes


def _short(lines: Iterator[str], say: Say) -> Iterator[str]:
    rest = 0
    for number, line in enumerate(lines):
        if number < MOST_DETAILS:
            yield f"  {line}"
        else:
            rest += 1
    if rest:
        yield "  " + say("workbook-more", count=rest)
