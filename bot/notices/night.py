"""The night: when messages wait for morning (pure)."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from bot.notices.model import Quiet
from bot.shared.zones import local, zone_named


@dataclass(frozen=True, slots=True)
class Night:
    """Quiet hours by the clock of whoever is to read; equal hours mean that there are none."""

    begins: time = time(22)
    ends: time = time(8)


def morning(moment: datetime, zone: str, night: Night) -> datetime | None:
    """Return the end of the night a moment falls into in a zone; None by day.

    The night's first moment belongs to it, its last does not. A morning that a change of clocks skips
    comes at the moment the clocks jump over it.
    """
    if night.begins == night.ends:
        return None
    shown = local(moment, zone)
    clock = shown.time()
    if night.begins < night.ends:
        asleep, day = night.begins <= clock < night.ends, shown.date()
    else:
        asleep = clock >= night.begins or clock < night.ends
        day = shown.date() + timedelta(days=1 if clock >= night.begins else 0)
    if not asleep:
        return None
    return datetime.combine(day, night.ends, zone_named(zone)).astimezone(UTC)


def allowed_at(
    moment: datetime, zone: str, night: Night, quiet: Quiet, happens_at: datetime | None
) -> datetime:
    """Return when something wanted at a moment may be sent: then, or when the night is over.

    The night holds nothing of a kind that passes it, and nothing about what happens before it ends: a bus
    at 07:30 is announced at night rather than missed.
    """
    ends = morning(moment, zone, night)
    if ends is None or quiet is Quiet.PASSES or (happens_at is not None and happens_at <= ends):
        return moment
    return ends
