"""What only many records together show: full buses, doubly taken halls, one phone for two people."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import pairwise

from bot.schedule.span import NoSpan, span
from bot.shared.records import Ident, Record, fold
from bot.shared.zones import UnknownZone
from bot.workbook.checks.scene import Scene
from bot.workbook.problems import Problem


class Crowds:
    """Counts over all records as they would be; `problems` speaks only of what the file touches."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._in_bus: Counter[Ident] = Counter()
        self._on_excursion: Counter[Ident] = Counter()
        self._last_seat: dict[Ident, Record] = {}
        self._bus_places: Counter[Ident] = Counter()
        self._halls: defaultdict[tuple[str, str, date], list[Record]] = defaultdict(list)
        self._phones: defaultdict[str, list[Record]] = defaultdict(list)
        self._venues: set[Ident] = set()

    def add(self, record: Record) -> None:
        """Count a record."""
        match record.kind:
            case "seat":
                self._add_seat(record)
            case "bus":
                capacity = record.fields.get("capacity")
                event = ("excursion", fold(str(record.fields.get("event"))))
                self._bus_places[event] += capacity if isinstance(capacity, int) else 0
            case "event":
                self._add_event(record)
            case "person":
                phone = record.fields.get("phone")
                if phone:
                    self._phones[str(phone)].append(record)
            case "module":
                self._venues.add(("venue", fold(str(record.fields.get("venue")))))

    def _add_seat(self, record: Record) -> None:
        bus = ("bus", fold(str(record.fields.get("bus"))))
        excursion = ("excursion", fold(record.codes[0]))
        self._in_bus[bus] += 1
        self._on_excursion[excursion] += 1
        if self._scene.in_file(record):
            self._last_seat[bus] = self._last_seat[excursion] = record

    def _add_event(self, record: Record) -> None:
        room, day = record.fields.get("room"), record.fields.get("day")
        module = self._scene.find("module", record.fields.get("module"))
        if room and isinstance(day, date) and module and not record.fields.get("cancelled"):
            self._halls[fold(str(module.fields.get("venue"))), fold(str(room)), day].append(record)

    def problems(self) -> Iterator[Problem]:
        """Yield what does not fit."""
        yield from self._overfull(self._in_bus, "workbook-bus-overfull", "bus")
        yield from self._overfull(self._on_excursion, "workbook-excursion-overfull", "event")
        yield from self._too_few_places()
        yield from self._taken_halls()
        yield from self._shared_phones()
        yield from self._unused_venues()

    def _overfull(self, seats: Counter[Ident], key: str, name: str) -> Iterator[Problem]:
        for ident, count in seats.items():
            whole = self._scene.merged.get(ident)
            capacity = whole.fields.get("capacity") if whole else None
            if whole is None or not isinstance(capacity, int) or count <= capacity:
                continue
            seat = self._last_seat.get(ident)
            where = [(seat, name)] if seat else []
            if seat or self._scene.in_file(whole):
                facts = {"code": whole.codes[0], "count": str(count), "capacity": str(capacity)}
                yield self._scene.problem(key, *where, (whole, "capacity"), **facts)

    def _too_few_places(self) -> Iterator[Problem]:
        for ident, places in self._bus_places.items():
            excursion = self._scene.merged.get(ident)
            capacity = excursion.fields.get("capacity") if excursion else None
            if (
                excursion
                and isinstance(capacity, int)
                and places < capacity
                and self._scene.in_file(excursion)
            ):
                facts = {"code": excursion.codes[0], "capacity": str(capacity), "places": str(places)}
                yield self._scene.warning("workbook-excursion-buses", (excursion, "capacity"), **facts)

    def _taken_halls(self) -> Iterator[Problem]:
        for events in self._halls.values():
            spans = [(*moments, event) for event in events if (moments := self._moments(event))]
            spans.sort(key=lambda item: (item[0], item[1], item[2].codes))
            for (_, ends, one), (starts, _, other) in pairwise(spans):
                if starts < ends and (self._scene.in_file(one) or self._scene.in_file(other)):
                    facts = {"room": str(other.fields["room"]), "other": one.codes[0], "code": other.codes[0]}
                    where = ((other, "room"), (one, "room"))
                    yield self._scene.warning("workbook-hall-taken", *where, **facts)

    def _moments(self, event: Record) -> tuple[datetime, datetime] | None:
        day, starts, ends = (event.fields.get(name) for name in ("day", "starts", "ends"))
        module = self._scene.find("module", event.fields.get("module"))
        venue = self._scene.find("venue", module.fields.get("venue")) if module else None
        if (
            not isinstance(day, date)
            or not isinstance(starts, time)
            or not isinstance(ends, time)
            or not venue
        ):
            return None
        try:
            return span(day, starts, ends, str(venue.fields.get("zone")))
        except (NoSpan, UnknownZone):
            return None

    def _shared_phones(self) -> Iterator[Problem]:
        for phone, people in self._phones.items():
            mentioned = [person for person in people if self._scene.in_file(person)]
            if len(people) > 1 and mentioned:
                other = next(person for person in people if person is not mentioned[-1])
                facts = {"phone": phone, "other": other.codes[0]}
                yield self._scene.warning("workbook-phone-twice", (mentioned[-1], "phone"), **facts)

    def _unused_venues(self) -> Iterator[Problem]:
        for ident, record in self._scene.gathered.records.items():
            if record.kind == "venue" and ident not in self._venues:
                yield self._scene.warning("workbook-venue-unused", (record, "code"), code=record.codes[0])
