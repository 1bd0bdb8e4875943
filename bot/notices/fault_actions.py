"""The staff hear of a fault of ours in the transaction that settles the notice it spoilt."""

from bot.notices.model import Notice, Outcome
from bot.notices.notices import fault_alerts
from bot.notices.planning import Planning
from bot.shared.clock import Clock
from db.engine import Tx
from db.members import staff_of


async def alert_staff(planning: Planning, clock: Clock, tx: Tx, notice: Notice, outcome: Outcome) -> None:
    """Step: plan a word to the organizers of the notice's stream, or to every stream's without one."""
    now = clock.now()
    staff = await staff_of(tx, notice.stream_id, now.date())
    await planning.put(tx, now, fault_alerts(notice, outcome, staff, now))
