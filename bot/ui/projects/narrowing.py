"""What of the projects is shown: the choice of stream, direction, factory, light and silence."""

from bot.projects.lights import ORDER
from bot.projects.model import Light
from bot.projects.portfolio import Filter
from bot.projects.portfolio_actions import PortfolioView
from bot.shared.errors import OutOfDate
from bot.ui.paging import lines, page_of, page_rows, shortened
from bot.ui.projects.buttons import ProjectsButton
from bot.ui.projects.lights import light_words
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_name
from bot.ui.texts import Markup, Texts

NAME, LABEL = 60, 34
"""Characters of a direction in a text and on a button."""

CHOICES = 8
"""Directions or factories offered on a page."""


def narrow_screen(texts: Texts, view: PortfolioView, what: str, number: int) -> Screen:
    """Ask by what the list is to be narrowed, or which direction, factory or stream is meant."""
    asked = view.portfolio.filter
    if what == "menu":
        rows = [*_lights(texts, view), *_menu(texts, view)]
        rows.append([button(texts.plain("portfolio-button-all"), ProjectsButton())])
        return Screen(lines(texts("portfolio-narrow"), shown(texts, view)), rows)
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


def shown(texts: Texts, view: PortfolioView) -> Markup:
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
