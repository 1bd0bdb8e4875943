"""How well a team and a mentor suit each other, in points with their reasons (pure)."""

from collections.abc import Sequence

from bot.mentoring.matching.model import NAMED, Fit, Mentee, Mentor, Weights
from bot.mentoring.matching.words import same_place, telling

MINUTES_WITHOUT_POINTS = 300
"""A distance of zones from which nothing speaks for the pair: working days overlap by half no more."""


def fit_of(mentee: Mentee, mentor: Mentor, weights: Weights) -> Fit:
    """Return what speaks for a pair; whether it is allowed at all is another question."""
    common = mentee.direction if mentee.direction in mentor.directions else None
    any_direction = mentee.direction is not None and not mentor.directions
    wanted = words_of_team(mentee)
    met = len(wanted & words_of_mentor(mentor))
    minutes = distance(mentee.offset, mentor.offset)
    same_region = same_place(mentee.region, mentor.region)
    wanted_kind = mentor.kind in mentee.kinds
    team_rank, mentor_rank = place(mentee.ranks, mentor.code), place(mentor.ranks, mentee.code)
    points = (
        weights.direction * (2 * (common is not None) + any_direction) // 2
        + topic_points(weights.topics)[min(met, MOST_WORDS)]
        + weights.region * same_region
        + zone_points(weights.zone, minutes)
        + weights.kind * wanted_kind
        + rank_points(weights.team_rank, team_rank)
        + rank_points(weights.mentor_rank, mentor_rank)
    )
    return Fit(
        points=points,
        direction=common,
        any_direction=any_direction,
        topics=tuple(topic for topic in mentor.topics if telling(topic) & wanted),
        same_region=same_region,
        hours=None if minutes is None else minutes / 60,
        wanted_kind=wanted_kind,
        team_rank=team_rank,
        mentor_rank=mentor_rank,
    )


MOST_WORDS = 3
"""Common words that give all points of the topics: more of them say the same again."""


def topic_points(most: int) -> tuple[int, ...]:
    """Return the points for 0, 1, 2 and more common words: the first tells most."""
    return 0, most // 2, most * 5 // 6, most


def words_of_team(mentee: Mentee) -> frozenset[str]:
    """Return what a team's topics and needs tell."""
    return frozenset().union(*map(telling, (*mentee.topics, mentee.needs)))


def words_of_mentor(mentor: Mentor) -> frozenset[str]:
    """Return what a mentor's topics tell."""
    return frozenset().union(*map(telling, mentor.topics))


def distance(one: int | None, other: int | None) -> int | None:
    """Return the distance of two zones in minutes; None where one is unknown."""
    return None if one is None or other is None else abs(one - other)


def zone_points(most: int, minutes: int | None) -> int:
    """Return all points for the same hour, none from five hours on, half where nobody knows."""
    if minutes is None:
        return most // 2
    return most * max(0, MINUTES_WITHOUT_POINTS - minutes) // MINUTES_WITHOUT_POINTS


def place(ranks: Sequence[str], code: str) -> int | None:
    """Return the place in a ranking, from 1; None where it is not named among the first five."""
    return next((at for at, named in enumerate(ranks[:NAMED], 1) if named == code), None)


def rank_points(most: int, at: int | None) -> int:
    """Return the bonus for a place: all of it for the first, a fifth for the fifth, nothing unnamed.

    It depends on the place alone, never on how many were named.
    """
    return 0 if at is None else most * (NAMED + 1 - at) // NAMED
