"""A calendar program for tests: reads files with another library than the one that writes them."""

from datetime import UTC, datetime
from typing import Any

import vobject  # type: ignore[import-untyped]  # ships no type information


def read_calendar(content: bytes) -> Any:
    """Read a file that holds one calendar."""
    return vobject.readOne(content.decode())


class Phone:
    """Keeps events as phones do: by UID, and of two with one UID the one of the higher sequence."""

    def __init__(self) -> None:
        self.events: dict[str, Any] = {}

    def open(self, content: bytes) -> None:
        """Take over a file."""
        for event in read_calendar(content).vevent_list:
            known = self.events.get(event.uid.value)
            if known is None or int(event.sequence.value) >= int(known.sequence.value):
                self.events[event.uid.value] = event

    def shown(self) -> list[tuple[str, str, str]]:
        """Return the day's list: when by UTC, what, and whether it is held."""
        return sorted(
            (f"{moment(event.dtstart.value):%d.%m %H:%M}", event.summary.value, event.status.value)
            for event in self.events.values()
        )


def moment(value: datetime) -> datetime:
    """Return an aware moment in UTC; a naive one would float with the phone."""
    assert value.tzinfo is not None
    return value.astimezone(UTC)
