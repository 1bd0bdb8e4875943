"""QR images are read back module by module: no camera is needed to see that a picture is its link."""

import io
import zipfile
import zlib
from time import process_time

import openpyxl
import pytest
import segno

from bot.people.qr import BORDER, picture
from bot.ui import invite_sheet
from bot.ui.invite_printing import Card
from bot.ui.invite_sheet import MOST, sheet_files, sheet_names
from bot.ui.texts import texts_in
from bot.workbook.writer import Unwritable

LINK = "https://t.me/mayors_demo_bot?start=AbC-_0123456789z"


def pixels(png: bytes) -> list[list[int]]:
    """Decode a greyscale PNG of one bit a pixel, lines as they are or as differences to the line above."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    place, parts = 8, {b"IDAT": b"", b"IHDR": b""}
    while place < len(png):
        length, kind = int.from_bytes(png[place : place + 4]), png[place + 4 : place + 8]
        if kind in parts:
            parts[kind] += png[place + 8 : place + 8 + length]
        place += length + 12
    head = parts[b"IHDR"]
    width, height, depth, colour = int.from_bytes(head[:4]), int.from_bytes(head[4:8]), head[8], head[9]
    assert (depth, colour) == (1, 0)
    stride = (width + 7) // 8 + 1
    data = zlib.decompress(parts[b"IDAT"])
    above = bytes(stride - 1)
    lines: list[list[int]] = []
    for y in range(height):
        way, line = data[y * stride], data[y * stride + 1 : (y + 1) * stride]
        assert way in {0, 2}
        above = bytes((one + up) % 256 for one, up in zip(line, above, strict=True)) if way else line
        lines.append([above[x // 8] >> (7 - x % 8) & 1 for x in range(width)])
    return lines


@pytest.mark.parametrize("scale", [1, 6, 16])
def test_a_picture_holds_exactly_the_code_of_its_link_with_a_white_border(scale: int) -> None:
    matrix = segno.make(LINK, error="m", micro=False).matrix
    side = len(matrix) + 2 * BORDER
    shown = pixels(picture(LINK, scale))
    assert (len(shown), {len(line) for line in shown}) == (side * scale, {side * scale})
    framed = [[0] * side for _ in range(side)]
    for y, line in enumerate(matrix):
        framed[y + BORDER][BORDER : BORDER + len(line)] = list(line)
    white = [[1 - framed[y // scale][x // scale] for x in range(side * scale)] for y in range(side * scale)]
    assert shown == white


def test_two_links_make_two_pictures() -> None:
    assert picture(LINK) != picture(LINK.replace("z", "y"))


def cards(count: int) -> list[Card]:
    return [Card(f"Образцова Анна {number}", "=1+1", f"{LINK}{number}") for number in range(count)]


async def sheets(count: int) -> list[bytes]:
    return [made async for made in sheet_files(texts_in("ru"), cards(count))]


async def test_a_sheet_shows_the_name_and_post_under_each_code_and_breaks_pages_between_rows() -> None:
    (data,) = await sheets(14)
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book.worksheets[0]
    written = [[cell.value for cell in row] for row in page.iter_rows() if any(cell.value for cell in row)]
    assert written[:2] == [[f"Образцова Анна {number}" for number in range(3)], ["=1+1"] * 3]
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value} == {"s"}
    assert [mark.id for mark in page.row_breaks.brk] == [16]
    margins, heights = page.page_margins, page.row_dimensions
    paper = (11.69 - margins.top - margins.bottom) * 72
    assert page.page_setup.paperSize == 9
    assert sum(heights[number].height for number in range(1, 17)) <= paper
    book.close()
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        images = [parts.read(name) for name in parts.namelist() if name.startswith("xl/media/")]
    assert sorted(images) == sorted(picture(card.link, 6) for card in cards(14))


@pytest.mark.parametrize(("count", "files"), [(1, 1), (MOST, 1), (MOST + 1, 2), (2 * MOST, 2)])
async def test_a_large_stream_makes_several_files(count: int, files: int) -> None:
    names = sheet_names("QR", count)
    assert (len(names), names[0]) == (files, "QR.xlsx")
    if count == MOST + 1:
        made = await sheets(count)
        with zipfile.ZipFile(io.BytesIO(made[1])) as parts:
            assert sum(name.startswith("xl/media/") for name in parts.namelist()) == 1


async def test_a_sheet_of_a_whole_stream_costs_the_process_that_answers_people_next_to_nothing() -> None:
    """Made in a thread it took two thirds of a second of the same interpreter, in pieces of up to 50 ms."""
    began = process_time()
    (data,) = await sheets(MOST)
    spent = process_time() - began
    assert data.startswith(b"PK")
    assert spent < 0.1


async def test_a_sheet_that_cannot_be_made_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invite_sheet, "WALL_SECONDS", 0.001)
    with pytest.raises(Unwritable):
        await sheets(1)
