"""The time machine: the sandbox's clock goes through what is due, and stops until it has been sent."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from enum import StrEnum

from bot.sandbox.botapi.records import Json
from bot.sandbox.timing import ahead
from bot.sandbox.timing.calendar import Calendar
from bot.sandbox.timing.clock import MovableClock
from bot.sandbox.timing.showing import Shown
from bot.schedule.model import Event
from db.engine import Database, Tx
from db.notices import next_due

log = logging.getLogger(__name__)

BEFORE = timedelta(minutes=15)
"""How long before an excursion the way to it ends."""

HOP = timedelta(minutes=5)
"""The longest move on the way: the alarm about a question and the like come as late as that at most."""

AT_ONCE = 6
"""Moves between two looks at what is to be shown, while nothing is due."""

FARTHEST = timedelta(days=3)
"""How far a way to the next notice goes before it gives up: what is due is planned 36 hours ahead."""

RUN_S, RUN_BY = 0.25, timedelta(seconds=15)
"""Running: by so much each quarter of a second, sixty times as fast as the day."""

SETTLE_S = 0.05
"""How often the plan is asked whether everything due has been settled."""

SHOW_S = 0.7
"""How long the way rests after notices came, so that they are seen to come one after another."""

LOOK_S = 1.0
"""How often what is next is read anew while nobody moves the clock."""


class Way(StrEnum):
    """Where the clock goes."""

    NOTICE = "notice"
    EXCURSION = "excursion"
    RUN = "run"


class Machine:
    """Moves the clock step by step: never past a moment at which something is due before that was settled."""

    def __init__(self, db: Database, clock: MovableClock, calendar: Calendar, codes: Collection[str]) -> None:
        self._db = db
        self._clock = clock
        self._calendar = calendar
        self._codes = codes
        self._going: asyncio.Task[None] | None = None
        self._shown = Shown()
        self._told: Json = {}
        self._tell: Callable[[Json], None] = lambda _body: None

    def listen(self, tell: Callable[[Json], None]) -> None:
        """Have what is shown told whenever it changes."""
        self._tell = tell

    def shown(self) -> Json:
        """Return what the page shows."""
        return self._shown.body(self._clock.moved)

    def go(self, way: str) -> None:
        """Set out; ValueError where the clock is on its way already, or where that leads nowhere."""
        if self._going is not None:
            raise ValueError("the clock is on its way already")
        wanted = Way(way)
        if wanted is Way.EXCURSION and self._shown.excursion is None:
            raise ValueError("there is no excursion ahead")
        self._shown = self._shown.on(way=wanted, came=None, end="")
        self._going = asyncio.create_task(self._walk(wanted))
        self._announce()

    async def halt(self) -> None:
        """Stop where the clock is; it runs on from there."""
        if self._going is not None:
            self._going.cancel()
            await asyncio.gather(self._going, return_exceptions=True)

    async def come_back(self) -> None:
        """Return to the present: what was sent stays sent, what was not comes at its own time."""
        await self.halt()
        self._clock.come_back()
        await self._calendar.run_due()
        self._shown = self._shown.on(came=None, end="")
        await self._look()

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Show what is next while the block runs; at its end the clock stops moving.

        A look that has begun is finished: the database's file is taken away right after.
        """
        ended = asyncio.Event()
        looking = asyncio.create_task(self._keep_looking(ended))
        try:
            yield
        finally:
            ended.set()
            await looking
            await self.halt()

    async def _walk(self, way: Way) -> None:
        end = ""
        self._calendar.hurry = way is not Way.RUN
        try:
            await (self._run() if way is Way.RUN else self._walk_to(way))
        except Exception:
            log.exception("the time machine broke off")
            end = "fault"
        finally:
            self._calendar.hurry = False
            self._going = None
            self._shown = self._shown.on(way=None, sending=0, end=end or self._shown.end)
            self._announce()

    async def _walk_to(self, way: Way) -> None:
        begun = self._clock.now()
        excursion = self._shown.excursion if way is Way.EXCURSION else None
        goal = excursion.starts_at - BEFORE if excursion else begun + FARTHEST
        moves = 0
        while self._clock.now() < goal:
            moves += 1
            arrived = await self._move(min(goal, self._clock.now() + HOP))
            if arrived and way is Way.NOTICE:
                return
            if arrived or moves % AT_ONCE == 0:
                await self._look()
            if arrived:
                await asyncio.sleep(SHOW_S)
        await self._move(self._clock.now())
        await self._look()
        if way is Way.NOTICE:
            self._shown = self._shown.on(end="nothing")

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(RUN_S)
            await self._move(self._clock.now() + RUN_BY)
            await self._look()

    async def _move(self, until: datetime) -> bool:
        """Move to a moment, or only to where something is due before; then wait until that was settled."""
        async with self._db.read() as tx:
            due = await next_due(tx)
            target = max(self._clock.now(), until if due is None else min(due, until))
            ids = await ahead.waiting_ids(tx, target)
        if target > self._clock.now():
            self._clock.move_to(target)
        await self._calendar.run_due()
        if not ids:
            return False
        await self._settled()
        async with self._db.read() as tx:
            self._shown = self._shown.on(came=await ahead.came(tx, target, ids), sending=0)
        await self._look()
        return True

    async def _settled(self) -> None:
        while True:
            async with self._db.read() as tx:
                left = await ahead.unsettled(tx, self._clock.now())
            if not left:
                return
            if left != self._shown.sending:
                self._shown = self._shown.on(sending=left)
                self._announce()
            await asyncio.sleep(SETTLE_S)

    async def _look(self) -> None:
        """Read what is next, and tell where it changed."""
        async with self._db.read() as tx:
            excursion = await self._excursion(tx)
            self._shown = self._shown.on(coming=await ahead.coming(tx), excursion=excursion)
        self._announce()

    async def _excursion(self, tx: Tx) -> Event | None:
        return await ahead.next_excursion(tx, self._clock.now() + BEFORE, self._codes)

    async def _keep_looking(self, ended: asyncio.Event) -> None:
        while not ended.is_set():
            try:
                await self._look()
            except Exception:
                log.exception("what is next cannot be read")
            with suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), LOOK_S)

    def _announce(self) -> None:
        body = self.shown()
        if body != self._told:
            self._told = body
            self._tell(body)
