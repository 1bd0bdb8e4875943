"""How a reading of the timetable becomes what is shown: whose events, which day, how many (pure)."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from bot.schedule.lookup import module_of_day, next_module_after, venue_today
from bot.schedule.model import Event, Module, Timetable
from bot.schedule.own import Belonging, own_events
from bot.schedule.views import DayView, ModuleDay, ModuleView, Reader
from bot.shared.zones import MOSCOW


def day_view(reader: Reader, table: Timetable, belonging: Belonging, on: date, everything: bool) -> DayView:
    """Make the view of a day; with `everything`, of all its events."""
    events = tuple(event for event in table.events if event.day == on)
    own = own_events(events, belonging)
    return DayView(
        reader=reader,
        day=on,
        today=venue_today(table.modules, reader.now, MOSCOW),
        module=module_of_day(table.modules, on),
        next_module=next_module_after(table.modules, on),
        events=events if everything else own,
        own=frozenset(event.id for event in own),
        others=len(events) - len(own),
        everything=everything,
    )


def module_view(
    reader: Reader, table: Timetable, belonging: Belonging, module: Module, everything: bool
) -> ModuleView:
    """Make the view of a module by days; with `everything`, all its events are counted."""
    events = [event for event in table.events if event.module_id == module.id]
    own = own_events(events, belonging)
    return ModuleView(
        reader=reader,
        module=module,
        today=venue_today((module,), reader.now, MOSCOW),
        days=_days(module, events if everything else own),
        others=len(events) - len(own),
        everything=everything,
    )


def _days(module: Module, events: Iterable[Event]) -> tuple[ModuleDay, ...]:
    held = Counter(event.day for event in events if not event.cancelled)
    count = (module.ends_on - module.starts_on).days + 1
    days = (module.starts_on + timedelta(days=number) for number in range(count))
    return tuple(ModuleDay(day, held[day]) for day in days)
