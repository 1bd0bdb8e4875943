"""Offsets as Telegram counts them: UTF-16 code units (core.telegram.org/api/entities)."""


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """Return a part of a text by UTF-16 offset and length; halves of a pair are dropped."""
    raw = text.encode("utf-16-le", "surrogatepass")[2 * offset : 2 * (offset + length)]
    return raw.decode("utf-16-le", "ignore")


def byte_offset(text: str, index: int) -> int:
    """Return the UTF-8 byte offset of a character, as error messages name places."""
    return len(text[:index].encode("utf-8", "surrogatepass"))


def splits_symbol(text: str, offset: int) -> bool:
    """Tell whether an offset falls between the two units of one symbol."""
    if text.isascii():
        return False
    raw = text.encode("utf-16-le", "surrogatepass")[2 * offset : 2 * offset + 2]
    return len(raw) == 2 and 0xDC <= raw[1] <= 0xDF
