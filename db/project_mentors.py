"""Who is whose mentor: the one place where the room of projects asks for it."""

from collections.abc import Collection, Mapping

from bot.people.model import Person
from db.engine import Tx


async def mentored_teams(_tx: Tx, _person_id: int | None) -> frozenset[str]:
    """Return the codes of the teams whose own mentor somebody is.

    An installation keeps profiles of mentors only; no pair has been made, so nobody has a team yet.
    """
    return frozenset()


async def mentors_of(_tx: Tx, _team_ids: Collection[int]) -> Mapping[int, tuple[Person, ...]]:
    """Return the own mentors of teams, by the teams' ids; a team without one is missing."""
    return {}
