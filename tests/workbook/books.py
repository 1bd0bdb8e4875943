"""Workbooks made for tests: cell by cell, or part by part when they are to be malicious."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

CONTENT_TYPES = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
ROOT = (
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='rId1' Target='xl/workbook.xml' Type='http://schemas.openxmlformats.org/"
    "officeDocument/2006/relationships/officeDocument'/></Relationships>"
)
BOOK = (
    "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
    "<sheets><sheet name='Люди' sheetId='1' r:id='rId1'/></sheets></workbook>"
)
RELATIONS = (
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='rId1' Target='worksheets/sheet1.xml' Type='http://schemas.openxmlformats.org/"
    "officeDocument/2006/relationships/worksheet'/></Relationships>"
)
SHEET = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>{}</worksheet>"


def write_book(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """Write rows of plain values: dates and times become Excel's own."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    forms = {date: "dd.mm.yyyy", datetime: "dd.mm.yyyy hh:mm", time: "hh:mm"}
    formats = {kind: book.add_format({"num_format": form}) for kind, form in forms.items()}
    for title, rows in sheets.items():
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None and value != "":
                    sheet.write(number, column, value, formats.get(type(value)))
    book.close()
    return path


def write_parts(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write a zip with the least parts of a workbook, some of them replaced."""
    usual: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/worksheets/sheet1.xml": SHEET.format("<sheetData/>"),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**usual, **parts}.items():
            archive.writestr(name, part)
    return path
