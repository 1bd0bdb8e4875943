"""Ten thousand people of one stream, and an event of theirs that moves: publishing it as organizers do."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, insert, select, text, update

from bench.programme import write_programme
from bench.pulse import Pulse, pulse
from bot.notices.model import Scope, State
from bot.notices.planning import Planning
from bot.publishing.actions import Switch, switch_step
from bot.publishing.model import What
from bot.registry import make_planning
from bot.shared.clock import ManualClock
from bot.shared.records import fold
from bot.shared.turns import made_for_good
from db.editions import read_content, read_editions, write_edition
from db.engine import Database, Tx, open_engine
from db.notices import notices
from db.readiness import make_ready
from db.records import read_names
from db.schedule import event_versions

PEOPLE = 10_000
STREAM = 1
NOW = datetime(2025, 11, 18, 5, tzinfo=UTC)
"""Ten in the morning of the module's second day."""

OF_HUNDRED, OF_THOUSAND, OF_ALL = 28, 35, 26
"""Tomorrow's workshop of group А, that of group Б, and the lecture for everybody."""

GROUPS = ("А",) * 100 + ("Б",) * 1_000 + ("В",) * (PEOPLE - 1_100)
MINUTES = 10
SLICE = 5_000


@dataclass(frozen=True)
class Timed(Planning):
    """Planning that keeps how long each planning again took, in seconds."""

    took: tuple[list[float], ...] = ()

    async def replan(self, tx: Tx, now: datetime, scope: Scope, only: frozenset[str] | None = None) -> None:
        """Plan again by the clock."""
        since = time.perf_counter()
        await super().replan(tx, now, scope, only)
        self.took[0].append(time.perf_counter() - since)


@dataclass(frozen=True, slots=True)
class Move:
    """What one move took, in seconds: planning again, the whole publication; and the pulse meanwhile."""

    planning: float
    publication: float
    felt: Pulse
    changed: int


class Crowd:
    """The people, their programme and their plan of notices, on a database of their own."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._clock = ManualClock(NOW)
        self._took: list[float] = []
        usual = make_planning()
        self._planning = Timed(usual.kinds, usual.planners, usual.night_of, took=(self._took,))

    async def plan(self, event_ids: Sequence[int] | None = None) -> int:
        """Plan anew, all of the next days or some events alone; return how many notices there are."""
        async with self.db.write() as tx:
            await tx.execute(delete(notices))
            scope = Scope(STREAM, None if event_ids is None else frozenset(event_ids))
            await self._planning.replan(tx, self._clock.now(), scope)
            return await tx.scalar(select(func.count()).select_from(notices)) or 0

    async def fill(self, count: int) -> None:
        """Let so many notices of other events wait beside."""
        async with self.db.write() as tx:
            rows = [_other(number) for number in range(count)]
            for start in range(0, count, SLICE):
                await tx.execute(insert(notices), rows[start : start + SLICE])

    async def move(self, event_id: int) -> Move:
        """Publish an event ten minutes later than it is; nobody has been told of earlier changes yet."""
        self._clock.move(timedelta(seconds=1))
        edition_id = await self._draft(event_id)
        before = await self._settled()
        async with pulse() as felt:
            since = time.perf_counter()
            async with self.db.write() as tx:
                switch = Switch(What.PUBLISH, edition_id, None)
                await switch_step(tx, self._clock, self._planning, STREAM, switch)
            publication = time.perf_counter() - since
        changed = await self._settled() - before
        await self._told()
        return Move(self._took[-1], publication, felt, changed)

    async def _draft(self, event_id: int) -> int:
        async with self.db.write() as tx:
            names = await read_names(tx)
            stream = (await read_editions(tx))[0]
            content = await read_content(tx, stream.published_id or 0, names, stream.code)
            ident = ("event", fold(f"З-{event_id}"))
            fields = dict(content[ident].fields)
            for name in ("starts", "ends"):
                fields[name] = (
                    datetime.combine(NOW.date(), fields[name]) + timedelta(minutes=MINUTES)  # type: ignore[arg-type]  # times
                ).time()
            content[ident] = replace(content[ident], fields=fields)
            return await write_edition(tx, names, stream, content, self._clock.now(), stream.published_id)

    async def _settled(self) -> int:
        """Count the reminders whose moment passed away with a move."""
        async with self.db.read() as tx:
            gone = select(func.count()).select_from(notices).where(notices.c.state == State.CANCELLED)
            return await tx.scalar(gone) or 0

    async def _told(self) -> None:
        """Let everybody have been told, and forget what was cancelled: the next move begins afresh."""
        async with self.db.write() as tx:
            await tx.execute(delete(notices).where(notices.c.kind == "programme-changed"))
            await tx.execute(delete(notices).where(notices.c.state == State.CANCELLED))


def _other(number: int) -> dict[str, object]:
    due = NOW + timedelta(days=3, minutes=number % 600)
    return {
        "key": f"event:{40 + number % 20}:15@{number}",
        "kind": "event-reminder",
        "stream_id": STREAM,
        "subject": f"event:{40 + number % 20}",
        "person_id": 1 + number % PEOPLE,
        "params": "",
        "wanted_at": due,
        "due_at": due,
        "stale_after": due,
        "happens_at": due,
        "zone": "Asia/Yekaterinburg",
        "urgency": 1,
        "state": State.QUEUED,
    }


async def gather(url: str) -> Crowd:
    """Write the people and their programme into an empty database; nothing else is left of the start."""
    await make_ready(url)
    db = Database(open_engine(url))
    async with db.write() as tx:
        await write_programme(tx, NOW, range(1, PEOPLE + 1), GROUPS)
        if tx.dialect.name == "postgresql":  # ids were given above: the next one follows the last
            await tx.execute(text("SELECT setval('editions_id_seq', 1)"))
        of_own = update(event_versions).where(event_versions.c.event_id == OF_THOUSAND)
        await tx.execute(of_own.values(groups=("Б",)))
    made_for_good()
    return Crowd(db)
