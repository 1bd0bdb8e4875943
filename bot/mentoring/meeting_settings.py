"""What organizers set about meetings of mentors and teams."""

from bot.programme.lead_times import LeadTimes, leads
from bot.programme.setting import Group, Setting, SettingRegistry

MEETING_LEADS = Setting(
    "meeting-leads",
    Group.MENTORING,
    LeadTimes(),
    leads(None, 60),
    ((), leads(60), leads(None, 60), leads(1440, 60), leads(None, 60, 15)),
)
"""How long before a meeting both sides are reminded.

The default: the evening's plan names events of the programme alone, and an hour is enough to open a link.
"""

SETTINGS: SettingRegistry = (MEETING_LEADS,)
