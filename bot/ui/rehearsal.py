"""Screens of a rehearsal: which stream, which day, what would be sent, and the messages of the show."""

from collections.abc import Sequence

from bot.notices.listing import Fate
from bot.programme.model import Stream
from bot.schedule.notice_views import Scene
from bot.schedule.rehearsal_actions import Days, Foreseen
from bot.ui.callbacks import Button
from bot.ui.dates import clock, day_words, zone_mark
from bot.ui.notices_buttons import board_link
from bot.ui.notices_words import about, reasons
from bot.ui.paging import lines, page_of, page_rows, paragraphs, shortened
from bot.ui.rehearsal_buttons import (
    RehearsalButton,
    RehearsalDayButton,
    RehearsalShowButton,
    RehearsalStopButton,
)
from bot.ui.rehearsal_scenes import Alike, Written
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Markup, Texts, escape

DAYS = 10
"""Days on one page."""

MESSAGES = 6
"""Messages on one page: with the longest examples it stays below 3,000 characters."""

EXAMPLE = 240
"""Characters of an example in the list; the show has all of them."""

NAMED = 3
"""Occasions of one message that are named; the rest are counted."""


def choose_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Ask which stream is meant."""
    if not streams:
        return Screen(texts("rehearsal-no-streams"), home_row(texts))
    rows = [[button(stream_label(texts, one), RehearsalButton(stream_id=one.id))] for one in streams]
    return Screen(texts("rehearsal-choose"), rows)


def days_screen(texts: Texts, view: Days, number: int) -> Screen:
    """Ask which day is meant; the first line says what a rehearsal is."""
    stream_id = view.stream.id
    name = texts("rehearsal-stream", stream=stream_name(texts, view.stream))
    back = [board_link(texts, stream_id), *home_row(texts)[0]]
    if not view.days:
        return Screen(lines(texts("rehearsal-no-days"), name), [back])
    page = page_of(view.days, number, DAYS)

    def turned(number: int) -> Button:
        return RehearsalButton(stream_id=stream_id, page=max(number, 0))

    rows = [
        *(
            [
                button(
                    day_words(texts, day, view.today),
                    RehearsalDayButton(stream_id=stream_id, day=day.toordinal()),
                )
            ]
            for day in page.items
        ),
        *page_rows(texts, page, turned(page.number - 1), turned(page.number + 1)),
        back,
    ]
    return Screen(lines(texts("rehearsal-days"), name, texts("rehearsal-about")), rows)


def day_screen(texts: Texts, view: Foreseen, written: Written, number: int) -> Screen:
    """Show a page of what would be sent on a day."""
    page = page_of(written.alike, number, MESSAGES)
    day = day_words(texts, view.day)
    count = sum(one.people for one in written.alike)
    title = texts("rehearsal-day", day=day, count=count) if count else texts("rehearsal-day-none", day=day)
    head = lines(
        title,
        texts("rehearsal-stream", stream=stream_name(texts, view.stream)),
        texts("rehearsal-absent", count=view.absent) if view.absent else "",
        _unsent_line(texts, written),
    )
    told = [_message(texts, view.scene, one) for one in page.items]

    def turned(number: int) -> Button:
        return RehearsalDayButton(stream_id=view.stream.id, day=view.day.toordinal(), page=max(number, 0))

    rows: Rows = page_rows(texts, page, turned(page.number - 1), turned(page.number + 1))
    if count:
        rows = [*rows, *_show_rows(texts, view)]
    other = button(texts.plain("rehearsal-button-days"), RehearsalButton(stream_id=view.stream.id))
    return Screen(paragraphs(head, *told), [*rows, [other, *home_row(texts)[0]]])


def scene_text(texts: Texts, scene: Scene, one: Alike, number: int, count: int) -> Markup:
    """Write one message of the show: marked as a rehearsal, when and to how many it would go, its words."""
    head = texts(
        "rehearsal-scene",
        number=number,
        count=count,
        time=clock(one.at, scene.zone),
        zone=zone_mark(texts, scene.zone, one.at),
    )
    keys = texts("rehearsal-scene-buttons", buttons=" · ".join(one.buttons)) if one.buttons else ""
    files = texts("rehearsal-scene-files") if one.has_files else ""
    return paragraphs(
        lines(head, texts("rehearsal-receivers", count=one.people)), one.example.text, lines(keys, files)
    )


def opening_text(texts: Texts, view: Foreseen, count: int) -> Markup:
    """Say in the staff chat what follows."""
    day = day_words(texts, view.day)
    return texts("rehearsal-opening", day=day, stream=stream_name(texts, view.stream), count=count)


def progress_screen(texts: Texts, stream_id: int, shown: int, count: int) -> Screen:
    """Show how far the show has come, with the way to stop it."""
    stop = button(texts.plain("rehearsal-button-stop"), RehearsalStopButton(stream_id=stream_id))
    return Screen(texts("rehearsal-progress", shown=shown, count=count), [[stop]])


def end_screen(texts: Texts, key: str, shown: int, count: int) -> Screen:
    """Say how it ended: `rehearsal-done`, `-stopped`, `-failed` or `-restarting`."""
    return Screen(texts(key, shown=shown, count=count), [])


def over_screen(texts: Texts) -> Screen:
    """Say that nothing is being shown any more: the bot has been started anew since."""
    return Screen(texts("rehearsal-over"), [])


def _show_rows(texts: Texts, view: Foreseen) -> Rows:
    def shown(staff: bool) -> Button:
        return RehearsalShowButton(stream_id=view.stream.id, day=view.day.toordinal(), staff=staff)

    rows: Rows = [[button(texts.plain("rehearsal-button-alone"), shown(staff=False))]]
    if view.staff_chat is not None:
        rows.append([button(texts.plain("rehearsal-button-staff"), shown(staff=True))])
    return rows


def _message(texts: Texts, scene: Scene, one: Alike) -> Markup:
    """Write a message for the list: «13:40 – Напоминание: …, 38 человек» and how it reads."""
    named = [shortened(about(texts, scene, part.kind, part.subject), 80) for part in one.about[:NAMED]]
    if len(one.about) > NAMED:
        named.append(texts.plain("rehearsal-more", count=len(one.about) - NAMED))
    first = texts("rehearsal-line", time=clock(one.at, scene.zone), about="; ".join(named), count=one.people)
    return lines(first, Markup(f"<blockquote>{escape(shortened(one.words, EXAMPLE))}</blockquote>"))


def _unsent_line(texts: Texts, written: Written) -> Markup | str:
    named = reasons(texts, written.unsent, Fate.UNSENT)
    return texts("rehearsal-unsent", reasons=named) if named else ""
