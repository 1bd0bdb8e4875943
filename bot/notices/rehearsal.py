"""What would be due within a time, as if it were about to be sent (pure)."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from bot.notices.model import Notice, Placed


def as_if_due(placed: Iterable[Placed], since: datetime, until: datetime) -> list[Notice]:
    """Return as notices what is due from a moment until before another, in the order of time.

    Their ids are their places in this list: none of them is a row of the plan.
    """
    due = sorted((one for one in placed if since <= one.due_at < until), key=_order)
    return [_notice(number, one) for number, one in enumerate(due, 1)]


def by_moment(notices: Iterable[Notice]) -> list[tuple[datetime, list[Notice]]]:
    """Put together what is due at the same moment; the notices come in the order of time."""
    return [(moment, list(same)) for moment, same in groupby(notices, key=lambda one: one.due_at)]


def _order(one: Placed) -> tuple[datetime, int, int, str]:
    return one.due_at, one.urgency, one.wanted.person_id or 0, one.wanted.key


def _notice(number: int, one: Placed) -> Notice:
    wanted = one.wanted
    return Notice(
        id=number,
        key=wanted.key,
        kind=wanted.kind,
        stream_id=wanted.stream_id,
        subject=wanted.subject,
        person_id=wanted.person_id,
        chat_id=wanted.chat_id,
        wanted_at=wanted.due_at,
        due_at=one.due_at,
        stale_after=wanted.stale_after,
        happens_at=wanted.happens_at,
        zone=wanted.zone,
        attempts=0,
        repeats=0,
        params=wanted.params,
    )
