"""Projects and their milestones."""

from collections.abc import Iterator
from datetime import date

from bot.projects.settings import STAGES
from bot.schedule.kinds import EventKind
from bot.shared.records import Record, fold
from bot.workbook.checks.scene import Scene, days, shown
from bot.workbook.problems import Problem


def check_project(record: Record, scene: Scene) -> Iterator[Problem]:
    """Refuse a stage the programme does not have; warn of a defence at an event of another kind."""
    yield from _stage(record, scene)
    code = record.fields.get("defence")
    event = scene.find("event", code) if code else None
    if event and event.fields.get("kind") not in (EventKind.DEFENCE, None):
        yield scene.warning("workbook-defence-kind", (record, "defence"), code=event.codes[0])


def _stage(record: Record, scene: Scene) -> Iterator[Problem]:
    """A project may stay at a stage that was taken off the list since; nobody else is put there."""
    old, stage = scene.current.get(record.ident), str(record.fields.get("stage", ""))
    known = scene.stages.get(fold(scene.programme_of(record)), STAGES.default)
    if not stage or (old is not None and old.fields.get("stage") == stage):
        return
    if fold(stage) not in {fold(one) for one in known}:
        yield scene.problem("workbook-stage", (record, "stage"), stage=stage, stages=", ".join(known))


def check_milestone(record: Record, scene: Scene) -> Iterator[Problem]:
    """Warn of a milestone outside its stream's days."""
    due, around = record.fields.get("due_on"), days(scene.find("stream", scene.stream_of(record)))
    if isinstance(due, date) and around and not around[0] <= due <= around[1]:
        facts = {"day": shown(due), "first": shown(around[0]), "last": shown(around[1])}
        yield scene.warning("workbook-milestone-outside", (record, "due_on"), **facts)
