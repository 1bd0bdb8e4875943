"""A week in Tyumen that is published and running: who organizes, who listens, and how it changes."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from bot.publishing.actions import publish, see_draft
from bot.sandbox.botapi.feed import Event
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.world import PATIENCE_S
from bot.workbook.actions import apply_file
from db.editions import read_editions
from db.notices import notices
from db.people import people
from db.programme import streams
from db.schedule import events
from tests.stage import Stage
from tests.workbook.programmes import Rows, programme, reading_of

STREAM, OTHER = "ШМ-5", "ШМ-6"
ORGANIZER, SECOND, ANNA, BORIS, VERA = (f"{STREAM}-{number:03}" for number in (1, 6, 2, 3, 4))
"""Anna and Vera are of the first group, Boris of the second; Vera has not entered."""
TODAY = 10
"""How many events of the module's first day stand before those of today, Tuesday."""


def event(slot: int) -> str:
    """Return the code of today's event number `slot`, from 1: it begins at 08:00 plus `slot` hours."""
    return f"{STREAM}-М2-{TODAY + slot:02}"


@dataclass
class Week:
    """The published week of two streams; `rows` is the workbook as it was sent last."""

    stage: Stage
    path: Path
    rows: Rows

    async def change(self, **cells: dict[str, object]) -> None:
        """Send the workbook with other cells of some events, named by their slots: `e3={"Зал": "Б"}`."""
        for name, values in cells.items():
            row = next(row for row in self.rows["Программа"] if row["Код"] == event(int(name[1:])))
            row |= values
        await self.send()

    async def send(self) -> None:
        """Apply the workbook as it stands."""
        reading = await reading_of(self.path / "week.xlsx", self.rows)
        outcome = await apply_file(self.stage.database, self.stage.clock, reading)
        assert outcome.applied, outcome.examination.errors


async def load_week(stage: Stage, path: Path) -> Week:
    """Import and publish the two streams; 001 and 006 of the first only organize it."""
    rows = programme(streams=2, people=6, days=5)
    for place in (0, 5):
        rows["Люди"][place]["Роли"] = "организатор"
    rows["Наставники"] = rows["Наставники"][1:]
    week = Week(stage, path, rows)
    await week.send()
    async with stage.database.read() as tx:
        found = await read_editions(tx)
    for one in found:
        draft = await see_draft(stage.database, one.stream_id)
        assert draft is not None
        await publish(stage.database, stage.clock, one.stream_id, draft.edition_id)
    return week


async def planned(stage: Stage) -> list[tuple[str, str]]:
    """Return whom notices of changes are or were planned for, with their states, in the order of ids."""
    async with stage.database.read() as tx:
        chosen = select(notices.c.person_id, notices.c.state).where(notices.c.kind == "programme-changed")
        rows = (await tx.execute(chosen.order_by(notices.c.id))).all()
        codes = await _codes(stage)
    return [(codes[person_id], state) for person_id, state in rows]


async def sequences(stage: Stage) -> dict[str, int]:
    """Return the events whose sequence was raised."""
    async with stage.database.read() as tx:
        chosen = select(events.c.code, events.c.sequence).where(events.c.sequence > 0)
        return {row.code: row.sequence for row in await tx.execute(chosen)}


async def pointers(stage: Stage, stream: str = STREAM) -> tuple[int | None, int | None]:
    """Return the published edition and the draft of a stream."""
    async with stage.database.read() as tx:
        chosen = select(streams.c.published_id, streams.c.draft_id).where(streams.c.code == stream)
        published, draft = (await tx.execute(chosen)).one()
        return published, draft


async def hears(persona: Persona, words: str, count: int = 1) -> str:
    """Wait until the bot has told somebody of changes so many times, with these words at last."""
    await _until(persona, lambda: len(told(persona)) >= count and words in told(persona)[-1])
    return told(persona)[-1]


async def documents(persona: Persona, count: int) -> list[bytes]:
    """Wait until somebody has so many files in the chat; return what they hold, without folded lines."""
    await _until(persona, lambda: len(_files(persona)) >= count)
    found = (persona.world.files.data(file) for file in _files(persona))
    return [content.replace(b"\r\n ", b"") for content in found if content is not None]


def _files(persona: Persona) -> list[str]:
    return [message["document"]["file_id"] for message in persona.messages() if "document" in message]


async def _until(persona: Persona, true: Callable[[], bool]) -> None:
    """Wait for messages of the bot until something is true."""
    came = asyncio.Event()

    def notice(happened: Event) -> None:
        if happened["kind"] == "message" and happened["chat"] == persona.user:
            came.set()

    stop = persona.world.feed.listen(notice)
    try:
        async with asyncio.timeout(PATIENCE_S):
            while not true():
                await came.wait()
                came.clear()
    finally:
        stop()


def told(persona: Persona, words: str = "Изменения в программе") -> list[str]:
    """Return the messages of the chat that have these words."""
    return [text for message in persona.messages() if words in (text := message.get("text", ""))]


async def _codes(stage: Stage) -> dict[int, str]:
    async with stage.database.read() as tx:
        return {row.id: row.code for row in await tx.execute(select(people.c.id, people.c.code))}
