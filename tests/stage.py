"""The whole bot on a stage: the real wiring, over real HTTP, before the strict server."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import and_, func, select

from bot.app import serve
from bot.notices.model import State
from bot.people.entering import issue_invitations
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import PATIENCE_S, World
from bot.shared.clock import ManualClock
from bot.ui.texts import texts_in
from db.engine import Database
from db.notices import notices
from tests.telegram import settings_for


@dataclass
class Stage:
    """A running bot and the people before it; `announced` is what an operator would see."""

    world: World
    server: BotApiServer
    database: Database
    database_url: str
    clock: ManualClock
    admins: frozenset[int] = frozenset()
    announced: list[str] = field(default_factory=list)
    _stop: asyncio.Event | None = None
    _task: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Start the bot."""
        settings = settings_for(self.server.base_url, database_url=self.database_url, admins=self.admins)
        self._stop = asyncio.Event()
        self._task = asyncio.create_task(serve(settings, self.clock, self._stop, self.announced.append))

    async def close(self) -> None:
        """Stop the bot as SIGTERM does; raises what it died of."""
        if self._stop is not None and self._task is not None:
            self._stop.set()
            await self._task

    async def kill(self) -> None:
        """Stop the bot in the middle of whatever it does."""
        assert self._task is not None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._stop = self._task = None

    async def pass_to(self, moment: datetime) -> None:
        """Move the clock to a moment and wait until nothing that is due then waits any more."""
        self.clock.set(moment)
        await self.delivered()

    async def delivered(self) -> None:
        """Wait until every notice that is due has been sent or settled."""
        due = and_(notices.c.state.in_((State.QUEUED, State.CLAIMED)), notices.c.due_at <= self.clock.now())
        async with asyncio.timeout(PATIENCE_S):
            while True:
                async with self.database.read() as tx:
                    if not await tx.scalar(select(func.count()).select_from(notices).where(due)):
                        return
                await asyncio.sleep(0.02)

    def newcomer(self, name: str, language: str = "ru", phone: str | None = None) -> Persona:
        """Somebody who has never met the bot; a phone is shared by a key that asks for it."""
        user = self.world.add_user(first_name=name, language_code=language, phone=phone)
        return Persona(self.world, user)

    async def codes(self, stream: str) -> dict[str, str]:
        """Return person code → invitation code of those who have not entered a stream."""
        links = await issue_invitations(self.database, self.clock, stream, timedelta(days=30))
        return {link.person_code: link.code for link in links}

    async def enter(self, person_code: str, stream: str = "Ш5", language: str = "ru") -> Persona:
        """Bring somebody of the roster in through the door: link, «Да, это я», consent."""
        texts = texts_in(language)
        persona = self.newcomer(person_code, language)
        await persona.start((await self.codes(stream))[person_code])
        await persona.tap(texts.plain("invitation-yes"))
        await persona.tap(texts.plain("consent-yes"))
        return persona


@asynccontextmanager
async def staged(stage: Stage) -> AsyncIterator[Stage]:
    """Open a stage and close it."""
    await stage.open()
    try:
        yield stage
    finally:
        await stage.close()
