"""Reading XML without trusting it: element names without their namespaces, no document type, no entities.

Runs in the reading process only. The C parser is driven directly, because a tree of ten thousand rows, or
a hardened parser written in Python, takes several times the time and memory.
"""

from collections.abc import Iterable, Mapping
from xml.parsers import expat

from bot.workbook.guard import Refused

_LONGEST_RUN = 64 * 1024
"""Characters of one element that are kept; Excel holds 32,767 in a cell."""


class Walker:
    """Walks through a part: subclasses react to `started` and `ended`.

    Between `collect()` and the next `collected()` the text of elements is kept.
    """

    def __init__(self) -> None:
        self._locals: dict[str, str] = {}
        self._text: list[str] | None = None
        self._length = 0

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        """React to the beginning of an element."""

    def ended(self, name: str) -> None:
        """React to the end of an element."""

    def collect(self) -> None:
        """Begin to keep text."""
        self._text, self._length = [], 0

    def collected(self) -> str:
        """Return the text kept since `collect()` and stop keeping."""
        text, self._text = "".join(self._text or ()), None
        return text

    def walk(self, pieces: Iterable[bytes]) -> None:
        """Walk through a whole part; raises Refused for a document type or broken markup."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = _refuse_document_type
        try:
            for piece in pieces:
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except expat.ExpatError as fault:
            raise Refused("workbook-file-broken") from fault

    def _local(self, name: str) -> str:
        if name not in self._locals:
            self._locals[name] = name.rpartition(" ")[2]
        return self._locals[name]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.started(self._local(name), attributes)

    def _end(self, name: str) -> None:
        self.ended(self._local(name))

    def _characters(self, text: str) -> None:
        if self._text is not None and self._length < _LONGEST_RUN:
            self._text.append(text)
            self._length += len(text)


def _refuse_document_type(*_declaration: object) -> None:
    raise Refused("workbook-file-entities")
