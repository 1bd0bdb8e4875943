"""What organizers set about excursions."""

from bot.programme.setting import Group, Setting, SettingRegistry
from bot.programme.setting_kinds import Unit, Whole

OFFER_TIME = Setting(
    "place-offer", Group.NOTICES, Whole(Unit.MINUTES, 15, 3 * 24 * 60), 120, (30, 60, 120, 240, 720)
)
"""Minutes for which a place that became free is held for whoever waits; the night does not count.

The default: a participant sits in lectures of an hour and a half and answers in the break.
"""

SETTINGS: SettingRegistry = (OFFER_TIME,)
