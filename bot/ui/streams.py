"""How a stream is called."""

from bot.programme.model import Stream
from bot.ui.texts import Texts


def stream_name(texts: Texts, stream: Stream) -> str:
    """Name a stream with its programme, unescaped; a title that names the programme itself stands alone."""
    if stream.programme_title.casefold() in stream.title.casefold():
        return stream.title
    return texts.plain("stream-name", programme=stream.programme_title, title=stream.title)
