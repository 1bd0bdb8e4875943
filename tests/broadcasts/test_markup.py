"""Nothing in a name or a text breaks the markup: what was written is what the strict server shows."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from aiogram import Bot
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.broadcasts.audience import Audience, Field, Term
from bot.broadcasts.contents import Kind, Part, filled
from bot.broadcasts.letter_actions import Asked, Calls, Decided, Piece
from bot.broadcasts.model import Broadcast, Buttons, Card, Deed, LogLine, Recipient, Schedule, State
from bot.delivery.letters import send_first
from bot.notices.model import State as NoticeState
from bot.programme.model import Stream
from bot.sandbox.botapi.world import World
from bot.ui.broadcasts.board import board_screen
from bot.ui.broadcasts.draft import confirm_screen, draft_screen, home_screen
from bot.ui.broadcasts.following import (
    asked_screen,
    correction_screen,
    log_screen,
    silent_screen,
    waiting_screen,
)
from bot.ui.broadcasts.whom import audience_screen, saved_screen, streams_screen
from bot.ui.notices.broadcast_approvals import write_approval, write_decision
from bot.ui.notices.broadcasts import letter_of, write_calls, write_deadline, write_reminder
from bot.ui.texts import texts_in

NOW = datetime(2025, 11, 18, 6, 0, tzinfo=UTC)
RU = texts_in("ru")
TURNED = "\u202e"
"""Turns the direction of writing: the house leaves it out wherever it escapes words."""

PIECES = [
    "<b>",
    "</b>",
    "&amp;",
    "&",
    "<",
    ">",
    '"',
    "'",
    "{имя}",
    "{ $name }",
    "*_`[]()~|\\",
    "😀",
    "а",
    " ",
    "\n",
    TURNED,
]
WORDS = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12)
    .map("".join)
    .filter(lambda words: words.replace(TURNED, "").strip())
)
MARKS = st.lists(
    st.tuples(st.sampled_from(["bold", "italic", "code", "spoiler"]), st.integers(0, 40), st.integers(1, 40))
)


def formatted_part(text: str, marks: list[tuple[str, int, int]], kind: Kind = Kind.TEXT) -> Part:
    """Return a message with marks that begin and end between characters, as a messenger makes them."""
    found = []
    for name, first, length in marks:
        start, end = min(first, len(text)), min(first + length, len(text))
        if text[start:end].strip():
            before, within = (len(some.encode("utf-16-le")) // 2 for some in (text[:start], text[start:end]))
            found.append({"type": name, "offset": before, "length": within})
    return Part(kind, text, json.dumps(found))


def broadcast(part: Part, label: str, state: State = State.SENDING) -> Broadcast:
    return Broadcast(
        1,
        1,
        None,
        label,
        state,
        False,
        Audience((1,), (Term(Field.TEAM, (label,)), Term(Field.REGION, (label,), True)), True),
        Buttons(choices=(label[:30],), link=(label[:30], "https://example.org/")),
        Schedule(),
        NOW,
        NOW,
        NOW,
        3,
        1,
        (part,),
    )


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, MARKS, WORDS)
async def test_the_words_arrive_as_they_were_written_with_any_name_in_them(
    bot: Bot, world: World, anna: int, text: str, marks: list[tuple[str, int, int]], name: str
) -> None:
    part = formatted_part(text, marks)
    sent = await send_first(bot, anna, letter_of(RU, broadcast(part, "а"), [part], name), silent=False)
    arrived = next(one for one in world.messages(anna) if one["message_id"] == sent[0])
    assert arrived["text"].strip() == filled(part, name).text.replace(TURNED, "").strip()


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, WORDS)
async def test_every_screen_and_word_about_it_is_taken_by_the_strict_server(
    bot: Bot, anna: int, text: str, name: str
) -> None:
    part = Part(Kind.TEXT, text)
    one, fresh = broadcast(part, name), broadcast(part, name, State.DRAFT)
    stream = Stream(1, name, name, name, NOW.date(), NOW.date(), name, None)
    labels: dict[tuple[str, str], str] = {(Field.TEAM, name): name}
    card = Card(one, [stream], labels, NOW, answers={0: 1}, late=1, silent=2)
    draft = Card(fresh, [stream], labels, NOW, 3, 1, 1, (name, name), approval=True)
    who = Recipient(1, name, name, name, NoticeState.FAILED, text, 1, NOW)
    piece = Piece(one, (part,), (part,), name, (1,))
    kept = [(1, name, one.audience)]
    for screen in (
        board_screen(RU, card),
        draft_screen(RU, draft),
        confirm_screen(RU, draft),
        home_screen(RU, [one, fresh], 0),
        audience_screen(RU, draft, 2),
        streams_screen(RU, draft, [stream]),
        saved_screen(RU, draft, kept),
        silent_screen(RU, one, [who], 0),
        asked_screen(RU, one),
        correction_screen(RU, draft, [part]),
        waiting_screen(RU, replace(card, waiting=(part,))),
        log_screen(RU, [LogLine(NOW, name, Deed.SENT, 1, text, 3)], 0),
    ):
        await bot.send_message(anna, screen.text, reply_markup=screen.markup)
    for letter in (
        write_reminder(RU, piece, NOW),
        write_calls(RU, Calls(one, (who,)), NOW),
        write_deadline(RU, Calls(one, (who,)), NOW),
        write_approval(RU, Asked(one, name, text, correction=False), NOW),
        write_approval(RU, Asked(one, name, text, correction=True), NOW),
        write_decision(RU, Decided(one, Deed.REFUSED), NOW),
    ):
        await send_first(bot, anna, letter, silent=False)
