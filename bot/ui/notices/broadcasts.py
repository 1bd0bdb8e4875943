"""How broadcasts, their corrections and reminders are written."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.broadcasts import letter_actions as actions
from bot.broadcasts.contents import Kind, Part, Words, ability_of, filled
from bot.broadcasts.letter_actions import Calls, Fact, Piece
from bot.broadcasts.model import (
    CALLS,
    CHANGE,
    DEADLINE,
    PLAIN,
    REMINDER,
    RETRACTION,
    URGENT,
    Broadcast,
    State,
)
from bot.notices.model import Notice
from bot.ui.broadcasts.buttons import LookButton, View
from bot.ui.broadcasts.wording import answer_rows, call_lines, moment_words
from bot.ui.formatting import formatted
from bot.ui.notices import broadcast_approvals as approvals
from bot.ui.notices.letter import Change, Facts, Lapse, Letter, Media, Presenter, Rewrite, Wait
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.screens import Rows, button
from bot.ui.texts import Markup, Texts, escape
from db.engine import Tx

QUOTED = 200
"""Characters of a broadcast's words where they are only recalled."""

CALLED = 40
"""People of a call list in one message; the others are on the screen behind its button."""


def letter_of(texts: Texts, one: Broadcast, parts: Sequence[Part], name: str) -> Letter:
    """Write a broadcast as one reader gets it; a group, which has no name, is spoken to as colleagues."""
    named = [filled(part, name or texts.plain("broadcasts-colleagues")) for part in parts]
    rows = answer_rows(texts, one)
    if named[0].kind is Kind.TEXT:
        return Letter(_words(named[0]), rows)
    return Letter(texts("broadcasts-after-album"), rows, media=tuple(_media(part) for part in named))


async def read_broadcasts(tx: Tx, _now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read what is sent; nothing of what is paused or called off."""
    return _facts(await actions.pieces(tx, notices))


def write_broadcast(texts: Texts, piece: Piece, _now: datetime) -> Letter:
    """Write a broadcast."""
    return letter_of(texts, piece.one, piece.parts, piece.name)


async def read_changes(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read what is to become of messages sent before."""
    return _facts(await actions.changes(tx, notices, now))


def write_change(texts: Texts, piece: Piece, _now: datetime) -> Letter:
    """Rewrite what was sent, or delete it; where neither is possible, say it in a reply."""
    if piece.one.state is not State.RETRACTED:
        rows = answer_rows(texts, piece.one, piece.choice)
        if piece.reminder:
            return _rewritten(piece, [_reminder(texts, piece.one)], rows)
        name = piece.name or texts.plain("broadcasts-colleagues")
        named = [filled(part, name) for part in piece.parts]
        return _rewritten(piece, [_words(part) for part in named], rows)
    if piece.deletable:
        return Letter(Markup(""), change=Change(piece.sent, chat_id=piece.chat_id))
    gone = texts("broadcasts-retracted")
    if ability_of(piece.original).words is Words.NONE:
        return Letter(
            texts("broadcasts-retracted-reply"), reply_to=piece.sent[0], reply_chat_id=piece.chat_id
        )
    return _rewritten(piece, [gone, *(Markup("") for _rest in piece.original[1:])], [], tail=gone)


def _rewritten(piece: Piece, words: Sequence[Markup], rows: Rows, tail: Markup | None = None) -> Letter:
    """Put words in place of those of each message; an album's buttons stand below the message after it."""
    captions = ability_of(piece.original).words is Words.CAPTION
    alone = len(piece.original) == 1
    rewrites = [
        Rewrite(message_id, text, captions, rows if alone else [])
        for message_id, text, was in zip(piece.sent, words, piece.original, strict=False)
        if alone or text or was.text
    ]
    if tail is not None and not alone and len(piece.sent) > len(piece.original):
        rewrites.append(Rewrite(piece.sent[len(piece.original)], tail))
    return Letter(Markup(""), change=Change(piece.sent, tuple(rewrites), piece.chat_id))


async def read_reminders(tx: Tx, _now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read whom to remind still."""
    return _facts(await actions.reminders(tx, notices))


def write_reminder(texts: Texts, piece: Piece, _now: datetime) -> Letter:
    """Ask again for an answer, in reply to what was sent."""
    text, rows = _reminder(texts, piece.one), answer_rows(texts, piece.one)
    return Letter(text, rows, reply_to=piece.sent[0], reply_chat_id=piece.chat_id)


def _reminder(texts: Texts, one: Broadcast) -> Markup:
    said, until = shortened(one.first_words, QUOTED), one.deadline
    when = texts("broadcasts-deadline", moment=moment_words(texts, until, one.schedule.zone)) if until else ""
    return paragraphs(texts("broadcasts-reminder"), escape(said) if said else "", when)


async def read_calls(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read whom to call."""
    found = await actions.calls(tx, notices, now)
    return {number: Lapse(one) if isinstance(one, str) else one for number, one in found.items()}


def write_calls(texts: Texts, calls: Calls, _now: datetime) -> Letter:
    """List who has not answered an urgent broadcast, or whom it has not reached if it asks nothing."""
    some, none = "broadcasts-calls", "broadcasts-calls-none"
    if not calls.one.buttons.answers:
        some, none = "broadcasts-calls-unreached", "broadcasts-calls-unreached-none"
    count = len(calls.silent)
    return _list(texts, calls, texts(some, count=count) if count else texts(none))


def write_deadline(texts: Texts, calls: Calls, _now: datetime) -> Letter:
    """List who has not answered in time, with phones."""
    count = len(calls.silent)
    return _list(
        texts, calls, texts("broadcasts-over", count=count) if count else texts("broadcasts-over-all")
    )


def _list(texts: Texts, calls: Calls, head: Markup) -> Letter:
    said = escape(shortened(calls.one.first_words, QUOTED))
    shown, more = calls.silent[:CALLED], len(calls.silent) - CALLED
    listed = lines(*call_lines(texts, shown), texts("broadcasts-more", count=more) if more > 0 else "")
    way = LookButton(broadcast_id=calls.one.id, view=View.SILENT)
    label = "broadcasts-button-silent" if calls.one.buttons.answers else "broadcasts-button-open"
    return Letter(paragraphs(head, said, listed), [[button(texts.plain(label), way)]])


def _facts(found: Mapping[int, Fact]) -> Facts:
    return {number: _fact(one) for number, one in found.items()}


def _fact(one: Fact) -> Piece | Lapse | Wait:
    if one is None:
        return Wait()
    if isinstance(one, datetime):
        return Wait(one)
    return Lapse(one) if isinstance(one, str) else one


def _words(part: Part) -> Markup:
    return formatted(part.text, part.entities)


def _media(part: Part) -> Media:
    return Media(part.kind.value, part.file_id, _words(part), part.latitude, part.longitude)


_BROADCAST = Presenter(read_broadcasts, write_broadcast)
_CHANGE = Presenter(read_changes, write_change)

PRESENTERS = approvals.PRESENTERS | {
    PLAIN: _BROADCAST,
    URGENT: _BROADCAST,
    CHANGE: _CHANGE,
    RETRACTION: _CHANGE,
    REMINDER: Presenter(read_reminders, write_reminder),
    CALLS: Presenter(read_calls, write_calls),
    DEADLINE: Presenter(read_calls, write_deadline),
}
