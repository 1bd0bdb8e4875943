"""Examining a file against the database, and applying it: all of it or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.notices.planning import NO_PLANNING, Planning
from bot.projects.settings import STAGES
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.shared.records import fold
from bot.shared.turns import uncollected
from bot.workbook.drafts import Edition
from bot.workbook.examination import Examination, State, examine
from bot.workbook.interpret import Reading
from bot.workbook.replanning import replan_concerned
from bot.workbook.threeway import Revert, find_reverts, without
from db.editions import (
    StreamEditions,
    add_lasting,
    lock_programme,
    read_content,
    read_editions,
    read_numbered,
    read_owners,
    set_draft,
    write_draft,
)
from db.engine import Database, Tx
from db.records import Names, read_names, read_records, write_records
from db.settings import settings_of_all


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: its examination, and by stream code the editions that are drafts now.

    A draft that would equal what is published is none: its value is None.
    """

    examination: Examination
    applied: bool
    drafts: Mapping[str, int | None]


async def examine_file(db: Database, reading: Reading) -> Examination:
    """Say what the file would do; nothing is changed."""
    with uncollected():
        async with db.read() as tx:
            state, _ = await read_state(tx)
        return await examine(reading, state)


async def reverts_of_file(db: Database, reading: Reading, examination: Examination) -> tuple[Revert, ...]:
    """Say what applying the file would take back that was changed since it was made."""
    with uncollected():
        async with db.read() as tx:
            state, names = await read_state(tx)
            return await reverts_step(tx, names, state, reading, examination)


async def reverts_step(
    tx: Tx, names: Names, state: State, reading: Reading, examination: Examination
) -> tuple[Revert, ...]:
    """Step: do the same for an examination of this very state."""
    stamp = {fold(code): number for code, number in examination.stamp.items()}
    bases = {
        fold(stream.code): await read_numbered(tx, names, stream, stamp[fold(stream.code)])
        for stream in await read_editions(tx)
        if stream.code in examination.drafts and stamp.get(fold(stream.code), stream.number) != stream.number
    }
    return find_reverts(state, examination, bases, reading.prints)


async def apply_file(
    db: Database,
    clock: Clock,
    reading: Reading,
    expected: Examination | None = None,
    planning: Planning = NO_PLANNING,
    keep: bool = False,
) -> Outcome:
    """Apply a file in one transaction, examined again in it; with errors nothing is applied.

    With `keep` nothing is taken back that was changed since the file was made.

    With `expected`, what a person was shown, it raises OutOfDate when the file would do something else by
    now. Applied twice, the second time changes nothing, and a second tap is no error.
    """
    with uncollected():
        async with db.write() as tx:
            return await apply_step(tx, clock, reading, planning, expected, keep)


async def apply_step(
    tx: Tx,
    clock: Clock,
    reading: Reading,
    planning: Planning,
    expected: Examination | None = None,
    keep: bool = False,
) -> Outcome:
    """Do the same within a transaction that the caller keeps."""
    await lock_programme(tx)
    state, names = await read_state(tx)
    examination = await examine(reading, state)
    if expected is not None and examination.difference and examination.difference != expected.difference:
        raise OutOfDate("workbook-out-of-date")
    if keep:
        reverts = await reverts_step(tx, names, state, reading, examination)
        examination = await examine(without(reading, reverts), state)
    if examination.errors:
        return Outcome(examination, applied=False, drafts={})
    drafts = await write_step(tx, clock, names, examination, planning)
    return Outcome(examination, applied=True, drafts=drafts)


async def write_step(
    tx: Tx, clock: Clock, names: Names, examination: Examination, planning: Planning
) -> Mapping[str, int | None]:
    """Write what an examination of this very transaction found; return the drafts by stream code.

    The notices of the people it concerns are planned again.
    """
    added, changed = examination.at_once
    first = ("programme", "stream")
    await write_records(tx, names, [record for record in added if record.kind in first], ())
    streams = {stream.code: stream for stream in await read_editions(tx)}
    for code, edition in examination.drafts.items():
        await add_lasting(tx, names, streams[code].stream_id, edition.values())
    await write_records(tx, names, [record for record in added if record.kind not in first], changed)
    written = [*added, *changed]
    await replan_concerned(tx, clock, planning, names, written)
    return {
        code: await _write_draft(tx, clock, names, streams[code], edition)
        for code, edition in examination.drafts.items()
    }


async def _write_draft(
    tx: Tx, clock: Clock, names: Names, stream: StreamEditions, edition: Edition
) -> int | None:
    if stream.published_id and edition == await read_content(tx, stream.published_id, names, stream.code):
        await set_draft(tx, stream.stream_id, None)
        return None
    return await write_draft(tx, names, stream, edition, clock.now())


async def read_state(tx: Tx) -> tuple[State, Names]:
    """Read the whole programme as records: what applies at once, and every stream's working edition."""
    names = await read_names(tx)
    records = await read_records(tx, names)
    editions = {
        stream.code: await read_content(tx, stream.working_id, names, stream.code)
        for stream in await read_editions(tx)
        if stream.working_id
    }
    kept = await settings_of_all(tx)
    stages = {fold(names.codes["programme"][one]): kept[one].value(STAGES) for one in kept}
    return State(records, editions, await read_owners(tx, names), stages), names
