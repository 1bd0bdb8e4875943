"""Prints of what is confirmed: a button carries that of what was shown, and confirms nothing else (pure)."""

import hashlib
from collections.abc import Sequence

from bot.broadcasts import audience, contents
from bot.broadcasts.contents import Part
from bot.broadcasts.model import Broadcast

DIGITS = 16
"""Hexadecimal digits of a print: nobody makes other contents with the same one."""


def print_of(parts: Sequence[Part]) -> str:
    """Return the print of contents."""
    return _print(contents.dumped(parts))


def print_of_all(one: Broadcast) -> str:
    """Return the print of all that is decided about a broadcast: contents, recipients, buttons, moment."""
    at, deadline = one.schedule.at, one.deadline
    decided = (
        contents.dumped(one.parts),
        audience.dumped(one.audience),
        one.buttons.dumped(),
        one.schedule.timing.value,
        at and at.isoformat(),
        one.schedule.zone,
        deadline and deadline.isoformat(),
        one.urgent,
    )
    return _print(repr(decided))


def _print(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:DIGITS]
