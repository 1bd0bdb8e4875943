"""The report of a broadcast as an Excel file, with phones, for staff."""

from collections.abc import Sequence

from bot.broadcasts.model import Broadcast, Recipient, State
from bot.broadcasts.progress import Line, line_of
from bot.ui.broadcasts.wording import choice_label, fate_words, moment_words
from bot.ui.tables import XLSX, sheet_file
from bot.ui.texts import Texts

WIDTHS = (("name", 34), ("municipality", 28), ("phone", 16), ("fate", 26), ("reason", 30), ("at", 26))
ANSWERS = (("answer", 18), ("answered", 26))


def report_file(texts: Texts, one: Broadcast, people: Sequence[Recipient]) -> bytes:
    """Return a sheet with everybody it was frozen for; about a second for 10,000: call it in a thread."""
    change = "retracted" if one.state is State.RETRACTED else "corrected"
    changed = ((change, 26),) if one.version else ()
    named = (*WIDTHS, *changed, *(ANSWERS if one.buttons.answers else ()))
    columns = [(texts.plain(f"broadcasts-column-{name}"), width) for name, width in named]
    return sheet_file(texts.plain("broadcasts-sheet"), columns, (_row(texts, one, who) for who in people))


def file_name(texts: Texts, one: Broadcast) -> str:
    """Return what the file is called."""
    return f"{texts.plain('broadcasts-file', number=str(one.id))}{XLSX}"


def _row(texts: Texts, one: Broadcast, who: Recipient) -> list[str]:
    reason = who.reason if line_of(who.state, who.reason) is Line.ERROR else ""
    zone = one.schedule.zone
    row = [
        who.name,
        who.municipality,
        who.phone,
        fate_words(texts, who),
        reason,
        moment_words(texts, who.settled_at, zone) if who.settled_at else "",
    ]
    if one.version:
        row.append(fate_words(texts, who.change) if who.change else "")
    if not one.buttons.answers:
        return row
    answer = "" if who.choice is None else choice_label(texts, one, who.choice)
    return [*row, answer, moment_words(texts, who.answered_at, zone) if who.answered_at else ""]
