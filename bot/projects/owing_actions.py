"""Which teams owe a report: for those who write to them."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from bot.projects.planning import facts_of, rhythm_of, silent_since
from bot.projects.prompts import reported
from bot.projects.settings import STALENESS
from db.engine import Tx

WEEK, STALE = "week", "stale"
"""No report since the team was last asked; none for so long that the status is stale."""


async def owing_teams(tx: Tx, now: datetime, stream_ids: Collection[int]) -> Mapping[str, frozenset[str]]:
    """Step: return the code of each team that owes a report on any of its projects, with what it owes."""
    found: dict[str, frozenset[str]] = {}
    for stream_id in sorted(stream_ids):
        facts = await facts_of(tx, stream_id)
        if facts is None:
            continue
        stale = timedelta(days=facts.settings.value(STALENESS))
        for one in facts.projects:
            last = facts.last_reports.get(one.id)
            owed = set(found.get(one.team_code, ()))
            if not reported(last, rhythm_of(facts.settings).last(now, one.zone)):
                owed.add(WEEK)
            if now - silent_since(last, facts.season.starts_on) >= stale:
                owed.add(STALE)
            found[one.team_code] = frozenset(owed)
    return found
