"""The monthly report: what was reported on each project within a month, and how it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.people.model import Visitor
from bot.projects.model import Blocker, Report
from bot.projects.portfolio import Filter, Standing
from bot.projects.portfolio_actions import overseen, standings
from bot.shared.clock import Clock
from bot.shared.zones import MOSCOW, day_in, zone_named
from db import programme
from db import project_portfolio as rows
from db.engine import Database, Tx


@dataclass(frozen=True, slots=True)
class Monthly:
    """A month's report: its first day, the projects as they stand, what was reported and closed within it.

    `streams` are the codes of the streams by their ids.
    """

    first: date
    now: datetime
    standings: tuple[Standing, ...]
    reports: Mapping[int, Sequence[Report]]
    closed: Mapping[int, Sequence[Blocker]]
    streams: Mapping[int, str]


async def monthly(
    db: Database, clock: Clock, visitor: Visitor, asked: Filter, *, back: bool = False
) -> Monthly:
    """Return the report of this month or the one before, of the projects the visitor sees all of as a leader.

    NotAllowed for whoever leads none.
    """
    view = await overseen(db, clock, visitor, asked)
    async with db.read() as tx:
        return await _report(tx, clock, view.portfolio.whole, back=back)


async def monthly_of_all(db: Database, clock: Clock, *, back: bool = False) -> Monthly:
    """Return the report on every project, for the operator."""
    async with db.read() as tx:
        streams = [one.id for one in await programme.all_streams(tx)]
        return await _report(tx, clock, await standings(tx, streams, clock.now()), back=back)


async def _report(tx: Tx, clock: Clock, whole: Sequence[Standing], *, back: bool) -> Monthly:
    first = month_of(day_in(clock.now(), MOSCOW), back=back)
    since, until = _begins(first), min(_begins(_next(first)), clock.now())
    streams = sorted({one.project.stream_id for one in whole})
    blockers = await rows.blockers_since(tx, streams, since)
    closed = {
        project: [one for one in every if one.closed_at is not None and since < one.closed_at <= until]
        for project, every in blockers.items()
    }
    return Monthly(
        first,
        clock.now(),
        tuple(sorted(whole, key=lambda one: (one.project.stream_id, one.project.code))),
        await rows.reports_between(tx, streams, since, until),
        closed,
        {one.id: one.code for one in await programme.all_streams(tx)},
    )


def month_of(day: date, *, back: bool) -> date:
    """Return the first day of the month of a day, or of the month before."""
    first = day.replace(day=1)
    return (first - timedelta(days=1)).replace(day=1) if back else first


def _next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _begins(day: date) -> datetime:
    """Return when a day begins in Moscow."""
    return datetime.combine(day, time(), zone_named(MOSCOW)).astimezone(UTC)
