"""The projects side by side: each reader sees of each what the rule of visibility allows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.people.access_actions import organized
from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.projects.lights import Thresholds, judged
from bot.projects.portfolio import Filter, Portfolio, Standing, portfolio
from bot.projects.reading import Reader, reader_of
from bot.projects.settings import OVERDUE, STALENESS
from bot.projects.visibility import Sight
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from db import programme
from db import project_portfolio as rows
from db.engine import Database, Tx
from db.project_mentors import mentors_of
from db.settings import settings_of_stream


@dataclass(frozen=True, slots=True)
class PortfolioView:
    """The projects a reader asks for, and by what the list can be narrowed.

    `streams` are the reader's; `directions` and `factories` are ids with titles, of the projects in the
    chosen streams. `leads` tells that the reader organizes or mentors something, so that there is a digest.
    """

    portfolio: Portfolio
    streams: tuple[Stream, ...]
    directions: tuple[tuple[int, str], ...]
    factories: tuple[tuple[int, str], ...]
    leads: bool
    oversees: bool


async def projects(db: Database, clock: Clock, visitor: Visitor, asked: Filter) -> PortfolioView:
    """Return the projects of the visitor's streams, each as far as it is theirs to see."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        streams = await streams_of(reader)
        chosen = [one.id for one in streams if asked.stream_id in (0, one.id)]
        if not chosen and asked.stream_id:
            raise NotAllowed
        every = await standings(tx, chosen, clock.now())
        whole = [one for one in every if reader.sight(one.project) is Sight.ALL]
        seen = {one.project.id for one in whole}
        others = [one for one in every if one.project.id not in seen]
        owned = await organized(tx, reader.visitor)
        return PortfolioView(
            portfolio(whole, others, asked, clock.now()),
            streams,
            _choices((one.direction_id, one.project.direction) for one in every),
            _choices((one.factory_id, one.project.factory) for one in every),
            leads=bool(owned or reader.mentored),
            oversees=bool(owned),
        )


async def overseen(db: Database, clock: Clock, visitor: Visitor, asked: Filter) -> PortfolioView:
    """Return the projects of which the visitor, who leads some, sees all; NotAllowed for everybody else."""
    view = await projects(db, clock, visitor, asked)
    if not view.leads:
        raise NotAllowed
    return replace(view, portfolio=replace(view.portfolio, titles=()))


async def streams_of(reader: Reader) -> tuple[Stream, ...]:
    """Step: return the streams the reader is in; an administrator is in all of them."""
    visitor = reader.visitor
    if visitor.administrator:
        return tuple(await programme.all_streams(reader.tx))
    return tuple(part.stream for part in visitor.enrolments if part.roles)


async def standings(tx: Tx, stream_ids: Collection[int], now: datetime) -> list[Standing]:
    """Step: return how every project of streams stands at a moment: for no reader to be shown unsifted."""
    every = await rows.listed(tx, stream_ids)
    reports = await rows.reports_in_force(tx, stream_ids, now)
    points = await rows.milestones_of_streams(tx, stream_ids)
    blockers = await rows.blockers_since(tx, stream_ids, now)
    leads = await rows.leads_of(tx, stream_ids, now.date())
    mentors = await mentors_of(tx, [one.project.team_id for one in every])
    thresholds = {stream: await thresholds_of(tx, stream) for stream in stream_ids}
    found = []
    for one in every:
        project, report = one.project, reports.get(one.project.id)
        own = points.get(project.id, ())
        rule = judged(report, own, thresholds[project.stream_id], now, project.zone)
        found.append(
            Standing(
                project,
                report,
                rule,
                own,
                blockers.get(project.id, ()),
                one.direction_id,
                one.factory_id,
                tuple(person.full_name for person in mentors.get(project.team_id, ())),
                leads.get(project.team_id, ""),
            )
        )
    return found


async def thresholds_of(tx: Tx, stream_id: int) -> Thresholds:
    """Step: return what organizers have set about old reports and late milestones."""
    settings = await settings_of_stream(tx, stream_id)
    return Thresholds(settings.value(STALENESS), settings.value(OVERDUE))


def _choices(named: Iterable[tuple[int | None, str]]) -> tuple[tuple[int, str], ...]:
    found = {ident: title for ident, title in named if ident is not None}
    return tuple(sorted(found.items(), key=lambda one: one[1].casefold()))
