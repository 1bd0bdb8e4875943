"""How the engine's own notices are worded."""

from collections.abc import Sequence
from datetime import datetime

from bot.notices.fault_actions import Fault
from bot.notices.fault_actions import read_faults as read
from bot.notices.model import Notice
from bot.notices.notices import FAULT
from bot.ui.notices.letter import Facts, Letter, Presenter
from bot.ui.paging import shortened
from bot.ui.texts import MissingText, Texts
from db.engine import Tx

NAME = 90


async def read_faults(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read what each word about a fault says."""
    return await read(tx, now, notices)


def write_fault(texts: Texts, fault: Fault, _now: datetime) -> Letter:
    """Tell of a fault of our own: what kind of message did not reach whom."""
    whom = shortened(fault.whom, NAME) or texts.plain("notices-fault-chat")
    kind = _kind(texts, fault.kind)
    return Letter(texts("notices-fault", kind=kind, whom=whom, reason=fault.reason, key=fault.key))


def _kind(texts: Texts, name: str) -> str:
    """Name a kind of message; one that only another version of the bot knows by its code."""
    try:
        return texts.plain(f"notices-kind-{name}")
    except MissingText:
        return name


PRESENTERS = {FAULT.name: Presenter(read_faults, write_fault)}
"""What the engine itself sends."""
