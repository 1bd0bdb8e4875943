"""What organizers set for a whole programme."""

from bot.programme.setting import Group, Setting, SettingRegistry
from bot.programme.setting_kinds import NO_WINDOW, Hours, Unit, Whole, Window

QUIET_HOURS = Setting(
    "quiet-hours",
    Group.NOTICES,
    Hours(),
    Window(22, 8),
    (Window(22, 8), Window(23, 7), Window(21, 9), NO_WINDOW),
)
"""Hours in which people are not disturbed, by the clock of the venue or of the home."""

RETENTION = Setting("retention", Group.DATA, Whole(Unit.MONTHS, 0, 120), 12, (3, 6, 12, 24, 36, 0))
"""Months for which personal data are kept after a stream has ended; 0 keeps them."""

APPROVAL_SIZE = Setting(
    "approval-size", Group.BROADCASTS, Whole(Unit.PEOPLE, 0, 100_000), 0, (0, 50, 100, 300)
)
"""The audience from which a broadcast needs a second organizer; 0 is never."""

SETTINGS: SettingRegistry = (QUIET_HOURS, RETENTION, APPROVAL_SIZE)
