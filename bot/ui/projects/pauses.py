"""Not being asked for a report for a while."""

from datetime import timedelta

from aiogram.types import InlineKeyboardButton

from bot.projects.card_actions import Card
from bot.shared.zones import day_in
from bot.ui.dates import day_words
from bot.ui.paging import lines, paragraphs
from bot.ui.projects.card import back_row
from bot.ui.projects.report_buttons import LeaveButton, PausesButton, ResumeButton, SnoozeButton
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Texts

WEEKS = (7, 14, 28)
HOURS = 3
"""In how many hours one is asked again who has no time now."""


def pauses_screen(texts: Texts, card: Card) -> Screen:
    """Offer to be asked later, or to be away until a day; for the lead also for the whole team."""
    number = card.project.id
    rows: Rows = snooze_rows(texts, number) if card.reports_it else []
    if card.reports_it:
        rows += [_leave_row(texts, card, days, team=False) for days in WEEKS]
        other = LeaveButton(project_id=number, days=0)
        rows.append([button(texts.plain("projects-button-leave-other"), other)])
    if card.leads:
        rows += [_leave_row(texts, card, days, team=True) for days in WEEKS[:2]]
        other = LeaveButton(project_id=number, days=0, team=True)
        rows.append([button(texts.plain("projects-button-leave-team-other"), other)])
    if card.pauses:
        rows.append([button(texts.plain("projects-button-resume"), ResumeButton(project_id=number))])
    text = paragraphs(texts("projects-pauses-title"), lines(texts("projects-pauses-about")))
    return Screen(text, [*rows, *back_row(texts, number)])


def snooze_rows(texts: Texts, project_id: int) -> Rows:
    """Return the two ways to be asked again soon."""
    return [
        [
            button(
                texts.plain("projects-button-in-hours", hours=str(HOURS)),
                SnoozeButton(project_id=project_id, hours=HOURS),
            ),
            button(texts.plain("projects-button-tomorrow"), SnoozeButton(project_id=project_id, hours=0)),
        ]
    ]


def day_screen(texts: Texts, project_id: int) -> Screen:
    """Ask until which day."""
    back = [[button(texts.plain("projects-button-back"), PausesButton(project_id=project_id))]]
    return Screen(texts("projects-ask-day"), back)


def _leave_row(texts: Texts, card: Card, days: int, *, team: bool) -> list[InlineKeyboardButton]:
    until = day_words(texts, day_in(card.now, card.home_zone) + timedelta(days=days))
    key = "projects-button-leave-team" if team else "projects-button-leave"
    return [
        button(texts.plain(key, until=until), LeaveButton(project_id=card.project.id, days=days, team=team))
    ]
