"""The roof: the only module that sees all floors; builds the bot and runs it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from aiogram import Bot, Dispatcher, Router
from aiogram.exceptions import AiogramError, TelegramAPIError

from bot.delivery.client import greet, make_bot
from bot.delivery.deliverer import Deliverer
from bot.delivery.farewells import bid_farewell
from bot.delivery.pace import Pace
from bot.delivery.questions import Courier
from bot.delivery.ticker import CalendarJob, Ticker, ticking
from bot.excursions import personal_data as excursions_data
from bot.mentoring import personal_data as mentoring_data
from bot.notices import notices as engine_notices
from bot.notices import personal_data as notices_data
from bot.notices.fault_actions import alert_staff
from bot.notices.model import NoticeKind, Planner
from bot.notices.planning import Planning
from bot.people import awaiting as people_awaiting
from bot.people import entering
from bot.people import personal_data as people_data
from bot.people.assistants import ENDED_KEPT
from bot.people.todo_actions import Step
from bot.privacy import awaiting as privacy_awaiting
from bot.privacy import personal_data as privacy_data
from bot.privacy.old_imports import forget_old_imports
from bot.privacy.retention import erase_past
from bot.programme import personal_data as programme_data
from bot.programme import settings as programme_settings
from bot.programme.setting import SettingRegistry
from bot.projects import settings as projects_settings
from bot.publishing import awaiting as publishing_awaiting
from bot.publishing import notice_actions
from bot.publishing import notices as publishing_notices
from bot.publishing import personal_data as publishing_data
from bot.schedule import notices as schedule_notices
from bot.schedule import personal_data as schedule_data
from bot.schedule import planning as schedule_planning
from bot.schedule import settings as schedule_settings
from bot.schedule.extending_actions import extend_plan
from bot.schedule.pictures.painter import Painter
from bot.settings import Settings
from bot.shared.clock import Clock
from bot.shared.errors import Trouble
from bot.shared.personal import Registry
from bot.shared.stopping import unless_stopped
from bot.support import awaiting as support_awaiting
from bot.support import personal_data as support_data
from bot.support import settings as support_settings
from bot.support.alarm_actions import call_out
from bot.ui.menu import set_common_menus
from bot.ui.notices import engine as engine_letters
from bot.ui.notices import publishing as publishing_letters
from bot.ui.notices import schedule as schedule_letters
from bot.ui.notices.letter import Presenter
from bot.ui.visiting import VisitMiddleware
from bot.updates.entries import EntryMiddleware, EntryStorage
from bot.updates.intake import Intake, pass_on_unreachable
from bot.updates.polling import poll
from bot.updates.web import web_server
from bot.updates.webhook import serve_webhook
from bot.workbook import awaiting as workbook_awaiting
from bot.workbook import personal_data as workbook_data
from bot.workbook import settings as workbook_settings
from db.assistants import forget_helpers
from db.engine import Database, open_engine
from db.entries import forget_expired
from db.notices import forget_settled_before
from db.support_albums import forget_items
from db.updates import forget_before
from handlers import (
    access,
    assistants,
    corrections,
    coverage,
    editing,
    entry,
    errors,
    event_files,
    event_files_sent,
    excursions,
    exports,
    fallback,
    groups,
    invite,
    mydata,
    notices,
    people,
    people_roster,
    programme,
    publishing,
    publishing_delay,
    reachability,
    schedule,
    schedule_files,
    search,
    settings,
    support,
    support_staff,
    todo,
    understanding,
    workbook,
)

log = logging.getLogger(__name__)

UPDATES_KEPT = timedelta(days=2)
"""Telegram keeps an update for a day; twice that is remembered."""

WORKBOOKS_AT_ONCE = 2
"""Each is read in a process of its own, which may take most of a gigabyte for a hostile file."""

NOTICES_KEPT = timedelta(days=90)
"""How long organizers can see what was sent to whom."""

MENUS_WAIT_S = 2
"""Telegram may make a bot that restarts often wait for minutes before it takes menus again."""


def make_dispatcher(
    db: Database, clock: Clock, default_locale: str, planning: Planning | None = None
) -> Dispatcher:
    """Wire the handlers: who is open to everybody comes first, the fallback last."""
    dispatcher = Dispatcher(
        disable_fsm=True,
        db=db,
        clock=clock,
        default_locale=default_locale,
        readers=asyncio.Semaphore(WORKBOOKS_AT_ONCE),
        painter=Painter(),
        personal=personal_data(),
        planning=planning or make_planning(),
        settings=setting_registry(),
        awaiting=awaiting(),
    )
    dispatcher["courier"] = Courier(db, clock, default_locale)
    dispatcher.update.outer_middleware(VisitMiddleware(db, clock, default_locale))
    dispatcher.update.outer_middleware(EntryMiddleware(EntryStorage(db, clock)))
    dispatcher.errors.outer_middleware(pass_on_unreachable)
    dispatcher.include_routers(*make_routers())
    return dispatcher


def make_planning(wake: Callable[[], None] = lambda: None) -> Planning:
    """Return the kinds and planners of every room; `wake` is called when the plan has changed."""
    kinds: tuple[NoticeKind, ...] = (
        *engine_notices.KINDS,
        *schedule_notices.KINDS,
        *publishing_notices.KINDS,
    )
    planners: tuple[Planner, ...] = (*schedule_planning.PLANNERS, notice_actions.PLANNER)
    return Planning(kinds, planners, schedule_planning.night_of, wake)


def presenters() -> dict[str, Presenter]:
    """Return how each kind of notice is written."""
    letters = engine_letters.PRESENTERS | schedule_letters.PRESENTERS
    return letters | publishing_letters.presenters(Painter())


def personal_data() -> Registry:
    """Return what every room declares as personal data: the people themselves last."""
    return (
        *notices_data.PERSONAL_DATA,
        *publishing_data.PERSONAL_DATA,
        *privacy_data.PERSONAL_DATA,
        *programme_data.PERSONAL_DATA,
        *support_data.PERSONAL_DATA,
        *workbook_data.PERSONAL_DATA,
        *mentoring_data.PERSONAL_DATA,
        *excursions_data.PERSONAL_DATA,
        *schedule_data.PERSONAL_DATA,
        *people_data.PERSONAL_DATA,
    )


def awaiting() -> tuple[Step, ...]:
    """Return what every room declares to be waiting for somebody."""
    return (
        support_awaiting.questions_waiting,
        people_awaiting.people_waiting,
        privacy_awaiting.corrections_waiting,
        workbook_awaiting.imports_waiting,
        publishing_awaiting.drafts_waiting,
    )


def setting_registry() -> SettingRegistry:
    """Return every setting of a programme that a room declares, in the order in which they are shown."""
    return (
        *programme_settings.SETTINGS,
        *schedule_settings.SETTINGS,
        *support_settings.SETTINGS,
        *workbook_settings.SETTINGS,
        *projects_settings.SETTINGS,
    )


def make_routers() -> list[Router]:
    """Return every room's routers in the order in which they are asked."""
    return [
        errors.make_router(),
        reachability.make_router(),
        assistants.make_router(),
        entry.make_router(),
        people.make_open_router(),
        access.make_router(),
        support.make_router(),
        support_staff.make_router(),
        groups.make_router(),
        people.make_router(),
        todo.make_router(),
        coverage.make_router(),
        invite.make_router(),
        exports.make_router(),
        workbook.make_router(),
        publishing.make_router(),
        publishing_delay.make_router(),
        editing.make_router(),
        editing.make_entry_router(),
        event_files.make_router(),
        people_roster.make_router(),
        notices.make_router(),
        settings.make_router(),
        mydata.make_router(),
        schedule_files.make_router(),
        corrections.make_router(),
        programme.make_router(),
        schedule.make_router(),
        excursions.make_router(),
        programme.make_entry_router(),
        corrections.make_entry_router(),
        support.make_entry_router(),
        assistants.make_entry_router(),
        event_files_sent.make_entry_router(),
        understanding.make_router(),
        search.make_router(),
        groups.make_last_router(),
        fallback.make_router(),
    ]


async def serve(
    settings: Settings, clock: Clock, stop: asyncio.Event, announce: Callable[[str], None]
) -> None:
    """Serve Telegram until `stop` is set, then finish what is in flight.

    The database is migrated already; `announce` shows the operator a line that is not for the log.
    Raises Trouble in a sentence when the token, the Bot API or the webhook does not work.
    """
    pace = Pace()
    async with opened(settings.database_url) as db, make_bot(settings, pace) as bot:
        if await unless_stopped(stop, greet(bot, settings)) is None:
            return
        await prepare_administrators(db, clock, settings, announce)
        deliverer = make_deliverer(db, clock, pace, settings.default_locale)
        dispatcher = make_dispatcher(db, clock, settings.default_locale, deliverer.planning)
        intake = Intake(lambda update: dispatcher.feed_update(bot, update))
        allowed = dispatcher.resolve_used_update_types()
        courier: Courier = dispatcher["courier"]
        jobs = [*calendar_jobs(db, clock, deliverer.planning), *question_jobs(db, clock, courier, bot)]
        jobs.append(retention_job(db, clock, bot))
        async with (
            courier,
            ticking(*jobs) as ticker,
            web_server(settings, bot, intake),
            menus_set(bot),
            delivering(deliverer, bot, ticker),
        ):
            if settings.webhook_url:
                await serve_webhook(settings, bot, intake, allowed, stop)
            elif await unless_stopped(stop, _leave_webhook(bot)):
                await poll(bot, intake, allowed, stop)


def make_deliverer(db: Database, clock: Clock, pace: Pace, default_locale: str) -> Deliverer:
    """Wire the delivery of notices."""
    due = asyncio.Event()
    planning = make_planning(due.set)
    alert = partial(alert_staff, planning, clock)
    deliverer = Deliverer(db, clock, planning, presenters(), pace, default_locale, alert, due)
    clock.on_jump(due.set)
    return deliverer


@asynccontextmanager
async def delivering(deliverer: Deliverer, bot: Bot, ticker: Ticker) -> AsyncIterator[None]:
    """Deliver notices while the block runs; what has left is finished when it ends."""
    ended = asyncio.Event()

    async def catch_up_and_deliver() -> None:
        await extend_plan(deliverer.db, deliverer.clock, deliverer.planning)
        await deliverer.keep_running(bot, ticker, ended)

    task = asyncio.create_task(catch_up_and_deliver())
    try:
        yield
    finally:
        ended.set()
        await task


@asynccontextmanager
async def menus_set(bot: Bot) -> AsyncIterator[None]:
    """Set the common menus, the block waiting for it a little: people are answered even without menus."""

    async def set_menus() -> None:
        try:
            await set_common_menus(bot)
        except AiogramError as fault:
            log.warning("the command menus stay as they were: %s", type(fault).__name__)

    setting = asyncio.create_task(set_menus())
    try:
        await asyncio.wait([setting], timeout=MENUS_WAIT_S)
        yield
    finally:
        setting.cancel()
        await asyncio.gather(setting, return_exceptions=True)


async def _leave_webhook(bot: Bot) -> bool:
    try:
        return await bot.delete_webhook()
    except TelegramAPIError as fault:
        raise Trouble(
            f"Telegram does not end the webhook, so it cannot be polled: {fault.message}."
        ) from None


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

    async def extend() -> None:
        await extend_plan(db, clock, planning)

    async def forget_old_notices() -> None:
        async with db.write() as tx:
            await forget_settled_before(tx, clock.now() - NOTICES_KEPT)

    return [
        CalendarJob("extend-plan", timedelta(minutes=10), extend),
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

    async def call_out_waiting() -> None:
        if await call_out(db, clock):
            await courier.deliver(bot)

    async def forget_unwritten() -> None:
        async with db.write() as tx:
            await forget_expired(tx, clock.now())
            await forget_items(tx, clock.now())

    return [
        CalendarJob("carry-questions", timedelta(seconds=15), carry),
        CalendarJob("call-out-questions", timedelta(minutes=1), call_out_waiting),
        CalendarJob("forget-unwritten", timedelta(hours=1), forget_unwritten),
    ]


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """Open a migrated database and close it at the end."""
    db = Database(open_engine(url))
    try:
        yield db
    finally:
        await db.close()


async def prepare_administrators(
    db: Database, clock: Clock, settings: Settings, announce: Callable[[str], None]
) -> None:
    """Appoint who is named in the settings; where nobody is, announce a claim code for the first one."""
    await entering.appoint(db, clock, settings.admins, settings.default_locale)
    code = await entering.prepare_claim(db, clock)
    if code is not None:
        announce(f"Nobody administers this bot yet. Send it, in a private chat, once: /claim {code}")
