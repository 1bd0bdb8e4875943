"""The words of the pictures of a portfolio, and the same as a caption."""

from bot.projects.picture_layout import Row, Sheet
from bot.projects.portfolio import Portfolio, Standing
from bot.projects.portfolio_actions import PortfolioView
from bot.shared.zones import MOSCOW, day_in
from bot.ui.dates import clock, day_words
from bot.ui.paging import shortened
from bot.ui.projects.listing import silence_words
from bot.ui.projects.wording import age_words
from bot.ui.streams import stream_name
from bot.ui.texts import Markup, Texts

TITLE, TEAM = 300, 90
"""Characters; how much of them a line has room for is measured when it is laid out."""


def sheet_of(texts: Texts, view: PortfolioView) -> Sheet:
    """Put a portfolio into the words of a picture."""
    found = view.portfolio
    streams = [stream_name(texts, one) for one in view.streams if found.filter.stream_id in (0, one.id)]
    word = {light: texts.plain(f"projects-light-{light}") for light, _count in found.counts}
    when = texts.plain(
        "portfolio-picture-made",
        day=day_words(texts, day_in(found.now, MOSCOW)),
        time=clock(found.now, MOSCOW),
    )
    named = texts.plain("portfolio-picture-title")
    return Sheet(
        title=f"{named}: {streams[0]}" if len(streams) == 1 else named,
        about=texts.plain("portfolio-picture-about", count=len(found.whole), when=when),
        counts=tuple((light, word[light], count) for light, count in found.counts if count),
        rows=tuple(_row(texts, one, found) for one in found.whole),
        footer=texts.plain("portfolio-picture-footer", when=when),
        page=lambda number, count: texts.plain("along-page", number=str(number), count=str(count)),
        more=lambda left: texts.plain("portfolio-picture-more", count=left),
    )


def caption(texts: Texts, view: PortfolioView) -> Markup:
    """Say the essence in words: nothing stands in the picture alone."""
    counts = [
        texts("portfolio-count", light=texts.plain(f"projects-light-{light}"), count=str(count))
        for light, count in view.portfolio.counts
        if count
    ]
    return texts("portfolio-picture-caption", counts=Markup(", ".join(counts)))


def _row(texts: Texts, one: Standing, found: Portfolio) -> Row:
    word = texts.plain(f"projects-light-{one.light}")
    told = [silence_words(texts, one)] if one.silent else []
    if one.blockers:
        age = age_words(texts, one.blockers[0], found.now, one.project.zone)
        told.append(texts.plain("portfolio-picture-blocked", age=age))
    told += [shortened(one.project.team, TEAM), one.project.stage]
    return Row(one.light, word, shortened(one.project.title, TITLE), " · ".join(told))
