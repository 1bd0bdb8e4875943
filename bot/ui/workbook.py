"""Screens of a workbook in the chat: its errors, its difference, what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from pydantic import Field

from bot.ui.callbacks import Id
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts, escape
from bot.workbook.problems import Problem
from bot.workbook.report import Report
from bot.workbook.sheets import SHEETS
from bot.workbook.uploads import Faulty, Offer, Settled

ROOM = 2600
"""Characters of single lines in one message; what is left out comes as a file."""
LONGEST_LINE = 300
MOST_REVERTS = 8

Mark = Annotated[str, Field(pattern="^[0-9a-f]{12}$")]


class ApplyButton(CallbackData, prefix="wa1"):
    """Apply the difference that was shown; `keep` takes nothing back that was changed since."""

    import_id: Id
    mark: Mark
    keep: bool = False


class CancelButton(CallbackData, prefix="wc1"):
    """Forget a workbook that was not applied."""

    import_id: Id


class UndoButton(CallbackData, prefix="wu1"):
    """Take an applied workbook back."""

    import_id: Id


class WaitingButton(CallbackData, prefix="ww1"):
    """Opens a workbook that waits for its sender's decision."""

    import_id: Id


@dataclass(frozen=True, slots=True)
class Answer:
    """A screen, and the whole text where it did not fit."""

    screen: Screen
    whole: str = ""


def problem_in_words(texts: Texts, problem: Problem) -> str:
    """Return a problem with its place, unescaped."""
    return Report(texts.plain, SHEETS).problem(problem)


def faulty_screen(texts: Texts, faulty: Faulty) -> Screen:
    """Name the first errors; the marked copy names all."""
    examination = faulty.examination
    problems = [problem_in_words(texts, problem) for problem in (*examination.errors, *examination.warnings)]
    shown, _ = _fitting(problems)
    more = texts("workbook-more", count=len(problems) - len(shown)) if len(shown) < len(problems) else ""
    head = texts("workbook-errors", count=len(examination.errors))
    return Screen(paragraphs(head, _listed(shown), more, texts("workbook-marked")), [])


def offer_answer(texts: Texts, offer: Offer, anew: bool = False) -> Answer:
    """Show the difference with its consequences and ask; `anew` where it is another than was shown."""
    report = [line.strip() for line in Report(texts.plain, SHEETS).lines(offer.examination)]
    shown, left = _fitting(report)
    head = texts("workbook-offer-anew") if anew else texts("workbook-offer")
    if not offer.examination.difference:
        return Answer(Screen(_listed(shown), []), "\n".join(report) if left else "")
    rest = texts("workbook-more", count=left) if left else ""
    text = paragraphs(
        head, _listed(shown), rest, _effects(texts, offer), _reverts(texts, offer), texts("workbook-ask")
    )
    return Answer(Screen(text, _offer_rows(texts, offer)), "\n".join(report) if left else "")


def settled_screen(texts: Texts, settled: Settled) -> Screen:
    """Say what became of a workbook; one that was applied can be taken back."""
    drafts = [
        texts("workbook-draft-same", stream=code, number="")
        if number is None
        else texts("workbook-draft-ready", stream=code, number=str(number))
        for code, number in settled.drafts.items()
    ]
    said = texts(f"workbook-state-{settled.state}")
    rows = []
    if settled.state == "applied":
        undo = UndoButton(import_id=settled.import_id)
        rows = [[button(texts.plain("workbook-button-undo"), undo)]]
    return Screen(paragraphs(said, lines(*drafts)), rows)


def _offer_rows(texts: Texts, offer: Offer) -> Rows:
    def apply(label: str, keep: bool) -> InlineKeyboardButton:
        return button(texts.plain(label), ApplyButton(import_id=offer.import_id, mark=offer.mark, keep=keep))

    cancel = button(texts.plain("workbook-button-cancel"), CancelButton(import_id=offer.import_id))
    if not offer.reverts:
        return [[apply("workbook-button-apply", False), cancel]]
    return [
        [apply("workbook-button-keep", True)],
        [apply("workbook-button-revert", False)],
        [cancel],
    ]


def _effects(texts: Texts, offer: Offer) -> Markup:
    return lines(
        *(
            texts(
                "workbook-effect",
                stream=effect.stream,
                events=texts.plain("workbook-effect-events", count=effect.events),
                people=texts.plain("workbook-effect-people", count=effect.people),
            )
            for effect in offer.effects
        )
    )


def _reverts(texts: Texts, offer: Offer) -> Markup:
    if not offer.reverts:
        return Markup("")
    report = Report(texts.plain, SHEETS)
    more = len(offer.reverts) - MOST_REVERTS
    return lines(
        texts("workbook-reverts", count=len(offer.reverts)),
        *(escape(report.revert(revert)) for revert in offer.reverts[:MOST_REVERTS]),
        texts("workbook-more", count=more) if more > 0 else "",
    )


def _fitting(found: list[str]) -> tuple[list[str], int]:
    """Return the first lines that fit into a message, shortened, and how many do not."""
    return [*_take(found)], len(found) - len([*_take(found)])


def _take(found: list[str]) -> Iterator[str]:
    room = ROOM
    for line in found:
        short = shortened(line, LONGEST_LINE)
        room -= len(short) + 1
        if room < 0:
            return
        yield short


def _listed(found: list[str]) -> Markup:
    return lines(*(escape(line) for line in found))
