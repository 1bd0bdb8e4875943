"""A workbook sent in the chat: examined at once, kept, and applied when its sender says so."""

import asyncio
import hashlib
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.notices.planning import NO_PLANNING, Planning
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate
from bot.shared.records import fold
from bot.shared.turns import uncollected
from bot.workbook.actions import read_state, reverts_step, write_step
from bot.workbook.consequences import Effect, effects
from bot.workbook.diff import fingerprint
from bot.workbook.examination import Examination, examine
from bot.workbook.interpret import Reading, interpret
from bot.workbook.inverse import inverse_of
from bot.workbook.marking import marked_job
from bot.workbook.problems import Problem
from bot.workbook.reader import Book, read_book
from bot.workbook.sheets import SHEETS, TITLES
from bot.workbook.territory import Own
from bot.workbook.threeway import Revert, without
from bot.workbook.writer import write_book
from db import imports
from db.editions import lock_programme, read_editions
from db.engine import Database, Tx
from db.updates import first_time

InWords = Callable[[Problem], str]

_UNSEEN = ""
"""The mark of no difference at all: nothing is applied by it."""


@dataclass(frozen=True, slots=True)
class Faulty:
    """A workbook with errors: nothing is kept of it; `marked` is a copy with the wrong cells marked."""

    examination: Examination
    marked: bytes


@dataclass(frozen=True, slots=True)
class Offer:
    """What applying would do. `import_id` is 0 where there is nothing to apply.

    `mark` stands for exactly this difference: with another one nothing is applied.
    """

    import_id: int
    mark: str
    examination: Examination
    effects: tuple[Effect, ...] = ()
    reverts: tuple[Revert, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a workbook; `state` is one of `db.imports`. `drafts` are new, with their numbers."""

    import_id: int
    state: str
    drafts: Mapping[str, int | None]


async def receive(
    db: Database, clock: Clock, visitor: Visitor, path: Path, name: str, in_words: InWords
) -> Faulty | Offer:
    """Examine a workbook and keep it until its sender decides; raises NotAllowed and Unreadable."""
    async with db.read() as tx:
        await own_streams(tx, clock, visitor)
    book = await read_book(path, TITLES)
    with uncollected():
        reading = await interpret(SHEETS, book)
        async with db.read() as tx:
            offer = await _offer(tx, clock, visitor, reading)
    if offer.examination.errors:
        return await _faulty(book, offer.examination, in_words)
    if not offer.examination.difference:
        return offer
    content = await asyncio.to_thread(path.read_bytes)
    digest = hashlib.sha256(content).hexdigest()
    async with db.write() as tx:
        await own_streams(tx, clock, visitor)
        again = not await first_time(tx, visitor.update_id, "workbook-receive", clock.now())
        found = await imports.waiting_import(tx, visitor.user_id, digest) if again else None
        import_id = found or await imports.add_import(tx, visitor.user_id, name, digest, content, clock.now())
    return _numbered(offer, import_id)


async def apply(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    import_id: int,
    mark: str,
    keep: bool,
    in_words: InWords,
) -> Settled | Offer | Faulty:
    """Apply the difference that was shown as `mark`; where the file would do another by now, offer that.

    With `keep` nothing is taken back that was changed since the file was made. A second tap, and one
    delivered again, changes nothing.
    """
    async with db.read() as tx:
        kept = await _own_import(tx, clock, visitor, import_id)
    if kept.content is None:
        return Settled(import_id, kept.state, {})
    book = await _read_content(kept.content)
    reading = await interpret(SHEETS, book)
    with uncollected():
        async with db.write() as tx:
            found = await _apply_step(tx, clock, planning, visitor, import_id, reading, mark, keep)
    if isinstance(found, Examination):
        return await _faulty(book, found, in_words)
    return found


async def look_again(
    db: Database, clock: Clock, visitor: Visitor, import_id: int, in_words: InWords
) -> Settled | Offer | Faulty:
    """Examine a waiting workbook anew and offer it; one with nothing left to apply is forgotten."""
    found = await apply(db, clock, NO_PLANNING, visitor, import_id, _UNSEEN, False, in_words)
    if isinstance(found, Faulty) or (isinstance(found, Offer) and not found.examination.difference):
        await cancel(db, clock, visitor, import_id)
    return found


async def cancel(db: Database, clock: Clock, visitor: Visitor, import_id: int) -> Settled:
    """Forget a workbook that waits for its sender's decision."""
    async with db.write() as tx:
        kept = await _own_import(tx, clock, visitor, import_id)
        if kept.state == imports.WAITING:
            await imports.settle_import(tx, import_id, imports.CANCELLED, clock.now())
            return Settled(import_id, imports.CANCELLED, {})
    return Settled(import_id, kept.state, {})


async def own_streams(tx: Tx, clock: Clock, visitor: Visitor) -> Own:
    """Step: return the streams somebody organizes at this moment (None: all); NotAllowed for nobody's."""
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    if present.administrator:
        return None
    own = frozenset(fold(part.stream.code) for part in present.enrolments if Role.ORGANIZER in part.roles)
    if not own:
        raise NotAllowed
    return own


async def _apply_step(
    tx: Tx,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    import_id: int,
    reading: Reading,
    mark: str,
    keep: bool,
) -> Settled | Offer | Examination:
    await lock_programme(tx)
    kept = await _own_import(tx, clock, visitor, import_id)
    if kept.state != imports.WAITING:
        return Settled(import_id, kept.state, {})
    offer = _numbered(await _offer(tx, clock, visitor, reading), import_id)
    if offer.examination.errors:
        return offer.examination
    if offer.mark != mark:
        return offer
    own = await own_streams(tx, clock, visitor)
    state, names = await read_state(tx)
    examination = offer.examination
    if keep:
        examination = await examine(without(reading, offer.reverts), state, own)
    if examination.errors:
        return examination
    before = {one.code: (one.draft_id, one.published_id) for one in await read_editions(tx)}
    drafts = await write_step(tx, clock, names, examination, planning)
    inverse = inverse_of(examination, before, drafts, own)
    await imports.settle_import(tx, import_id, imports.APPLIED, clock.now(), inverse)
    numbers = {stream.code: stream.number for stream in await read_editions(tx)}
    return Settled(
        import_id,
        imports.APPLIED,
        {code: draft and numbers[code] for code, draft in drafts.items()},
    )


async def _offer(tx: Tx, clock: Clock, visitor: Visitor, reading: Reading) -> Offer:
    own = await own_streams(tx, clock, visitor)
    state, names = await read_state(tx)
    examination = await examine(reading, state, own)
    if examination.errors:
        return Offer(0, "", examination)
    reverts = await reverts_step(tx, names, state, reading, examination)
    return Offer(
        0,
        fingerprint(examination.difference),
        examination,
        effects(state, examination, clock.now().date()),
        reverts,
    )


async def _own_import(tx: Tx, clock: Clock, visitor: Visitor, import_id: int) -> imports.Import:
    await own_streams(tx, clock, visitor)
    kept = await imports.find_import(tx, import_id)
    if kept is None:
        raise OutOfDate("error-import-gone")
    if kept.user_id != visitor.user_id:
        raise NotAllowed
    return kept


async def _read_content(content: bytes) -> Book:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        await asyncio.to_thread(path.write_bytes, content)
        return await read_book(path, TITLES)


async def _faulty(book: Book, examination: Examination, in_words: InWords) -> Faulty:
    return Faulty(examination, await write_book(marked_job(book, examination.problems, in_words)))


def _numbered(offer: Offer, import_id: int) -> Offer:
    return Offer(import_id, offer.mark, offer.examination, offer.effects, offer.reverts)
