"""What organizers set about questions."""

from bot.programme.setting import Group, Setting, SettingRegistry
from bot.programme.setting_kinds import Unit, Whole, YesNo

LEAST_PATIENCE = 5

PATIENCE = Setting(
    "patience", Group.QUESTIONS, Whole(Unit.MINUTES, LEAST_PATIENCE, 24 * 60), 30, (15, 30, 60, 120)
)
"""Minutes of working hours after which an unanswered question is called out.

The default: a participant who asks about a bus or a hall needs the answer before the next event of the day.
"""

GROUP_MORNING = Setting("group-morning", Group.NOTICES, YesNo(), False, (False, True))
"""Whether a stream's group chat gets the plan of the day in the morning."""

SETTINGS: SettingRegistry = (GROUP_MORNING, PATIENCE)
