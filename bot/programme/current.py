"""Which of a person's streams is meant when none is named (pure)."""

from collections.abc import Sequence
from datetime import date

from bot.programme.model import Stream


def current_stream(streams: Sequence[Stream], today: date, chosen_id: int | None) -> Stream | None:
    """Return the chosen stream, else the one running today, else the next to begin, else the last ended.

    A choice that is no longer among the streams counts for nothing. Ties go to the later start, then
    to the code, so that the order of the input does not matter.
    """
    for stream in streams:
        if stream.id == chosen_id:
            return stream
    running = [stream for stream in streams if stream.starts_on <= today <= stream.ends_on]
    if running:
        return max(running, key=lambda stream: (stream.starts_on, stream.code))
    ahead = [stream for stream in streams if stream.starts_on > today]
    if ahead:
        return min(ahead, key=lambda stream: (stream.starts_on, stream.code))
    return max(streams, key=lambda stream: (stream.ends_on, stream.code), default=None)
