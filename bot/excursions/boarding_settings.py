"""What organizers set about boarding."""

from bot.programme.setting import Group, Setting, SettingRegistry
from bot.programme.setting_kinds import Unit, Whole

BUS_LEAVES = Setting("bus-leaves", Group.NOTICES, Whole(Unit.MINUTES, 0, 60), 5, (0, 3, 5, 10, 15))
"""How many minutes before a bus leaves those are called who are missing; 0 means never."""

SETTINGS: SettingRegistry = (BUS_LEAVES,)
