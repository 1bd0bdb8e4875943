"""How the engine's own notices are worded."""

from collections.abc import Sequence
from datetime import datetime

from bot.notices.model import Notice
from bot.notices.notices import FAULT
from bot.ui.notices.letter import Facts, Letter, Presenter
from bot.ui.texts import Texts
from db.engine import Tx


async def read_faults(_tx: Tx, _now: datetime, notices: Sequence[Notice]) -> Facts:
    """Return what each word about a fault says: its own parameters."""
    return {notice.id: notice.params for notice in notices}


def write_fault(texts: Texts, params: dict[str, str], _now: datetime) -> Letter:
    """Tell of a fault of our own."""
    return Letter(texts("notices-fault", kind=params["kind"], whom=params["key"], reason=params["reason"]))


PRESENTERS = {FAULT.name: Presenter(read_faults, write_fault)}
"""What the engine itself sends."""
