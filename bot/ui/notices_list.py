"""Screens of a stream's notices: at a glance, and its lists."""

from collections.abc import Sequence

from bot.notices.listing import Fate, Occasion, counted
from bot.notices.planning import HORIZON
from bot.programme.model import Stream
from bot.schedule.notice_list_actions import RECENT
from bot.schedule.notice_views import Board, ListView, Look, Scene
from bot.ui.callbacks import Button
from bot.ui.notices_buttons import BoardButton, ListButton, board_link, number_rows
from bot.ui.notices_words import about, counts_line, reasons, reasons_line, repeats_line, when
from bot.ui.paging import lines, page_of, page_rows, paragraphs
from bot.ui.rehearsal_buttons import rehearsal_link
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Markup, Texts

GLANCE = 4
"""Occasions of each list on a stream's board."""
OCCASIONS = 8
"""Occasions on one page: with the longest lines it stays below 3,000 characters."""


def choose_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Ask which stream is meant."""
    if not streams:
        return Screen(texts("notices-list-no-streams"), [])
    rows = [[button(stream_label(texts, stream), BoardButton(stream_id=stream.id))] for stream in streams]
    return Screen(texts("notices-list-choose"), rows)


def board_screen(texts: Texts, view: Board) -> Screen:
    """Show a stream at a glance; the first line tells of today."""
    today = counted(view.today)
    first = counts_line(texts, today)
    head = lines(
        texts("notices-list-today", counts=first) if today.all else texts("notices-list-today-none"),
        texts("notices-list-stream", stream=stream_name(texts, view.stream)),
        reasons_line(texts, reasons(texts, view.today, Fate.UNSENT)),
        repeats_line(texts, today),
    )
    listed = {Look.AHEAD: view.ahead, Look.SENT: view.sent, Look.UNSENT: view.unsent}
    parts = [
        lines(
            texts(f"notices-list-title-{look.value}"),
            *(_occasion_line(texts, view.scene, look, one) for one in occasions[:GLANCE]),
        )
        for look, occasions in listed.items()
        if occasions
    ]
    rows: Rows = [
        [button(label, ListButton(stream_id=view.stream.id, look=look))]
        for look, occasions in listed.items()
        if occasions and (label := texts.plain(f"notices-list-button-{look.value}", count=len(occasions)))
    ]
    again = button(texts.plain("notices-list-button-again"), BoardButton(stream_id=view.stream.id))
    return Screen(
        paragraphs(head, *parts, texts("notices-list-hint")),
        [*rows, [rehearsal_link(texts, view.stream.id)], [again, *home_row(texts)[0]]],
    )


def list_screen(texts: Texts, view: ListView, number: int) -> Screen:
    """Show a page of one of a stream's lists."""
    page = page_of(view.occasions, number, OCCASIONS)
    title = texts(f"notices-list-title-{view.look.value}")
    name = texts("notices-list-stream", stream=stream_name(texts, view.stream))
    told = [
        Markup(f"{place}. {_occasion_line(texts, view.scene, view.look, one)}")
        for place, one in enumerate(page.items, start=page.first + 1)
    ]
    if not told:
        told = [texts(f"notices-list-none-{view.look.value}", hours=_hours(view.look))]

    def turned(number: int) -> Button:
        return ListButton(stream_id=view.stream.id, look=view.look, page=max(number, 0))

    rows = [
        *number_rows(page),
        *page_rows(texts, page, turned(page.number - 1), turned(page.number + 1)),
        [board_link(texts, view.stream.id), *home_row(texts)[0]],
    ]
    return Screen(paragraphs(lines(title, name), *told), rows)


def _occasion_line(texts: Texts, scene: Scene, look: Look, one: Occasion) -> Markup:
    named, at = about(texts, scene, one.kind, one.subject), when(texts, scene, one)
    if look is not Look.UNSENT:
        return texts("notices-list-line", when=at, about=named, count=one.counts.all)
    key = "notices-list-line-unsent" if one.counts.unsent else "notices-list-line-cancelled"
    fate = Fate.UNSENT if one.counts.unsent else Fate.CANCELLED
    return texts(key, when=at, about=named, reasons=reasons(texts, one.tallies, fate))


def _hours(look: Look) -> int:
    span = HORIZON if look is Look.AHEAD else RECENT
    return int(span.total_seconds() // 3600)
