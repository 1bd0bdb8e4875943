"""Whose rows a person may change: an organizer those of own streams, an administrator all (pure)."""

from collections.abc import Iterator

from bot.shared.records import Record, fold
from bot.workbook.checks.scene import Scene
from bot.workbook.diff import Difference
from bot.workbook.problems import Problem

Own = frozenset[str] | None
"""Folded codes of the streams somebody organizes; None for who may change everything."""

_COMMON = frozenset({"programme", "direction"})


def is_own(stream: str, own: Own) -> bool:
    """Tell whether a stream (by code) is somebody's own."""
    return own is None or fold(stream) in own


def trespasses(difference: Difference, scene: Scene, own: Own) -> Iterator[Problem]:
    """Yield a problem for every row that would change what is not one's own."""
    if own is None:
        return
    for record in difference.added:
        if not _may_change(record, scene, own):
            yield _problem(record, "", scene)
    for change in difference.changed:
        if not (_may_change(change.new, scene, own) and _may_change(change.old, scene, own)):
            yield _problem(change.new, next(iter(change.fields)), scene)


def _may_change(record: Record, scene: Scene, own: frozenset[str]) -> bool:
    if record.kind in _COMMON:
        return False
    if record.kind == "venue":  # each stream has its own copy, and only copies of own streams change
        return True
    if record.kind == "person":
        streams = _streams_of(record, scene)
        return not streams or bool(streams & own)
    return fold(scene.stream_of(record)) in own


def _streams_of(person: Record, scene: Scene) -> frozenset[str]:
    """Return where somebody is enrolled already; a new person, where the file says."""
    known = scene.current if person.ident in scene.current else scene.merged
    code = fold(person.codes[0])
    return frozenset(ident[2] for ident in known if ident[0] == "enrolment" and ident[1] == code)


def _problem(record: Record, field: str, scene: Scene) -> Problem:
    key = "workbook-not-yours-common" if record.kind in _COMMON else "workbook-not-yours"
    return scene.problem(key, (record, field), code=" · ".join(record.codes))
