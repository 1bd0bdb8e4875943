"""Reports that are due: of the person's own projects, since their team was last asked."""

from bot.people.todo import Asker, Awaited, Matter
from bot.projects.planning import rhythm_of
from bot.projects.prompts import pause_of, reported
from bot.shared.zones import MOSCOW, day_in
from db import project_pauses, project_reads, project_reports
from db.engine import Tx
from db.settings import settings_of_stream


async def reports_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: name each own project nobody has reported on since its team was asked; not while away."""
    person = asker.visitor.person
    own = await project_reads.own_projects(tx, asker.visitor) if person is not None else []
    if person is None or not own:
        return []
    current = await project_reports.current_reports(tx, [one.id for one in own])
    pauses = await project_pauses.pauses_of(tx, {one.team_id for one in own}, asker.now)
    streams = {part.stream.id: part.stream for part in asker.visitor.enrolments}
    zone = person.zone or MOSCOW
    waiting = []
    for one in own:
        prompt = rhythm_of(await settings_of_stream(tx, one.stream_id)).last(asker.now, zone)
        stream, report = streams[one.stream_id], current.get(one.id)
        asked = stream.starts_on <= day_in(prompt, zone) <= stream.ends_on
        away = pause_of(pauses, one.team_id, person.id) is not None
        if asked and not away and not reported(report.at if report else None, prompt):
            waiting.append(Awaited(Matter.REPORT, 1, one.id, name=one.title))
    return waiting
