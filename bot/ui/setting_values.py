"""The value of a setting in words: «22:00–08:00», «вечер накануне, 2 часа», «12 месяцев»."""

from typing import Any

from bot.programme.lead_times import Lead, LeadTimes
from bot.programme.setting import Setting
from bot.programme.setting_kinds import NO_WINDOW, Hour, Hours, Titles, Weekday, Whole, YesNo
from bot.ui.texts import Texts


def value_words(texts: Texts, setting: Setting[Any], value: Any) -> str:
    """Return a value of a setting in words, without markup."""
    kind = setting.kind
    if isinstance(kind, Whole) and value:
        return texts.plain(f"setting-count-{kind.unit.value}", count=value)
    if isinstance(kind, Hour):
        return f"{value:02}:00"
    if isinstance(kind, Hours) and value != NO_WINDOW:
        return f"{value.begins:02}:00–{value.ends:02}:00"
    if isinstance(kind, LeadTimes | Titles) and value:
        return (", " if isinstance(kind, LeadTimes) else " → ").join(_item(texts, one) for one in value)
    if isinstance(kind, YesNo | Weekday):
        return texts.plain(_word(kind, value))
    return texts.plain(f"setting-zero-{setting.topic}")


def _word(kind: YesNo | Weekday, value: int) -> str:
    if isinstance(kind, Weekday):
        return f"setting-weekday-{value}"
    return "setting-yes" if value else "setting-no"


def _item(texts: Texts, lead: Lead | str) -> str:
    if isinstance(lead, str):
        return lead
    if lead.minutes is None:
        return texts.plain("setting-lead-evening")
    days, rest = divmod(lead.minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    units = (("days", days), ("hours", hours), ("minutes", minutes))
    return " ".join(texts.plain(f"setting-lead-{unit}", count=count) for unit, count in units if count)
