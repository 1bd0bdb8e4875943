"""What a person sees of a message: its text without markup, which must be whole."""

from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"b", "i", "s", "u", "code"}, tag
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.seen.append(data)


def visible(text: str) -> str:
    """Return the text without its markup; fails where a tag is strange or not closed."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return "".join(reader.seen)
