"""What organizers set about projects: stages, when teams are asked, when silence and delay count."""

from bot.programme.setting import Group, Setting, SettingRegistry
from bot.programme.setting_kinds import Hour, Titles, Unit, Weekday, Whole

STAGES = Setting("stages", Group.PROJECTS, Titles(), ("идея", "паспорт", "защита", "реализация", "итоги"))
"""The stages of a project in their order."""

REPORT_DAY = Setting("report-day", Group.PROJECTS, Weekday(), 3, (0, 1, 2, 3, 4))
"""On which weekday teams that have not reported are asked to."""

REPORT_HOUR = Setting("report-hour", Group.PROJECTS, Hour(), 10, (9, 10, 12, 15, 17))
"""At which hour they are asked, by each member's own clock."""

STALENESS = Setting("staleness", Group.PROJECTS, Whole(Unit.DAYS, 1, 180), 14, (7, 14, 21, 30))
"""Days without a report after which a project's status is stale."""

OVERDUE = Setting("overdue", Group.PROJECTS, Whole(Unit.DAYS, 0, 60), 0, (0, 1, 3, 7))
"""Days a milestone may be late before the rule calls the project yellow."""

SILENCE = Setting("silence", Group.PROJECTS, Whole(Unit.DAYS, 0, 180), 21, (0, 14, 21, 28))
"""Days without a report after which the mentor and the organizers are told; 0 is never."""

BLOCKER_DAYS = Setting("blocker-days", Group.PROJECTS, Whole(Unit.DAYS, 1, 60), 3, (1, 2, 3, 5, 7))
"""Every how many days it is asked whether something still hinders."""

SETTINGS: SettingRegistry = (
    STAGES,
    REPORT_DAY,
    REPORT_HOUR,
    STALENESS,
    OVERDUE,
    SILENCE,
    BLOCKER_DAYS,
)
