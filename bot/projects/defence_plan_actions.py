"""Planning what is told of defences: a slot that is new or another one, and how much time is left."""

from collections.abc import Sequence
from datetime import datetime

from bot.notices.model import Planner, Scope, Wanted
from bot.notices.planning import HORIZON
from bot.projects.defence import (
    DEFENCE_AHEAD,
    DEFENCE_LEADS,
    DEFENCE_SLOT,
    Slot,
    slots,
    wanted_countdowns,
    wanted_slots,
)
from bot.projects.defence_actions import hearers_of
from bot.projects.model import Project
from bot.projects.season_actions import season_of
from db import project_defences as rows
from db.coming_events import events_by_id
from db.engine import Tx
from db.project_facts import project
from db.settings import settings_of_stream


async def _slots(tx: Tx, now: datetime, scope: Scope) -> list[Wanted]:
    season = await season_of(tx, scope.stream_id)
    if season is None or scope.people is not None:
        return []
    told = await rows.told_slots(tx, scope.stream_id)
    known = [await project(tx, number) for number in sorted({number for number, _person in told})]
    defended = {one.id: one for one in await rows.defended_in(tx, scope.stream_id)}
    every = {one.id: one for one in known if one is not None} | defended
    found = await _all_slots(tx, list(defended.values()))
    hearers = await hearers_of(tx, now, scope.stream_id, list(every.values()))
    return list(wanted_slots(found, hearers, told, season, now))


async def _countdowns(tx: Tx, now: datetime, scope: Scope) -> list[Wanted]:
    season = await season_of(tx, scope.stream_id)
    if season is None or scope.people is not None:
        return []
    defended = await rows.defended_in(tx, scope.stream_id)
    found = await _all_slots(tx, defended)
    hearers = await hearers_of(tx, now, scope.stream_id, defended)
    before = (await settings_of_stream(tx, scope.stream_id)).value(DEFENCE_LEADS)
    return list(wanted_countdowns(found, hearers, before, season, now + HORIZON))


async def _all_slots(tx: Tx, defended: Sequence[Project]) -> dict[int, Slot]:
    return slots(defended, await events_by_id(tx, {one.defence_id for one in defended if one.defence_id}))


def _subjects(scope: Scope) -> frozenset[str] | None:
    """Compare with all of the stream: an event that moves concerns whoever speaks there."""
    return frozenset() if scope.people is not None else None


PLANNERS = (
    Planner(frozenset({DEFENCE_SLOT.name}), _slots, _subjects),
    Planner(frozenset({DEFENCE_AHEAD.name}), _countdowns, _subjects),
)
