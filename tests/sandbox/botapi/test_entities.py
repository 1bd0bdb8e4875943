"""How formatted texts are read: offsets in UTF-16, nesting, what the server finds itself."""

import html as html_escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.botapi.errors import Refusal
from bot.sandbox.botapi.text import format_text
from bot.sandbox.botapi.utf16 import cut, units

Shown = list[tuple[str, str]]
STYLES = {"b": "bold", "i": "italic", "u": "underline", "s": "strikethrough", "tg-spoiler": "spoiler"}


def shown(source: str, mode: str, explicit: Any = None) -> tuple[str, Shown]:
    """The text and, for each entity, its type and the words it covers."""
    text, entities = format_text(source, mode, explicit)
    return text, [(entity["type"], cut(text, entity["offset"], entity["length"])) for entity in entities]


CASES: list[tuple[str, str, str, tuple[str, Shown]]] = [
    ("bold behind an emoji", "HTML", "😀 <b>да</b>", ("😀 да", [("bold", "да")])),
    (
        "nesting",
        "HTML",
        "<b>а <i>б</i></b>",
        ("а б", [("bold", "а б"), ("italic", "б")]),
    ),
    (
        "every plain tag",
        "HTML",
        "<strong>1</strong> <em>2</em> <ins>3</ins> <del>4</del> <span class='tg-spoiler'>5</span> "
        "<code>6</code>",
        (
            "1 2 3 4 5 6",
            [
                ("bold", "1"),
                ("italic", "2"),
                ("underline", "3"),
                ("strikethrough", "4"),
                ("spoiler", "5"),
                ("code", "6"),
            ],
        ),
    ),
    ("references", "HTML", "&lt;b&gt; &amp;&quot; &#1071; &#x1f600; &nbsp;", ('<b> &" Я 😀 &nbsp;', [])),
    ("quotes", "HTML", "<blockquote>а</blockquote>б", ("аб", [("blockquote", "а")])),
    (
        "expandable quotes",
        "HTML",
        "<blockquote expandable>а</blockquote>",
        ("а", [("expandable_blockquote", "а")]),
    ),
    ("touching tags of one kind join", "HTML", "<b>а</b><b>б</b>", ("аб", [("bold", "аб")])),
    ("white space around goes", "HTML", "  а <b>б </b> \n", ("а б", [("bold", "б")])),
    ("nothing is bold inside code", "HTML", "<code>а<b>б</b></code>", ("аб", [("code", "аб")])),
    (
        "a link without an address is text",
        "HTML",
        "<a href='x y'>а</a>",
        ("а", []),
    ),
    (
        "MarkdownV2 nests",
        "MarkdownV2",
        "*а _б __в__ ~г~ ||д||_*",
        (
            "а б в г д",
            [
                ("bold", "а б в г д"),
                ("italic", "б в г д"),
                ("underline", "в"),
                ("strikethrough", "г"),
                ("spoiler", "д"),
            ],
        ),
    ),
    ("MarkdownV2 escapes", "MarkdownV2", r"1\. \*а\* \\", ("1. *а* \\", [])),
    (
        "MarkdownV2 quotes",
        "MarkdownV2",
        ">а\n>б\nв",
        ("а\nб\nв", [("blockquote", "а\nб\n")]),
    ),
    (
        "MarkdownV2 expandable quotes",
        "MarkdownV2",
        "**>а\n>б||",
        ("а\nб", [("expandable_blockquote", "а\nб")]),
    ),
    ("MarkdownV2 code keeps signs", "MarkdownV2", "`a.b_c`", ("a.b_c", [("code", "a.b_c")])),
    (
        "the old Markdown",
        "Markdown",
        "*а* _б_ `в` \\*",
        ("а б в *", [("bold", "а"), ("italic", "б"), ("code", "в")]),
    ),
    (
        "the old Markdown's links, with an address and as one",
        "Markdown",
        "[а](ya.ru)б [ya.ru]в",
        ("аб ya.ruв", [("text_link", "а"), ("text_link", "ya.ru")]),
    ),
    (
        "what the server finds",
        "",
        "/now@school_test_bot @anna_demo a@b.ru ya.ru #тег +7 (912) 000-00-01",
        (
            "/now@school_test_bot @anna_demo a@b.ru ya.ru #тег +7 (912) 000-00-01",
            [
                ("bot_command", "/now@school_test_bot"),
                ("mention", "@anna_demo"),
                ("email", "a@b.ru"),
                ("url", "ya.ru"),
                ("hashtag", "#тег"),
                ("phone_number", "+7 (912) 000-00-01"),
            ],
        ),
    ),
    (
        "a link ends before the full stop",
        "",
        "См. https://t.me/x?start=a-b.",
        ("См. https://t.me/x?start=a-b.", [("url", "https://t.me/x?start=a-b")]),
    ),
    ("times and dates are no links", "", "09.00 18.11 т.е. в 2025/26", ("09.00 18.11 т.е. в 2025/26", [])),
    ("a path is no command", "", "и/или км/ч", ("и/или км/ч", [])),
    (
        "found inside bold",
        "HTML",
        "<b>см. ya.ru</b>",
        ("см. ya.ru", [("bold", "см. ya.ru"), ("url", "ya.ru")]),
    ),
    ("not found inside code", "HTML", "<code>/now</code>", ("/now", [("code", "/now")])),
]


@pytest.mark.parametrize(
    ("mode", "source", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_formatted_text_reads_as_in_telegram(mode: str, source: str, expected: tuple[str, Shown]) -> None:
    assert shown(source, mode) == expected


def test_links_and_code_keep_their_data() -> None:
    source = (
        '<a href="https://example.org/a?b=1&amp;c">а</a> <a href="tg://user?id=7">б</a> '
        '<pre><code class="language-py">x</code></pre> <tg-time unix="5" format="wDT">в</tg-time> '
        '<tg-emoji emoji-id="9">👍</tg-emoji>'
    )
    _, entities = format_text(source, "HTML", None)
    assert [
        {key: value for key, value in entity.items() if key not in {"offset", "length"}}
        for entity in entities
    ] == [
        {"type": "text_link", "url": "https://example.org/a?b=1&c"},
        {"type": "text_mention", "user": {"id": 7}},
        {"type": "pre", "language": "py"},
        {"type": "date_time", "unix_time": 5, "date_time_format": "wDT"},
        {"type": "custom_emoji", "custom_emoji_id": "9"},
    ]


def test_the_same_data_in_markdown() -> None:
    source = (
        "[а](https://example.org/\\)) ```py\nx``` ![в](tg://time?unix=5&format=wDT) ![👍](tg://emoji?id=9)"
    )
    _, entities = format_text(source, "MarkdownV2", None)
    assert [
        {key: value for key, value in entity.items() if key not in {"offset", "length"}}
        for entity in entities
    ] == [
        {"type": "text_link", "url": "https://example.org/)"},
        {"type": "pre", "language": "py"},
        {"type": "date_time", "unix_time": 5, "date_time_format": "wDT"},
        {"type": "custom_emoji", "custom_emoji_id": "9"},
    ]


def test_given_entities_are_kept_and_the_found_ones_are_not_taken_on_trust() -> None:
    given_by_bot = [
        {"type": "bold", "offset": 3, "length": 2},
        {"type": "url", "offset": 0, "length": 2},
        {"type": "text_link", "offset": 6, "length": 1, "url": "ya.ru"},
    ]
    assert shown("😀 да я", "", given_by_bot) == ("😀 да я", [("bold", "да"), ("text_link", "я")])


WORDS = st.text(alphabet="абв XYZ😀🏳️‍🌈é<&>\"'_*.", min_size=1, max_size=12).filter(str.strip)
PIECES = st.lists(st.tuples(st.sampled_from(["", *STYLES]), WORDS), min_size=1, max_size=6)


@given(PIECES)
def test_what_is_written_in_tags_is_covered_by_the_entities(pieces: list[tuple[str, str]]) -> None:
    source = "|".join(
        f"<{tag}>{html_escape.escape(words)}</{tag}>" if tag else html_escape.escape(words)
        for tag, words in pieces
    )
    text, entities = format_text(f"|{source}|", "HTML", None)
    assert text == "|" + "|".join(words for _, words in pieces) + "|"
    styled = [(STYLES[tag], words) for tag, words in pieces if tag]
    assert [
        (entity["type"], cut(text, entity["offset"], entity["length"]))
        for entity in entities
        if entity["type"] in STYLES.values()
    ] == styled


@given(st.text(max_size=60), st.sampled_from(["", "HTML", "Markdown", "MarkdownV2"]))
def test_any_text_is_read_or_refused_and_every_entity_lies_inside(source: str, mode: str) -> None:
    try:
        text, entities = format_text(source, mode, None)
    except Refusal as refusal:
        assert refusal.code == 400
        return
    end = units(text)
    for entity in entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= end
        part = cut(text, entity["offset"], entity["length"])
        assert units(part) == entity["length"], "an entity splits a symbol"
    assert [entity["offset"] for entity in entities] == sorted(entity["offset"] for entity in entities)


@given(st.text(alphabet="аб😀\r\u2028 ", min_size=1, max_size=20), st.data())
def test_signs_that_vanish_move_the_entities_behind_them(source: str, data: st.DataObject) -> None:
    places = [units(source[:index]) for index in range(len(source) + 1)]
    start = data.draw(st.sampled_from(places[:-1]))
    end = data.draw(st.sampled_from([place for place in places if place > start]))
    covered = cut(source, start, end - start)
    text, entities = format_text(source, "", [{"type": "bold", "offset": start, "length": end - start}])
    kept = covered.replace("\r", "").replace("\u2028", "")
    found = "".join(cut(text, entity["offset"], entity["length"]) for entity in entities)
    assert found.strip() == kept.strip()
