"""How moments are written in keys of notices: always alike, or an occasion would come twice (pure)."""

from datetime import UTC, datetime


def minute(moment: datetime) -> str:
    """Write a moment to the minute: the beginning of an event, the departure of a bus."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def instant(moment: datetime) -> str:
    """Write a moment exactly: of acts there may be two in a minute."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
