"""What becomes of a group chat that serves a stream: the binding follows, and so do the planned notices."""

from datetime import datetime

from bot.notices.planning import Planning
from bot.support.model import Purpose
from bot.support.planning import replan_alarms
from db import groups, notices
from db.engine import Tx


async def mark_presence(tx: Tx, now: datetime, planning: Planning, chat_id: int, present: bool) -> None:
    """Step: note whether the bot is in a chat; without its staff chat, a stream's organizers are called."""
    await groups.mark_presence(tx, chat_id, present)
    await _replan(tx, now, planning, chat_id)


async def follow(tx: Tx, now: datetime, planning: Planning, old_id: int, new_id: int) -> None:
    """Step: follow a group that became a supergroup."""
    await groups.move_chat(tx, old_id, new_id)
    await notices.move_chat(tx, old_id, new_id)
    await _replan(tx, now, planning, new_id)


async def _replan(tx: Tx, now: datetime, planning: Planning, chat_id: int) -> None:
    bound = await groups.bindings_of(tx, chat_id)
    served = [one.stream.id for one in bound if one.purpose is Purpose.STAFF]
    await replan_alarms(tx, now, planning, served)
