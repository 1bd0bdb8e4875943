"""Mentorships as an Excel file for organizers: of meetings it counts, and tells neither when nor where."""

from collections.abc import Sequence
from datetime import datetime

from bot.mentoring.mentorships import Life
from bot.shared.zones import MOSCOW, local
from bot.ui.streams import stream_name
from bot.ui.tables import sheet_file
from bot.ui.texts import Texts

_LIVES = (
    ("stream", 28),
    ("team", 34),
    ("mentor", 34),
    ("mentor-phone", 18),
    ("project", 40),
    ("stage", 16),
    ("members", 10),
    ("since", 18),
    ("ended", 18),
    ("reason", 40),
    ("held", 12),
    ("missed", 14),
)


def mentorships_file(texts: Texts, lives: Sequence[Life]) -> bytes:
    """Return a sheet of mentorships with counts of their meetings; call it in a thread."""
    columns = [(texts.plain(f"exports-column-{key}"), width) for key, width in _LIVES]
    return sheet_file(texts.plain("exports-mentorships"), columns, [_life(texts, life) for life in lives])


def _life(texts: Texts, life: Life) -> tuple[str, ...]:
    one = life.one
    return (
        stream_name(texts, one.stream),
        one.team,
        one.mentor.full_name,
        one.mentor.phone,
        one.project,
        one.stage,
        str(len(one.members)),
        _moment(one.since),
        _moment(one.ended_at),
        one.reason,
        str(len(life.held)),
        str(life.missed),
    )


def _moment(moment: datetime | None) -> str:
    """Show a moment by Moscow's clock, as the headings say."""
    return "" if moment is None else f"{local(moment, MOSCOW):%d.%m.%Y %H:%M}"
