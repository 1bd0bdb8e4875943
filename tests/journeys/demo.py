"""The demonstration programme behind the running bot; read, examined and published once for all tests."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.publishing.actions import publish
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.sandbox.demo.loading import load_demo
from bot.shared.clock import ManualClock
from bot.shared.records import Ident, Record
from bot.ui.texts import texts_in
from db.editions import add_lasting, read_content, read_editions, write_draft
from db.engine import Database, open_engine
from db.people import enrolments, people
from db.programme import streams
from db.records import read_names
from tests.conftest import MOMENT
from tests.stage import Stage, staged


@pytest.fixture(scope="session")
def demo_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the demonstration programme to copy: the import takes longer than a whole test."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite3"
    shutil.copy(sqlite_template, path)

    async def fill() -> None:
        database = Database(open_engine(f"sqlite+aiosqlite:///{path}"))
        await load_demo(database, ManualClock(MOMENT))
        await database.close()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, fill()).result()
    return path


@pytest.fixture
async def demo(
    world: World, server: BotApiServer, demo_template: Path, clock: ManualClock, tmp_path: Path
) -> AsyncIterator[Stage]:
    """The running bot with the demonstration programme, on SQLite."""
    path = tmp_path / "demo.sqlite3"
    shutil.copy(demo_template, path)
    url = f"sqlite+aiosqlite:///{path}"
    database = Database(open_engine(url))
    async with staged(Stage(world, server, database, url, clock)) as stage:
        yield stage
    await database.close()


async def administrator(stage: Stage, language: str = "ru") -> Persona:
    """Bring in the first administrator by the code that was announced."""
    root = stage.newcomer("Администратор", language)
    await root.start()
    await root.send(f"/claim {stage.announced[-1].rsplit(' ', 1)[1]}")
    return root


Content = dict[Ident, Record]
"""What an edition holds."""


async def write_edition(
    stage: Stage, stream_code: str, change: Callable[[Content], None], *, published: bool = True
) -> None:
    """Change a stream's programme as an organizer does: a new draft, published or not."""
    async with stage.database.write() as tx:
        names = await read_names(tx)
        stream = next(one for one in await read_editions(tx) if one.code == stream_code)
        assert stream.published_id is not None
        content = await read_content(tx, stream.published_id, names, stream.code)
        change(content)
        await add_lasting(tx, names, stream.stream_id, content.values())
        edition = await write_draft(tx, names, stream, content, stage.clock.now())
    if published:
        await publish(stage.database, stage.clock, stream.stream_id, edition)


async def change_enrolment(stage: Stage, person: str, stream: str, **values: object) -> None:
    """Change somebody's part in a stream, as organizers do."""
    async with stage.database.write() as tx:
        who = select(people.c.id).where(people.c.code == person).scalar_subquery()
        where = select(streams.c.id).where(streams.c.code == stream).scalar_subquery()
        part = update(enrolments).where(enrolments.c.person_id == who, enrolments.c.stream_id == where)
        await tx.execute(part.values(**values))


async def outsider(stage: Stage, why: str, person: str) -> Persona:
    """Bring somebody of stream 5 to the door and no further: a stranger, unconsented, or one who left."""
    persona = stage.newcomer(why)
    if why == "stranger":
        await persona.start()
        return persona
    await persona.start((await stage.codes("Ш5"))[person])
    await persona.tap(texts_in("ru").plain("invitation-yes"))
    if why == "left":
        await persona.tap(texts_in("ru").plain("consent-yes"))
        await change_enrolment(stage, person, "Ш5", left_on=stage.clock.now().date())
    return persona


async def assistant_of(stage: Stage, head: Persona) -> Persona:
    """Bring in somebody unknown as an assistant; the head's own link is all that lets them in."""
    await head.send("/assistants Помощникова Инна")
    link = next(line for line in head.text.splitlines() if "?start=" in line)
    persona = stage.newcomer("Инна")
    await persona.start(link.split("?start=")[1])
    await persona.tap("Да, это я")
    await persona.tap("Согласен (согласна)")
    return persona
