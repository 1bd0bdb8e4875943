"""Writing Excel files: what people typed stays text, whatever it begins with."""

from typing import Any

_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""`=`, `+`, `-` and `@` start no formula, an address no link."""


def open_book(out: Any, *, in_memory: bool = False) -> Any:
    """Begin a file at a path or in a stream; `in_memory` keeps temporary files off the disk."""
    import xlsxwriter  # noqa: PLC0415 - 3 MB that only those who write a file need

    return xlsxwriter.Workbook(out, {**_PLAIN, "in_memory": in_memory})


def close_book(book: Any) -> None:
    """Write a file that was begun; raises OSError where its path cannot be written."""
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415 - as above

    try:
        book.close()
    except FileCreateError as fault:
        raise OSError(str(fault)) from fault
