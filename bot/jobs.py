"""What is done by the calendar: running any of it twice or late does no harm."""

from datetime import timedelta
from functools import partial

from aiogram import Bot

from bot.delivery.farewells import bid_farewell
from bot.delivery.questions import Courier
from bot.delivery.ticker import CalendarJob
from bot.excursions.settling_actions import settle_waiting
from bot.notices.planning import Planning
from bot.people.assistants import ENDED_KEPT
from bot.privacy.old_imports import forget_old_imports
from bot.privacy.retention import erase_past
from bot.projects.planning import plan_projects
from bot.registry import personal_data
from bot.schedule.extending_actions import extend_plan
from bot.shared.clock import Clock
from bot.support.planning import plan_alarms
from db.assistants import forget_helpers
from db.engine import Database
from db.entries import forget_expired
from db.notices import forget_settled_before
from db.project_drafts import forget_drafts
from db.support_albums import forget_items
from db.updates import forget_before

UPDATES_KEPT = timedelta(days=2)
"""Telegram keeps an update for a day; twice that is remembered."""

NOTICES_KEPT = timedelta(days=90)
"""How long organizers can see what was sent to whom."""

DRAFTS_KEPT = timedelta(days=30)
"""How long a report half written waits to be gone on with."""


async def extend(db: Database, clock: Clock, planning: Planning) -> None:
    """Plan what has come within the horizon, and what no change has planned."""
    await extend_plan(db, clock, planning)
    await plan_alarms(db, clock, planning)
    await plan_projects(db, clock, planning)


def calendar_jobs(db: Database, clock: Clock, planning: Planning) -> list[CalendarJob]:
    """Return what is done by the calendar."""

    async def forget_old_updates() -> None:
        async with db.write() as tx:
            await forget_before(tx, clock.now() - UPDATES_KEPT)

    async def forget_imports() -> None:
        await forget_old_imports(db, clock)

    async def forget_old_helpers() -> None:
        async with db.write() as tx:
            await forget_helpers(tx, clock.now() - ENDED_KEPT)

    async def settle_places() -> None:
        await settle_waiting(db, clock, planning)

    async def forget_old_notices() -> None:
        async with db.write() as tx:
            await forget_settled_before(tx, clock.now() - NOTICES_KEPT)

    return [
        CalendarJob("extend-plan", timedelta(minutes=10), partial(extend, db, clock, planning)),
        CalendarJob("settle-places", timedelta(minutes=1), settle_places),
        CalendarJob("forget-old-notices", timedelta(hours=6), forget_old_notices),
        CalendarJob("forget-old-imports", timedelta(hours=6), forget_imports),
        CalendarJob("forget-old-updates", timedelta(hours=6), forget_old_updates),
        CalendarJob("forget-helpers", timedelta(hours=6), forget_old_helpers),
    ]


def retention_job(db: Database, clock: Clock, bot: Bot) -> CalendarJob:
    """Return what erases people whose data are not needed any more."""

    async def erase() -> None:
        await bid_farewell(bot, await erase_past(db, clock, personal_data()))

    return CalendarJob("erase-past", timedelta(hours=1), erase)


def question_jobs(db: Database, clock: Clock, courier: Courier, bot: Bot) -> list[CalendarJob]:
    """Return what carries on with questions that no tap carries on with."""

    async def carry() -> None:
        await courier.deliver(bot)

    async def forget_unwritten() -> None:
        async with db.write() as tx:
            await forget_expired(tx, clock.now())
            await forget_items(tx, clock.now())
            await forget_drafts(tx, clock.now() - DRAFTS_KEPT)

    return [
        CalendarJob("carry-questions", timedelta(seconds=15), carry),
        CalendarJob("forget-unwritten", timedelta(hours=1), forget_unwritten),
    ]
