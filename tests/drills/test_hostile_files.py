"""Hostile workbooks in the chat: a clear refusal soon, bounded memory, and nobody else waits for it."""

import sys
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median

import pytest

from bot.app import WORKBOOKS_AT_ONCE
from bot.people.entering import issue_invitations
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.sandbox.demo import cast
from bot.sandbox.demo.loading import load_demo
from bot.shared.clock import SystemClock
from bot.ui.texts import texts_in
from bot.workbook.guard import LARGEST_FILE
from db.engine import Database
from tests.drills.hostile import Cost, cost_of, idle
from tests.process import PATIENCE_S, Process, process, settings_of
from tests.workbook.books import BOOK, RELATIONS, ROOT, SHEET, write_parts
from tests.workbook.test_reader import HOSTILE as KINDS
from tests.workbook.test_reader import in_bytes

pytestmark = [pytest.mark.drill, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]

IDLE_S = 5.0
"""How long answers are measured while all is quiet, before the files and after them."""
SOON_S = 20.0
MEMORY = 1024 * 1024 * 1024
"""Bytes of one reading process, the limit it sets itself included."""
TYPICAL_FACTOR, TYPICAL_FLOOR_S = 3.0, 0.25
WORST_FACTOR, WORST_FLOOR_S = 25.0, 1.0
"""The median of all answers to others against the quiet one, or a quarter of a second; the worst of each file
against the quiet median, or a second: with two cores the reader, the bot and the server take turns."""
ORGANIZERS = {cast.ORGANIZER: "Ш5", "демо-куратор-6": "Ш6", "демо-координатор": "К1"}


def ten_million_rows(path: Path) -> Path:
    """Rows without a cell, so that the part is small enough to be looked at."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", ROOT)
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(b"<worksheet><sheetData>")
            for _ in range(100):
                part.write(b"<row/>" * 100_000)
            part.write(b"</sheetData></worksheet>")
    return path


def sparse_giant(path: Path) -> Path:
    """Two cells in opposite corners of the largest sheet there can be."""
    far = '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row>'
    merged = "<mergeCells><mergeCell ref='B2:B1048576'/></mergeCells>"
    return write_parts(
        path, {"xl/worksheets/sheet1.xml": SHEET.format(f"<sheetData>{far}</sheetData>{merged}")}
    )


def a_row_without_end(path: Path) -> Path:
    """One row of ninety cells, each as long as Excel allows, costly to clean."""
    text = ("а б\t\u200bв  " * 4_000)[:32_000]
    cell = f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return write_parts(
        path, {"xl/worksheets/sheet1.xml": SHEET.format(f"<sheetData><row>{cell * 90}</row></sheetData>")}
    )


def too_big(path: Path) -> Path:
    path.write_bytes(b"PK\x03\x04" + b"\0" * LARGEST_FILE)
    return path


FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    **KINDS,
    "ten million rows": (ten_million_rows, "workbook-file-rows"),
    "a sparse giant": (sparse_giant, "workbook-headings-missing"),
    "a row without end": (a_row_without_end, "workbook-headings-missing"),
    "a picture": (in_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 500), "workbook-file-picture"),
    "more than a bot may fetch": (too_big, "workbook-file-big"),
}
THREE_AT_ONCE = "millions of rows"


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files, made before anything is measured."""
    folder = tmp_path_factory.mktemp("hostile")
    return {name: make(folder / "file.xlsx").read_bytes() for name, (make, _) in FILES.items()}


async def enter(world: World, database: Database) -> dict[str, int]:
    """Bring the organizers and one participant in; return person code → user id."""
    texts = texts_in("ru")
    users: dict[str, int] = {}
    for person, stream in {**ORGANIZERS, cast.PARTICIPANT: "Ш5"}.items():
        links = await issue_invitations(database, SystemClock(), stream, timedelta(days=1))
        code = next(link.code for link in links if link.person_code == person)
        persona = Persona(world, world.add_user(first_name=person), timeout=PATIENCE_S)
        await persona.start(code)
        await persona.tap(texts.plain("invitation-yes"))
        await persona.tap(texts.plain("consent-yes"))
        persona.close()
        users[person] = persona.user
    return users


async def measure(
    world: World, users: dict[str, int], bot: Process, contents: dict[str, bytes]
) -> tuple[tuple[float, ...], dict[str, Cost]]:
    """Return what answers take when nothing is going on, and what each file costs."""
    reading = texts_in("ru").plain("workbook-reading")
    asker = users[cast.PARTICIPANT]
    organizers = [users[person] for person in ORGANIZERS]
    await idle(world, asker, 1.0)
    before = await idle(world, asker, IDLE_S)
    costs = {
        name: await cost_of(world, organizers[:1], asker, content, bot.pid, reading)
        for name, content in contents.items()
    }
    name = f"three at once: {THREE_AT_ONCE}"
    costs[name] = await cost_of(world, organizers, asker, contents[THREE_AT_ONCE], bot.pid, reading)
    return before + await idle(world, asker, IDLE_S), costs


def table(calm: tuple[float, ...], costs: dict[str, Cost], contents: dict[str, bytes]) -> str:
    """Return what was measured as lines to read."""
    lines = [
        f"/now while all is quiet: median {median(calm) * 1e3:.0f} ms, worst {max(calm) * 1e3:.0f} ms",
        f"{'file':36} {'KB':>6} {'answered, s':>11} {'readers, MB':>11} {'/now, ms':>8} worst asked",
    ]
    for name, cost in costs.items():
        size = str(len(contents[name]) // 1024) if name in contents else ""
        waits = f"{median(cost.waits) * 1e3:8.0f} {max(cost.waits) * 1e3:5.0f} {len(cost.waits):5}"
        lines.append(f"{name:36} {size:>6} {cost.seconds:11.2f} {cost.memory / 2**20:11.0f} {waits}")
    return "\n" + "\n".join(lines) + "\n"


async def test_a_hostile_file_is_refused_in_words_and_nobody_else_waits_for_it(
    world: World,
    server: BotApiServer,
    database: Database,
    database_url: str,
    tmp_path: Path,
    contents: dict[str, bytes],
    capsys: pytest.CaptureFixture[str],
) -> None:
    await load_demo(database, SystemClock())
    async with process(tmp_path, ["run"], settings_of(server, DATABASE_URL=database_url)) as bot:
        users = await enter(world, database)
        calm, costs = await measure(world, users, bot, contents)
    with capsys.disabled():
        sys.stdout.write(table(calm, costs, contents))
    texts = texts_in("ru")
    for name, (_, reason) in FILES.items():
        said = costs[name].said[0]
        sentence = texts(reason) if reason.startswith("workbook-file-") else "не нашлись названия столбцов"
        assert sentence in said, name
    assert [*costs.values()][-1].said == (texts(FILES[THREE_AT_ONCE][1]),) * len(ORGANIZERS)
    *single, three = costs.values()
    assert {name: cost.seconds for name, cost in costs.items() if cost.seconds > SOON_S} == {}
    assert [cost.memory for cost in single if cost.memory > MEMORY] == []
    assert three.memory < WORKBOOKS_AT_ONCE * MEMORY
    typical = median(wait for cost in costs.values() for wait in cost.waits)
    assert typical <= max(TYPICAL_FACTOR * median(calm), TYPICAL_FLOOR_S)
    longest = max(WORST_FACTOR * median(calm), WORST_FLOOR_S)
    assert {name: max(cost.waits) for name, cost in costs.items() if max(cost.waits) > longest} == {}
