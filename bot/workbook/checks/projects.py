"""Projects and their milestones."""

from collections.abc import Iterator
from datetime import date

from bot.schedule.kinds import EventKind
from bot.shared.records import Record
from bot.workbook.checks.scene import Scene, days, shown
from bot.workbook.problems import Problem


def check_project(record: Record, scene: Scene) -> Iterator[Problem]:
    """Warn of a defence at an event of another kind."""
    code = record.fields.get("defence")
    event = scene.find("event", code) if code else None
    if event and event.fields.get("kind") not in (EventKind.DEFENCE, None):
        yield scene.warning("workbook-defence-kind", (record, "defence"), code=event.codes[0])


def check_milestone(record: Record, scene: Scene) -> Iterator[Problem]:
    """Warn of a milestone outside its stream's days."""
    due, around = record.fields.get("due_on"), days(scene.find("stream", scene.stream_of(record)))
    if isinstance(due, date) and around and not around[0] <= due <= around[1]:
        facts = {"day": shown(due), "first": shown(around[0]), "last": shown(around[1])}
        yield scene.warning("workbook-milestone-outside", (record, "due_on"), **facts)
