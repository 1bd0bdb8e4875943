"""Why a team and a mentor suit each other, and why not, in words."""

from collections.abc import Mapping, Sequence

from bot.mentoring.matching.limits import Unkept
from bot.mentoring.matching.model import Bar, Fit
from bot.ui.paging import shortened
from bot.ui.texts import Texts

TOPIC = 40
"""Characters of a topic."""


def fit_words(texts: Texts, fit: Fit, directions: Mapping[str, str]) -> str:
    """Say what speaks for a pair, without markup: «направление: ИИ; темы: ЖКХ; разница 0 ч»."""
    said = []
    if fit.direction:
        title = directions.get(fit.direction, fit.direction)
        said.append(texts.plain("match-fit-direction", direction=title))
    elif fit.any_direction:
        said.append(texts.plain("match-fit-any-direction"))
    if fit.topics:
        topics = ", ".join(shortened(topic, TOPIC) for topic in fit.topics)
        said.append(texts.plain("match-fit-topics", topics=topics))
    if fit.same_region:
        said.append(texts.plain("match-fit-region"))
    if fit.hours is not None:
        hours = f"{fit.hours:g}".replace(".", texts.plain("match-fit-point"))
        said.append(texts.plain("match-fit-hours", hours=hours))
    if fit.wanted_kind:
        said.append(texts.plain("match-fit-kind"))
    if fit.team_rank:
        said.append(texts.plain("match-fit-team-rank", rank=str(fit.team_rank)))
    if fit.mentor_rank:
        said.append(texts.plain("match-fit-mentor-rank", rank=str(fit.mentor_rank)))
    return "; ".join(said) or texts.plain("match-fit-nothing")


def bar_words(texts: Texts, bar: Bar) -> str:
    """Say why a pair can never be."""
    return texts.plain(f"match-bar-{bar}")


def unkept_words(texts: Texts, one: Unkept, team: str, mentor: str) -> str:
    """Say which pin cannot be kept and why."""
    why = bar_words(texts, one.bar) if one.bar else texts.plain(f"match-obstacle-{one.obstacle}")
    return texts.plain("match-unkept", team=team, mentor=mentor, why=why)


def kind_words(texts: Texts, kinds: Sequence[str]) -> str:
    """Name kinds of mentor."""
    return ", ".join(texts.plain(f"match-kind-{kind}") for kind in kinds)
