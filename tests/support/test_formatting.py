"""Formatting is kept and given back as it came, in parts too."""

import html
import re
from typing import Any

import pytest
from aiogram.types import MessageEntity, User
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.botapi.entities_html import parse_html
from bot.ui.formatting import formatted, formatted_parts, kept_entities, reformatted, shown_length


def entity(kind: str, offset: int, length: int, **rest: Any) -> MessageEntity:
    return MessageEntity(type=kind, offset=offset, length=length, **rest)


def plain(entities: list[MessageEntity]) -> list[dict[str, object]]:
    return [one.model_dump(mode="json", exclude_none=True) for one in entities]


def read_back(markup: str) -> tuple[str, list[dict[str, object]]]:
    """What Telegram makes of the markup."""
    text, entities = parse_html(markup)
    return text, sorted(entities, key=lambda one: (one["offset"], -one["length"]))


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("жирное и <нет> & да", [entity("bold", 0, 6)]),
        ("👍 знак и курсив", [entity("italic", 3, 4)]),
        ("вложено", [entity("bold", 0, 7), entity("italic", 2, 3)]),
        ("сюда", [entity("text_link", 0, 4, url="https://example.org/?a=1&b=%22x%22")]),
        ("print('<a>')", [entity("pre", 0, 12, language="python")]),
        ("код", [entity("code", 0, 3)]),
        ("цитата\nв две строки", [entity("blockquote", 0, 19)]),
        ("тайна", [entity("spoiler", 0, 5)]),
        ("снято и снизу", [entity("strikethrough", 0, 5), entity("underline", 8, 5)]),
    ],
)
def test_what_was_formatted_comes_out_formatted_the_same(text: str, entities: list[MessageEntity]) -> None:
    assert read_back(formatted(text, kept_entities(entities))) == (text, plain(entities))
    assert read_back(reformatted(text, entities)) == (text, plain(entities))


def test_what_a_bot_cannot_send_goes_as_plain_words() -> None:
    found = [entity("custom_emoji", 0, 2, custom_emoji_id="1"), entity("hashtag", 3, 4)]
    assert kept_entities(found) == ""
    assert formatted("👍 #тег", "") == "👍 #тег"


def test_of_a_mentioned_person_the_number_alone_is_kept() -> None:
    user = User(id=77, is_bot=False, first_name="Анна", last_name="Образцова")
    kept = kept_entities([entity("text_mention", 0, 4, user=user)])
    assert "Образцова" not in kept
    assert formatted("Анна", kept) == '<a href="tg://user?id=77">Анна</a>'


def test_of_the_words_after_a_command_the_formatting_counts_from_them() -> None:
    kept = kept_entities([entity("bot_command", 0, 4), entity("bold", 5, 3)], since=5)
    assert formatted("где зал", kept) == "<b>где</b> зал"


def test_markup_longer_than_telegram_reads_goes_without_formatting() -> None:
    link = "https://example.org/" + "x" * 2000
    kept = kept_entities([entity("text_link", place, 1, url=link) for place in range(0, 40, 2)])
    assert formatted("а " * 20, kept) == "а " * 20


@given(
    text=st.text(alphabet="абв <&\n👍", max_size=60),
    spans=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=3),
    limit=st.integers(4, 20),
)
def test_parts_hold_all_the_words_and_no_part_is_too_long(
    text: str, spans: list[tuple[int, int]], limit: int
) -> None:
    units = len(text.encode("utf-16-le")) // 2
    starts = {len(text[:place].encode("utf-16-le")) // 2 for place in range(len(text) + 1)}
    bold = [entity("bold", a, b) for a, b in spans if a in starts and a + b in starts and a + b <= units]
    parts = formatted_parts(text, kept_entities(bold[:1]), limit)
    assert "".join(parse_html(part)[0] for part in parts) == text
    assert all(shown_length(part) <= limit for part in parts)


OVERLAPPING = st.lists(
    st.tuples(st.sampled_from(["bold", "italic", "spoiler"]), st.integers(0, 12), st.integers(1, 12))
)


@given(OVERLAPPING)
def test_marks_that_overlap_repeat_no_words_and_stay_within_one_another(
    marks: list[tuple[str, int, int]],
) -> None:
    words = "сбор в 8:30 у входа"
    found = [MessageEntity(type=name, offset=first, length=length) for name, first, length in marks]
    markup = formatted(words, kept_entities(found))
    assert html.unescape(re.sub(r"<[^>]*>", "", markup)) == words
    opened: list[str] = []
    for closing, tag in re.findall(r"<(/?)([a-z-]+)[^>]*>", markup):
        if closing:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert opened == []
