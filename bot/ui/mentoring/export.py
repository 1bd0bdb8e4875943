"""Mentorships and their meetings as an Excel file for organizers; results of meetings are not in it."""

from collections.abc import Sequence
from datetime import datetime

from bot.mentoring.meetings import Meeting
from bot.mentoring.mentorships import Life
from bot.shared.zones import MOSCOW, local
from bot.ui.mentoring.meeting_words import state_line
from bot.ui.streams import stream_name
from bot.ui.tables import Table, tables_file
from bot.ui.texts import Texts

_BOTH = (("stream", 28), ("team", 34), ("mentor", 34))
_LIVES = (
    *_BOTH,
    ("mentor-phone", 18),
    ("project", 40),
    ("stage", 16),
    ("members", 10),
    ("since", 18),
    ("ended", 18),
    ("reason", 40),
    ("held", 12),
    ("missed", 14),
    ("last", 22),
    ("next", 22),
)
_MEETINGS = (*_BOTH, ("starts", 18), ("minutes", 10), ("state", 30), ("place", 40))


def mentorships_file(texts: Texts, lives: Sequence[Life], now: datetime) -> bytes:
    """Return a sheet of mentorships with counts, and one of their meetings."""
    met = [_meeting(texts, life, one, now) for life in lives for one in life.meetings]
    return tables_file(
        Table(
            texts.plain("exports-mentorships"),
            _columns(texts, _LIVES),
            [_life(texts, life, now) for life in lives],
        ),
        Table(texts.plain("exports-mentorships-meetings"), _columns(texts, _MEETINGS), met),
    )


def _columns(texts: Texts, columns: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(texts.plain(f"exports-column-{key}"), width) for key, width in columns]


def _both(texts: Texts, life: Life) -> tuple[str, str, str]:
    return stream_name(texts, life.one.stream), life.one.team, life.one.mentor.full_name


def _life(texts: Texts, life: Life, now: datetime) -> tuple[str, ...]:
    one, ahead = life.one, life.ahead(now)
    return (
        *_both(texts, life),
        one.mentor.phone,
        one.project,
        one.stage,
        str(len(one.members)),
        _moment(one.since),
        _moment(one.ended_at),
        one.reason,
        str(len(life.held)),
        str(life.missed),
        _moment(life.held[-1].starts_at if life.held else None),
        _moment(ahead.starts_at if ahead else None),
    )


def _meeting(texts: Texts, life: Life, one: Meeting, now: datetime) -> tuple[str, ...]:
    state = str(state_line(texts, one, now))
    return (*_both(texts, life), _moment(one.starts_at), str(one.minutes), state, one.where)


def _moment(moment: datetime | None) -> str:
    """Show a moment by Moscow's clock, as the headings say."""
    return "" if moment is None else f"{local(moment, MOSCOW):%d.%m.%Y %H:%M}"
