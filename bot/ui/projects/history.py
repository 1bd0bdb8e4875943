"""Every report of a project, page by page, with the way to correct one's own."""

from bot.projects.card_actions import History
from bot.projects.model import newest_versions
from bot.ui.paging import LABEL, page_of, page_rows, paragraphs, shortened
from bot.ui.projects.card import back_row
from bot.ui.projects.report_buttons import CorrectButton, HistoryButton
from bot.ui.projects.wording import TITLE, moment_words, report_lines
from bot.ui.screens import Screen, button
from bot.ui.texts import Texts

PAGE = 4


def history_screen(texts: Texts, history: History, page: int) -> Screen:
    """Show a page of the reports, the one in force first."""
    number = history.project.id
    title = texts("projects-history-title", title=shortened(history.project.title, TITLE))
    if not history.reports:
        return Screen(paragraphs(title, texts("projects-no-reports")), back_row(texts, number))
    shown = page_of(history.reports, page, PAGE)
    blocks, rows = [], []
    corrected = {one.root_id for one in history.reports if one.corrects_id}
    newest = newest_versions(history.reports)
    for one in shown.items:
        block = report_lines(texts, one, history.project, history.now)
        if one.root_id in corrected and newest[one.root_id] is not one:
            block = paragraphs(block, texts("projects-history-replaced"))
        blocks.append(block)
        if one.id in history.correctable:
            at = moment_words(texts, one.at, history.project.zone, history.now)
            label = shortened(texts.plain("projects-button-correct", at=at), LABEL)
            rows.append([button(label, CorrectButton(report_id=one.id))])
    earlier = HistoryButton(project_id=number, page=max(0, shown.number - 1))
    later = HistoryButton(project_id=number, page=shown.number + 1)
    rows += page_rows(texts, shown, earlier, later)
    return Screen(paragraphs(title, *blocks), [*rows, *back_row(texts, number)])
