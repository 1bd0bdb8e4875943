"""How an excursion's bus and what to take are written, on the card and in notices."""

import re

from bot.excursions.model import Bus
from bot.ui.paging import lines, shortened
from bot.ui.texts import Markup, Texts

BRING = 600
"""Characters of what to take in a notice; the card has all of it."""

_PASSPORT = re.compile(r"паспорт|passport", re.I)


def bus_words(texts: Texts, bus: Bus | None) -> str:
    """Name a bus by title, plate and hour of departure; empty for none."""
    if bus is None:
        return ""
    departs = texts.plain("excursions-departs", time=f"{bus.departs:%H:%M}") if bus.departs else ""
    return ", ".join(part for part in (bus.title, bus.plate, departs) if part)


def bring_lines(texts: Texts, bring: str) -> Markup | str:
    """Say what to take: a passport stands first and in capitals, without it nobody gets in."""
    things = [one.strip() for one in re.split(r"[,;\n]", shortened(bring, BRING)) if one.strip()]
    papers = [one for one in things if _PASSPORT.search(one)]
    others = [one for one in things if one not in papers]
    first = texts("excursions-notice-papers", things=", ".join(papers).upper()) if papers else ""
    rest = texts("excursions-notice-bring", things=", ".join(others)) if others else ""
    return lines(first, rest)
