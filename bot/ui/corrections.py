"""Screens of corrections: a person says what is wrong, an organizer sees old → new and decides."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData

from bot.people.corrections import Correction, Field, State
from bot.ui.callbacks import Id, PageNumber
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.people_buttons import PersonButton
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import NAME
from bot.ui.texts import Markup, Texts

PAGE = 10
"""Requests on one screen."""
VALUE = 500
"""Characters of an old or a new value."""


class MyDataButton(CallbackData, prefix="md1"):
    """Shows the own data."""


class CorrectButton(CallbackData, prefix="mc1"):
    """Asks what of them is to be corrected."""


class FieldButton(CallbackData, prefix="mf1"):
    """Asks how a field of the roster reads correctly."""

    field: Field


class CorrectionsButton(CallbackData, prefix="kl1"):
    """A page of what waits for an organizer."""

    page: PageNumber = 0


class CorrectionButton(CallbackData, prefix="kc1"):
    """One request."""

    correction_id: Id


class DecideButton(CallbackData, prefix="kd1"):
    """Corrects the roster, or refuses."""

    correction_id: Id
    done: bool


def choose_screen(texts: Texts) -> Screen:
    """Ask what is to be corrected."""
    rows = [[button(_field(texts, field), FieldButton(field=field))] for field in Field]
    rows.append([button(texts.plain("mydata-button-back"), MyDataButton())])
    return Screen(texts("correction-choose"), rows)


def typing_screen(texts: Texts, field: Field, present: str, wrong: str = "") -> Screen:
    """Ask for the right words; after nonsense, with what is wrong about it."""
    now = texts("correction-now", value=shortened(present, VALUE)) if present else ""
    how = texts(f"correction-how-{field.value}")
    rows = [[button(texts.plain("mydata-button-back"), MyDataButton())]]
    return Screen(paragraphs(wrong, "" if wrong else now, how), rows)


def asked_screen(texts: Texts, correction: Correction, reached: int) -> Screen:
    """Say to the person that the request is kept, and that somebody was told."""
    sent = texts("correction-sent" if reached else "correction-kept")
    rows = [[button(texts.plain("mydata-button-back"), MyDataButton())]]
    return Screen(paragraphs(_change(texts, correction), sent), rows)


def waiting_lines(texts: Texts, waiting: Sequence[Correction]) -> Markup:
    """Say what the person waits for."""
    if not waiting:
        return Markup("")
    return lines(texts("correction-waiting"), *(_change(texts, one) for one in waiting))


def list_screen(texts: Texts, waiting: Sequence[Correction], number: int) -> Screen:
    """List what waits for an organizer."""
    if not waiting:
        return Screen(texts("correction-none"), [])
    page = page_of(waiting, number, PAGE)
    rows: Rows = [
        [
            button(
                shortened(f"{one.person.full_name}: {_field(texts, one.field)}", LABEL),
                CorrectionButton(correction_id=one.id),
            )
        ]
        for one in page.items
    ]
    back, on = CorrectionsButton(page=max(page.number - 1, 0)), CorrectionsButton(page=page.number + 1)
    rows += page_rows(texts, page, back, on)
    return Screen(texts("correction-list", count=len(waiting)), rows)


def request_screen(texts: Texts, correction: Correction) -> Screen:
    """Show an organizer who asks and for what, old → new."""
    done = "correction-button-by-hand" if correction.field is Field.OTHER else "correction-button-done"
    rows = [
        [
            button(texts.plain(done), DecideButton(correction_id=correction.id, done=True)),
            button(
                texts.plain("correction-button-refuse"), DecideButton(correction_id=correction.id, done=False)
            ),
        ],
        [button(texts.plain("mydata-button-person"), PersonButton(person_id=correction.person.id))],
    ]
    return Screen(_about(texts, correction), rows)


def decided_screen(texts: Texts, correction: Correction) -> Screen:
    """Say to the organizer what was decided."""
    key = "correction-done" if correction.state is State.DONE else "correction-refused"
    rows = [
        [button(texts.plain("mydata-button-person"), PersonButton(person_id=correction.person.id))],
        [button(texts.plain("correction-button-list"), CorrectionsButton())],
    ]
    return Screen(paragraphs(_about(texts, correction), texts(key)), rows)


def told_screen(texts: Texts, correction: Correction) -> Screen:
    """Say to the person what an organizer decided."""
    key = "correction-told-done" if correction.state is State.DONE else "correction-told-refused"
    rows = [[button(texts.plain("mydata-button-back"), MyDataButton())]]
    return Screen(paragraphs(texts(key), _change(texts, correction)), rows)


def _about(texts: Texts, correction: Correction) -> Markup:
    title = texts("correction-title", name=shortened(correction.person.full_name, NAME))
    return paragraphs(title, _change(texts, correction))


def _change(texts: Texts, correction: Correction) -> Markup:
    words = shortened(correction.words, VALUE)
    if correction.field is Field.OTHER:
        return texts("correction-words", words=words)
    title = _field(texts, correction.field)
    old = shortened(correction.old, VALUE)
    if not old:
        return texts("correction-new", field=title, new=words)
    return texts("correction-change", field=title, old=old, new=words)


def _field(texts: Texts, field: Field) -> str:
    return texts.plain(f"correction-field-{field.value}")
