"""The staff hear of a fault of ours in the transaction that settles the notice it spoilt."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.notices.model import Notice, Outcome
from bot.notices.notices import fault_alerts
from bot.notices.planning import Planning
from bot.shared.clock import Clock
from db.engine import Tx
from db.members import staff_of
from db.people import people_named


@dataclass(frozen=True, slots=True)
class Fault:
    """What a word about a fault tells; `whom` is a person's name, empty for a chat."""

    kind: str
    whom: str
    reason: str
    key: str


Whereabouts = Callable[[Tx, int | None, str | None, datetime], Awaitable[str]]
"""Returns the zone in which somebody of a stream, or of none, who lives in a zone is at a moment."""


async def alert_staff(
    planning: Planning, clock: Clock, whereabouts: Whereabouts, tx: Tx, notice: Notice, outcome: Outcome
) -> None:
    """Step: plan a word to the organizers of the notice's stream, or to every stream's without one."""
    now = clock.now()
    people = await people_named(tx, await staff_of(tx, notice.stream_id, now.date()))
    staff = {
        person.id: await whereabouts(tx, notice.stream_id, person.zone, now) for person in people.values()
    }
    await planning.put(tx, now, fault_alerts(notice, outcome, staff, now))


async def read_faults(tx: Tx, _now: datetime, notices: Sequence[Notice]) -> Mapping[int, Fault]:
    """Step: return, by notice id, what each word about a fault tells."""
    receivers = {one.id: one.params.get("to") or 0 for one in notices}
    people = await people_named(tx, receivers.values())
    return {
        one.id: Fault(
            one.params["kind"],
            people[receivers[one.id]].full_name if receivers[one.id] in people else "",
            one.params["reason"],
            one.params["key"],
        )
        for one in notices
    }
