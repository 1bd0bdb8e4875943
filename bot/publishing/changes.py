"""What publishing would change: the draft against the edition that people see."""

from dataclasses import dataclass

from bot.shared.errors import OutOfDate
from bot.workbook.diff import Difference, difference
from db.editions import StreamEditions, read_content, read_editions
from db.engine import Tx
from db.records import Names, read_names


@dataclass(frozen=True, slots=True)
class DraftChanges:
    """A stream's draft: `edition_id` stands for exactly this content, `difference` for what it would change.

    `missing` of the difference is what people see now and would see no longer. `first` tells that the
    stream has nothing published yet.
    """

    stream_id: int
    stream: str
    edition_id: int
    number: int
    first: bool
    difference: Difference


async def draft_changes(tx: Tx, stream_id: int) -> DraftChanges | None:
    """Return what the stream's draft changes, None when there is no draft."""
    stream = next((one for one in await read_editions(tx) if one.stream_id == stream_id), None)
    if stream is None:
        raise OutOfDate
    if stream.draft_id is None:
        return None
    return await _changes(tx, stream, stream.draft_id, await read_names(tx))


async def _changes(tx: Tx, stream: StreamEditions, draft_id: int, names: Names) -> DraftChanges:
    draft = await read_content(tx, draft_id, names, stream.code)
    seen = {}
    if stream.published_id:
        seen = await read_content(tx, stream.published_id, names, stream.code)
    return DraftChanges(
        stream.stream_id,
        stream.code,
        draft_id,
        stream.number or 0,
        stream.published_id is None,
        difference(seen, draft.values()),
    )
