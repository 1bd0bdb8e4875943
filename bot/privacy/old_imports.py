"""Workbooks that came by the chat hold personal data: they are forgotten after the days that were set."""

from datetime import timedelta

from bot.people.actions import self_of
from bot.people.model import Role, Visitor
from bot.shared.clock import Clock
from bot.workbook.settings import IMPORTS_KEPT
from db import imports, programme
from db.engine import Database
from db.settings import settings_in, settings_of_all


async def forget_old_imports(db: Database, clock: Clock) -> None:
    """Forget what is older than the longest time set in a programme that its sender organizes.

    Somebody who organizes nothing any more has the time that is usual.
    """
    async with db.write() as tx:
        every = await settings_of_all(tx)
        streams = await programme.all_streams(tx)
        for user_id in await imports.senders(tx):
            sender = await self_of(tx, clock, Visitor(user_id, user_id, "ru"))
            own = {one.programme_id for one in streams if Role.ORGANIZER in sender.roles_in(one.id)}
            days = [settings_in(every, number).value(IMPORTS_KEPT) for number in own]
            kept = timedelta(days=max(days, default=IMPORTS_KEPT.default))
            await imports.forget_contents_before(tx, user_id, clock.now() - kept)
