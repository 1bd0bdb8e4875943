"""Which rows of a stream's people can be within a circle, so that nobody else is read."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Select, select

from bot.schedule.own import Circle
from bot.schedule.spelling import fold
from db.engine import Tx
from db.people import enrolments
from db.programme import directions
from db.projects import teams

MANY = 500
"""More values than this are not asked for one by one."""


async def within(tx: Tx, stream_id: int, circle: Circle) -> list[ColumnElement[bool]]:
    """Return conditions on enrolments with their directions and teams, no narrower than the circle.

    The values as they are written are compared here: SQLite does not know that Б and б are one letter.
    """
    of_stream = enrolments.c.stream_id == stream_id
    named: Iterable[tuple[frozenset[str] | None, Select[tuple[str]]]] = (
        (circle.groups, select(enrolments.c.group).where(of_stream).distinct()),
        (circle.directions, select(directions.c.code)),
        (circle.teams, select(teams.c.code)),
    )
    conditions: list[ColumnElement[bool]] = []
    for names, known in named:
        if names is not None:
            values = [one for one in (await tx.execute(known)).scalars() if fold(one) in names]
            if len(values) <= MANY:
                conditions.append(known.selected_columns[0].in_(values))
    return conditions
