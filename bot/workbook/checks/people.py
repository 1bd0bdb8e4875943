"""People, their parts in streams, and mentors."""

from collections.abc import Iterator

from bot.people.model import Role
from bot.shared.records import Record
from bot.workbook.checks.scene import Scene, words
from bot.workbook.checks.timetable import check_enrolled
from bot.workbook.problems import Problem

_NAME = frozenset({"full_name", "surname", "name", "patronymic"})


def check_person(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield a person without a name."""
    row = scene.gathered.rows[record.ident]
    missing = next((name for name in ("surname", "name") if not record.fields.get(name)), None)
    if missing and not row.unclear & _NAME:
        yield scene.problem("workbook-name-missing", (record, missing), code=record.codes[0])


def check_enrolment(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield a part of somebody nobody has named; warn of a team lead without a team."""
    person, _stream = record.codes
    if not scene.find("person", person):
        yield scene.problem("workbook-name-missing", (record, "surname"), code=person)
    if Role.TEAM_LEAD in words(record.fields.get("roles")) and not record.fields.get("team"):
        yield scene.warning("workbook-lead-without-team", (record, "team"), code=person)


def check_mentor(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield a mentor of another stream; warn of one without the role."""
    person, stream = record.codes
    yield from check_enrolled(record, person, scene)
    enrolment = scene.find("enrolment", person, stream)
    if enrolment and Role.MENTOR not in words(enrolment.fields.get("roles")):
        yield scene.warning("workbook-mentor-role", (record, "person"), code=person, stream=stream)
