"""How a stream is called."""

from bot.programme.model import Stream
from bot.ui.paging import shortened
from bot.ui.texts import Texts

NAME = 140
"""Characters of a name in a text."""

LABEL = 38
"""Characters of a name on a button, which a phone shows whole, with a tick before it."""


def stream_name(texts: Texts, stream: Stream) -> str:
    """Name a stream with its programme, unescaped; a title that names the programme itself stands alone."""
    if stream.programme_title.casefold() in stream.title.casefold():
        return shortened(stream.title, NAME)
    programme, title = (shortened(part, NAME) for part in (stream.programme_title, stream.title))
    return shortened(texts.plain("stream-name", programme=programme, title=title), NAME)


def stream_label(texts: Texts, stream: Stream, limit: int = LABEL) -> str:
    """Name a stream on a button; of a long name the middle is left out: streams differ at the end."""
    name = stream_name(texts, stream)
    if len(name) <= limit:
        return name
    end = limit // 2
    return f"{name[: limit - end - 1].rstrip()}…{name[-end:].lstrip()}"
