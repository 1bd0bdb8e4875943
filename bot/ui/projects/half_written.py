"""What becomes of a report half written: kept for later, thrown away, or a correction before a new report."""

from bot.projects.report_actions import Writing
from bot.ui.paging import shortened
from bot.ui.projects.card import back_row
from bot.ui.projects.report_buttons import AfreshButton, CorrectButton, DiscardButton, ReportButton
from bot.ui.projects.wording import TITLE
from bot.ui.screens import Screen, button
from bot.ui.texts import Texts


def which_screen(texts: Texts, writing: Writing) -> Screen:
    """Ask whether the half-written correction is meant or a new report, in whose place it stands."""
    number = writing.project.id
    go_on = CorrectButton(report_id=writing.draft.corrects_id or 0)
    rows = [
        [button(texts.plain("projects-button-go-on-correcting"), go_on)],
        [button(texts.plain("projects-button-afresh"), AfreshButton(project_id=number))],
    ]
    text = texts("projects-ask-which", title=shortened(writing.project.title, TITLE))
    return Screen(text, [*rows, *back_row(texts, number)])


def later_screen(texts: Texts, project_id: int) -> Screen:
    """Say that what is written is kept."""
    rows = [[button(texts.plain("projects-button-go-on"), ReportButton(project_id=project_id))]]
    return Screen(texts("projects-kept"), [*rows, *back_row(texts, project_id)])


def discard_screen(texts: Texts, project_id: int) -> Screen:
    """Ask before what is written is thrown away."""
    rows = [
        [
            button(
                texts.plain("projects-button-discard-sure"), DiscardButton(project_id=project_id, sure=True)
            )
        ],
        [button(texts.plain("projects-button-go-on"), ReportButton(project_id=project_id))],
    ]
    return Screen(texts("projects-ask-discard"), rows)
