"""Whoever is a mentor no more is told nothing of the team, though the mentorship was never ended."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import update

from bot.notices.model import Notice, Scope
from bot.people.model import Role
from bot.projects import defence_actions, digest_actions, notice_actions
from bot.projects.card_actions import card
from bot.projects.defence import DEFENCE_AHEAD, DEFENCE_SLOT
from bot.projects.digest import DIGEST
from bot.projects.notices import SILENCE, subject
from bot.registry import make_planning
from bot.shared.clock import ManualClock
from db.engine import Database
from db.mentoring import mentors
from db.mentorships import mentorships
from db.people import enrolments
from tests.projects.field import OURS, SECOND, lay, let_in, planned_notices
from tests.schedule.stage import Stage, add

NEIGHBOUR = 2
"""Boris is a participant of the stream, and the mentor of another team."""

WEDNESDAY = datetime(2025, 11, 12, 6, 0, tzinfo=UTC)
"""An hour before silence is told of; the defence is on Tuesday."""

FRIDAY = datetime(2025, 11, 14, 6, 0, tzinfo=UTC)
"""The day of the digest, and the eve of the countdown three days before the defence."""

TOLD = [
    (SILENCE.name, WEDNESDAY, notice_actions.silences),
    (DEFENCE_SLOT.name, WEDNESDAY, defence_actions.due),
    (DIGEST.name, FRIDAY, digest_actions.due),
    (DEFENCE_AHEAD.name, FRIDAY, defence_actions.due),
]


async def _has_roles(database: Database, roles: Sequence[Role]) -> None:
    async with database.write() as tx:
        own = update(enrolments).where(enrolments.c.person_id == NEIGHBOUR)
        await tx.execute(own.values(roles=list(roles), team_id=8))


async def _replan(database: Database, kind: str, now: datetime) -> list[Notice]:
    """Plan again and return what waits for the neighbour about the team's project or about all."""
    async with database.write() as tx:
        await make_planning().replan(tx, now, Scope(5), frozenset({kind}))
    every = await planned_notices(database, kind)
    return [one for one in every if one.person_id == NEIGHBOUR and one.subject != subject(SECOND)]


@pytest.fixture
async def mentored(database: Database, stage: Stage) -> Database:
    await lay(database)
    await let_in(database, NEIGHBOUR)
    async with database.write() as tx:
        profile = {"id": 1, "person_id": NEIGHBOUR, "stream_id": 5, "kind": "alumnus", "capacity": 1}
        await add(tx, mentors, profile)
        pair = {"id": 1, "stream_id": 5, "team_id": 7, "mentor_id": 1, "state": "accepted", "score": 1}
        await add(tx, mentorships, pair | {"reasons": "{}", "proposed_at": WEDNESDAY})
    await _has_roles(database, [Role.PARTICIPANT, Role.MENTOR])
    return database


@pytest.mark.parametrize(("kind", "now", "due"), TOLD)
async def test_with_the_role_goes_what_is_told_of_the_team(
    mentored: Database, kind: str, now: datetime, due: Any
) -> None:
    waiting = await _replan(mentored, kind, now)
    assert len(waiting) == 1
    async with mentored.read() as tx:
        assert list(await due(tx, now, waiting)) == [waiting[0].id]
    await _has_roles(mentored, [Role.PARTICIPANT])
    async with mentored.read() as tx:
        assert await due(tx, now, waiting) == {}
    assert await _replan(mentored, kind, now) == []


async def test_the_card_names_no_former_mentor(mentored: Database, clock: ManualClock, stage: Stage) -> None:
    named = (await card(mentored, clock, stage.organizer, OURS)).mentors
    assert [one.id for one in named] == [NEIGHBOUR]
    await _has_roles(mentored, [Role.PARTICIPANT])
    assert (await card(mentored, clock, stage.organizer, OURS)).mentors == ()
