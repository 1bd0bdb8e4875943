"""Imports run one way: a module may import its own floor and those below, and no other."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

ROOMS = (
    "notices",
    "programme",
    "people",
    "schedule",
    "excursions",
    "projects",
    "mentoring",
    "understanding",
    "support",
    "broadcasts",
)
"""From the ground up: a room may use those before it, never those after it."""

ROOM = f"(?:{'|'.join(ROOMS)})"
ACTIONS = rf"bot\.{ROOM}\.(?:\w*actions|entering|coverage|reading|planning|awaiting)"

FLOORS: tuple[tuple[str, str], ...] = (
    ("command line", r"bot\.__main__"),
    ("sandbox", r"bot\.sandbox\..+"),
    ("operations", r"bot\.operations\..+"),
    ("roof", r"bot\.(?:app|jobs|registry)"),
    ("handlers and delivery", r"handlers\..+|bot\.delivery\..+|bot\.updates\..+"),
    ("ui", r"bot\.ui\..+"),
    (
        "actions",
        rf"{ACTIONS}|bot\.workbook\.(?:actions|console|uploads|undoing|downloads|replanning|awaiting)"
        r"|bot\.publishing\.(?:\w*actions|changes|awaiting)|bot\.(?:privacy|tuning)\..+",
    ),
    ("db", r"db\..+"),
    ("rules", rf"bot\.{ROOM}\..+|bot\.(?:workbook|publishing)\..+"),
    ("ground", r"bot\.shared\..+|bot\.settings"),
)
"""From the roof down; the first that fits is a module's floor."""

BANNED: tuple[tuple[str, str, str], ...] = (
    (r"db\..+", r"aiogram", "the database knows nothing of the messenger"),
    (rf"bot\.{ROOM}\..+", r"aiogram", "rules and actions know nothing of the messenger"),
    (
        r"bot\.(?:workbook|publishing|privacy|tuning)\..+",
        r"aiogram",
        "composites know nothing of the messenger",
    ),
    (r"handlers\..+|bot\.ui\..+", r"sqlalchemy", "handlers and screens write no SQL"),
    (r"handlers\..+|bot\.ui\..+", r"db\.(?!engine$).+", "handlers and screens go through actions"),
    (r"(?!bot\.__main__$|bot\.sandbox\.).+", r"bot\.sandbox", "the real bot never loads the sandbox"),
    (r"bot\.sandbox\.botapi\..+", r"(?:aiogram|sqlalchemy|db|handlers)\b", "the double stands alone"),
    (r"bot\.sandbox\.botapi\..+", r"bot\.(?!sandbox|shared).+", "the double stands alone"),
)


@cache
def modules() -> dict[str, str]:
    """Return module name → source of everything that runs."""
    found = {}
    for top in ("bot", "handlers", "db"):
        for path in sorted((ROOT / top).rglob("*.py")):
            if "migrations" not in path.parts and path.name != "__init__.py":
                found[".".join(path.relative_to(ROOT).with_suffix("").parts)] = path.read_text("utf-8")
    return found


@cache
def imports(source: str, name: str, known: frozenset[str]) -> set[str]:
    """Return the full names of what a source imports, modules of packages included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found.add(whole if whole in known else node.module)
        elif isinstance(node, ast.ImportFrom):
            raise AssertionError(f"{name} imports relatively")
    return found


@cache
def floor(module: str) -> int | None:
    return next((n for n, (_, pattern) in enumerate(FLOORS) if re.fullmatch(pattern, module)), None)


@cache
def room(module: str) -> int | None:
    found = re.fullmatch(rf"bot\.({ROOM})\..+", module)
    return ROOMS.index(found[1]) if found else None


@cache
def bans(module: str, target: str) -> list[str]:
    """Return why a module may not import a target."""
    return [
        why
        for who, what, why in BANNED
        if re.fullmatch(who, module) and re.match(rf"(?:{what})(?:\.|$)", target)
    ]


def violations(sources: dict[str, str]) -> list[str]:
    """Return every import that runs the wrong way, in words."""
    wrong = []
    known = frozenset(sources)
    for module, source in sources.items():
        own = floor(module)
        if own is None:
            wrong.append(f"{module} stands on no floor")
            continue
        for target in sorted(imports(source, module, known)):
            wrong += [f"{module} imports {target}: {why}" for why in bans(module, target)]
            other = floor(target)
            if other is not None and other < own:
                wrong.append(f"{module} ({FLOORS[own][0]}) imports {target} ({FLOORS[other][0]}) above it")
            mine, theirs = room(module), room(target)
            if own == other and mine is not None and theirs is not None and theirs > mine:
                wrong.append(f"{module} imports {target}: {ROOMS[theirs]} comes after {ROOMS[mine]}")
    return wrong


def test_imports_run_one_way() -> None:
    assert violations(modules()) == []


PLANTED = [
    ("db.people", "from aiogram import Bot"),
    ("db.people", "from bot.people.actions import look_up"),
    ("bot.schedule.lookup", "from db.timetable import timetable_of_days"),
    ("bot.schedule.lookup", "import aiogram.types"),
    ("bot.people.actions", "from bot.schedule import actions"),
    ("bot.people.model", "from bot.schedule.model import Event"),
    ("handlers.schedule", "from db.people import people"),
    ("handlers.schedule", "from sqlalchemy import select"),
    ("bot.ui.people", "from handlers import entry"),
    ("bot.shared.clock", "from bot.settings import Settings\nfrom bot.people import model"),
    ("bot.app", "from bot.sandbox import running"),
    ("bot.sandbox.botapi.world", "from aiogram import Bot"),
    ("bot.sandbox.botapi.world", "from bot.people import model"),
    ("bot.attic.boxes", ""),
]


@pytest.mark.parametrize(("module", "line"), PLANTED)
def test_a_planted_violation_is_seen(module: str, line: str) -> None:
    sources = modules() | {module: line}
    assert violations(sources) != []


def test_packages_are_empty() -> None:
    tops = [path for top in ("bot", "handlers", "db", "tests") for path in (ROOT / top).rglob("__init__.py")]
    assert [str(path) for path in tops if path.read_text("utf-8").strip()] == []


def test_every_folder_of_code_and_tests_is_a_package() -> None:
    folders = {
        path.parent for top in ("bot", "handlers", "db", "tests") for path in (ROOT / top).rglob("*.py")
    }
    assert [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []
