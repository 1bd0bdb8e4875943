"""Reports that are due: of the person's own projects, since their team was last asked."""

from bot.people.model import FOR_OTHERS
from bot.people.todo import Asker, Awaited, Matter
from bot.programme.setting import Settings
from bot.projects.planning import rhythm_of
from bot.projects.prompts import pause_of, reported
from bot.projects.settings import REPORT_DAY, REPORT_HOUR
from bot.shared.zones import MOSCOW, day_in
from db import project_pauses
from db.engine import Tx
from db.project_reports import newest_of_teams


async def reports_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: name each own project nobody has reported on since its team was asked; not while away."""
    person = asker.visitor.person
    parts = [part for part in asker.visitor.enrolments if part.team and part.roles & FOR_OTHERS]
    if person is None or not parts:
        return []
    own = [(part.stream.id, part.team) for part in parts]
    streams = {part.stream.id: part.stream for part in parts}
    zone = person.zone or MOSCOW
    owed = []
    for number, title, stream_id, team_id, last, kept in await newest_of_teams(tx, own, _KEYS):
        prompt = rhythm_of(Settings(kept)).last(asker.now, zone)
        runs = streams[stream_id].starts_on <= day_in(prompt, zone) <= streams[stream_id].ends_on
        if runs and not reported(last, prompt):
            owed.append((number, title, team_id))
    pauses = await project_pauses.pauses_of(tx, {team for _number, _title, team in owed}, asker.now)
    return [
        Awaited(Matter.REPORT, 1, number, name=title)
        for number, title, team in owed
        if pause_of(pauses, team, person.id) is None
    ]


_KEYS = (REPORT_DAY.key, REPORT_HOUR.key)
