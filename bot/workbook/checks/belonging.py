"""Whatever a record refers to must belong to the same stream or programme, and stay there."""

from collections.abc import Iterator

from bot.shared.records import Record, fold
from bot.workbook.checks.scene import Scene, words
from bot.workbook.problems import Problem

_LASTING = {
    "stream": "programme",
    "direction": "programme",
    "module": "stream",
    "factory": "stream",
    "team": "stream",
    "project": "stream",
}
"""Which field says where a record belongs for good: its people and events would be left behind."""

_SAME_STREAM = {
    ("event", "teams"): "team",
    ("event", "buses"): "bus",
    ("enrolment", "team"): "team",
    ("mentor", "wanted"): "team",
    ("team", "factory"): "factory",
    ("project", "team"): "team",
    ("project", "factory"): "factory",
    ("project", "defence"): "event",
}

_DIRECTIONS = {
    "event": "directions",
    "mentor": "directions",
    "enrolment": "direction",
    "factory": "direction",
    "team": "direction",
    "project": "direction",
}


def check_belonging(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield what refers to another stream or programme, or was moved to one."""
    yield from _moved(record, scene)
    stream, programme = scene.stream_of(record), scene.programme_of(record)
    for (kind, name), other_kind in _SAME_STREAM.items():
        if kind != record.kind or not stream:
            continue
        for code in words(record.fields.get(name)):
            theirs = scene.stream_of(scene.find(other_kind, code))
            if theirs and fold(theirs) != fold(stream):
                facts = {"code": code, "kind": other_kind, "other": theirs, "stream": stream}
                yield scene.problem("workbook-stream-foreign", (record, name), **facts)
    name = _DIRECTIONS.get(record.kind, "")
    for code in words(record.fields.get(name)) if programme else ():
        theirs = scene.programme_of(scene.find("direction", code))
        if theirs and fold(theirs) != fold(programme):
            facts = {"code": code, "other": theirs, "programme": programme}
            yield scene.problem("workbook-direction-foreign", (record, name), **facts)


def _moved(record: Record, scene: Scene) -> Iterator[Problem]:
    name = _LASTING.get(record.kind, "module" if record.kind == "event" else "event")
    old = scene.current.get(record.ident)
    before = scene.owners.get(record.ident, "")
    if not before and old and record.kind in _LASTING:
        before = str(old.fields[name])
    after = str(record.fields.get(name, "")) if record.kind in _LASTING else scene.stream_of(record)
    if before and after and fold(before) != fold(after):
        yield scene.problem("workbook-moved", (record, name), code=record.codes[0], other=before)
