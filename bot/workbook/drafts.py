"""What the edition of each stream would be: a pure function of what it is and of what the file says."""

from collections import defaultdict
from collections.abc import Mapping

from bot.shared.records import Ident, Record, fold
from bot.workbook.checks.scene import Scene
from bot.workbook.territory import Own, is_own

CONTENT = frozenset({"venue", "module", "event", "excursion", "bus"})
"""Kinds that people see only after publishing."""

Edition = Mapping[Ident, Record]


def shared_view(editions: Mapping[str, Edition]) -> dict[Ident, Record]:
    """Return the content of all streams as one; of a venue that differs, the copy of the last stream."""
    return {ident: record for edition in editions.values() for ident, record in edition.items()}


def wanted_editions(
    scene: Scene, editions: Mapping[str, Edition], own_streams: Own = None
) -> dict[str, dict[Ident, Record]]:
    """Return for each stream (by code) the content it would have: its modules and all that hangs on them.

    Each stream has its own copy of the venues its modules use. A venue the file does not mention stays as
    the stream has it, and so does one of a stream that is not among `own_streams`.
    """
    wanted: dict[str, dict[Ident, Record]] = defaultdict(dict)
    for ident, record in scene.merged.items():
        if record.kind in CONTENT and record.kind != "venue":
            stream = scene.stream_of(record)
            if stream:
                wanted[stream][ident] = record
    for stream, edition in wanted.items():
        used = {fold(str(record.fields["venue"])) for record in edition.values() if record.kind == "module"}
        own = editions.get(stream, {})
        for code in used:
            ident = ("venue", code)
            kept = own.get(ident) if not is_own(stream, own_streams) else None
            edition[ident] = kept or _venue(ident, own, scene)
    return dict(wanted)


def _venue(ident: Ident, own: Edition, scene: Scene) -> Record:
    copy, said = own.get(ident), scene.gathered.records.get(ident)
    if copy is None:
        return scene.merged[ident]
    return copy.with_fields(said.fields) if said else copy
