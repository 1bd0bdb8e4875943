"""The digest: what has changed in the projects, red first, and who is silent; on one screen."""

from bot.projects.digest import Change, Digest
from bot.projects.lights import ORDER
from bot.projects.portfolio import Filter
from bot.shared.zones import MOSCOW, day_in
from bot.ui.dates import capital, day_words
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.projects.buttons import PortfolioPictureButton, ProjectButton
from bot.ui.projects.lights import light_words
from bot.ui.projects.listing import TITLE, hindering_line, light_line, silence_words
from bot.ui.projects.narrowing import projects_button
from bot.ui.screens import Rows, button
from bot.ui.texts import Markup, Texts

CHANGES, SILENT = 7, 5
"""Changed projects and silent teams that are told one by one; the others are counted."""

WORDS, TEAM = 90, 50


def digest_text(texts: Texts, one: Digest) -> Markup:
    """Write the digest; the first line says how much has changed."""
    day = day_words(texts, day_in(one.since, MOSCOW), day_in(one.now, MOSCOW))
    if not one.changes:
        return paragraphs(texts("portfolio-digest-nothing", day=day), _silent(texts, one))
    counted = [
        texts("portfolio-count", light=light_words(texts, light), count=str(count))
        for light in ORDER
        if (count := sum(project.light is light for project in one.standings))
    ]
    told = [_change(texts, place, change, one) for place, change in enumerate(one.changes[:CHANGES], start=1)]
    left = len(one.changes) - len(told)
    return paragraphs(
        lines(
            texts("portfolio-digest-head", day=day, count=len(one.changes), all=str(len(one.standings))),
            Markup(" · ".join(counted)),
        ),
        *told,
        texts("portfolio-digest-more", count=left) if left > 0 else "",
        _silent(texts, one),
    )


def digest_rows(texts: Texts, one: Digest) -> Rows:
    """Lead on to each project told of, to the list and to the picture."""
    numbers = [
        button(str(place), ProjectButton(project_id=change.standing.project.id))
        for place, change in enumerate(one.changes[:CHANGES], start=1)
    ]
    ways = [
        button(texts.plain("portfolio-button-list"), projects_button(Filter())),
        button(texts.plain("portfolio-button-picture"), PortfolioPictureButton()),
    ]
    return [*([numbers] if numbers else []), ways]


def _change(texts: Texts, place: int, change: Change, one: Digest) -> Markup:
    standing = change.standing
    light = light_line(texts, standing)
    if change.turned:
        light = texts.plain("portfolio-digest-turned", light=light, was=light_words(texts, change.was))
    last = change.reports[-1] if change.reports else None
    aged = [
        hindering_line(texts, blocker, standing, one.now, most=WORDS) for blocker in standing.blockers[:2]
    ]
    return lines(
        texts(
            "portfolio-line", place=str(place), light=light, title=shortened(standing.project.title, TITLE)
        ),
        texts("portfolio-digest-done", words=shortened(last.done, WORDS)) if last and last.done else "",
        capital(silence_words(texts, standing)) if standing.silent and change.turned else "",
        *aged,
        texts("portfolio-digest-closed", count=len(change.closed)) if change.closed else "",
        texts("portfolio-digest-reached", title=shortened(change.reached[0].title, WORDS))
        if change.reached
        else "",
    )


def _silent(texts: Texts, one: Digest) -> Markup:
    if not one.silent:
        return Markup("")
    named = [
        texts(
            "portfolio-digest-silent",
            team=shortened(silent.project.team, TEAM),
            how=silence_words(texts, silent),
        )
        for silent in one.silent[:SILENT]
    ]
    left = len(one.silent) - len(named)
    rest = texts("portfolio-digest-silent-more", count=left) if left else ""
    return texts("portfolio-digest-silents", teams=Markup("; ".join(named)), rest=rest)
