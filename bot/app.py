"""The roof: builds the bot and runs it. Only it, `registry` and `jobs` see all floors."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError, TelegramAPIError

from bot.delivery.boards import keep_boards
from bot.delivery.client import greet, make_bot
from bot.delivery.deliverer import Deliverer
from bot.delivery.edits import Edits
from bot.delivery.keeping import Keeper
from bot.delivery.pace import Limits, Pace
from bot.delivery.preparing import Preparing
from bot.delivery.questions import Courier
from bot.delivery.rehearsal import Rehearsals
from bot.delivery.ticker import Ticker, Ticking, ticking
from bot.jobs import calendar_jobs, extend, question_jobs, retention_job
from bot.notices.fault_actions import alert_staff
from bot.notices.planning import Planning
from bot.people import entering
from bot.registry import awaiting, make_planning, make_routers, personal_data, presenters, setting_registry
from bot.schedule.pictures.painter import Painter
from bot.schedule.planning import zone_of
from bot.settings import Settings
from bot.shared.clock import Clock
from bot.shared.errors import Trouble
from bot.shared.stopping import unless_stopped
from bot.ui.menu import set_common_menus
from bot.ui.visiting import VisitMiddleware
from bot.updates.entries import EntryMiddleware, EntryStorage
from bot.updates.intake import Intake, pass_on_unreachable
from bot.updates.polling import poll
from bot.updates.web import web_server
from bot.updates.webhook import serve_webhook
from db.engine import Database, open_engine

log = logging.getLogger(__name__)

WORKBOOKS_AT_ONCE = 2
"""Each is read in a process of its own, which may take most of a gigabyte for a hostile file."""

MENUS_WAIT_S = 2
"""Telegram may make a bot that restarts often wait for minutes before it takes menus again."""


def make_dispatcher(
    db: Database,
    clock: Clock,
    default_locale: str,
    planning: Planning | None = None,
    painter: Painter | None = None,
) -> Dispatcher:
    """Wire the handlers: who is open to everybody comes first, the fallback last."""
    painter, planning = painter or Painter(), planning or make_planning()
    dispatcher = Dispatcher(
        disable_fsm=True,
        db=db,
        clock=clock,
        default_locale=default_locale,
        readers=asyncio.Semaphore(WORKBOOKS_AT_ONCE),
        painter=painter,
        personal=personal_data(),
        planning=planning,
        settings=setting_registry(),
        awaiting=awaiting(),
    )
    dispatcher["courier"] = Courier(db, clock, planning, default_locale)
    dispatcher["rehearsals"] = Rehearsals(Preparing(db, planning, presenters(painter), default_locale))
    dispatcher["keeper"] = Keeper(db, clock)
    dispatcher.update.outer_middleware(VisitMiddleware(db, clock, default_locale))
    dispatcher.update.outer_middleware(EntryMiddleware(EntryStorage(db, clock)))
    dispatcher.errors.outer_middleware(pass_on_unreachable)
    dispatcher.include_routers(*make_routers())
    return dispatcher


async def serve(
    settings: Settings,
    clock: Clock,
    stop: asyncio.Event,
    announce: Callable[[str], None],
    calendar: Ticking = ticking,
) -> None:
    """Serve Telegram until `stop` is set, then finish what is in flight.

    The database is migrated already; `announce` shows the operator a line that is not for the log.
    `calendar` runs what is done again and again. Raises Trouble in a sentence when the token, the Bot
    API or the webhook does not work.
    """
    pace, edits, painter = Pace(Limits(settings.messages_per_second)), Edits(), Painter()
    async with opened(settings.database_url) as db, make_bot(settings, pace, edits) as bot:
        if await unless_stopped(stop, greet(bot, settings)) is None:
            return
        await prepare_administrators(db, clock, settings, announce)
        deliverer = make_deliverer(db, clock, pace, painter, settings.default_locale)
        dispatcher = make_dispatcher(db, clock, settings.default_locale, deliverer.planning, painter)
        intake = Intake(lambda update: dispatcher.feed_update(bot, update))
        allowed = dispatcher.resolve_used_update_types()
        courier: Courier = dispatcher["courier"]
        rehearsals: Rehearsals = dispatcher["rehearsals"]
        keeper: Keeper = dispatcher["keeper"]
        clock.on_jump(keeper.nudge)
        jobs = [*calendar_jobs(db, clock, deliverer.planning), *question_jobs(db, clock, courier, bot)]
        jobs.append(retention_job(db, clock, bot))
        async with (
            courier,
            rehearsals,
            calendar(*jobs) as ticker,
            web_server(settings, bot, intake),
            menus_set(bot),
            delivering(deliverer, bot, ticker, edits),
            keeper.keeping(bot, pace, edits, lambda: deliverer.delivers),
        ):
            if settings.webhook_url:
                await serve_webhook(settings, bot, intake, allowed, stop)
            elif await unless_stopped(stop, _leave_webhook(bot)):
                await poll(bot, intake, allowed, stop)


def make_deliverer(
    db: Database, clock: Clock, pace: Pace, painter: Painter, default_locale: str
) -> Deliverer:
    """Wire the delivery of notices."""
    due = asyncio.Event()
    planning = make_planning(due.set)
    alert = partial(alert_staff, planning, clock, zone_of)
    deliverer = Deliverer(db, clock, planning, presenters(painter), pace, default_locale, alert, due)
    clock.on_jump(due.set)
    return deliverer


@asynccontextmanager
async def delivering(deliverer: Deliverer, bot: Bot, ticker: Ticker, edits: Edits) -> AsyncIterator[None]:
    """Deliver notices while the block runs; what has left is finished when it ends."""
    ended = asyncio.Event()

    async def catch_up_and_deliver() -> None:
        try:
            await extend(deliverer.db, deliverer.clock, deliverer.planning)
        except Exception:
            log.exception("the plan was not extended at the start; the calendar does it in minutes")
        await deliverer.keep_running(bot, ticker, ended)

    tasks = [
        asyncio.create_task(catch_up_and_deliver()),
        asyncio.create_task(keep_boards(bot, deliverer, edits, ended)),
    ]
    try:
        yield
    finally:
        ended.set()
        await asyncio.gather(*tasks)


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
