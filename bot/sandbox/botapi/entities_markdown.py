"""The old parse mode Markdown (core.telegram.org/bots/api#markdown-style)."""

import re

from bot.sandbox.botapi.links import link_entity
from bot.sandbox.botapi.markup_parts import cannot_parse
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.utf16 import byte_offset, units

_MARK = re.compile(r"\\[_*`\[]|[_*`\[]")
_LANGUAGE = re.compile(r"[^\s`]+(?=\s)")
LINE_BREAK = re.compile(r"\r\n|\n\r|\n|\r")
_STYLES = {"_": "italic", "*": "bold", "`": "code"}


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """Return the plain text and its entities; entities cannot be nested in this mode."""
    out: list[str] = []
    entities: list[Json] = []
    length = at = 0
    while (mark := _MARK.search(source, at)) is not None:
        piece = source[at : mark.start()]
        at = mark.start()
        if mark[0][0] == "\\":
            piece += mark[0][1]
            out.append(piece)
            length += units(piece)
            at += 2
            continue
        length += units(piece)
        inner, entity, at = _entity(source, at)
        out += [piece, inner]
        size = units(inner)
        if entity is not None and size:
            entities.append({**entity, "offset": length, "length": size})
        length += size
    out.append(source[at:])
    return "".join(out), entities


def _entity(source: str, begin: int) -> tuple[str, Json | None, int]:
    if source.startswith("```", begin):
        return _preformatted(source, begin)
    mark = source[begin]
    end = source.find("]" if mark == "[" else mark, begin + 1)
    if end < 0:
        raise _endless(source, begin)
    inner = source[begin + 1 : end]
    if mark != "[":
        return inner, {"type": _STYLES[mark]}, end + 1
    url = inner
    if source.startswith("(", end + 1):
        close = source.find(")", end + 2)
        close = len(source) if close < 0 else close
        url = source[end + 2 : close]
        end = close
    return inner, link_entity(url), end + 1


def _preformatted(source: str, begin: int) -> tuple[str, Json | None, int]:
    start = begin + 3
    entity: Json = {"type": "pre"}
    if language := _LANGUAGE.match(source, start):
        entity["language"] = language[0]
        start = language.end()
    if line_break := LINE_BREAK.match(source, start):
        start = line_break.end()
    end = source.find("```", start)
    if end < 0:
        raise _endless(source, begin)
    return source[start:end], entity, end + 3


def _endless(source: str, begin: int) -> Exception:
    place = byte_offset(source, begin)
    return cannot_parse(f"Can't find end of the entity starting at byte offset {place}")
