"""When a question has waited too long: only hours in which organizers are at work count (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import zip_longest

from bot.programme.setting_kinds import Window
from bot.schedule.lookup import running_module
from bot.schedule.model import Module
from bot.shared.zones import MOSCOW, local, zone_named

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Manners:
    """What organizers have set about waiting: how long is too long, and the hours that do not count."""

    patience: timedelta
    quiet: Window


def too_long_at(since: datetime, modules: Sequence[Module], manners: Manners) -> tuple[datetime, str]:
    """Return when a question that waits since a moment is to be called out, and the zone of that moment.

    Organizers are where the module is that runs then, in Moscow between modules. Hours that are quiet
    there are no waiting, and nothing is called out in them.
    """
    for begins, zone, ends in _whereabouts(since, modules):
        moment = _by_day(max(begins, _waited(since, zone, manners)), zone, manners.quiet)
        if ends is None or moment < ends:
            return moment, zone
    raise AssertionError("the last stay has no end")


def _whereabouts(
    since: datetime, modules: Sequence[Module]
) -> Iterator[tuple[datetime, str, datetime | None]]:
    """Yield from when, in which zone and until when organizers are somewhere; the last stay has no end."""
    turns = {
        datetime.combine(day, time(), zone_named(module.zone)).astimezone(UTC)
        for module in modules
        for day in (module.starts_on, module.ends_on + _A_DAY)
    }
    begins = [since, *sorted(turn for turn in turns if turn > since)]
    for moment, ends in zip_longest(begins, begins[1:]):
        module = running_module(modules, moment)
        yield moment, module.zone if module else MOSCOW, ends


def _waited(since: datetime, zone: str, manners: Manners) -> datetime:
    """Return when so much time has passed outside the quiet hours of a zone."""
    moment, left = since, manners.patience
    for begins, ends in _nights(since, zone, manners.quiet):
        if moment + left < begins:
            break
        left -= max(begins - moment, timedelta())
        moment = ends
    return moment + left


def _by_day(moment: datetime, zone: str, quiet: Window) -> datetime:
    """Return a moment outside the quiet hours of a zone: itself, or the end of those it falls into."""
    begins, ends = next(_nights(moment, zone, quiet), (None, None))
    return moment if begins is None or ends is None or moment < begins else ends


def _nights(since: datetime, zone: str, quiet: Window) -> Iterator[tuple[datetime, datetime]]:
    """Yield the quiet hours of a zone that end after a moment, without end."""
    shown = local(since, zone)
    day = shown.date() - _A_DAY
    over_midnight = _A_DAY if quiet.ends <= quiet.begins else timedelta()
    while quiet.hours:
        begins = datetime.combine(day, time(quiet.begins), shown.tzinfo).astimezone(UTC)
        ends = datetime.combine(day + over_midnight, time(quiet.ends), shown.tzinfo).astimezone(UTC)
        if ends > since:
            yield begins, ends
        day += _A_DAY
