"""Reading in the other process: what a file holds, and what becomes of hostile ones."""

import asyncio
import io
import struct
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.workbook.raw import Broken, Fault, Raw
from bot.workbook.reader import Unreadable, read_book
from bot.workbook.reading import rows_of
from tests.workbook.books import BOOK, RELATIONS, ROOT, SHEET, write_book, write_parts

MOMENT = datetime(2025, 11, 18, 9, 5)  # noqa: DTZ001  (a cell shows no zone)
DAY = datetime(2025, 11, 18)  # noqa: DTZ001  (a cell shows no zone)


async def rows(path: Path, title: str = "Люди") -> dict[int, tuple[Raw, ...]]:
    book = await read_book(path, [title])
    return {row.number: row.cells for sheet in book.sheets for row in sheet.rows}


async def refusal(path: Path, seconds: float = 30.0) -> str:
    with pytest.raises(Unreadable) as unreadable:
        await read_book(path, ["Люди"], seconds)
    return unreadable.value.key


async def test_cells_come_as_excel_holds_them(tmp_path: Path) -> None:
    row = ["текст", 7, 7.5, True, MOMENT, date(2025, 11, 18), time(9, 5), None, "=1+1", "_x000D_"]
    path = write_book(tmp_path / "book.xlsx", {"Люди": [row], "Прочее": [["не для нас"]]})
    book = await read_book(path, ["люди", "Нет такого"])
    assert book.titles == ("Люди", "Прочее")
    assert [(sheet.title, [(row.number, row.cells) for row in sheet.rows]) for sheet in book.sheets] == [
        (
            "Люди",
            [
                (
                    1,
                    ("текст", 7, 7.5, True, MOMENT, DAY, time(9, 5), None, "=1+1", "_x000D_"),
                )
            ],
        )
    ]


async def test_a_value_merged_downwards_reaches_each_row_that_has_something(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Люди")
    sheet.merge_range("A1:A4", "М2")
    for cell in ("B1", "B2", "B4"):
        sheet.write(cell, cell)
    sheet.merge_range("C1:D1", "в ширину")
    book.close()
    assert await rows(path) == {1: ("М2", "B1", "в ширину"), 2: ("М2", "B2"), 4: ("М2", "B4")}


async def test_a_formula_without_a_result_and_a_failed_one_are_marked(tmp_path: Path) -> None:
    cells = (
        '<c r="A1"><f>B1</f></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1"><f>6*7</f><v>42</v></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="d"><v>2025-11-18T09:05:00</v></c>'
        '<c r="F1" t="inlineStr"><is><r><t>из </t></r><r><t>частей</t></r><rPh><t>и-и</t></rPh></is></c>'
        '<c t="n"><v>7</v></c>'
    )
    path = write_parts(
        tmp_path / "book.xlsx",
        {"xl/worksheets/sheet1.xml": SHEET.format(f"<sheetData><row>{cells}</row></sheetData>")},
    )
    assert await rows(path) == {
        1: (
            Broken(Fault.UNCOMPUTED),
            Broken(Fault.FAILED, "#DIV/0!"),
            42,
            None,
            MOMENT,
            "из частей",
            7,
        )
    }


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-(10**9), 10**9),
            st.floats(-1e6, 1e6).map(lambda number: round(number, 4)),
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20),
            st.datetimes(
                datetime(1901, 1, 1),  # noqa: DTZ001  (a cell shows no zone)
                datetime(2100, 1, 1),  # noqa: DTZ001  (a cell shows no zone)
            ).map(lambda moment: moment.replace(microsecond=0)),
        ),
        max_size=8,
    )
)
@settings(max_examples=60, deadline=None)
def test_the_reader_sees_what_openpyxl_sees(row: list[Any]) -> None:
    file = io.BytesIO()
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Люди"
    for column, value in enumerate(row, 1):
        cell = sheet.cell(1, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    book.save(file)
    seen = openpyxl.load_workbook(file, read_only=True)["Люди"]
    expected = [cell.value for cells in seen.rows for cell in cells]
    found = [item for item in rows_of(file, ["Люди"]) if isinstance(item, list)]
    cells = found[0][1] if found else []
    for ours, theirs in zip(cells, expected, strict=False):
        if isinstance(theirs, datetime):
            assert datetime.fromisoformat(ours["d"]) - theirs <= timedelta(seconds=1)
        elif isinstance(theirs, str) and not theirs.strip():
            assert ours is None
        else:
            assert ours == theirs


async def test_a_file_that_names_its_parts_in_another_case_is_read(tmp_path: Path) -> None:
    sheet = SHEET.format('<sheetData><row><c t="s"><v>0</v></c></row></sheetData>')
    path = write_parts(
        tmp_path / "book.xlsx",
        {"xl/worksheets/sheet1.xml": sheet, "xl/SharedStrings.xml": "<sst><si><t>слово</t></si></sst>"},
    )
    assert await rows(path) == {1: ("слово",)}


def bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", "<Relationships/>")
        with archive.open("xl/workbook.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b" " * 1024 * 1024)
    return path


def lying_bomb(path: Path) -> Path:
    """The same with small sizes in its headers."""
    content = bomb(path).read_bytes()
    path.write_bytes(content.replace(struct.pack("<L", 300 * 1024 * 1024), struct.pack("<L", 100)))
    return path


def entities(path: Path) -> Path:
    lol = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(1, 12))
    book = f'<!DOCTYPE x [<!ENTITY a1 "lol">{lol}]><workbook>&a12;</workbook>'
    return write_parts(path, {"xl/workbook.xml": book})


def entities_in_utf_16(path: Path) -> Path:
    book = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><workbook/>'
    return write_parts(path, {"xl/workbook.xml": book.encode("utf-16")})


def millions_of_rows(path: Path) -> Path:
    row = b"<row><c><v>1</v></c></row>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", ROOT)
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(b"<worksheet><sheetData>")
            for _ in range(100):
                part.write(row * 40_000)
            part.write(b"</sheetData></worksheet>")
    return path


def strings_without_end(path: Path) -> Path:
    """A string as long as a field may be that a hundred thousand cells refer to."""
    cells = '<c t="s"><v>0</v></c>' * 90
    sheet = SHEET.format(f"<sheetData>{f'<row>{cells}</row>' * 1_000}</sheetData>")
    strings = f"<sst><si><t>{'а' * 4_000}</t></si></sst>"
    return write_parts(path, {"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strings})


def row_beyond_excel(path: Path) -> Path:
    sheet = SHEET.format('<sheetData><row r="9999999"><c><v>1</v></c></row></sheetData>')
    return write_parts(path, {"xl/worksheets/sheet1.xml": sheet})


def many_entries(path: Path) -> Path:
    return write_parts(path, {f"xl/media/{number}": "" for number in range(2100)})


def in_bytes(content: bytes) -> Any:
    def make(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return make


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000
HOSTILE = {
    "zip bomb": (bomb, "workbook-file-bomb"),
    "zip bomb that lies about its size": (lying_bomb, "workbook-file-broken"),
    "too many parts": (many_entries, "workbook-file-bomb"),
    "entities": (entities, "workbook-file-entities"),
    "entities in another encoding": (entities_in_utf_16, "workbook-file-entities"),
    "millions of rows": (millions_of_rows, "workbook-file-rows"),
    "a row that Excel does not have": (row_beyond_excel, "workbook-file-rows"),
    "a string repeated without end": (strings_without_end, "workbook-file-rows"),
    "a program": (in_bytes(b"MZ" + b"\0" * 500), "workbook-file-program"),
    "a password": (in_bytes(OLE + "EncryptedPackage".encode("utf-16-le")), "workbook-file-password"),
    "an old workbook": (in_bytes(OLE), "workbook-file-xls"),
    "a page": (in_bytes(b"<html><table></table></html>"), "workbook-file-foreign"),
    "nothing": (in_bytes(b""), "workbook-file-empty"),
    "half a zip": (in_bytes(b"PK\x03\x04" + b"\0" * 500), "workbook-file-broken"),
    "broken markup": (
        lambda path: write_parts(path, {"xl/workbook.xml": "<workbook><sheets>"}),
        "workbook-file-broken",
    ),
    "a text document": (
        lambda path: write_parts(path, {"word/document.xml": "<w/>"}),
        "workbook-file-word",
    ),
    "an open document": (lambda path: write_parts(path, {"content.xml": "<o/>"}), "workbook-file-ods"),
    "a binary workbook": (lambda path: write_parts(path, {"xl/workbook.bin": b""}), "workbook-file-xlsb"),
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_file_is_refused_with_its_reason_and_soon(name: str, tmp_path: Path) -> None:
    make, reason = HOSTILE[name]
    path = make(tmp_path / "file.xlsx")
    began = monotonic()
    assert await refusal(path) == reason
    assert monotonic() - began < 20


async def test_a_sparse_giant_costs_nothing(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(2, 200_000))
    far = '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row>'
    sheet = SHEET.format(
        f"<sheetData>{empty}{far}</sheetData><mergeCells><mergeCell ref='B2:B1048576'/></mergeCells>"
    )
    path = write_parts(tmp_path / "book.xlsx", {"xl/worksheets/sheet1.xml": sheet})
    assert await rows(path) == {1_048_576: (1,)}


async def test_a_reading_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = write_book(tmp_path / "book.xlsx", {"Люди": [["текст"]]})
    assert await refusal(path, seconds=0.001) == "workbook-file-heavy"


async def test_the_loop_goes_on_while_a_bomb_is_looked_at(tmp_path: Path) -> None:
    path = millions_of_rows(tmp_path / "file.xlsx")
    longest = 0.0

    async def pulse() -> None:
        nonlocal longest
        while True:
            began = asyncio.get_running_loop().time()
            await asyncio.sleep(0.001)
            longest = max(longest, asyncio.get_running_loop().time() - began)

    async with asyncio.TaskGroup() as group:
        beating = group.create_task(pulse())
        await refusal(path)
        beating.cancel()
    assert longest < 0.5
