"""Who was on which excursion: the list, an excursion, somebody's history, and the table to take away."""

from collections.abc import Sequence

from bot.excursions.attendance import AttendanceRow, AttendancesView, Visit, whole_roll
from bot.excursions.boarding import By, Mark, Marked, Rider, Scene, Way
from bot.shared.zones import day_in
from bot.ui.dates import capital, clock, day_words
from bot.ui.excursions.boarding_buttons import AttendanceButton, AttendancesButton, BusesButton
from bot.ui.excursions.boarding_words import NAME, TITLE, excursion_title
from bot.ui.paging import lines, page_of, page_rows, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_name
from bot.ui.tables import sheet_file
from bot.ui.texts import Markup, Texts

EXCURSIONS, PEOPLE, VISITS = 8, 20, 5
"""Excursions and people on one screen, visits on somebody's card."""


def attendances_screen(texts: Texts, view: AttendancesView, number: int) -> Screen:
    """List the excursions that have begun, with how many were there."""
    page = page_of(view.scenes, number, EXCURSIONS)
    numbered = list(enumerate(page.items, start=page.first + 1))
    listed = [_line(texts, place, scene) for place, scene in numbered]
    rows: Rows = [
        [button(str(place), AttendanceButton(event_id=scene.event.id)) for place, scene in numbered]
    ]
    before = AttendancesButton(page=max(0, page.number - 1))
    rows += page_rows(texts, page, before, AttendancesButton(page=page.number + 1))
    rows.append([button(texts.plain("boarding-button-buses"), BusesButton())])
    if not view.scenes:
        return Screen(texts("boarding-attendances-none"), rows)
    return Screen(paragraphs(texts("boarding-attendances-title", count=len(view.scenes)), *listed), rows)


def attendance_screen(texts: Texts, scene: Scene, number: int) -> Screen:
    """Show who was on an excursion: who was there first, then who said no, then who was not marked."""
    roll = whole_roll(scene)
    everybody = (*roll.aboard, *roll.staying, *roll.missing)
    page = page_of(everybody, number, PEOPLE)
    head = texts(
        "boarding-attendance-title",
        aboard=str(len(roll.aboard)),
        expected=str(roll.expected),
        missing=str(len(roll.missing)),
        staying=str(len(roll.staying)),
    )
    listed = [_person(texts, scene, rider) for rider in page.items]
    before = AttendanceButton(event_id=scene.event.id, page=max(0, page.number - 1))
    rows = page_rows(texts, page, before, AttendanceButton(event_id=scene.event.id, page=page.number + 1))
    rows.append([button(texts.plain("boarding-button-attendances"), AttendancesButton())])
    return Screen(paragraphs(lines(head, excursion_title(texts, scene)), lines(*listed)), rows)


def visits_words(texts: Texts, visits: Sequence[Visit]) -> Markup | str:
    """Tell on somebody's card how many excursions they were on, and of the newest ones."""
    if not visits:
        return ""
    been = sum(visit.mark is Mark.IN for visit in visits)
    head = texts("people-attendance", been=str(been), count=str(len(visits)))
    shown = [
        texts(
            "people-attendance-line",
            day=capital(day_words(texts, visit.day)),
            title=shortened(visit.title, NAME),
            state=texts.plain(f"boarding-state-{visit.mark or 'missing'}"),
        )
        for visit in visits[:VISITS]
    ]
    return lines(head, *shown)


def attendance_file(texts: Texts, rows: Sequence[AttendanceRow]) -> bytes:
    """Return everybody of every excursion with what was said of them as an Excel file."""
    columns = [
        (texts.plain(f"exports-column-{key}"), width)
        for key, width in (
            ("stream", 28),
            ("day", 14),
            ("excursion", 40),
            ("bus", 16),
            ("code", 14),
            ("name", 34),
            ("phone", 16),
            ("there", 30),
            ("marked", 18),
            ("by-whom", 26),
            ("back", 30),
        )
    ]
    return sheet_file(texts.plain("exports-attendance"), columns, [_cells(texts, row) for row in rows])


def _cells(texts: Texts, row: AttendanceRow) -> tuple[str, ...]:
    event, there = row.scene.event, row.there
    return (
        stream_name(texts, row.stream),
        f"{event.day:%d.%m.%Y}",
        event.title,
        row.bus.title if row.bus else "",
        row.rider.code,
        row.rider.name,
        row.rider.phone,
        _state(texts, there),
        f"{day_in(there.at, event.zone):%d.%m.%Y} {clock(there.at, event.zone)}" if there else "",
        _whose(texts, there) if there else "",
        _state(texts, row.back) if there is not None and there.mark is Mark.IN else "",
    )


def _line(texts: Texts, place: int, scene: Scene) -> Markup:
    roll = whole_roll(scene)
    return texts(
        "boarding-attendance-line",
        number=str(place),
        day=capital(day_words(texts, scene.event.day)),
        title=shortened(scene.event.title, TITLE),
        aboard=str(len(roll.aboard)),
        expected=str(roll.expected),
    )


def _person(texts: Texts, scene: Scene, rider: Rider) -> Markup:
    said = scene.mark(Way.THERE, rider.id)
    state = _state(texts, said)
    if said is not None and said.by is not By.SELF:
        state = f"{state} ({_whose(texts, said)})"
    return texts("boarding-attendance-person", name=shortened(rider.name, NAME), state=state)


def _state(texts: Texts, said: Marked | None) -> str:
    return texts.plain(f"boarding-state-{'missing' if said is None else said.mark.value}")


def _whose(texts: Texts, said: Marked) -> str:
    return texts.plain(f"boarding-whose-{said.by.value}")
