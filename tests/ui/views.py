"""Answers about an invented timetable, for tests of screens."""

from datetime import date, datetime

from bot.programme.model import Stream
from bot.schedule.composing import day_view, module_view
from bot.schedule.lookup import now_and_next
from bot.schedule.model import Event, Module, Timetable
from bot.schedule.own import Belonging, own_events
from bot.schedule.views import DayView, ModuleView, NowView, Reader
from tests.schedule.builders import MODULES, TYUMEN, at, changed, event

STREAM = Stream(
    5, "Ш5", "поток 5", "Школа мэров", date(2025, 10, 1), date(2026, 5, 31), "+70000000005", published_id=50
)
GROUP_A = Belonging(group="А")
TUESDAY = date(2025, 11, 18)
LECTURE = changed(
    event(1, TUESDAY, "09:00", "10:30", title="Стратегия <города> & область"),
    room="Большой зал",
    speaker="Глава города",
)
PRACTICE_A = event(2, TUESDAY, "11:00", "12:30", title="Практикум А", groups=["А"])
PRACTICE_B = event(3, TUESDAY, "11:00", "12:30", title="Практикум Б", groups=["Б"])
TEAM = event(4, TUESDAY, "15:00", "16:00", title="Разбор проекта", teams=["К-7"])
CONCERT = event(5, TUESDAY, "18:00", "19:00", title="Концерт", cancelled=True)
CALL = changed(event(6, date(2025, 11, 19), "10:00", "11:00", title="Созвон"), online="https://example.org/1")
EVENTS = (LECTURE, PRACTICE_A, PRACTICE_B, TEAM, CONCERT, CALL)


def there(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of November 2025 by Tyumen's clock."""
    return at("Asia/Yekaterinburg", 2025, 11, day, hour, minute)


def reader(now: datetime, home: str | None = None, aside: bool = False) -> Reader:
    """Somebody of stream 5."""
    return Reader(STREAM, now, home, aside)


def of_day(
    day: date = TUESDAY,
    events: tuple[Event, ...] = EVENTS,
    *,
    who: Reader | None = None,
    everything: bool = False,
    modules: tuple[Module, ...] = MODULES,
) -> DayView:
    """Make the view of a day for group А."""
    return day_view(who or reader(there(18, 9)), Timetable(modules, events), GROUP_A, day, everything)


def of_now(who: Reader, events: tuple[Event, ...] = EVENTS) -> NowView:
    """Make the view of the present moment for group А."""
    return NowView(who, now_and_next(own_events(events, GROUP_A), MODULES, who.now))


def of_module(who: Reader, module: Module = TYUMEN, everything: bool = False) -> ModuleView:
    """Make the view of a module for group А."""
    return module_view(who, Timetable(MODULES, EVENTS), GROUP_A, module, everything)
