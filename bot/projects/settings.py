"""What organizers set about projects; the room that reports on projects reads it."""

from bot.programme.setting import Group, Setting, SettingRegistry
from bot.programme.setting_kinds import Titles, Unit, Whole

STAGES = Setting(
    "stages",
    Group.PROJECTS,
    Titles(),
    ("идея", "паспорт", "защита", "реализация", "итоги"),
    shown=False,
)
"""The stages of a project in their order."""

STALENESS = Setting("staleness", Group.PROJECTS, Whole(Unit.DAYS, 1, 180), 14, (7, 14, 21, 30), shown=False)
"""Days without a report after which a project's status is stale."""

SETTINGS: SettingRegistry = (STAGES, STALENESS)
