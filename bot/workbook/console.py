"""The workbook on the command line: template, import, export.

Each tells its outcome in the words of `say` and returns the exit code.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from bot.publishing.actions import publish, see_draft
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.workbook.actions import Outcome, apply_file, examine_file, read_state, reverts_of_file
from bot.workbook.examination import Examination
from bot.workbook.export import prints_of, rows_of
from bot.workbook.interpret import Reading, interpret
from bot.workbook.prints import PRINTS_TITLE
from bot.workbook.reader import read_book
from bot.workbook.report import Report, Say
from bot.workbook.sheets import SHEETS, TITLES
from bot.workbook.template import write_template, write_workbook
from bot.workbook.threeway import Revert
from db.editions import read_editions
from db.engine import Database

DONE = 0
WRONG = 1
"""The file has errors, or could not be read or written."""


async def template(path: Path, out: TextIO, say: Say) -> int:
    """Write the empty template."""
    try:
        write_template(path, SHEETS)
    except OSError:
        return _tell(out, say("workbook-not-written", path=str(path)), WRONG)
    return _tell(out, say("workbook-template-written", path=str(path)), DONE)


async def export(db: Database, path: Path, out: TextIO, say: Say) -> int:
    """Write the programme as organizers edit it (drafts where there are some), with the editions' numbers."""
    async with db.read() as tx:
        state, _ = await read_state(tx)
        stamp = {stream.code: stream.number for stream in await read_editions(tx) if stream.number}
    records = state.everything
    rows = {sheet.title: rows_of(sheet, records) for sheet in SHEETS} | {PRINTS_TITLE: prints_of(records)}
    try:
        write_workbook(path, SHEETS, rows, stamp)
    except OSError:
        return _tell(out, say("workbook-not-written", path=str(path)), WRONG)
    return _tell(out, say("workbook-exported", path=str(path)), DONE)


async def import_file(
    db: Database,
    clock: Clock,
    path: Path,
    apply: bool,
    publish_first: bool,
    out: TextIO,
    say: Say,
    keep: bool | None = None,
) -> int:
    """Read a workbook, tell its errors and differences; with `apply` write it, all or nothing.

    With `publish_first` the streams of which people see nothing yet are published as well. What an older
    file would take back is told; it is applied only where `keep` says whether that shall stay as it is.
    """
    try:
        reading = await read_workbook(path)
    except OSError:
        return _tell(out, say("workbook-no-file", path=str(path)), WRONG)
    except Refusal as refusal:
        return _tell(out, say(refusal.key, **refusal.facts), WRONG)
    if not apply:
        found, _ = await _examined(db, reading, out, say)
        return WRONG if found.errors else _tell(out, say("workbook-dry-run"), DONE)
    outcome = await _applied(db, clock, reading, out, say, keep)
    if outcome is None:
        return WRONG
    _tell(out, say("workbook-applied"), DONE)
    if publish_first:
        await _publish_first(db, clock, out, say)
    else:
        await _tell_drafts(db, outcome, out, say)
    return DONE


async def _examined(
    db: Database, reading: Reading, out: TextIO, say: Say
) -> tuple[Examination, tuple[Revert, ...]]:
    """Tell what a file would do and what it would take back."""
    examination = await examine_file(db, reading)
    reverts = await reverts_of_file(db, reading, examination)
    report = Report(say, SHEETS)
    _tell_all(out, (*report.lines(examination), *report.reverts(reverts)))
    return examination, reverts


async def _applied(
    db: Database, clock: Clock, reading: Reading, out: TextIO, say: Say, keep: bool | None
) -> Outcome | None:
    """Apply a file; None, with the reason told, where it was not applied."""
    examination, reverts = await _examined(db, reading, out, say)
    if examination.errors:
        return None
    if reverts and keep is None:
        _tell(out, say("workbook-older"), WRONG)
        return None
    outcome = await apply_file(db, clock, reading, examination, keep=bool(keep))
    if not outcome.applied:
        _tell_all(out, Report(say, SHEETS).lines(outcome.examination))
        return None
    return outcome


async def read_workbook(path: Path) -> Reading:
    """Read a file into rows; raises OSError or Unreadable."""
    return await interpret(SHEETS, await read_book(path, TITLES))


async def _tell_drafts(db: Database, outcome: Outcome, out: TextIO, say: Say) -> None:
    async with db.read() as tx:
        numbers = {stream.code: stream.number for stream in await read_editions(tx)}
    for code, edition_id in outcome.drafts.items():
        key = "workbook-draft-same" if edition_id is None else "workbook-draft-ready"
        _tell(out, say(key, stream=code, number=str(numbers[code])), DONE)


async def _publish_first(db: Database, clock: Clock, out: TextIO, say: Say) -> None:
    """Publish every draft of a stream that has nothing published: nobody has read anything else before."""
    async with db.read() as tx:
        streams = [stream for stream in await read_editions(tx) if stream.draft_id]
    for stream in streams:
        changes = await see_draft(db, stream.stream_id)
        if changes is None:
            continue
        if changes.first:
            await publish(db, clock, stream.stream_id, changes.edition_id)
        key = "workbook-published" if changes.first else "workbook-published-before"
        _tell(out, say(key, stream=stream.code), DONE)


def _tell(out: TextIO, line: str, code: int) -> int:
    out.write(f"{line}\n")
    return code


def _tell_all(out: TextIO, lines: Iterable[str]) -> None:
    out.writelines(f"{line}\n" for line in lines)
