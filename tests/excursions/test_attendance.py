"""The table of who was on which excursion."""

import io
from datetime import date, datetime

import openpyxl

from bot.excursions.attendance import AttendanceRow
from bot.excursions.boarding import By, Mark, Marked
from bot.programme.model import Stream
from bot.ui.excursions.attendance import attendance_file
from bot.ui.texts import texts_in
from tests.excursions.test_boarding import STARTS, bus, rider, scene

RU = texts_in("ru")


def test_who_said_so_the_day_before_stands_there_with_that_day() -> None:
    eve = Marked(Mark.OUT, None, datetime.combine(date(2025, 11, 17), STARTS.timetz()), By.SELF, "")
    stream = Stream(5, "Ш5", "Поток 5", "Школа мэров", date(2025, 10, 1), date(2026, 5, 31), "", 50, None)
    row = AttendanceRow(stream, scene(rider(2)), rider(2), bus(1), eve, None)
    page = openpyxl.load_workbook(io.BytesIO(attendance_file(RU, [row]))).worksheets[0]
    cells = list(page.values)[1]
    assert (cells[1], cells[8]) == ("18.11.2025", "17.11.2025 14:00")
