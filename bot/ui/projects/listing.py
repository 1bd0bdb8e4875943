"""The list of projects: red first, a page on one screen, narrowed by tapping."""

from collections.abc import Sequence
from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.projects.lights import differ
from bot.projects.model import Blocker, Project
from bot.projects.portfolio import Portfolio, Standing
from bot.projects.portfolio_actions import PortfolioView
from bot.ui.dates import day_words
from bot.ui.paging import Page, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.projects.buttons import (
    DefencesButton,
    DigestButton,
    MonthlyButton,
    PortfolioPictureButton,
    ProjectButton,
)
from bot.ui.projects.lights import light_words
from bot.ui.projects.narrowing import narrowed, projects_button, shown
from bot.ui.projects.wording import age_words
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

SIZE = 7
"""Projects on a page: with the longest names it stays on one screen's message."""

TITLE, TEAM, WORDS = 90, 60, 70
"""Characters of a title, a team, a blocker's words."""


def list_screen(texts: Texts, view: PortfolioView, number: int = 0) -> Screen:
    """Show a page of the projects; the first line counts them by their lights."""
    found = view.portfolio
    every: Sequence[Standing | Project] = (*found.whole, *found.titles)
    page = page_of(every, number, SIZE)
    told = [_told(texts, place, one, found) for place, one in enumerate(page.items, start=page.first + 1)]
    if not told:
        told = [texts("portfolio-none-fits" if narrowed(found.filter) else "portfolio-none")]
    before = projects_button(found.filter, page.number - 1)
    after = projects_button(found.filter, page.number + 1)
    rows = [*_numbers(page), *page_rows(texts, page, before, after), *_ways(texts, view)]
    return Screen(paragraphs(head_lines(texts, view), *told), [*rows, home_row(texts)[0]])


def head_lines(texts: Texts, view: PortfolioView) -> Markup:
    """Say how many projects have which light, and what is shown of them."""
    found = view.portfolio
    counts = [
        texts("portfolio-count", light=light_words(texts, light), count=str(count))
        for light, count in found.counts
        if count
    ]
    seen = sum(count for _light, count in found.counts)
    total = (
        texts("portfolio-head", count=seen)
        if seen
        else texts("portfolio-head-titles", count=len(found.titles))
    )
    return lines(
        Markup(" · ".join([total, *counts])),
        texts("portfolio-head-silent", count=found.silent) if found.silent else "",
        shown(texts, view),
    )


def standing_lines(texts: Texts, place: int, one: Standing, found: Portfolio) -> Markup:
    """Tell in a few lines how a project stands."""
    project, more = one.project, len(one.blockers) - 1
    rest = texts.plain("portfolio-more-blockers", count=more) if more > 0 else ""
    return lines(
        texts(
            "portfolio-line",
            place=str(place),
            light=light_line(texts, one),
            title=shortened(project.title, TITLE),
        ),
        Markup(
            " · ".join(
                [
                    texts("portfolio-team", team=shortened(project.team, TEAM), stage=project.stage),
                    *([silence_words(texts, one)] if one.silent else []),
                    *_overdue(texts, one),
                ]
            )
        ),
        *(hindering_line(texts, blocker, one, found.now, rest) for blocker in one.blockers[:1]),
    )


def light_line(texts: Texts, one: Standing) -> str:
    """Write the light, the reported and the rule's where they differ."""
    if one.report is None or not differ(one.report, one.judged):
        return light_words(texts, one.judged.light if one.report is None else one.report.light)
    reported, rule = light_words(texts, one.report.light), light_words(texts, one.judged.light)
    return texts.plain("portfolio-differ", reported=reported, rule=rule)


def silence_words(texts: Texts, one: Standing) -> str:
    """Say for how long nobody has reported."""
    days = one.judged.silent_days
    return texts.plain("portfolio-never") if days is None else texts.plain("portfolio-silent", count=days)


def hindering_line(
    texts: Texts, blocker: Blocker, one: Standing, now: datetime, rest: str = "", most: int = WORDS
) -> Markup:
    """Tell of what hinders in `most` characters, with its age; `rest` counts what hinders besides."""
    age = age_words(texts, blocker, now, one.project.zone)
    return texts("portfolio-blocker", words=shortened(blocker.words, most), age=age, rest=rest)


def _told(texts: Texts, place: int, one: Standing | Project, found: Portfolio) -> Markup:
    if isinstance(one, Standing):
        return standing_lines(texts, place, one, found)
    return texts("portfolio-title-line", place=str(place), title=shortened(one.title, TITLE), stage=one.stage)


def _overdue(texts: Texts, one: Standing) -> list[Markup]:
    if not one.judged.overdue:
        return []
    late = one.judged.overdue[0]
    title = shortened(late.title, WORDS)
    return [texts("portfolio-overdue", title=title, day=day_words(texts, late.due_on))]


def _numbers(page: Page[Standing | Project]) -> Rows:
    row: list[InlineKeyboardButton] = []
    for place, one in enumerate(page.items, start=page.first + 1):
        project = one.project if isinstance(one, Standing) else one
        row.append(button(str(place), ProjectButton(project_id=project.id)))
    return [row] if row else []


def _ways(texts: Texts, view: PortfolioView) -> Rows:
    asked = view.portfolio.filter
    narrow = projects_button(asked).model_copy(update={"narrow": "menu"})
    rows: Rows = [[button(texts.plain("portfolio-button-narrow"), narrow)]]
    if view.leads:
        rows[0].append(button(texts.plain("portfolio-button-digest"), DigestButton()))
        rows.append(
            [
                button(
                    texts.plain("portfolio-button-picture"),
                    PortfolioPictureButton(stream_id=asked.stream_id),
                ),
                button(texts.plain("portfolio-button-monthly"), MonthlyButton(stream_id=asked.stream_id)),
            ]
        )
    if view.oversees:
        rows.append([button(texts.plain("portfolio-button-defences"), DefencesButton())])
    return rows
