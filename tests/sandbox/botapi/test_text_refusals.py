"""Which texts are refused, and in which words."""

from typing import Any

import pytest

from tests.sandbox.botapi.conftest import Raw

PARSE = "Bad Request: can't parse entities: "
ENTITY = "Bad Request: can't parse MessageEntity: "
RESERVED = "is reserved and must be escaped with the preceding '\\'"


def html(text: str) -> dict[str, Any]:
    return {"text": text, "parse_mode": "HTML"}


def markdown(text: str) -> dict[str, Any]:
    return {"text": text, "parse_mode": "MarkdownV2"}


def old_markdown(text: str) -> dict[str, Any]:
    return {"text": text, "parse_mode": "markdown"}


def given(text: str, **entity: Any) -> dict[str, Any]:
    return {"text": text, "entities": [entity]}


TEXTS = [
    ("no text", {}, "Bad Request: message text is empty"),
    ("an empty text", {"text": ""}, "Bad Request: message text is empty"),
    ("only white space", {"text": " \n\t "}, "Bad Request: text must be non-empty"),
    ("tags around nothing", html("<b> </b>"), "Bad Request: text must be non-empty"),
    ("one sign too many", {"text": "а" * 4097}, "Bad Request: message is too long"),
    ("surrogate pairs count twice", {"text": "😀" * 2049}, "Bad Request: message is too long"),
    ("more than 32 KB before parsing", html("<b></b>" * 5000 + "а"), "Bad Request: text is too long"),
    ("an unknown parse mode", {"text": "а", "parse_mode": "BBCode"}, "Bad Request: unsupported parse_mode"),
]
HTML = [
    ("an unknown tag", "Да <x>нет</x>", 'Unsupported start tag "x" at byte offset 5'),
    ("a line break tag", "а<br>б", 'Unsupported start tag "br" at byte offset 2'),
    ("a bare less-than sign", "2 < 3", 'Unsupported start tag "" at byte offset 2'),
    ("a tag that never ends", "а <b", "Unclosed start tag at byte offset 3"),
    ("a tag left open", "<b>а", 'Can\'t find end tag corresponding to start tag "b"'),
    ("an end without a start", "а</b>", "Unexpected end tag at byte offset 2"),
    (
        "crossed tags",
        "<b><i>а</b></i>",
        'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"',
    ),
    ("an end tag that never ends", "<b>а</b", "Unclosed end tag at byte offset 5"),
    (
        "a span without the spoiler class",
        '<span class="red">а</span>',
        'Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
    (
        "an attribute without a value",
        "<a href>а</a>",
        'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
    ),
    ("a nameless attribute", '<a ="x">а</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("a broken name token", '<a href=x"y">а</a>', "Unexpected end of name token at byte offset 8"),
    ("an attribute value that never ends", '<a href="x>а</a>', "Unclosed start tag at byte offset 0"),
    (
        "an emoji without a number",
        '<tg-emoji emoji-id="x">👍</tg-emoji>',
        "Invalid custom emoji identifier specified",
    ),
    (
        "half a surrogate pair",
        "а &#xd83d;",
        "Text contains invalid Unicode characters after decoding HTML entities, "
        "check for unmatched surrogate code units",
    ),
]
MARKDOWN = [
    ("an unescaped full stop", "Привет.", f"Character '.' {RESERVED}"),
    ("an unescaped dash", "09:00 - 10:30", f"Character '-' {RESERVED}"),
    ("a lone vertical line", "а|б", f"Character '|' {RESERVED}"),
    ("a quote sign inside a line", "а > б", f"Character '>' {RESERVED}"),
    ("bold left open", "я *а", "Can't find end of Bold entity at byte offset 3"),
    ("italic left open", "_а", "Can't find end of Italic entity at byte offset 0"),
    ("underline left open", "__а", "Can't find end of Underline entity at byte offset 0"),
    ("strikethrough left open", "~а", "Can't find end of Strikethrough entity at byte offset 0"),
    ("a spoiler left open", "||а", "Can't find end of Spoiler entity at byte offset 0"),
    ("code left open", "`а", "Can't find end of Code entity at byte offset 0"),
    ("a code block left open", "```а", "Can't find end of Pre entity at byte offset 0"),
    (
        "a code block with a language left open",
        "```py\nа",
        "Can't find end of PreCode entity at byte offset 0",
    ),
    ("a link text left open", "[а", "Can't find end of TextUrl entity at byte offset 0"),
    ("a link address left open", "[а](ya", "Can't find end of a URL at byte offset 5"),
    ("an emoji without an address", "![👍]", "Custom emoji entity must contain a tg://emoji URL"),
    ("an emoji with another address", "![👍](ya)", "Custom emoji entity must contain a tg://emoji URL"),
    ("bold running out of a quote", ">*а\nб*", "Can't find end of Bold entity at byte offset 1"),
]
OLD_MARKDOWN = [
    ("bold left open", "а *б", "Can't find end of the entity starting at byte offset 3"),
    ("a code block left open", "```py\nа", "Can't find end of the entity starting at byte offset 0"),
    ("a link text left open", "[а", "Can't find end of the entity starting at byte offset 0"),
]
GIVEN = [
    (
        "a negative offset",
        given("абв", type="bold", offset=-1, length=2),
        "Bad Request: receive an entity with incorrect offset -1",
    ),
    (
        "a negative length",
        given("абв", type="bold", offset=0, length=-2),
        "Bad Request: receive an entity with incorrect length -2",
    ),
    (
        "a start behind the end",
        given("абв", type="bold", offset=3, length=1),
        "Bad Request: entity begins after the end of the text at UTF-16 offset 3",
    ),
    (
        "an end behind the end",
        given("абв", type="bold", offset=1, length=3),
        "Bad Request: entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 4",
    ),
    (
        "a start inside an emoji",
        given("😀а", type="bold", offset=1, length=1),
        "Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 4",
    ),
    (
        "an end inside an emoji",
        given("а😀", type="bold", offset=0, length=2),
        "Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol "
        "at byte offset 6",
    ),
    ("no type", given("абв", offset=0, length=1), ENTITY + 'Can\'t find field "type"'),
    ("no length", given("абв", type="bold", offset=0), ENTITY + 'Can\'t find field "length"'),
    (
        "an unknown type",
        given("абв", type="blink", offset=0, length=1),
        ENTITY + "Unsupported type specified",
    ),
    (
        "a mention of nobody",
        given("абв", type="text_mention", offset=0, length=1),
        ENTITY + 'Can\'t find field "user"',
    ),
    (
        "a link to nowhere",
        given("абв", type="text_link", offset=0, length=1, url="http://localhost"),
        "Bad Request: entity URL 'http://localhost' is invalid: Wrong HTTP URL",
    ),
]
CASES = [
    *TEXTS,
    *GIVEN,
    *[(f"HTML: {name}", html(text), PARSE + words) for name, text, words in HTML],
    *[(f"MarkdownV2: {name}", markdown(text), PARSE + words) for name, text, words in MARKDOWN],
    *[(f"Markdown: {name}", old_markdown(text), PARSE + words) for name, text, words in OLD_MARKDOWN],
]


@pytest.mark.parametrize(("params", "words"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
async def test_a_text_is_refused_in_telegrams_words(
    raw: Raw, anna: int, params: dict[str, Any], words: str
) -> None:
    assert await raw.refusal("sendMessage", chat_id=anna, **params) == words


async def test_a_text_at_the_limit_is_sent_and_an_edit_beyond_it_is_refused(raw: Raw, anna: int) -> None:
    sent = await raw.result("sendMessage", chat_id=anna, text="<b>" + "а" * 4096 + "</b>", parse_mode="HTML")
    assert len(sent["text"]) == 4096
    edit = {"chat_id": anna, "message_id": sent["message_id"], "text": "а" * 4097}
    assert await raw.refusal("editMessageText", **edit) == "Bad Request: MESSAGE_TOO_LONG"
