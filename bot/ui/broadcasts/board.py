"""Screens of a broadcast that was confirmed: its progress, its report, what was answered."""

from aiogram.types import InlineKeyboardButton
from babel.numbers import format_decimal

from bot.broadcasts.contents import Words, ability_of
from bot.broadcasts.model import Broadcast, Card, State
from bot.broadcasts.prints import print_of_all
from bot.broadcasts.progress import (
    Line,
    Phase,
    Report,
    is_forgotten,
    next_at,
    per_second,
    phase,
    report,
    seconds_left,
)
from bot.ui.broadcasts.buttons import Act, ActButton, HomeButton, LookButton, View
from bot.ui.broadcasts.whom import whom
from bot.ui.broadcasts.wording import (
    audience_words,
    buttons_words,
    choice_label,
    content_words,
    moment_words,
    reach_words,
    schedule_words,
)
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

WORDS, REASON = 160, 120
"""Characters of a broadcast's words and of an error's reason."""

PAGE = 25
"""People, or lines of the log, on one screen."""

CELLS = 8
"""Cells of the bar."""

PASSING = frozenset({Line.BLOCKED, Line.OUTSIDE, Line.CONSENT, Line.LEFT, Line.MUTED, Line.LATE})
"""Lines of those to whom it may be sent again: what kept it from them may have passed."""


def board_screen(texts: Texts, card: Card) -> Screen:
    """Show how far a broadcast is, and what can be done with it."""
    one = card.broadcast
    at = phase(one, card.progress, card.now)
    if at is Phase.APPROVAL:
        return _approval_screen(texts, card)
    found = report(card.progress.tallies)
    home = [button(texts.plain("broadcasts-button-home"), HomeButton())]
    head = texts(f"broadcasts-phase-{at}")
    what = lines(
        content_words(texts, one, WORDS), *audience_words(texts, one.audience, card.streams, card.labels)
    )
    if is_forgotten(one, card.progress):
        return Screen(paragraphs(head, what, texts("broadcasts-forgotten"), _choices(texts, card)), [home])
    if at is Phase.SCHEDULED:
        what = lines(what, texts("broadcasts-when", moment=schedule_words(texts, one.schedule)))
    waiting = texts("broadcasts-agree-waits") if card.waiting else ""
    changing = _changes(texts, card)
    text = paragraphs(head, what, _progress(texts, card, found, at), waiting, changing, _answers(texts, card))
    return Screen(text, [*_rows(texts, card, found, at), home])


def bar(done: int, total: int) -> str:
    """Draw how much is done: «▓▓▓░░░ 50 %»."""
    full = done * CELLS // total if total else 0
    return f"{'▓' * full}{'░' * (CELLS - full)} {done * 100 // total if total else 0} %"


def _approval_screen(texts: Texts, card: Card) -> Screen:
    one = card.broadcast
    who = one.author or texts.plain("support-administrator")
    what = lines(
        content_words(texts, one, WORDS),
        texts("broadcasts-attached", buttons=buttons_words(texts, one)),
        texts("broadcasts-when", moment=schedule_words(texts, one.schedule)),
    )
    head = texts("broadcasts-phase-approval")
    again = button(texts.plain("broadcasts-button-again"), LookButton(broadcast_id=one.id))
    rows: Rows = [[_act(texts, one, Act.TRY), again], [_act(texts, one, Act.RETURN)]]
    if not card.own:
        shown = print_of_all(one)
        approve = ActButton(broadcast_id=one.id, act=Act.APPROVE, sure=True, count=card.count, mark=shown)
        reach = reach_words(texts, card.count, card.chats)
        rows.insert(0, [button(texts.plain("broadcasts-button-approve", reach=reach), approve)])
    return Screen(paragraphs(head, texts("broadcasts-author", name=who), what, whom(texts, card)), rows)


def _progress(texts: Texts, card: Card, found: Report, at: Phase) -> Markup:
    speed, left = per_second(card.progress, card.now), seconds_left(card.progress, card.now)
    later = next_at(card.progress, card.now) if at in {Phase.SENDING, Phase.SCHEDULED} else None
    going = at is Phase.SENDING and later is None
    zone = card.broadcast.schedule.zone
    return lines(
        texts(
            "broadcasts-bar", bar=bar(found.done, found.total), done=str(found.done), total=str(found.total)
        ),
        texts("broadcasts-speed", speed=format_decimal(round(speed, 1), locale=texts.locale))
        if going and speed
        else "",
        texts("broadcasts-left", minutes=str(left // 60), seconds=f"{left % 60:02}")
        if going and left
        else "",
        texts("broadcasts-next", moment=moment_words(texts, later, zone)) if later else "",
        *_lines(texts, found),
    )


def _lines(texts: Texts, found: Report) -> list[Markup]:
    told = [
        texts(
            "broadcasts-report-line",
            line=texts.plain(f"broadcasts-line-{line}"),
            count=str(found.counts[line]),
        )
        for line in Line
        if found.counts[line]
    ]
    if found.unknown:
        told.append(texts("broadcasts-unknown", count=found.unknown))
    return [*told, *(texts("broadcasts-reason", reason=shortened(one, REASON)) for one in found.reasons)]


def _changes(texts: Texts, card: Card) -> Markup | str:
    """Show how far the newest correction, or the retraction, is."""
    if not card.broadcast.version:
        return ""
    found = report(card.changes.tallies)
    retracted = card.broadcast.state is State.RETRACTED
    head = texts("broadcasts-changes-retracted" if retracted else "broadcasts-changes-corrected")
    if not found.total:
        return head
    shown = texts(
        "broadcasts-bar", bar=bar(found.done, found.total), done=str(found.done), total=str(found.total)
    )
    return lines(head, shown, *_lines(texts, found))


def _answers(texts: Texts, card: Card) -> Markup | str:
    one = card.broadcast
    if not one.buttons.answers:
        return ""
    deadline = (
        texts("broadcasts-deadline", moment=moment_words(texts, one.deadline, one.schedule.zone))
        if one.deadline
        else ""
    )
    late = texts("broadcasts-late", count=card.late) if card.late else ""
    silent = texts("broadcasts-silent-count", count=str(card.silent))
    return lines(_choices(texts, card), silent, deadline, late)


def _choices(texts: Texts, card: Card) -> Markup | str:
    one, counts = card.broadcast, card.answers
    return lines(
        *(
            texts("broadcasts-answer", label=choice_label(texts, one, place), count=str(counts.get(place, 0)))
            for place in range(one.buttons.answers)
        )
    )


def _rows(texts: Texts, card: Card, found: Report, at: Phase) -> Rows:
    one = card.broadcast
    rows: Rows = []
    if at in {Phase.SENDING, Phase.SCHEDULED}:
        rows.append([_act(texts, one, Act.PAUSE), _act(texts, one, Act.CANCEL)])
    if at is Phase.PAUSED:
        rows.append([_act(texts, one, Act.RESUME), _act(texts, one, Act.CANCEL)])
    if at is Phase.DONE and any(found.counts[line] for line in PASSING):
        rows.append([_act(texts, one, Act.RETRY)])
    if one.buttons.answers:
        silent = LookButton(broadcast_id=one.id, view=View.SILENT)
        rows.append([button(texts.plain("broadcasts-button-silent"), silent)])
    rows.append(
        [
            _act(texts, one, Act.REPORT),
            button(texts.plain("broadcasts-button-again"), LookButton(broadcast_id=one.id)),
        ]
    )
    if card.waiting:
        rows.append([_act(texts, one, Act.WAITING)])
    if at is not Phase.RETRACTED:
        correct = [] if ability_of(one.parts).words is Words.NONE else [_act(texts, one, Act.CORRECT)]
        rows.append([*correct, _act(texts, one, Act.RETRACT)])
    return rows


def _act(texts: Texts, one: Broadcast, act: Act) -> InlineKeyboardButton:
    return button(texts.plain(f"broadcasts-act-{act}"), ActButton(broadcast_id=one.id, act=act))
