"""Carries questions and answers from the outbox to where they belong; nothing is lost on the way."""

import asyncio
import logging
from collections.abc import Sequence

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
)

from bot.delivery.parcels import send_parcel
from bot.notices.planning import Planning
from bot.shared.clock import Clock
from bot.support import sending_actions as outbox
from bot.support.album_actions import PAUSE
from bot.support.model import Job, Kind, Target, What
from bot.ui.support_parcels import Parcel, parcels, report
from bot.ui.texts import texts_in
from db.engine import Database

log = logging.getLogger(__name__)

HURRY_S = 3.0
"""How long the writer of a message waits to see it carried; the carrying goes on without."""

SEND_S = 90.0
"""The longest one send may take, less than its claim lasts."""

ROUNDS = 5
"""Claims of one delivery: a send whose chat moved or vanished is tried at its next place at once."""

GONE = ("chat not found", "user not found", "PEER_ID_INVALID")


class Courier:
    """Delivers what waits: after each act, and by the calendar what an act could not.

    `planning` is told of answers that arrive or do not: a question that waits has its alarm in the plan.
    """

    def __init__(self, db: Database, clock: Clock, planning: Planning, default_locale: str) -> None:
        self._db = db
        self._clock = clock
        self.planning = planning
        self._default_locale = default_locale
        self._running: set[asyncio.Task[None]] = set()

    async def hurry(self, bot: Bot, album: bool = False) -> None:
        """Deliver now; wait for it a little, so that the usual case is done when the act is.

        After a message of an album deliver when its next one would have come, and wait for nothing.
        """
        task = asyncio.create_task(self._deliver_album(bot) if album else self.deliver(bot))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        if not album:
            await asyncio.wait([task], timeout=HURRY_S)

    async def _deliver_album(self, bot: Bot) -> None:
        await asyncio.sleep(PAUSE.total_seconds() + 0.1)
        await self.deliver(bot)

    async def __aenter__(self) -> "Courier":
        """Carry while the block runs."""
        return self

    async def __aexit__(self, *_fault: object) -> None:
        """Break off what is under way; it is claimed again after its lease."""
        tasks = list(self._running)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def deliver(self, bot: Bot) -> None:
        """Deliver everything that is due: threads beside each other, each in its order."""
        for _round in range(ROUNDS):
            jobs = await outbox.claim(self._db, self._clock)
            if not jobs:
                return
            threads: dict[int, list[Job]] = {}
            for job in jobs:
                threads.setdefault(job.question.id, []).append(job)
            await asyncio.gather(*(self._in_order(bot, thread) for thread in threads.values()))

    async def _in_order(self, bot: Bot, jobs: Sequence[Job]) -> None:
        for job in jobs:
            try:
                async with asyncio.timeout(SEND_S):
                    await self._carry(bot, job)
            except (TelegramAPIError, TimeoutError) as fault:
                log.warning("question %s: not sent yet: %s", job.question.id, type(fault).__name__)
                await outbox.later(self._db, self._clock, job, type(fault).__name__)

    async def _carry(self, bot: Bot, job: Job) -> None:
        if not job.targets and not job.reached_before:
            await outbox.later(self._db, self._clock, job, "nobody to send to")
            return
        reached = job.reached_before
        for target in job.targets:
            try:
                await self._send(bot, job, target)
                reached = True
            except TelegramMigrateToChat as moved:
                new_id = moved.migrate_to_chat_id
                await outbox.chat_moved(self._db, self._clock, self.planning, target.chat_id, new_id)
                await outbox.at_once(self._db, self._clock, job, "the chat moved")
                return
            except (TelegramForbiddenError, TelegramBadRequest) as refusal:
                if not await self._refused(bot, job, target, refusal):
                    return
        if not reached:
            await outbox.at_once(self._db, self._clock, job, "nobody was reached")
            return
        await outbox.sent(self._db, self._clock, self.planning, job)
        if job.from_staff and job.what is What.MESSAGE:
            await self._report(bot, job, "support-delivered")

    async def _refused(self, bot: Bot, job: Job, target: Target, refusal: TelegramAPIError) -> bool:
        """Do what a refusal asks for; True where the send goes on with its other chats."""
        gone = isinstance(refusal, TelegramForbiddenError) or any(word in refusal.message for word in GONE)
        if gone:
            await outbox.chat_lost(self._db, self._clock, self.planning, target)
        else:
            log.error("question %s: Telegram refuses the message: %s", job.question.id, refusal.message)
        if job.from_staff:
            settle, report_key = (
                (outbox.hold, "support-held") if gone else (outbox.failed, "support-not-delivered")
            )
            await settle(self._db, self._clock, self.planning, job, refusal.message)
            await self._report(bot, job, report_key)
            return False
        if gone and target.user_id is None:
            await outbox.at_once(self._db, self._clock, job, "the staff chat is gone")
            return False
        if not gone:
            await outbox.failed(self._db, self._clock, self.planning, job, refusal.message)
        return gone

    async def _send(self, bot: Bot, job: Job, target: Target) -> None:
        """Send what does not stand in the chat yet; each message is written down as soon as it stands."""
        texts = texts_in(target.locale or self._default_locale)
        posted, reply_to = target.posted, target.reply_to
        for parcel in parcels(texts, job):
            if posted >= parcel.size:
                posted -= parcel.size
                continue
            sent = await send_parcel(bot, target.chat_id, parcel, reply_to)
            await outbox.reached(self._db, job, [(target.chat_id, one.message_id) for one in sent])
            reply_to = sent[0].message_id

    async def _report(self, bot: Bot, job: Job, key: str) -> None:
        """Tell whoever answered what became of the answer, below the answer itself."""
        content = job.content
        parcel = Parcel(Kind.TEXT, report(texts_in(self._default_locale), job, key))
        try:
            await send_parcel(bot, content.chat_id, parcel, content.message_id)
        except TelegramAPIError as fault:  # the state of the question says the same in /questions
            log.warning("question %s: no report: %s", job.question.id, fault.message)
