"""Screens and files of `/export`: the programme, the roster with who has entered, the questions."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.shared.zones import MOSCOW, local
from bot.support.tables import AskedRow, RosterRow
from bot.ui.paging import shortened
from bot.ui.people_roles import role_name
from bot.ui.screens import Screen, button
from bot.ui.streams import stream_name
from bot.ui.tables import sheet_file
from bot.ui.texts import Texts

WORDS = 200
"""Characters of a question that its row shows."""


class Export(StrEnum):
    """What can be taken away; on the command line by the same names."""

    PROGRAMME = "programme"
    ROSTER = "roster"
    QUESTIONS = "questions"
    ATTENDANCE = "attendance"
    MENTORSHIPS = "mentorships"
    PROJECTS = "projects"


class ExportButton(CallbackData, prefix="tk1"):
    """Sends one of the files."""

    what: Export


def choose_screen(texts: Texts) -> Screen:
    """Ask what is to be taken away."""
    rows = [[button(texts.plain(f"exports-{what}"), ExportButton(what=what))] for what in Export]
    return Screen(texts("exports-choose"), rows)


def file_name(texts: Texts, what: Export, day: date) -> str:
    """Return the name of a file."""
    key = "workbook-export-name" if what is Export.PROGRAMME else f"exports-{what}-name"
    return texts.plain(key, day=f"{day:%d.%m.%Y}")


def roster_file(texts: Texts, rows: Sequence[RosterRow], today: date) -> bytes:
    """Return everybody of the streams with the state of entering as an Excel file."""
    columns = _columns(
        texts,
        ("stream", 28),
        ("code", 14),
        ("name", 34),
        ("post", 30),
        ("municipality", 24),
        ("region", 24),
        ("roles", 24),
        ("phone", 16),
        ("entering", 26),
        ("entered", 18),
    )
    lines = [
        (
            stream_name(texts, row.stream),
            row.person.code,
            row.person.full_name,
            row.person.post,
            row.person.municipality,
            row.person.region,
            ", ".join(role_name(texts, role) for role in row.roles),
            row.person.phone,
            texts.plain(f"exports-entering-{row.entering(today)}"),
            _moment(row.entered_at),
        )
        for row in rows
    ]
    return sheet_file(texts.plain("exports-roster"), columns, lines)


def questions_file(texts: Texts, rows: Sequence[AskedRow]) -> bytes:
    """Return the questions with who asked and who answered when as an Excel file."""
    columns = _columns(
        texts,
        ("number", 8),
        ("stream", 28),
        ("asked", 18),
        ("by", 34),
        ("phone", 16),
        ("words", 60),
        ("state", 18),
        ("staff", 34),
        ("answered", 18),
    )
    lines = [
        (
            str(row.number),
            stream_name(texts, row.stream),
            _moment(row.asked_at),
            row.person.full_name,
            row.person.phone,
            shortened(row.words, WORDS) or texts.plain("exports-no-words"),
            texts.plain(f"exports-state-{row.state}"),
            row.staff,
            _moment(row.answered_at),
        )
        for row in rows
    ]
    return sheet_file(texts.plain("exports-questions"), columns, lines)


def _columns(texts: Texts, *columns: tuple[str, int]) -> list[tuple[str, int]]:
    return [(texts.plain(f"exports-column-{key}"), width) for key, width in columns]


def _moment(moment: datetime | None) -> str:
    """Show a moment by Moscow's clock, as the headings say."""
    return "" if moment is None else f"{local(moment, MOSCOW):%d.%m.%Y %H:%M}"
