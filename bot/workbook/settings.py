"""What organizers set about workbooks that came by the chat."""

from bot.programme.setting import Group, Setting, SettingRegistry
from bot.programme.setting_kinds import Unit, Whole

IMPORTS_KEPT = Setting("imports-kept", Group.DATA, Whole(Unit.DAYS, 1, 365), 14, (7, 14, 30, 90))
"""Days for which a workbook waits for a decision, and for which an applied one can be taken back."""

SETTINGS: SettingRegistry = (IMPORTS_KEPT,)
