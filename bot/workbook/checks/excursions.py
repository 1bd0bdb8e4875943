"""Excursions, buses and seats must fit each other."""

from collections.abc import Iterator

from bot.people.model import Role
from bot.schedule.kinds import EventKind
from bot.shared.records import Record, fold
from bot.workbook.checks.scene import Scene, words
from bot.workbook.checks.timetable import check_enrolled
from bot.workbook.problems import Problem


def check_excursion(record: Record, scene: Scene) -> Iterator[Problem]:
    """Warn when the timetable calls the event something else."""
    event = scene.find("event", record.codes[0])
    if event and event.fields.get("kind") not in (EventKind.EXCURSION, None):
        yield scene.warning("workbook-excursion-kind", (record, "event"), code=event.codes[0])


def check_bus(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield a bus of an event that is no excursion; warn of a guide without the role."""
    event = record.fields.get("event")
    if scene.find("event", event) and not scene.find("excursion", event):
        yield scene.problem("workbook-bus-no-excursion", (record, "event"), code=str(event))
    guide, stream = record.fields.get("guide"), scene.stream_of(record)
    if guide and stream and scene.find("person", guide):
        enrolment = scene.find("enrolment", guide, stream)
        if enrolment is None or Role.GUIDE not in words(enrolment.fields.get("roles")):
            facts = {"code": str(guide), "stream": stream}
            yield scene.warning("workbook-guide-role", (record, "guide"), **facts)


def check_seat(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield a seat on no excursion, in a bus of another one, or of somebody of another stream.

    Also for a seat that is not in the file, when its bus is: the problem stands there.
    """
    event, person = record.codes
    bus = scene.find("bus", record.fields.get("bus"))
    if scene.find("event", event) and not scene.find("excursion", event):
        yield scene.problem("workbook-seat-no-excursion", (record, "event"), code=event)
    if bus and fold(str(bus.fields.get("event", event))) != fold(event):
        facts = {"code": bus.codes[0], "other": str(bus.fields["event"]), "event": event}
        yield scene.problem("workbook-seat-bus-foreign", (record, "bus"), (bus, "event"), **facts)
    if scene.in_file(record):
        yield from check_enrolled(record, person, scene)
