"""Taking an import back: possible as long as nothing it wrote has been changed since."""

from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from bot.shared.records import Ident, Record
from bot.workbook.diff import compare
from bot.workbook.inverse import Inverse, read_inverse
from bot.workbook.replanning import replan_concerned
from bot.workbook.uploads import Settled, own_streams
from db import imports
from db.editions import StreamEditions, lock_programme, read_editions, remove_stream, set_draft
from db.engine import Database, Tx
from db.records import Names, StillNeeded, read_names, read_records, remove_records, write_records

_GROUND = frozenset({"programme", "stream"})


class Superseded(Refusal):
    """Something the import wrote was changed or published since."""

    key = "error-import-superseded"


class InUse(Refusal):
    """Somebody or something the import added is in use: taking it back would take more with it."""

    key = "error-import-used"


async def undo(db: Database, clock: Clock, planning: Planning, visitor: Visitor, import_id: int) -> Settled:
    """Take an applied workbook back, all of it or nothing; a second tap changes nothing."""
    async with db.write() as tx:
        await lock_programme(tx)
        own = await own_streams(tx, clock, visitor)
        kept = await imports.find_import(tx, import_id)
        if kept is None:
            raise OutOfDate("error-import-gone")
        if kept.state != imports.APPLIED:
            return Settled(import_id, kept.state, {})
        if kept.inverse is None:
            raise Refusal("error-import-old")
        inverse = read_inverse(kept.inverse)
        if own is not None and (
            kept.user_id != visitor.user_id or inverse.own is None or not inverse.own <= own
        ):
            raise NotAllowed
        names = await _take_back(tx, inverse)
        written = (*inverse.added, *(old for old, _ in inverse.changed))
        await replan_concerned(tx, clock, planning, names, written)
        await imports.settle_import(tx, import_id, imports.UNDONE, clock.now())
    return Settled(import_id, imports.UNDONE, {})


async def _take_back(tx: Tx, inverse: Inverse) -> Names:
    streams = {stream.code: stream for stream in await read_editions(tx)}
    names = await read_names(tx)
    present = await read_records(tx, names)
    if not (_drafts_stand(streams, inverse) and _records_stand(present, inverse)):
        raise Superseded
    wanted = _before(present, inverse)
    new = [record.codes[0] for record in inverse.added if record.kind == "stream"]
    for code, (draft, _, _) in inverse.drafts.items():
        await set_draft(tx, streams[code].stream_id, draft)
    try:
        await write_records(tx, names, (), [old for old, _ in inverse.changed])
        await remove_records(tx, names, [one for one in inverse.added if one.kind not in _GROUND])
        for code in new:
            await remove_stream(tx, streams[code].stream_id)
        await remove_records(tx, names, [one for one in inverse.added if one.kind == "programme"])
    except StillNeeded:
        raise InUse from None
    names = await read_names(tx)
    if await read_records(tx, names) != wanted:
        raise InUse
    return names


def _drafts_stand(streams: dict[str, StreamEditions], inverse: Inverse) -> bool:
    return all(
        code in streams and (streams[code].draft_id, streams[code].published_id) == (draft, published)
        for code, (_, draft, published) in inverse.drafts.items()
    )


def _records_stand(present: dict[Ident, Record], inverse: Inverse) -> bool:
    written = (*inverse.added, *(new for _, new in inverse.changed))
    return all(
        record.ident in present and compare(present[record.ident], record) is None for record in written
    )


def _before(present: dict[Ident, Record], inverse: Inverse) -> dict[Ident, Record]:
    added = {record.ident for record in inverse.added}
    before = {ident: record for ident, record in present.items() if ident not in added}
    return before | {old.ident: old for old, _ in inverse.changed}
