"""Whom a report, or an answer about what hinders, is told to (steps of the acts themselves)."""

from collections.abc import Sequence

from bot.notices.model import NoticeKind, Wanted
from bot.notices.planning import Planning
from bot.projects.model import Blocker, Project, Report
from bot.projects.notices import HELPER, OVERTAKEN, TOLD, news
from bot.projects.planning import replan_questions, replan_team
from bot.projects.reading import Reader
from bot.schedule.model import Module
from bot.schedule.notices import whereabouts
from db.coming_events import published_modules
from db.project_people import Entered, entered


async def tell_of_report(
    reader: Reader, planning: Planning, project: Project, report: Report, overtaken: Report | None
) -> None:
    """Step: nobody is asked for it any more; the lead hears of it, and whoever it overtakes."""
    people = await entered(reader.tx, project.stream_id, reader.now.date(), team_id=project.team_id)
    modules = await published_modules(reader.tx, project.stream_id)
    overtakes = overtaken.author_id if overtaken else None
    wanted = [
        _word(reader, project, OVERTAKEN if one.person_id == overtakes else TOLD, report.id, one, modules)
        for one in people
        if one.person_id != report.author_id and (one.person_id == overtakes or one.leads)
    ]
    await planning.put(reader.tx, reader.now, wanted)
    await replan_team(reader.tx, reader.now, planning, project.stream_id, project.team_id)
    await replan_questions(reader.tx, reader.now, planning, project.stream_id)


async def tell_helper(reader: Reader, planning: Planning, project: Project, blocker: Blocker) -> None:
    """Step: whoever is named as helper hears of it, unless they named themselves."""
    own = reader.visitor.person
    if blocker.helper_id is not None and (own is None or own.id != blocker.helper_id):
        named = await entered(reader.tx, project.stream_id, reader.now.date(), [blocker.helper_id])
        modules = await published_modules(reader.tx, project.stream_id)
        wanted = [_word(reader, project, HELPER, blocker.id, one, modules) for one in named]
        await planning.put(reader.tx, reader.now, wanted)
    await replan_questions(reader.tx, reader.now, planning, project.stream_id)


def _word(
    reader: Reader,
    project: Project,
    kind: NoticeKind,
    number: int,
    one: Entered,
    modules: Sequence[Module],
) -> Wanted:
    zone = whereabouts(modules, reader.now, one.home_zone)
    return news(kind, project.id, number, one.person_id, zone, project.stream_id, reader.now)
