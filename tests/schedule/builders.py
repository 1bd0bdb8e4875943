"""Short ways to write a module and an event in a test."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.schedule.kinds import EventKind
from bot.schedule.model import Event, Module

SENEZH = Module(
    id=1,
    stream_id=5,
    number=1,
    title="Стратегия и команда",
    starts_on=date(2025, 10, 20),
    ends_on=date(2025, 10, 24),
    venue_id=11,
    venue_title="Мастерская управления «Сенеж»",
    city="Солнечногорск",
    zone="Europe/Moscow",
    duty_phone="+74950000001",
)
TYUMEN = Module(
    id=2,
    stream_id=5,
    number=2,
    title="Городская экономика",
    starts_on=date(2025, 11, 17),
    ends_on=date(2025, 11, 21),
    venue_id=12,
    venue_title="Западно-Сибирский технопарк",
    city="Тюмень",
    zone="Asia/Yekaterinburg",
    duty_phone="+73450000002",
)
BERLIN = Module(
    id=3,
    stream_id=5,
    number=3,
    title="Зарубежный опыт",
    starts_on=date(2026, 3, 27),
    ends_on=date(2026, 3, 30),
    venue_id=13,
    venue_title="Ратуша",
    city="Берлин",
    zone="Europe/Berlin",
    duty_phone="",
)
MODULES = (SENEZH, TYUMEN, BERLIN)


def at(zone: str, *moment: int) -> datetime:
    """Turn a wall clock (year, month, day, hour, minute) of a zone to UTC."""
    year, month, day, *clock = moment
    hour, minute = [*clock, 0, 0][:2]
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def event(
    number: int,
    day: date,
    starts: str,
    ends: str,
    module: Module = TYUMEN,
    *,
    groups: Sequence[str] = (),
    directions: Sequence[str] = (),
    teams: Sequence[str] = (),
    buses: Sequence[str] = (),
    cancelled: bool = False,
    title: str = "",
) -> Event:
    """Make an event of a module; one that ends before it starts ends on the next day."""
    first, last = (time.split(":") for time in (starts, ends))
    starts_at = at(module.zone, day.year, day.month, day.day, int(first[0]), int(first[1]))
    end = day if (int(last[0]), int(last[1])) > (int(first[0]), int(first[1])) else day + timedelta(days=1)
    return Event(
        id=number,
        module_id=module.id,
        kind=EventKind.LECTURE,
        title=title or f"Занятие {number}",
        day=day,
        starts_at=starts_at,
        ends_at=at(module.zone, end.year, end.month, end.day, int(last[0]), int(last[1])),
        room="",
        speaker="",
        online="",
        cancelled=cancelled,
        groups=tuple(groups),
        directions=tuple(directions),
        teams=tuple(teams),
        buses=tuple(buses),
        zone=module.zone,
        city=module.city,
    )


def changed(subject: Event, **facts: object) -> Event:
    """Return an event with other facts."""
    return replace(subject, **facts)  # type: ignore[arg-type]  # the test names fields of Event


def changed_module(subject: Module, **facts: object) -> Module:
    """Return a module with other facts."""
    return replace(subject, **facts)  # type: ignore[arg-type]  # the test names fields of Module
