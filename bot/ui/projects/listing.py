"""The list of projects: red first, a page on one screen, narrowed by tapping."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.projects.lights import ORDER, differ
from bot.projects.model import Blocker, Light, Project
from bot.projects.portfolio import Filter, Portfolio, Standing
from bot.projects.portfolio_actions import PortfolioView
from bot.shared.errors import OutOfDate
from bot.ui.dates import day_words
from bot.ui.paging import Page, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.projects.buttons import (
    DefencesButton,
    DigestButton,
    MonthlyButton,
    PortfolioPictureButton,
    ProjectButton,
    ProjectsButton,
)
from bot.ui.projects.lights import light_words
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_name
from bot.ui.texts import Markup, Texts

SIZE = 7
"""Projects on a page: with the longest names it stays on one screen's message."""

TITLE, TEAM, WORDS, NAME, LABEL = 90, 60, 70, 60, 34
"""Characters of a title, a team, a blocker's words, a direction, a button."""

CHOICES = 8
"""Directions or factories offered on a page."""


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


def narrow_screen(texts: Texts, view: PortfolioView, what: str, number: int) -> Screen:
    """Ask by what the list is to be narrowed, or which direction, factory or stream is meant."""
    asked = view.portfolio.filter
    if what == "menu":
        rows = [*_lights(texts, view), *_menu(texts, view)]
        rows.append([button(texts.plain("portfolio-button-all"), ProjectsButton())])
        return Screen(lines(texts("portfolio-narrow"), _shown(texts, view)), rows)
    streams = tuple((one.id, stream_name(texts, one)) for one in view.streams)
    of_kind = {"dir": view.directions, "fac": view.factories, "str": streams}
    if what not in of_kind:
        raise OutOfDate
    choices = of_kind[what]
    page = page_of(choices, number, CHOICES)
    rows = [[button(shortened(title, LABEL), _with(asked, what, ident))] for ident, title in page.items]
    before, after = (
        projects_button(asked, page.number + step).model_copy(update={"narrow": what}) for step in (-1, 1)
    )
    rows += page_rows(texts, page, before, after)
    rows.append([button(texts.plain("portfolio-button-any"), _with(asked, what, 0))])
    return Screen(texts(f"portfolio-choose-{what}"), rows)


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
        _shown(texts, view),
    )


def standing_lines(texts: Texts, place: int, one: Standing, found: Portfolio) -> Markup:
    """Tell in a few lines how a project stands."""
    project = one.project
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
                    *([silence(texts, one)] if one.silent else []),
                    *_overdue(texts, one),
                ]
            )
        ),
        *(blocker_line(texts, blocker, found, one) for blocker in one.blockers[:1]),
    )


def light_line(texts: Texts, one: Standing) -> str:
    """Write the light, the reported and the rule's where they differ."""
    if one.report is None or not differ(one.report, one.judged):
        return light_words(texts, one.judged.light if one.report is None else one.report.light)
    reported, rule = light_words(texts, one.report.light), light_words(texts, one.judged.light)
    return texts.plain("portfolio-differ", reported=reported, rule=rule)


def silence(texts: Texts, one: Standing) -> Markup:
    """Say for how long nobody has reported."""
    days = one.judged.silent_days
    return texts("portfolio-never") if days is None else texts("portfolio-silent", count=days)


def blocker_line(texts: Texts, blocker: Blocker, found: Portfolio, one: Standing) -> Markup:
    """Tell of a blocker with its age."""
    age = texts.plain("portfolio-age", count=blocker.age(found.now, one.project.zone))
    words = shortened(blocker.words, WORDS)
    more = len(one.blockers) - 1
    rest = texts.plain("portfolio-more-blockers", count=more) if more else ""
    return texts("portfolio-blocker", words=words, age=age, rest=rest)


def narrowed(asked: Filter) -> bool:
    """Tell whether only a part of the projects is asked for."""
    return asked != Filter()


def projects_button(asked: Filter, page: int = 0) -> ProjectsButton:
    """Return the button that shows a page of what is asked for."""
    return ProjectsButton(
        stream_id=asked.stream_id,
        direction_id=asked.direction_id,
        factory_id=asked.factory_id,
        light=asked.light or "",
        silent=asked.silent,
        page=max(0, page),
    )


def asked_by(data: ProjectsButton) -> Filter:
    """Return what a button asks for; a light that is none asks for all."""
    light = Light(data.light) if data.light in set(Light) else None
    return Filter(data.stream_id, data.direction_id, data.factory_id, light, data.silent)


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


def _shown(texts: Texts, view: PortfolioView) -> Markup:
    """Say by what the list is narrowed; empty where it is not."""
    asked, told = view.portfolio.filter, []
    if asked.light:
        told.append(light_words(texts, asked.light))
    if asked.silent:
        told.append(texts.plain("portfolio-button-silent"))
    streams = [stream_name(texts, one) for one in view.streams if one.id == asked.stream_id]
    named = [title for ident, title in view.directions if ident == asked.direction_id]
    named += [title for ident, title in view.factories if ident == asked.factory_id]
    told += [shortened(one, NAME) for one in (*streams, *named)]
    return texts("portfolio-shown", what=", ".join(told)) if told else Markup("")


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


def _lights(texts: Texts, view: PortfolioView) -> Rows:
    asked = view.portfolio.filter
    if not view.leads:
        return []
    found = []
    for light, count in view.portfolio.counts:
        label = texts.plain("portfolio-count", light=light_words(texts, light), count=str(count))
        narrow = Filter(asked.stream_id, asked.direction_id, asked.factory_id, light)
        found.append(button(label, projects_button(narrow)))
    silent = Filter(asked.stream_id, asked.direction_id, asked.factory_id, silent=True)
    label = texts.plain("portfolio-button-silent-count", count=view.portfolio.silent)
    return [found[:2], found[2 : len(ORDER)], [button(label, projects_button(silent))]]


def _menu(texts: Texts, view: PortfolioView) -> Rows:
    """Offer to choose among several; of one alone there is nothing to choose."""
    asked = view.portfolio.filter
    several = {"dir": view.directions, "fac": view.factories, "str": view.streams}
    return [
        [
            button(
                texts.plain(f"portfolio-button-{what}"),
                projects_button(asked).model_copy(update={"narrow": what}),
            )
        ]
        for what, choices in several.items()
        if len(choices) > 1
    ]


def _with(asked: Filter, what: str, ident: int) -> ProjectsButton:
    """Return the button that narrows the list by one thing more; another stream has other factories."""
    data = projects_button(asked)
    if what == "dir":
        return data.model_copy(update={"direction_id": ident})
    if what == "fac":
        return data.model_copy(update={"factory_id": ident})
    return data.model_copy(update={"stream_id": ident, "factory_id": 0, "direction_id": 0})
