"""Pieces of the parse modes: character references, tags and addresses that carry data."""

import re
from urllib.parse import parse_qs

from bot.sandbox.botapi.errors import Refusal, bad_request
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.utf16 import byte_offset

NO_EMOJI_URL = "Custom emoji entity must contain a tg://emoji URL"
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")


def cannot_parse(words: str) -> Refusal:
    """Return the 400 for text that does not follow its parse mode."""
    return bad_request(f"can't parse entities: {words}")


def decode_reference(source: str, at: int) -> tuple[str, int]:
    """Return what a character reference stands for and where it ends; an unknown one stays as it is."""
    found = _REFERENCE.match(source, at)
    if found is None:
        return "&", at + 1
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        return (_NAMED[name], found.end()) if name in _NAMED else ("&", at + 1)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code >= 0x10FFFF:
        return "&", at + 1
    return chr(code), found.end()


def whole_text(text: str) -> str:
    """Join surrogate halves that references wrote; refuse a lone half."""
    try:
        joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        raise cannot_parse(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        ) from None
    return joined


def emoji_id(attributes: dict[str, str]) -> str:
    """Return the number of a custom emoji or refuse the tag."""
    number = attributes.get("emoji-id", "")
    if not number.lstrip("-").isdigit() or int(number) == 0:
        raise cannot_parse("Invalid custom emoji identifier specified")
    return number


def moment(attributes: dict[str, str]) -> Json:
    """Return the fields of a ``date_time`` entity or refuse the tag."""
    unix = attributes.get("unix", "")
    if not unix.isdigit():
        raise cannot_parse("Invalid date specified")
    fields: Json = {"type": "date_time", "unix_time": int(unix)}
    if attributes.get("format"):
        fields["date_time_format"] = attributes["format"]
    return fields


def emoji_or_time(url: str) -> Json:
    """Return type and data of ``tg://emoji?id=…`` or ``tg://time?unix=…`` or refuse the address."""
    host, _, query = url.removeprefix("tg://").partition("?")
    values = {name: found[0] for name, found in parse_qs(query).items()}
    if url.startswith("tg://") and host == "emoji" and values.get("id", "").isdigit():
        return {"type": "custom_emoji", "custom_emoji_id": values["id"]}
    if url.startswith("tg://") and host == "time":
        return moment(values)
    raise cannot_parse(NO_EMOJI_URL)


def quoted_value(source: str, at: int, quote: str) -> tuple[str, int]:
    """Return an attribute's value up to the closing quote and the place behind that."""
    pieces: list[str] = []
    while at < len(source) and source[at] != quote:
        if source[at] == "&":
            symbol, at = decode_reference(source, at)
        else:
            symbol, at = source[at], at + 1
        pieces.append(symbol)
    return "".join(pieces), at + 1


def is_escape(source: str, at: int) -> bool:
    """Tell whether a backslash stands before a sign it escapes (code 1 to 126)."""
    following = source[at + 1 : at + 2]
    return source[at] == "\\" and bool(following) and 0 < ord(following) <= 126


def read_address(source: str, begin: int, what: str) -> tuple[str, int]:
    """Return a MarkdownV2 address up to its closing bracket and the place behind that."""
    at = begin
    pieces: list[str] = []
    while at < len(source) and source[at] != ")":
        if is_escape(source, at):
            at += 1
        pieces.append(source[at])
        at += 1
    if at >= len(source):
        place = byte_offset(source, begin)
        raise cannot_parse(f"Can't find end of {what} at byte offset {place}")
    return "".join(pieces), at + 1
