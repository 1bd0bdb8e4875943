"""The deliverer: claims what is due, sends it at the pace allowed, and settles what became of it."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aiogram import Bot
from aiogram.exceptions import TelegramMigrateToChat
from sqlalchemy.exc import SQLAlchemyError

from bot.delivery.errands import Errand, errands, standing_in_the_way
from bot.delivery.pace import Pace
from bot.delivery.sending import send_letter
from bot.delivery.ticker import Ticker
from bot.delivery.verdicts import verdict
from bot.notices.model import Notice, Outcome, Recipient, State
from bot.notices.planning import Planning
from bot.people import consent
from bot.shared.clock import Clock
from bot.shared.stopping import unless_stopped
from bot.ui.notices.letter import Presenter
from db import groups, notice_claims, notice_recipients, notices, people
from db.engine import Database, Tx
from db.notice_claims import Claim
from db.turn import turn_to_deliver

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
"""How long a claimed notice is its claimer's own: longer than the slowest letter takes."""

SAFETY_S = 5.0
"""The longest sleep: another process (an import on the command line) may have planned something."""

BREATH_S = 0.05
"""Between two looks: what ends meanwhile is settled in one transaction."""

FAULT_PAUSE_S = 1.0
"""Before going on when the database failed."""

Alert = Callable[[Tx, Notice, Outcome], Awaitable[None]]


@dataclass
class Deliverer:
    """Delivers planned notices while `run` runs.

    `alert` plans a word to the staff about a fault of our own; `woken` is set by whoever knows that
    something may be due. `counts` tell what has become of notices
    since the start.
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
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._ended: list[tuple[Errand | None, Notice, Outcome]] = []
        self._unbegun: list[Notice] = []
        self._moved: dict[int, int] = {}
        self._stopping = False
        self._epoch = 0

    async def keep_running(self, bot: Bot, ticker: Ticker, stop: asyncio.Event) -> None:
        """Run until `stop` is set; a fault nobody thought of is logged, and delivering begins anew."""
        while not stop.is_set():
            try:
                await self.run(bot, ticker, stop)
            except Exception:
                log.exception("delivering broke off; it begins anew")
                await unless_stopped(stop, asyncio.sleep(FAULT_PAUSE_S))

    async def run(self, bot: Bot, ticker: Ticker, stop: asyncio.Event) -> None:
        """Deliver until `stop` is set; then finish what is under way and leave the rest in the queue.

        While another process on the same database delivers, wait for the turn.
        """
        async with turn_to_deliver(self.db, stop) as mine:
            if not mine:
                return
            await self._begin()
            try:
                while not stop.is_set():
                    if not await self._round(bot):
                        await self._rest(ticker, stop)
            finally:
                await self._finish()

    async def _begin(self) -> None:
        self._stopping = False
        self.pace.open()
        async with self.db.write() as tx:
            self._epoch = await notice_claims.next_epoch(tx)
            freed = await notice_claims.free_claims_of_others(tx, self._epoch)
        if freed:
            self.counts["unknown fate"] += freed
            log.warning("%s notices were under way when delivering broke off: they are sent again", freed)

    async def _round(self, bot: Bot) -> bool:
        """Settle what has ended, take what is due and begin to send it; False where there was nothing."""
        self.woken.clear()
        try:
            taken = await self._settle_and_take()
        except (SQLAlchemyError, OSError) as fault:
            log.error("the plan cannot be read or written: %s", type(fault).__name__)
            await asyncio.sleep(FAULT_PAUSE_S)
            return True
        if not taken:
            return False
        try:
            made = await self._prepare(taken)
        except (SQLAlchemyError, OSError) as fault:
            log.error("what is due cannot be read: %s", type(fault).__name__)
            self._unbegun += taken
            await asyncio.sleep(FAULT_PAUSE_S)
            return True
        for errand in made:
            task = asyncio.create_task(self._carry(bot, errand))
            self._under_way[id(task)] = task
            task.add_done_callback(self._done)
        return True

    async def _settle_and_take(self) -> list[Notice]:
        ended, self._ended = self._ended, []
        unbegun, self._unbegun = self._unbegun, []
        free = self.pace.limits.window - len(self._under_way)
        now = self.clock.now()
        try:
            async with self.db.write() as tx:
                await self._settle(tx, ended, now)
                await notice_claims.let_go(tx, self._epoch, [one.id for one in unbegun])
                terms = Claim(self._epoch, now, now + LEASE)
                taken = await notice_claims.claim(tx, terms, free) if free > 0 and not self._stopping else []
                bundled = [kind.name for kind in self.planning.kinds if kind.bundled]
                people_due = {
                    one.person_id for one in taken if one.person_id and self.planning.kind[one.kind].bundled
                }
                return taken + await notice_claims.claim_with(tx, terms, people_due, bundled)
        except BaseException:
            self._ended = [*ended, *self._ended]
            self._unbegun = [*unbegun, *self._unbegun]
            raise

    async def _settle(
        self, tx: Tx, ended: Sequence[tuple[Errand | None, Notice, Outcome]], now: datetime
    ) -> None:
        if not ended:
            return
        outcomes = [(notice, outcome) for _errand, notice, outcome in ended]
        if not await notice_claims.settle(tx, self._epoch, outcomes, now):
            log.error("another process delivers: what this one sent may be sent again")
        for old, new in self._moved.items():
            await groups.move_chat(tx, old, new)
            await notices.move_chat(tx, old, new)
        for errand, notice, outcome in ended:
            if outcome.reason == "unreachable" and errand is not None:
                await self._lost(tx, errand)
            if outcome.state is State.FAILED:
                await self.alert(tx, notice, outcome)
        self._moved.clear()

    async def _lost(self, tx: Tx, errand: Errand) -> None:
        if errand.user_id is None:
            await groups.mark_presence(tx, errand.chat_id, present=False)
        else:
            await people.change_account(tx, errand.user_id, reachable=False)

    async def _prepare(self, taken: Sequence[Notice]) -> list[Errand]:
        """Settle at once what is not to be sent now, and write the letters of the rest."""
        now = self.clock.now()
        async with self.db.read() as tx:
            recipients = await self._recipients(tx, taken, now)
            due = []
            nights = {
                stream_id: await self.planning.night_of(tx, stream_id)
                for stream_id in {notice.stream_id or 0 for notice in taken}
            }
            for notice in taken:
                recipient = recipients.get(notice.person_id or 0)
                kind, night = self.planning.kind[notice.kind], nights[notice.stream_id or 0]
                outcome = standing_in_the_way(notice, kind, recipient, night, now)
                if outcome is None:
                    due.append(notice)
                else:
                    self._end(None, notice, outcome)
            made, settled = await errands(
                tx, due, self.planning.kind, self.presenters, recipients, self.default_locale, now
            )
        for notice, outcome in settled:
            self._end(None, notice, outcome)
        return made

    async def _recipients(self, tx: Tx, taken: Sequence[Notice], now: datetime) -> Mapping[int, Recipient]:
        wanted = {one.person_id for one in taken if one.person_id is not None}
        version = consent.VERSIONS[consent.PROCESSING]
        return await notice_recipients.recipients(tx, wanted, now.date(), version)

    async def _carry(self, bot: Bot, errand: Errand) -> None:
        """Send one errand in its turn; whatever happens, each of its notices ends somehow."""
        if not await self.pace.turn(errand.chat_id):
            self._unbegun += errand.notices
            return
        try:
            ids = await send_letter(bot, self.pace, errand.chat_id, errand.letter, errand.silent)
            outcome = Outcome(State.SENT, chat_id=errand.chat_id, message_ids=ids)
        except TelegramMigrateToChat as moved:
            self._moved[errand.chat_id] = moved.migrate_to_chat_id
            outcome = verdict(moved, 0, self.clock.now())
        except Exception as fault:
            outcome = verdict(fault, max(one.attempts for one in errand.notices), self.clock.now())
            log.log(
                logging.ERROR if outcome.state is State.FAILED else logging.WARNING,
                "a notice of %s: %s",
                errand.notices[0].kind,
                type(fault).__name__,
            )
        for notice in errand.notices:
            self._end(errand, notice, outcome)

    def _end(self, errand: Errand | None, notice: Notice, outcome: Outcome) -> None:
        self.counts[outcome.reason if outcome.state is State.QUEUED else outcome.state] += 1
        self.counts["unknown fate"] += outcome.unknown_fate
        self._ended.append((errand, notice, outcome))

    def _done(self, task: asyncio.Task[None]) -> None:
        self._under_way.pop(id(task), None)
        self.woken.set()

    async def _rest(self, ticker: Ticker, stop: asyncio.Event) -> None:
        """Sleep until woken, until the next notice is due, or for a safety interval."""
        if self._ended or self._unbegun:
            await asyncio.sleep(BREATH_S)
            return
        async with self.db.read() as tx:
            due = await notices.next_due(tx)
        if due is not None:
            ticker.call_in(due - self.clock.now(), self.woken.set)
        waiting = self.woken.wait()
        try:
            await asyncio.wait_for(unless_stopped(stop, waiting), SAFETY_S)
        except TimeoutError:
            return
        await asyncio.sleep(BREATH_S if self._under_way else 0)

    async def _finish(self) -> None:
        """Let what has left end, put back what waits for its turn, and write both."""
        self._stopping = True
        tasks = list(self._under_way.values())
        self.pace.close()
        await asyncio.gather(*tasks, return_exceptions=True)
        try:
            await self._settle_and_take()
        except (SQLAlchemyError, OSError) as fault:
            log.error("the last outcomes are not written: %s", type(fault).__name__)
