"""Which check looks at which kind of record."""

from collections.abc import Callable, Iterator, Mapping

from bot.shared.records import Record
from bot.workbook.checks.belonging import check_belonging
from bot.workbook.checks.excursions import check_bus, check_excursion, check_seat
from bot.workbook.checks.people import check_enrolment, check_mentor, check_person
from bot.workbook.checks.projects import check_milestone, check_project, check_team
from bot.workbook.checks.scene import Scene
from bot.workbook.checks.timetable import check_event, check_module, check_point, check_stream, check_travel
from bot.workbook.problems import Problem

Check = Callable[[Record, Scene], Iterator[Problem]]

CHECKS: Mapping[str, tuple[Check, ...]] = {
    "programme": (),
    "stream": (check_stream, check_belonging),
    "direction": (check_belonging,),
    "venue": (check_point,),
    "module": (check_module, check_belonging),
    "event": (check_event, check_point, check_belonging),
    "excursion": (check_excursion, check_point),
    "bus": (check_bus, check_point, check_belonging),
    "person": (check_person,),
    "enrolment": (check_enrolment, check_belonging),
    "travel": (check_travel,),
    "seat": (check_seat,),
    "factory": (check_belonging,),
    "team": (check_team, check_belonging),
    "project": (check_project, check_belonging),
    "milestone": (check_milestone,),
    "mentor": (check_mentor, check_belonging),
}
"""For each kind, what is asked of a record that the file speaks of."""

_TOUCHED_BY: Mapping[str, tuple[Check, ...]] = {"event": (check_event,), "seat": (check_seat,)}


def check(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield what is wrong with a record as it would be.

    A record that the file does not mention is looked at only where a mentioned one may have broken it,
    and then only problems that stand somewhere in the file are yielded.
    """
    if scene.in_file(record):
        for one in CHECKS[record.kind]:
            yield from one(record, scene)
        return
    for one in _TOUCHED_BY.get(record.kind, ()):
        yield from (problem for problem in one(record, scene) if problem.place)
