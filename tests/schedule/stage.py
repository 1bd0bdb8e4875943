"""A stage for reading tests: two streams in the same city on the same days, and people of each."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table, insert

from bot.people.model import Enrolment, Person, Role, Visitor
from bot.programme.model import Stream
from db.engine import Database, Tx
from db.excursions import bus_versions, buses, excursion_versions, seats
from db.people import enrolments, people
from db.programme import directions, editions, programmes, streams
from db.projects import teams
from db.schedule import event_versions, events, module_versions, modules, travels, venue_versions, venues

CREATED = datetime(2025, 10, 1, tzinfo=UTC)
TUESDAY = date(2025, 11, 18)
SENEZH, TYUMEN, TECHNOPARK = 1, 2, 12
OTHER_MODULE = 3
ONLINE, LECTURE, GROUP_A, GROUP_B, BY_BUS, TRIP, OFF, NIGHT, OTHER_EVENT, DRAFT_ONLY = range(1, 11)


@dataclass(frozen=True, slots=True)
class Stage:
    """Who may be spoken for. Anna and Boris are of stream 5, Vera of both, Gleb of stream 6."""

    school: Stream
    teams_school: Stream
    empty: Stream

    def visitor(self, number: int, *parts: Enrolment, administrator: bool = False) -> Visitor:
        """Make an admitted visitor with a person of the roster."""
        person = Person(number, f"Ч-{number}", "Примеров", "Пример", "", "", "", "", "Asia/Omsk", "")
        return Visitor(
            number, number, "ru", person=person, enrolments=parts, consented=True, administrator=administrator
        )

    @property
    def anna(self) -> Visitor:
        """A participant of stream 5, group А, with a bus and a seat."""
        return self.visitor(1, Enrolment(self.school, frozenset({Role.PARTICIPANT}), "А", "ИИ", "К-7"))

    @property
    def boris(self) -> Visitor:
        """A participant of stream 5, group Б, with nothing else."""
        return self.visitor(2, Enrolment(self.school, frozenset({Role.PARTICIPANT}), "Б", "", ""))

    @property
    def vera(self) -> Visitor:
        """A participant of both streams; stream 6 begins later and is the current one."""
        return self.visitor(
            3,
            Enrolment(self.school, frozenset({Role.PARTICIPANT}), "", "", ""),
            Enrolment(self.teams_school, frozenset({Role.PARTICIPANT}), "", "", ""),
        )

    @property
    def gleb(self) -> Visitor:
        """A participant of stream 6."""
        return self.visitor(4, Enrolment(self.teams_school, frozenset({Role.PARTICIPANT}), "", "", ""))

    @property
    def organizer(self) -> Visitor:
        """An organizer of stream 5."""
        return self.visitor(5, Enrolment(self.school, frozenset({Role.ORGANIZER}), "", "", ""))

    @property
    def newcomer(self) -> Visitor:
        """A participant of a stream without a published programme."""
        return self.visitor(6, Enrolment(self.empty, frozenset({Role.PARTICIPANT}), "", "", ""))


async def set_stage(db: Database) -> Stage:
    """Write the two programmes and their people."""
    async with db.write() as tx:
        await _programmes(tx)
        await _places(tx)
        await _events(tx)
        await _people(tx)
    return Stage(
        Stream(5, "Ш5", "Поток 5", "Школа мэров", date(2025, 10, 1), date(2026, 5, 31), "+70000000005", 50),
        Stream(
            6,
            "К1",
            "Поток 1",
            "Школа муниципальных команд",
            date(2025, 10, 15),
            date(2026, 5, 31),
            "+70000000006",
            60,
        ),
        Stream(7, "Ш7", "Поток 7", "Школа мэров", date(2026, 1, 1), date(2026, 9, 1), "+70000000007", None),
    )


async def add(tx: Tx, table: Table, *rows: dict[str, Any]) -> None:
    """Insert rows, each with its own columns."""
    for row in rows:
        await tx.execute(insert(table).values(row))


async def add_event(tx: Tx, number: int, edition: int, **facts: Any) -> None:
    """Insert one version of an event; the moments follow from day, hours and zone."""
    zone = ZoneInfo(facts.pop("zone", "Asia/Yekaterinburg"))
    row: dict[str, Any] = {"kind": "lecture", "day": TUESDAY, "module_id": TYUMEN} | facts
    starts, ends = row["starts"], row["ends"]
    last = row["day"] if ends > starts else row["day"] + timedelta(days=1)
    row["starts_at"] = datetime.combine(row["day"], starts, zone)
    row["ends_at"] = datetime.combine(last, ends, zone)
    await add(tx, event_versions, {"edition_id": edition, "event_id": number} | row)


async def _programmes(tx: Tx) -> None:
    days = {"ends_on": date(2026, 5, 31)}
    await add(tx, programmes, {"id": 1, "code": "ШМ", "title": "Школа мэров"})
    await add(tx, programmes, {"id": 2, "code": "ШМК", "title": "Школа муниципальных команд"})
    await add(
        tx,
        streams,
        {
            "id": 5,
            "code": "Ш5",
            "programme_id": 1,
            "title": "Поток 5",
            "duty_phone": "+70000000005",
            "starts_on": date(2025, 10, 1),
        }
        | days,
        {
            "id": 6,
            "code": "К1",
            "programme_id": 2,
            "title": "Поток 1",
            "duty_phone": "+70000000006",
            "starts_on": date(2025, 10, 15),
        }
        | days,
        {
            "id": 7,
            "code": "Ш7",
            "programme_id": 1,
            "title": "Поток 7",
            "duty_phone": "+70000000007",
            "starts_on": date(2026, 1, 1),
        }
        | days,
    )
    for edition, stream in ((50, 5), (51, 5), (60, 6)):
        numbered = {"id": edition, "stream_id": stream, "number": edition, "created_at": CREATED}
        await add(tx, editions, numbered)
    await tx.execute(streams.update().where(streams.c.id == 5).values(published_id=50, draft_id=51))
    await tx.execute(streams.update().where(streams.c.id == 6).values(published_id=60))
    await add(tx, directions, {"id": 1, "code": "ИИ", "programme_id": 1, "title": "Цифровые решения"})
    await add(tx, teams, {"id": 7, "code": "К-7", "stream_id": 5, "title": "Команда севера"})


async def _places(tx: Tx) -> None:
    await add(tx, venues, {"id": 11, "code": "СНЖ"}, {"id": TECHNOPARK, "code": "ТМН"})
    tyumen = {
        "venue_id": TECHNOPARK,
        "title": "Технопарк",
        "city": "Тюмень",
        "zone": "Asia/Yekaterinburg",
        "address": "ул. Республики, 142",
        "latitude": 57.15,
        "longitude": 65.54,
        "way": "Автобус 25",
        "duty_phone": "+70000000012",
    }
    for edition in (50, 51, 60):
        await add(tx, venue_versions, {"edition_id": edition} | tyumen)
    senezh = {"venue_id": 11, "title": "Мастерская «Сенеж»", "city": "Солнечногорск", "zone": "Europe/Moscow"}
    await add(tx, venue_versions, {"edition_id": 50} | senezh, {"edition_id": 51} | senezh)
    await add(
        tx,
        modules,
        {"id": SENEZH, "stream_id": 5, "code": "М1"},
        {"id": TYUMEN, "stream_id": 5, "code": "М2"},
        {"id": OTHER_MODULE, "stream_id": 6, "code": "К-М1"},
    )
    first = {"module_id": SENEZH, "number": 1, "title": "Стратегия", "venue_id": 11}
    second = {"module_id": TYUMEN, "number": 2, "title": "Экономика города", "venue_id": TECHNOPARK}
    second["bring"] = "Паспорт"
    for edition in (50, 51):
        october = {"starts_on": date(2025, 10, 20), "ends_on": date(2025, 10, 24)}
        november = {"starts_on": date(2025, 11, 17), "ends_on": date(2025, 11, 21)}
        await add(tx, module_versions, {"edition_id": edition} | first | october)
        await add(tx, module_versions, {"edition_id": edition} | second | november)
    other = {"edition_id": 60, "module_id": OTHER_MODULE, "number": 1, "title": "Запуск фабрик"}
    other_days = {"venue_id": TECHNOPARK, "starts_on": date(2025, 11, 17), "ends_on": date(2025, 11, 20)}
    await add(tx, module_versions, other | other_days)


async def _events(tx: Tx) -> None:
    for number in range(ONLINE, DRAFT_ONLY + 1):
        stream = 6 if number == OTHER_EVENT else 5
        await add(tx, events, {"id": number, "stream_id": stream, "code": f"З-{number}"})
    for edition in (50, 51):
        await add_event(
            tx, ONLINE, edition, title="Установочная встреча", day=date(2025, 11, 17), starts=time(10, 0),
            ends=time(11, 0), online="https://example.org/room",
        )  # fmt: skip
        await add_event(tx, LECTURE, edition, title="Стратегия города", starts=time(9, 0), ends=time(10, 30))
        await add_event(
            tx, GROUP_A, edition, title="Практикум А", starts=time(11, 0), ends=time(12, 30), groups=["А"]
        )
        await add_event(
            tx, GROUP_B, edition, title="Практикум Б", starts=time(11, 0), ends=time(12, 30), groups=["Б"],
            directions=["ИИ"], teams=["К-7"], buses=["А-1"],
        )  # fmt: skip
        await add_event(
            tx, BY_BUS, edition, title="Трансфер", kind="transfer", starts=time(13, 0), ends=time(13, 30),
            buses=["А-1"],
        )  # fmt: skip
        await add_event(
            tx, TRIP, edition, title="Жилой квартал", kind="excursion", starts=time(14, 0), ends=time(16, 0)
        )
        await add_event(
            tx, OFF, edition, title="Концерт", kind="culture", starts=time(18, 0), ends=time(19, 0),
            cancelled=True,
        )  # fmt: skip
        await add_event(tx, NIGHT, edition, title="Ночной город", starts=time(23, 0), ends=time(1, 0))
    await add_event(tx, DRAFT_ONLY, 51, title="Только в черновике", starts=time(9, 0), ends=time(10, 0))
    await add_event(
        tx, OTHER_EVENT, 60, title="Чужой запуск", module_id=OTHER_MODULE, starts=time(9, 0), ends=time(10, 0)
    )
    await add(tx, excursion_versions, {
        "edition_id": 50, "event_id": TRIP, "entry": "assigned", "meeting_point": "Главный вход",
        "latitude": 57.15, "longitude": 65.54, "contact": "+70000000013", "bring": "Паспорт",
    })  # fmt: skip


async def _people(tx: Tx) -> None:
    for number in range(1, 7):
        await add(tx, people, {"id": number, "code": f"Ч-{number}", "surname": "Примеров", "name": "Пример"})
    for person, stream, group in ((1, 5, "А"), (2, 5, "Б"), (3, 5, ""), (3, 6, ""), (4, 6, ""), (6, 7, "")):
        part = {"person_id": person, "stream_id": stream, "group": group, "roles": ["participant"]}
        await add(tx, enrolments, part)
    await tx.execute(enrolments.update().where(enrolments.c.person_id == 1).values(direction_id=1, team_id=7))
    await add(tx, enrolments, {"person_id": 5, "stream_id": 5, "roles": ["organizer"]})
    await add(tx, travels, {
        "person_id": 1, "module_id": TYUMEN, "arrival": "Поезд 060", "hotel": "Гостиница", "room": "305",
        "arrives": datetime(2025, 11, 16, 21, 40), "bus": "Автобус 2",  # noqa: DTZ001  (a wall clock)
    })  # fmt: skip
    await add(tx, buses, {"id": 1, "stream_id": 5, "code": "А-1"})
    await add(tx, bus_versions, {
        "edition_id": 50, "bus_id": 1, "event_id": TRIP, "title": "Автобус 1", "plate": "А000АА 72",
        "capacity": 40, "departs": time(13, 45), "meeting_point": "Парковка",
    })  # fmt: skip
    await add(tx, seats, {"event_id": TRIP, "person_id": 1, "bus_id": 1})
