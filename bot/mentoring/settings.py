"""What organizers set about mentors: how loads are evened out, when silence is reminded of and told."""

from bot.programme.setting import Group, Setting, SettingRegistry
from bot.programme.setting_kinds import Unit, Whole

EVEN_LOAD = Setting("even-load", Group.MENTORING, Whole(Unit.POINTS, 0, 100), 5, (0, 5, 10, 20))
"""Points of fit that a mentor's second team costs, the third twice that: 0 looks at the fit alone."""

REMIND = Setting("proposal-remind", Group.MENTORING, Whole(Unit.DAYS, 1, 14), 2, (1, 2, 3, 5))
"""Days after which a mentor who has not answered is reminded."""

ESCALATE = Setting("proposal-escalate", Group.MENTORING, Whole(Unit.DAYS, 1, 30), 4, (2, 4, 7, 10))
"""Days after which organizers are told of a mentor who has not answered."""

SETTINGS: SettingRegistry = (EVEN_LOAD, REMIND, ESCALATE)
