"""Which excursions somebody had a place on, and what was said of them there: one statement."""

from datetime import datetime

from sqlalchemy import and_, or_, select

from bot.excursions.attendance import Visit
from bot.excursions.boarding import Mark, Way, same_ride
from db.boarding import boarding_marks
from db.engine import Tx
from db.excursions import seats
from db.programme import streams
from db.schedule import event_versions


async def visits_of(tx: Tx, person_id: int, stream_ids: list[int], before: datetime) -> list[Visit]:
    """Return the excursions of some streams that have begun, the newest first."""
    event = event_versions.c
    chosen = (
        select(
            event.event_id,
            event.title,
            event.day,
            event.starts_at,
            seats.c.id.label("seat_id"),
            boarding_marks.c.mark,
            boarding_marks.c.starts_at.label("said_for"),
        )
        .select_from(
            streams.join(event_versions, event.edition_id == streams.c.published_id)
            .outerjoin(seats, and_(seats.c.event_id == event.event_id, seats.c.person_id == person_id))
            .outerjoin(
                boarding_marks,
                and_(
                    boarding_marks.c.event_id == event.event_id,
                    boarding_marks.c.person_id == person_id,
                    boarding_marks.c.way == Way.THERE,
                ),
            )
        )
        .where(
            streams.c.id.in_(stream_ids),
            event.starts_at <= before,
            event.cancelled.is_(False),
            or_(seats.c.id.is_not(None), boarding_marks.c.id.is_not(None)),
        )
        .order_by(event.starts_at.desc(), event.event_id.desc())
    )
    found = []
    for row in await tx.execute(chosen):
        holds = row.mark is not None and same_ride(row.said_for, row.starts_at)
        if holds or row.seat_id is not None:
            found.append(Visit(row.event_id, row.title, row.day, Mark(row.mark) if holds else None))
    return found
