"""The parse mode MarkdownV2 (core.telegram.org/bots/api#markdownv2-style), refusals word for word."""

import re
from dataclasses import dataclass, field

from bot.sandbox.botapi.entities_markdown import LINE_BREAK
from bot.sandbox.botapi.links import link_entity
from bot.sandbox.botapi.markup_parts import NO_EMOJI_URL, cannot_parse, emoji_or_time, is_escape, read_address
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.utf16 import byte_offset, units

_RESERVED = re.compile(r"[\\_*\[\]()~`>#+\-=|{}.!\n]")
_IN_CODE = re.compile(r"[\\`]")
_LANGUAGE = re.compile(r"[^\s`]+(?=\s)")
_TITLES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "pre_code": "PreCode",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
    "expandable_blockquote": "ExpandableBlockQuote",
}
_ENDS = {
    "bold": "*",
    "underline": "__",
    "strikethrough": "~",
    "spoiler": "||",
    "code": "`",
    "pre": "```",
    "pre_code": "```",
    "text_link": "]",
    "custom_emoji": "]",
}
_SIMPLE = {"*": "bold", "~": "strikethrough", "[": "text_link"}
_CODE = frozenset({"code", "pre", "pre_code"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})


def parse_markdown_v2(source: str) -> tuple[str, list[Json]]:
    """Return the plain text and its entities, or raise a Refusal with the place in bytes."""
    return _Reader(source).read()


@dataclass
class _Open:
    kind: str
    offset: int
    begin: int
    start: int
    language: str = ""


@dataclass
class _Reader:
    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)
    in_quote: bool = False

    def read(self) -> tuple[str, list[Json]]:
        while (mark := self.next_mark()) is not None:
            self.emit(self.source[self.at : mark.start()])
            self.at = mark.start()
            if mark[0] == "\\":
                self.escaped()
            elif self.ends_here():
                self.close()
            else:
                self.open()
        self.emit(self.source[self.at :])
        if self.in_quote and self.stack and self.stack[-1].kind in _QUOTES:
            self.finish(self.stack.pop())
        if self.stack:
            raise self.endless(self.stack[-1])
        return "".join(self.out), self.entities

    def next_mark(self) -> re.Match[str] | None:
        pattern = _IN_CODE if self.stack and self.stack[-1].kind in _CODE else _RESERVED
        return pattern.search(self.source, self.at)

    def emit(self, piece: str) -> None:
        if piece:
            self.out.append(piece)
            self.length += units(piece)

    def sees(self, words: str) -> bool:
        return self.source.startswith(words, self.at)

    def escaped(self) -> None:
        if is_escape(self.source, self.at):
            self.emit(self.source[self.at + 1])
            self.at += 2
        else:
            self.emit("\\")
            self.at += 1

    def ends_here(self) -> bool:
        if not self.stack:
            return False
        if self.in_quote and self.sees("\n") and not self.sees("\n>"):
            return True
        kind = self.stack[-1].kind
        if kind == "italic":
            return self.sees("_") and not self.sees("__")
        if kind in _QUOTES:
            return self.in_quote and self.sees("||") and self.source[self.at + 2 : self.at + 3] in {"", "\n"}
        return self.sees(_ENDS[kind])

    def open(self) -> None:
        begin = self.at
        mark = self.source[begin]
        language = ""
        if mark == "\n":
            kind = self.new_line()
        elif mark == "`":
            kind, language = self.code()
        elif mark == "_":
            kind = "underline" if self.sees("__") else "italic"
            self.at += len("__") if kind == "underline" else 1
        elif self.sees("||"):
            kind = "spoiler"
            self.at += 2
        elif self.sees("!["):
            kind = "custom_emoji"
            self.at += 2
        elif mark == ">" and begin == 0:
            kind = self.quote("blockquote", 1)
        elif self.sees("**>") and self.at_line_start():
            kind = self.quote("expandable_blockquote", 3)
        elif mark in _SIMPLE:
            kind = _SIMPLE[mark]
            self.at += 1
        else:
            raise cannot_parse(f"Character '{mark}' is reserved and must be escaped with the preceding '\\'")
        if kind:
            self.stack.append(_Open(kind, self.length, begin, len(self.out), language))

    def at_line_start(self) -> bool:
        return self.at == 0 or self.source[self.at - 1] == "\n"

    def quote(self, kind: str, width: int) -> str:
        self.in_quote = True
        self.at += width
        return kind

    def new_line(self) -> str:
        self.emit("\n")
        self.at += 1
        if not self.sees(">"):
            return ""
        self.at += 1
        if self.in_quote:
            return ""
        self.in_quote = True
        return "blockquote"

    def code(self) -> tuple[str, str]:
        if not self.sees("```"):
            self.at += 1
            return "code", ""
        self.at += 3
        language = _LANGUAGE.match(self.source, self.at)
        if language:
            self.at = language.end()
        if line_break := LINE_BREAK.match(self.source, self.at):
            self.at = line_break.end()
        return ("pre_code", language[0]) if language else ("pre", "")

    def close(self) -> None:
        opened = self.stack[-1]
        if opened.kind in _QUOTES:
            if self.sees("||"):
                opened.kind = "expandable_blockquote"
                self.at += 2
            if self.sees("\n"):
                self.emit("\n")
                self.at += 1
            self.in_quote = False
        elif self.sees("\n"):
            raise self.endless(opened)
        else:
            self.at += len(_ENDS.get(opened.kind, "_"))
        self.finish(self.stack.pop())

    def finish(self, opened: _Open) -> None:
        entity: Json | None = {"type": opened.kind}
        if opened.kind == "text_link":
            entity = link_entity(self.address("a URL") or "".join(self.out[opened.start :]))
        elif opened.kind == "custom_emoji":
            entity = self.custom_emoji()
        elif opened.kind == "pre_code":
            entity = {"type": "pre", "language": opened.language}
        length = self.length - opened.offset
        if entity is not None and length:
            self.entities.append({**entity, "offset": opened.offset, "length": length})

    def address(self, what: str) -> str:
        """Read ``(…)`` after a closing bracket; return an empty string when there is none."""
        if not self.sees("("):
            return ""
        url, self.at = read_address(self.source, self.at + 1, what)
        return url

    def custom_emoji(self) -> Json:
        if not self.sees("("):
            raise cannot_parse(NO_EMOJI_URL)
        return emoji_or_time(self.address("a custom emoji URL"))

    def endless(self, opened: _Open) -> Exception:
        place = byte_offset(self.source, opened.begin)
        return cannot_parse(f"Can't find end of {_TITLES[opened.kind]} entity at byte offset {place}")
