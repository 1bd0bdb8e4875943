"""What the page shows of the time machine, as JSON with the kinds of notice in both languages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.sandbox.botapi.records import Json
from bot.sandbox.timing.ahead import Came, Coming
from bot.schedule.model import Event
from bot.ui.texts import LANGUAGES, texts_in


@dataclass(frozen=True, slots=True)
class Shown:
    """Where the clock goes, what came, what is next; `sending` counts what is due and not settled yet.

    `end` tells how the last way ended where it did not arrive: "nothing" ahead, or a "fault".
    """

    way: str | None = None
    came: Came | None = None
    coming: Coming | None = None
    excursion: Event | None = None
    sending: int = 0
    end: str = ""

    def on(self, **fields: Any) -> "Shown":
        """Return the same with other fields."""
        return replace(self, **fields)

    def body(self, moved: bool) -> Json:
        """Return it for the browser; moments are Unix time in seconds."""
        came = self.came
        return {
            "way": self.way,
            "moved": moved,
            "sending": self.sending,
            "end": self.end,
            "came": came
            and {
                "at": _unix(came.at),
                "kinds": _kinds(came.kinds),
                "unsent": came.unsent,
                "waiting": came.waiting,
            },
            "coming": self.coming and {"at": _unix(self.coming.at), "kinds": _kinds(self.coming.kinds)},
            "excursion": self.excursion
            and {"at": _unix(self.excursion.starts_at), "title": self.excursion.title},
        }


def _kinds(kinds: Sequence[tuple[str, int]]) -> list[Json]:
    return [
        {"name": {code: texts_in(code).plain(f"notices-kind-{kind}") for code in LANGUAGES}, "people": count}
        for kind, count in kinds
    ]


def _unix(moment: datetime) -> int:
    return int(moment.timestamp())
