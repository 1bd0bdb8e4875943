"""An excursion that people sign up for, and a crowd of participants who want to go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from sqlalchemy import delete, select, update

from bot.excursions import actions
from bot.excursions.places import Standing
from bot.people.actions import look_up
from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Visitor
from bot.shared.clock import ManualClock
from db.engine import Database, Tx
from db.excursions import bus_versions, buses, excursion_versions, seats, waiting_places
from db.people import accounts, consents, enrolments, people
from tests.schedule.stage import TRIP, add

FIRST = 100
"""The id of the crowd's first person; accounts have the same ids."""


@dataclass
class Crowd:
    """Participants of stream 5 by their number, each tap a new update."""

    database: Database
    clock: ManualClock
    updates: int = 1000

    def visitor(self, number: int) -> Visitor:
        self.updates += 1
        return Visitor(FIRST + number, FIRST + number, "ru", update_id=self.updates)

    async def going(self, event_id: int = TRIP) -> dict[int, int | None]:
        """Return number → bus of those who go."""
        async with self.database.read() as tx:
            rows = await tx.execute(
                select(seats.c.person_id, seats.c.bus_id).where(seats.c.event_id == event_id)
            )
            return {person - FIRST: bus for person, bus in rows}

    async def waiting(self, event_id: int = TRIP) -> list[int]:
        """Return the numbers of those who wait, in their order."""
        async with self.database.read() as tx:
            chosen = select(waiting_places.c.person_id).where(waiting_places.c.event_id == event_id)
            return [one - FIRST for one in (await tx.execute(chosen.order_by(waiting_places.c.id))).scalars()]

    async def offered(self, event_id: int = TRIP) -> dict[int, datetime]:
        """Return number → until when a place is held."""
        async with self.database.read() as tx:
            held = select(waiting_places.c.person_id, waiting_places.c.offered_until)
            rows = await tx.execute(held.where(waiting_places.c.offered_until.is_not(None)))
            return {person - FIRST: until for person, until in rows}

    async def standing(self, number: int, event_id: int = TRIP) -> Standing:
        """Return how one of the crowd stands, as the card shows it."""
        visitor = await look_up(self.database, self.clock, self.visitor(number))
        view = await actions.excursion(self.database, self.clock, visitor, event_id)
        assert view.standing is not None
        return view.standing


async def gather(
    database: Database,
    clock: ManualClock,
    count: int,
    capacity: int | None,
    *bus_sizes: int,
    users: Sequence[int] = (),
) -> Crowd:
    """Make the trip one to sign up for, with these buses and nobody on it, and let people in.

    `users` are their accounts where the messenger has given them out.
    """
    async with database.write() as tx:
        await tx.execute(delete(seats))
        await tx.execute(delete(bus_versions))
        trip = update(excursion_versions).where(excursion_versions.c.event_id == TRIP)
        await tx.execute(trip.values(entry="sign_up", capacity=capacity))
        for number, size in enumerate(bus_sizes, start=1):
            if number > 1:
                await add(tx, buses, {"id": number, "stream_id": 5, "code": f"А-{number}"})
            row = {"edition_id": 50, "bus_id": number, "event_id": TRIP, "title": f"Автобус {number}"}
            await add(tx, bus_versions, row | {"capacity": size, "departs": time(13, 45)})
        for number in range(count):
            await enrol(tx, number, users[number] if users else FIRST + number)
    return Crowd(database, clock)


async def enrol(tx: Tx, number: int, user: int) -> None:
    """Let one more participant in, with account and consent."""
    ident, moment = FIRST + number, datetime(2025, 10, 1, tzinfo=UTC)
    named = {"surname": f"Толпин{number}", "name": "Пример", "zone": "Asia/Yekaterinburg"}
    await add(tx, people, {"id": ident, "code": f"Т-{number}"} | named)
    part = {"person_id": ident, "stream_id": 5, "roles": ["participant"]}
    await add(tx, enrolments, part)
    account = {"user_id": user, "chat_id": user, "locale": "ru", "person_id": ident, "reachable": True}
    await add(tx, accounts, account | {"created_at": moment})
    agreed = {"person_id": ident, "purpose": PROCESSING, "version": VERSIONS[PROCESSING], "given_at": moment}
    await add(tx, consents, agreed)
