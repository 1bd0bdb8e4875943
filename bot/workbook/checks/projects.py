"""Teams with their wishes, projects and their milestones."""

from collections.abc import Iterator
from datetime import date

from bot.projects.settings import STAGES
from bot.schedule.kinds import EventKind
from bot.shared.records import Record, fold
from bot.workbook.checks.scene import Scene, days, shown, words
from bot.workbook.problems import Problem

MOST_WISHES = 5
"""Mentors a team may name: a longer list would say no more."""


def check_team(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield wishes for people who are no mentors of the stream, too many of them, and what contradicts."""
    code, stream = record.codes[0], str(record.fields.get("stream", ""))
    for name in ("wanted", "forbidden", "pinned"):
        for person in words(record.fields.get(name)):
            if scene.find("person", person) and not scene.find("mentor", person, stream):
                facts = {"code": person, "stream": stream}
                yield scene.problem("workbook-no-mentor", (record, name), **facts)
    if len(words(record.fields.get("wanted"))) > MOST_WISHES:
        yield scene.problem("workbook-wishes-many", (record, "wanted"), code=code, most=str(MOST_WISHES))
    forbidden = {fold(person) for person in words(record.fields.get("forbidden"))}
    if forbidden & {fold(person) for person in words(record.fields.get("pinned"))}:
        yield scene.problem("workbook-pinned-forbidden", (record, "pinned"), code=code)


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
