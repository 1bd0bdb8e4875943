"""Which streams a visitor may read, and which one is meant (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.people.model import Visitor
from bot.programme.current import current_stream
from bot.programme.model import Stream
from bot.shared.errors import NotAllowed
from bot.shared.zones import MOSCOW, day_in


@dataclass(frozen=True, slots=True)
class Streams:
    """The streams a visitor may read, the current one first; never empty."""

    all: tuple[Stream, ...]

    @property
    def current(self) -> Stream:
        """The stream that is meant when none is named."""
        return self.all[0]

    def with_id(self, stream_id: int) -> Stream:
        """Return one of the visitor's streams; NotAllowed for any other."""
        for stream in self.all:
            if stream.id == stream_id:
                return stream
        raise NotAllowed("schedule-refused-stream")


def streams_of(visitor: Visitor, every: Sequence[Stream], now: datetime) -> Streams:
    """Return the visitor's streams; `every` stream there is counts for an administrator only.

    An administrator's own enrolments come before the rest, unless another stream was chosen. Which one
    is current is judged by Moscow's day. Raises NotAllowed where there is no stream at all.
    """
    own = [enrolment.stream for enrolment in visitor.enrolments]
    rest = [stream for stream in every if visitor.administrator and stream.id not in {s.id for s in own}]
    chosen = any(stream.id == visitor.chosen_stream_id for stream in rest)
    candidates = [*own, *rest] if chosen or not own else own
    current = current_stream(candidates, day_in(now, MOSCOW), visitor.chosen_stream_id)
    if current is None:
        raise NotAllowed("schedule-refused-no-stream")
    others = [stream for stream in (*own, *rest) if stream.id != current.id]
    return Streams((current, *others))
