"""Cells with telephone numbers."""

import re

import phonenumbers

from bot.shared.records import Value
from bot.workbook.cells import Cell, as_text
from bot.workbook.raw import Plain, Unclear


class Phone(Cell):
    """A number in any spelling, Russian unless it says otherwise; kept as `+79261234567`."""

    def parse(self, raw: Plain) -> Value:
        """Return the number in the form E.164, without an extension."""
        return read_phone(as_text(raw))


def read_phone(text: str) -> str:
    """Return `+7…` (or a foreign number) for any spelling; raises Unclear."""
    if len(re.findall(r"(?:\+?\d[\d\s()\-–]{8,}\d)", text)) > 1 and re.search(r"[,;/\n]", text):
        raise Unclear("workbook-cell-phones", value=text.replace("\n", " "))
    try:
        number = phonenumbers.parse(text, "RU")
    except phonenumbers.NumberParseException:
        raise Unclear("workbook-cell-phone", value=text) from None
    if not phonenumbers.is_valid_number(number):
        raise Unclear("workbook-cell-phone", value=text)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
