"""Prints of what is confirmed: a button carries that of what was shown, and confirms nothing else (pure)."""

import hashlib
from collections.abc import Sequence

from bot.broadcasts import contents
from bot.broadcasts.contents import Part

DIGITS = 16
"""Hexadecimal digits of a print: nobody makes other contents with the same one."""


def print_of(parts: Sequence[Part]) -> str:
    """Return the print of contents."""
    return _print(contents.dumped(parts))


def _print(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:DIGITS]
