"""The engine's own kind of notice: a word to the staff about a fault of ours (pure)."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.notices.model import Notice, NoticeKind, Outcome, Quiet, Readers, Urgency, Wanted

FAULT = NoticeKind("notice-fault", Urgency.DUE, Quiet.HELD, bundled=False, readers=Readers.ORGANIZERS)

KINDS = (FAULT,)

OF_USE = timedelta(days=2)


def fault_alerts(notice: Notice, outcome: Outcome, staff: Mapping[int, str], now: datetime) -> list[Wanted]:
    """Return a word to each of the staff, at most one an hour about the same fault of the same kind.

    `staff` is person → zone: a fault far in the east wakes nobody in Moscow.
    A fault in telling of a fault is not told of: it is in the log and in the list of notices.
    """
    if notice.kind == FAULT.name:
        return []
    hour = now.replace(minute=0, second=0, microsecond=0)
    params = {"kind": notice.kind, "key": notice.key, "reason": outcome.reason, "to": notice.person_id}
    return [
        Wanted(
            key=f"fault:{notice.kind}:{outcome.reason[:40]}:{hour:%Y-%m-%dT%H}:person:{person}",
            kind=FAULT.name,
            subject=f"notice:{notice.id}",
            due_at=now,
            stale_after=now + OF_USE,
            zone=zone,
            stream_id=notice.stream_id,
            person_id=person,
            params=params,
        )
        for person, zone in staff.items()
    ]
