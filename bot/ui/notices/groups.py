"""How the notices of group chats are worded."""

from collections.abc import Sequence
from datetime import datetime

from bot.notices.model import Notice
from bot.schedule.notice_actions import DayPlan
from bot.support.group_plan import GROUP_PLAN
from bot.support.group_plan_actions import group_days
from bot.ui.groups import day_in_group
from bot.ui.notices.letter import Facts, Letter, Presenter
from bot.ui.notices.schedule import plan_text
from bot.ui.screens import button
from bot.ui.texts import Texts
from db.engine import Tx


async def read_group_plans(tx: Tx, _now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the days that groups' plans are about."""
    return await group_days(tx, notices)


def write_group_plan(texts: Texts, plan: DayPlan, now: datetime) -> Letter:
    """Write the plan of everybody's day, with the way to the day in the chat's own message."""
    rows = [[button(texts.plain("notices-button-day"), day_in_group(plan.day))]]
    return Letter(plan_text(texts, plan, now), rows)


PRESENTERS = {GROUP_PLAN.name: Presenter(read_group_plans, write_group_plan)}
