"""The deliverer: claims what is due, sends it at the pace allowed, and settles what became of it."""

import asyncio
import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from aiogram import Bot
from sqlalchemy.exc import SQLAlchemyError

from bot.delivery.book import Alert, Book
from bot.delivery.carrying import carry
from bot.delivery.pace import Pace
from bot.delivery.preparing import Preparing
from bot.delivery.ticker import Ticker
from bot.notices.model import Notice
from bot.notices.planning import Planning
from bot.shared.clock import Clock
from bot.shared.stopping import unless_stopped
from bot.ui.notices.letter import Presenter
from db import notice_claims, notices
from db.engine import Database, Tx
from db.turn import turn_to_deliver

log = logging.getLogger(__name__)

SAFETY_S = 5.0
"""The longest sleep: another process (an import on the command line) may have planned something."""

BREATH_S = 0.05
"""Between two looks: what ends meanwhile is settled in one transaction."""

FAULT_PAUSE_S = 1.0
"""Before going on when the database failed."""


class TurnLost(Exception):
    """Another process has begun to deliver: what this one has claimed is the other's now."""


@dataclass
class Deliverer:
    """Delivers planned notices while `run` runs.

    `alert` plans a word to the staff about a fault of our own; `woken` is set by whoever knows that
    something may be due. `counts` tell what has become of notices since the start.
    """

    db: Database
    clock: Clock
    planning: Planning
    presenters: Mapping[str, Presenter]
    pace: Pace
    default_locale: str
    alert: Alert
    woken: asyncio.Event
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()
        self._book = Book(self.planning, self.alert, self.counts)
        self._preparing = Preparing(self.db, self.planning, self.presenters, self.default_locale)
        self._epoch = 0
        self.delivers = False

    async def keep_running(self, bot: Bot, ticker: Ticker, stop: asyncio.Event) -> None:
        """Run until `stop` is set; a fault nobody thought of is logged, and delivering begins anew."""
        while not stop.is_set():
            try:
                await self.run(bot, ticker, stop)
            except TurnLost:
                log.warning("another process delivers: what this one has just sent may be sent again")
            except Exception:
                log.exception("delivering broke off; it begins anew")
                await unless_stopped(stop, asyncio.sleep(FAULT_PAUSE_S))

    async def run(self, bot: Bot, ticker: Ticker, stop: asyncio.Event) -> None:
        """Deliver until `stop` is set; then finish what is under way and leave the rest in the queue.

        While another process on the same database delivers, wait for the turn. Raises TurnLost where
        one has begun although this one had not ended, as after a connection that broke unnoticed.
        """
        async with turn_to_deliver(self.db, stop) as mine:
            if not mine:
                return
            await self._begin()
            self.delivers = True
            try:
                while not stop.is_set():
                    if not await self._round(bot):
                        await self._rest(ticker, stop)
            finally:
                self.delivers = False
                await self._finish()

    async def _begin(self) -> None:
        """Begin an epoch: free what another process had taken, write what this one knows of, keep a pause."""
        self.pace.open()
        async with self.db.write() as tx:
            if await notice_claims.is_current(tx, self._epoch):
                await self._book.write(tx, self._epoch, self.clock.now())
            epoch = await notice_claims.next_epoch(tx)
            freed = await notice_claims.free_claims_of_others(tx, epoch)
            paused_until = await notice_claims.paused_until(tx)
        self._epoch = epoch
        if paused_until is not None:
            self.pace.pause((paused_until - self.clock.now()).total_seconds())
        self._book.page()
        log.info("delivering notices, epoch %s", epoch)
        if freed:
            self.counts["unknown fate"] += freed
            log.warning("%s notices were under way when delivering broke off: they are sent again", freed)

    async def _round(self, bot: Bot) -> bool:
        """Settle what has ended, take what is due and begin to send it; False where there was nothing."""
        self.woken.clear()
        taken: list[Notice] = []
        try:
            taken = await self._settle_and_take(self.pace.limits.window - len(self._under_way))
            if not taken:
                return False
            made, settled = await self._preparing.prepare(taken, self.clock.now())
        except (SQLAlchemyError, OSError) as fault:
            log.error("the plan cannot be read or written: %s", type(fault).__name__)
            self._book.put_back(taken)
            await asyncio.sleep(FAULT_PAUSE_S)
            return True
        except Exception:
            self._book.put_back(taken)
            raise
        for notice, outcome in settled:
            self._book.end(None, notice, outcome)
        for errand in made:
            task = asyncio.create_task(carry(bot, self.pace, self.clock, self._book, errand))
            self._under_way.add(task)
            task.add_done_callback(self._done)
        return True

    async def _settle_and_take(self, free: int) -> list[Notice]:
        """Write the book and claim what is due, up to so many, in one transaction."""
        page, now = self._book.page(), self.clock.now()
        try:
            async with self.db.write() as tx:
                if not await notice_claims.is_current(tx, self._epoch):
                    raise TurnLost
                await page.write(tx, self._epoch, now)
                if left := self.pace.pause_left():
                    await notice_claims.keep_pause(tx, now + timedelta(seconds=left))
                return await self._take(tx, free) if free > 0 else []
        except TurnLost:
            raise
        except BaseException:
            self._book.put_in(page)
            raise

    async def _take(self, tx: Tx, free: int) -> list[Notice]:
        now = self.clock.now()
        taken = await notice_claims.claim(tx, self._epoch, now, free)
        bundled = self._preparing.bundled()
        people = {one.person_id for one in taken if one.person_id and one.kind in bundled}
        return taken + await notice_claims.claim_with(tx, self._epoch, now, people, bundled)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self.woken.set()

    async def _rest(self, ticker: Ticker, stop: asyncio.Event) -> None:
        """Sleep until woken, until the next notice is due, or for a safety interval."""
        if self._book:
            await asyncio.sleep(BREATH_S)
            return
        try:
            async with self.db.read() as tx:
                due = await notices.next_due(tx)
        except (SQLAlchemyError, OSError) as fault:
            log.error("the plan cannot be read: %s", type(fault).__name__)
            await asyncio.sleep(FAULT_PAUSE_S)
            return
        if due is not None:
            ticker.call_in(due - self.clock.now(), self.woken.set)
        try:
            await asyncio.wait_for(unless_stopped(stop, self.woken.wait()), SAFETY_S)
        except TimeoutError:
            return
        await asyncio.sleep(BREATH_S if self._under_way else 0)

    async def _finish(self) -> None:
        """Let what has left end, put back what waits for its turn, and write both."""
        self.pace.close()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        try:
            await self._settle_and_take(0)
        except (SQLAlchemyError, OSError) as fault:
            log.error("the last outcomes are not written: %s", type(fault).__name__)
