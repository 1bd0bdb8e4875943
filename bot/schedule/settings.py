"""What organizers set about the timetable: when people are told of what."""

from collections.abc import Mapping

from bot.programme.lead_times import Leads, LeadTimes, leads
from bot.programme.setting import Group, Setting, SettingRegistry
from bot.programme.setting_kinds import Hour
from bot.schedule.kinds import EventKind

PLAN_HOUR = Setting("plan-hour", Group.NOTICES, Hour(), 20, (18, 19, 20, 21))
"""The hour at which «план на завтра» goes out."""

_DEFAULTS: Mapping[EventKind, Leads] = {
    EventKind.EXCURSION: leads(None, 120, 15),
    EventKind.DEFENCE: leads(None, 60),
    EventKind.TRANSFER: leads(60, 15),
    EventKind.MEAL: (),
    EventKind.CHECK_IN: (),
    EventKind.OTHER: (),
}
_USUAL = leads(15)
_OFFERED = ((), leads(15), leads(60, 15), leads(None, 15), leads(None, 120, 15))

LEAD_TIMES: Mapping[EventKind, Setting[Leads]] = {
    kind: Setting(
        f"leads-{kind.value.replace('_', '-')}",
        Group.LEADS,
        LeadTimes(),
        _DEFAULTS.get(kind, _USUAL),
        _OFFERED,
    )
    for kind in EventKind
}
"""How long before an event of a kind people are reminded of it."""

SETTINGS: SettingRegistry = (PLAN_HOUR, *LEAD_TIMES.values())
