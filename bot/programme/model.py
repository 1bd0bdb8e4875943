"""Programmes, streams and the editions of their programme."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream of a programme; `published_id` is the edition people see, None before the first."""

    id: int
    code: str
    title: str
    programme_title: str
    starts_on: date
    ends_on: date
    duty_phone: str
    published_id: int | None
    draft_id: int | None = None
    programme_id: int = 0
