"""How rooms declare which of their rows are somebody's personal data, and what erasing does to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose data are meant: the person of the roster and the messenger account, at a moment."""

    person_id: int
    user_id: int
    now: datetime

    @property
    def today(self) -> date:
        """The day on which access ends."""
        return self.now.date()


class Owner(StrEnum):
    """What the owning column holds."""

    PERSON = "person"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class PersonalRows:
    """Rows of a table that belong to a person by a column.

    Erasing deletes them, or where `blank` is given writes those values instead, so that what is left
    says nothing of the person and statistics still count. `within` names a table of the same registry
    to whose rows the column leads, for rows that belong to a person only through others; they are
    declared before it. `kept_back` are columns that are never exported.
    """

    table: str
    column: str = "person_id"
    owner: Owner = Owner.PERSON
    blank: Callable[[Subject], Mapping[str, object]] | None = None
    within: str = ""
    exported: bool = True
    kept_back: frozenset[str] = frozenset()


Registry = tuple[PersonalRows, ...]
"""Everything the rooms have declared, rows that lead to others first."""
