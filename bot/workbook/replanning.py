"""Whose notices an import changes: people's parts, travel and seats decide which events are theirs."""

from collections.abc import Iterable

from bot.notices.model import Scope
from bot.notices.planning import Planning
from bot.projects.planning import replan_streams
from bot.shared.clock import Clock
from bot.shared.records import Record, fold
from db.editions import read_editions
from db.engine import Tx
from db.records import Names

PERSON_AT = {"person": 0, "enrolment": 0, "travel": 0, "seat": 1}
"""Which of a record's codes names the person it is about."""

ABOUT_PROJECTS = frozenset({"team", "project", "milestone"})
"""Kinds of record on which messages about projects depend."""

MANY = 1000
"""From so many people on, a stream is planned again as a whole: that is then less work."""


async def replan_concerned(
    tx: Tx, clock: Clock, planning: Planning, names: Names, records: Iterable[Record]
) -> None:
    """Step: plan again what the people of written records are to be told."""
    records = list(records)
    if any(record.kind in ABOUT_PROJECTS for record in records):
        streams = [stream.stream_id for stream in await read_editions(tx)]
        await replan_streams(tx, clock.now(), planning, streams)
    codes = {fold(record.codes[PERSON_AT[record.kind]]) for record in records if record.kind in PERSON_AT}
    people = frozenset(names.ids["person"][code] for code in codes if code in names.ids["person"])
    if not people:
        return
    concerned = None if len(people) > MANY else people
    for stream in await read_editions(tx):
        if stream.published_id is not None:
            await planning.replan(tx, clock.now(), Scope(stream.stream_id, people=concerned))
