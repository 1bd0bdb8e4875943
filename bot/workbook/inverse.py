"""What takes an import back, as it is kept: the drafts and each record before and after."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.shared.records import Record
from bot.workbook.examination import Examination
from bot.workbook.territory import Own
from bot.workbook.wire import record_from_wire, record_to_wire


@dataclass(frozen=True, slots=True)
class Inverse:
    """An import's way back.

    `drafts` hold by stream code: the draft before, the draft after, the published edition then (ids).
    `added` are the records of the import that no edition holds, `changed` such records before and after.
    `own` are the streams its sender organized then.
    """

    drafts: Mapping[str, tuple[int | None, int | None, int | None]]
    added: tuple[Record, ...]
    changed: tuple[tuple[Record, Record], ...]
    own: Own


def inverse_of(
    examination: Examination,
    before: Mapping[str, tuple[int | None, int | None]],
    drafts: Mapping[str, int | None],
    own: Own,
) -> str:
    """Return as JSON what takes back an examination that has just been written.

    `before` holds by stream code the draft and the published edition there were before.
    """
    at_once, _ = examination.at_once
    kinds = {record.ident for record in examination.at_once[1]}
    changes = [change for change in examination.difference.changed if change.new.ident in kinds]
    return json.dumps(
        {
            "drafts": {
                code: _drafts(before.get(code, (None, None)), draft) for code, draft in drafts.items()
            },
            "added": [record_to_wire(record) for record in at_once],
            "changed": [[record_to_wire(change.old), record_to_wire(change.new)] for change in changes],
            "own": None if own is None else sorted(own),
        },
        ensure_ascii=False,
    )


def read_inverse(text: str) -> Inverse:
    """Return what `inverse_of` kept."""
    found = json.loads(text)
    return Inverse(
        {code: (ids[0], ids[1], ids[2]) for code, ids in found["drafts"].items()},
        tuple(map(record_from_wire, found["added"])),
        tuple((record_from_wire(old), record_from_wire(new)) for old, new in found["changed"]),
        None if found["own"] is None else frozenset(found["own"]),
    )


def _drafts(before: tuple[int | None, int | None], draft: int | None) -> list[int | None]:
    old, published = before
    return [old, draft, published]
