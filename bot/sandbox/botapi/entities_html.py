"""The HTML parse mode (core.telegram.org/bots/api#html-style), refusals word for word."""

import re
from dataclasses import dataclass, field

from bot.sandbox.botapi.links import link_entity
from bot.sandbox.botapi.markup_parts import (
    cannot_parse,
    decode_reference,
    emoji_id,
    moment,
    quoted_value,
    whole_text,
)
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.utf16 import byte_offset, units

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
}
_TAGS = {*_STYLES, "a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}
_SPACE = " \t\r\n\v\0"
_MARK = re.compile(r"[<&]")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Return the plain text and its entities, or raise a Refusal with the place in bytes."""
    return _Reader(source).read()


@dataclass
class _Open:
    tag: str
    offset: int
    start: int
    attributes: dict[str, str]


@dataclass
class _Reader:
    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        while (mark := _MARK.search(self.source, self.at)) is not None:
            self.emit(self.source[self.at : mark.start()])
            self.at = mark.start()
            if self.source[self.at] == "&":
                symbol, self.at = decode_reference(self.source, self.at)
                self.emit(symbol)
            elif self.source.startswith("</", self.at):
                self.close()
            else:
                self.open()
        self.emit(self.source[self.at :])
        if self.stack:
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        text = "".join(self.out)
        return whole_text(text), [_without_language(entity) for entity in self.entities]

    def emit(self, piece: str) -> None:
        if piece:
            self.out.append(piece)
            self.length += units(piece)

    def peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else "\0"

    def skip_space(self) -> None:
        while self.at < len(self.source) and self.peek() in _SPACE:
            self.at += 1

    def open(self) -> None:
        begin = self.at
        self.at += 1
        while self.peek() not in _SPACE and self.peek() != ">":
            self.at += 1
        if self.at >= len(self.source):
            raise cannot_parse(f"Unclosed start tag at byte offset {self.place(begin)}")
        tag = self.source[begin + 1 : self.at].lower()
        if tag not in _TAGS:
            raise cannot_parse(f'Unsupported start tag "{tag}" at byte offset {self.place(begin)}')
        attributes: dict[str, str] = {}
        while self.peek() != ">":
            self.skip_space()
            if self.peek() == ">":
                break
            self.attribute(tag, begin, attributes)
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            place = self.place(begin)
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
        self.stack.append(_Open(tag, self.length, len(self.out), attributes))

    def attribute(self, tag: str, begin: int, attributes: dict[str, str]) -> None:
        name_at = self.at
        while self.peek() not in _SPACE and self.peek() not in "=>":
            self.at += 1
        name = self.source[name_at : self.at]
        if not name:
            place = self.place(begin)
            raise cannot_parse(f'Empty attribute name in the tag "{tag}" at byte offset {place}')
        self.skip_space()
        if self.peek() != "=":
            if tag == "blockquote" and name == "expandable" and self.at < len(self.source):
                attributes[name] = ""
                return
            raise cannot_parse(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" '
                f"at byte offset {self.place(begin)}"
            )
        self.at += 1
        self.skip_space()
        if self.at >= len(self.source):
            raise cannot_parse(f'Unclosed start tag "{tag}" at byte offset {self.place(begin)}')
        attributes[name] = self.value()
        if self.at >= len(self.source):
            raise cannot_parse(f"Unclosed start tag at byte offset {self.place(begin)}")

    def value(self) -> str:
        quote = self.peek()
        if quote not in "'\"":
            token_at = self.at
            token = _NAME_TOKEN.match(self.source, self.at)
            self.at = token.end() if token else self.at
            if self.peek() not in _SPACE and self.peek() != ">":
                place = self.place(token_at)
                raise cannot_parse(f"Unexpected end of name token at byte offset {place}")
            return self.source[token_at : self.at].lower()
        value, self.at = quoted_value(self.source, self.at + 1, quote)
        return value

    def close(self) -> None:
        begin = self.at
        if not self.stack:
            raise cannot_parse(f"Unexpected end tag at byte offset {self.place(begin)}")
        self.at += 2
        while self.peek() not in _SPACE and self.peek() != ">":
            self.at += 1
        name = self.source[begin + 2 : self.at].lower()
        self.skip_space()
        if self.peek() != ">":
            raise cannot_parse(f"Unclosed end tag at byte offset {self.place(begin)}")
        self.at += 1
        opened = self.stack.pop()
        if name and name != opened.tag:
            raise cannot_parse(
                f"Unmatched end tag at byte offset {self.place(begin)}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        length = self.length - opened.offset
        if length > 0:
            self.finish(opened, length)

    def finish(self, opened: _Open, length: int) -> None:
        entity: Json = {"type": "", "offset": opened.offset, "length": length}
        last = self.entities[-1] if self.entities else None
        twin = last is not None and (last["offset"], last["length"]) == (opened.offset, length)
        tag, attributes = opened.tag, opened.attributes
        if tag == "a":
            entity |= link_entity(attributes.get("href") or "".join(self.out[opened.start :])) or {}
        elif tag == "pre":
            if twin and last is not None and last["type"] == "code" and last.get("language"):
                last["type"] = "pre"
                return
            entity["type"] = "pre"
        elif tag == "code":
            css = attributes.get("class", "")
            language = css[9:] if css.startswith("language-") else ""
            if twin and last is not None and last["type"] == "pre" and language:
                last["language"] = language
                return
            entity |= {"type": "code", "language": language}
        elif tag == "blockquote":
            entity["type"] = "expandable_blockquote" if "expandable" in attributes else "blockquote"
        elif tag == "tg-emoji":
            entity |= {"type": "custom_emoji", "custom_emoji_id": emoji_id(attributes)}
        elif tag == "tg-time":
            entity |= moment(attributes)
        else:
            entity["type"] = _STYLES[tag]
        if entity["type"]:
            self.entities.append(entity)

    def place(self, index: int) -> int:
        return byte_offset(self.source, index)


def _without_language(entity: Json) -> Json:
    if entity["type"] == "code":
        entity.pop("language", None)
    return entity
