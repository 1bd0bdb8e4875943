"""A stream in the middle of a full day, written straight into the tables: what /schedule reads."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table, insert

from bot.people.consent import PROCESSING, VERSIONS
from db.engine import Tx
from db.people import accounts, consents, enrolments, people
from db.programme import editions, programmes, streams
from db.schedule import event_versions, events, module_versions, modules, venue_versions, venues

ZONE = "Asia/Yekaterinburg"
PEOPLE = 160
DAYS = 5
OWN_DAY = (
    ("08:00", "09:00", "meal", "Завтрак", ""),
    ("09:00", "10:30", "lecture", "Стратегия развития города и национальные цели", ""),
    ("10:30", "11:00", "meal", "Кофе-пауза", ""),
    ("11:00", "12:30", "workshop", "Практикум: единая инвестиционная команда", "А"),
    ("12:30", "13:30", "meal", "Обед", ""),
    ("13:30", "14:00", "transfer", "Трансфер к общественным пространствам", ""),
    ("14:00", "16:30", "excursion", "Набережная и общественные пространства", ""),
    ("16:30", "17:00", "transfer", "Возвращение в технопарк", ""),
    ("17:00", "18:30", "meeting", "Встреча с главой города", ""),
    ("19:00", "21:00", "culture", "Вечер знакомств", ""),
)
"""Ten events of a participant of group А."""
OTHERS_DAY = (
    ("11:00", "12:30", "workshop", "Практикум: документооборот", "Б"),
    ("17:00", "18:30", "internship", "Стажировка в районной администрации", "Б"),
)
"""Two more of group Б, which this participant does not see as own."""


async def write_programme(
    tx: Tx,
    now: datetime,
    users: Sequence[int],
    groups: Sequence[str] = ("А",) * PEOPLE,
    zone: str = ZONE,
) -> None:
    """Write a stream of people by their groups, and sixty events; `users` are the accounts of the first."""
    today = now.astimezone(ZoneInfo(zone)).date()
    first = today - timedelta(days=1)
    await _write_stream(tx, now, first, zone)
    await _write_events(tx, first, ZoneInfo(zone))
    await _write_people(tx, now, users, groups)


async def _write_stream(tx: Tx, now: datetime, first: date, zone: str) -> None:
    around = {"starts_on": first - timedelta(days=30), "ends_on": first + timedelta(days=200)}
    await _add(tx, programmes, [{"id": 1, "code": "ШМ", "title": "Школа мэров"}])
    await _add(tx, streams, [{"id": 1, "code": "Ш5", "programme_id": 1, "title": "Поток 5"} | around])
    await _add(tx, editions, [{"id": 1, "stream_id": 1, "number": 1, "created_at": now, "published_at": now}])
    await tx.execute(streams.update().values(published_id=1))
    await _add(tx, venues, [{"id": 1, "code": "ТЕХ"}])
    place = {"title": "Технопарк", "city": "Тюмень", "zone": zone, "address": "ул. Республики, 142"}
    await _add(tx, venue_versions, [{"edition_id": 1, "venue_id": 1} | place])
    await _add(tx, modules, [{"id": 1, "stream_id": 1, "code": "М2"}])
    days = {"starts_on": first, "ends_on": first + timedelta(days=DAYS - 1)}
    module = {"edition_id": 1, "module_id": 1, "number": 2, "title": "Экономика города", "venue_id": 1}
    await _add(tx, module_versions, [module | days])


async def _write_events(tx: Tx, first: date, zone: ZoneInfo) -> None:
    listed = [(first + timedelta(days=n), line) for n in range(DAYS) for line in OWN_DAY + OTHERS_DAY]
    numbers = range(1, len(listed) + 1)
    await _add(tx, events, [{"id": n, "stream_id": 1, "code": f"З-{n}"} for n in numbers])
    rows = [_event(n, zone, day, *line) for n, (day, line) in zip(numbers, listed, strict=True)]
    await _add(tx, event_versions, rows)


def _event(
    number: int, zone: ZoneInfo, day: date, starts: str, ends: str, kind: str, title: str, group: str
) -> dict[str, Any]:
    begin, end = time.fromisoformat(starts), time.fromisoformat(ends)
    return {
        "edition_id": 1,
        "event_id": number,
        "module_id": 1,
        "kind": kind,
        "title": title,
        "day": day,
        "starts": begin,
        "ends": end,
        "starts_at": datetime.combine(day, begin, zone),
        "ends_at": datetime.combine(day, end, zone),
        "room": "Большой зал",
        "speaker": "эксперт мастерской",
        "groups": (group,) if group else (),
    }


async def write_excursions(tx: Tx, groups: Sequence[str], starts: Sequence[datetime]) -> None:
    """Write an excursion of an hour for each group, beside the sixty events; titles end with numbers."""
    zone, first = ZoneInfo(ZONE), DAYS * len(OWN_DAY + OTHERS_DAY) + 1
    rows = []
    for number, (group, start) in enumerate(zip(groups, starts, strict=True), first):
        begin, end = start.astimezone(zone), (start + timedelta(hours=1)).astimezone(zone)
        shown = _event(
            number, zone, begin.date(), "00:00", "01:00", "excursion", f"Выезд {number - first}", group
        )
        moments = {"starts": begin.time(), "ends": end.time(), "starts_at": begin, "ends_at": end}
        rows.append(shown | moments)
    codes = [{"id": row["event_id"], "stream_id": 1, "code": f"В-{row['event_id']}"} for row in rows]
    await _add(tx, events, codes)
    await _add(tx, event_versions, rows)


async def _write_people(tx: Tx, now: datetime, users: Sequence[int], groups: Sequence[str]) -> None:
    numbers = range(1, len(groups) + 1)
    told = {"surname": "Участник", "name": "Демонстрационный", "zone": "Asia/Omsk"}
    await _add(tx, people, [{"id": n, "code": f"Л-{n}"} | told for n in numbers])
    part = {"stream_id": 1, "roles": ("participant",)}
    own = [{"person_id": n, "group": group} | part for n, group in enumerate(groups, 1)]
    await _add(tx, enrolments, own)
    consent = {"purpose": PROCESSING, "version": VERSIONS[PROCESSING], "given_at": now}
    await _add(tx, consents, [{"person_id": n} | consent for n in numbers])
    entered = [
        {"user_id": user, "chat_id": user, "person_id": n, "locale": "ru", "created_at": now}
        for n, user in enumerate(users, 1)
    ]
    await _add(tx, accounts, entered)


async def _add(tx: Tx, table: Table, rows: list[dict[str, Any]]) -> None:
    await tx.execute(insert(table), rows)
