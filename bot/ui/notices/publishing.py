"""The notice of a changed programme: each own change, old → new, in the order of time."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.notices.model import Notice
from bot.publishing.affected import EventChange
from bot.publishing.notice_actions import Asked, Telling, read_tellings
from bot.publishing.notices import PROGRAMME_CHANGED
from bot.schedule.pictures.painter import Painter
from bot.ui.dates import short_day
from bot.ui.notices.letter import Facts, Lapse, Later, Letter, Presenter
from bot.ui.paging import lines, paragraphs
from bot.ui.publishing_changes import change_lines
from bot.ui.schedule.buttons import day_button
from bot.ui.schedule.files import renewed_files
from bot.ui.screens import Rows, button
from bot.ui.streams import stream_name
from bot.ui.texts import Markup, Texts
from db.engine import Tx

log = logging.getLogger(__name__)

NOTHING = Lapse("nothing")
ROOM = 3000
"""Characters of changes in one message; what is left out is counted."""
DAYS = 3
"""Buttons to days under one notice."""


@dataclass(frozen=True, slots=True)
class News:
    """What one notice tells, and the person's own files that it makes out of date, to be made anew."""

    telling: Telling
    files: tuple[Later, ...] = ()


def presenters(painter: Painter) -> dict[str, Presenter]:
    """Return how this room's kinds are written; the painter draws pictures anew."""

    async def read(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
        """Read what each notice tells at this moment, or why there is nothing to tell."""
        known = [(notice, asked) for notice in notices if (asked := _asked(notice)) is not None]
        tellings = await read_tellings(tx, now, [asked for _, asked in known])
        facts: dict[int, News | Lapse] = {notice.id: NOTHING for notice in notices}
        for (notice, asked), telling in zip(known, tellings, strict=True):
            if telling is not None:
                facts[notice.id] = News(telling, await _files(tx, now, painter, asked, telling))
        return facts

    return {PROGRAMME_CHANGED.name: Presenter(read, write)}


def _asked(notice: Notice) -> Asked | None:
    if notice.stream_id is None or notice.person_id is None:
        return None
    return Asked(notice.stream_id, notice.person_id, int(notice.params["since"]))


async def _files(
    tx: Tx, now: datetime, painter: Painter, asked: Asked, telling: Telling
) -> tuple[Later, ...]:
    """Return the person's own files that hold a changed day; without them the notice goes all the same."""
    days = {event.day for change in telling.changes for event in change.versions}
    try:
        return await renewed_files(tx, now, painter, asked.person_id, asked.stream_id, days)
    except Exception:
        log.exception("the files that go with a changed programme cannot be made")
        return ()


def write(texts: Texts, news: News, _now: datetime) -> Letter:
    """Write the changes with buttons to their days."""
    telling = news.telling
    blocks: list[Markup] = []
    room = ROOM
    for change in telling.changes:
        block = lines(*change_lines(texts, change))
        room -= len(block)
        if room < 0 and blocks:
            break
        blocks.append(block)
    left = len(telling.changes) - len(blocks)
    head = lines(
        texts("publishing-notice-title", count=len(telling.changes)),
        texts("publishing-notice-stream", stream=stream_name(texts, telling.stream))
        if telling.several
        else "",
    )
    rest = texts("publishing-notice-more", count=left) if left else ""
    return Letter(paragraphs(head, *blocks, rest), _day_rows(texts, telling), news.files)


def _day_rows(texts: Texts, telling: Telling) -> Rows:
    days = [
        change.event.day if isinstance(change, EventChange) else change.ahead[0].day
        for change in telling.changes
    ]
    shown = sorted(set(days))[:DAYS]
    if len(shown) == 1:
        label = texts.plain("publishing-notice-day")
        return [[button(label, day_button(telling.stream.id, shown[0], everything=False))]]
    return [
        [button(short_day(texts, day), day_button(telling.stream.id, day, everything=False)) for day in shown]
    ]
