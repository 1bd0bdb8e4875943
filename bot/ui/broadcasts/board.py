"""Screens of a broadcast that was confirmed: its progress, its report, what was answered."""

from collections.abc import Mapping, Sequence

from aiogram.types import InlineKeyboardButton

from bot.broadcasts.contents import ABILITIES, Kind, Words, ability_of
from bot.broadcasts.model import Broadcast, Card, LogLine, Recipient, State
from bot.broadcasts.progress import Line, Phase, Report, per_second, phase, report, seconds_left
from bot.shared.zones import MOSCOW
from bot.ui.broadcasts.buttons import Act, ActButton, HomeButton, LogButton, LookButton, View
from bot.ui.broadcasts.draft import whom
from bot.ui.broadcasts.wording import (
    audience_words,
    buttons_words,
    call_lines,
    choice_label,
    content_words,
    moment_words,
    schedule_words,
)
from bot.ui.paging import lines, page_of, page_rows, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

WORDS, REASON = 160, 120
"""Characters of a broadcast's words and of an error's reason."""

PAGE = 25
"""People, or lines of the log, on one screen."""

CELLS = 12
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
    head = texts(f"broadcasts-phase-{at}")
    what = lines(
        content_words(texts, one, WORDS), *audience_words(texts, one.audience, card.streams, card.labels)
    )
    if at is Phase.SCHEDULED:
        what = lines(what, texts("broadcasts-when", moment=schedule_words(texts, one.schedule)))
    changing = _changes(texts, card)
    text = paragraphs(head, what, _progress(texts, card, found, at), changing, _answers(texts, card))
    return Screen(text, _rows(texts, card, found, at))


def bar(done: int, total: int) -> str:
    """Draw how much is done: «▓▓▓░░░ 50 %»."""
    full = done * CELLS // total if total else 0
    return f"{'▓' * full}{'░' * (CELLS - full)} {done * 100 // total if total else 0} %"


def silent_screen(texts: Texts, one: Broadcast, silent: Sequence[Recipient], number: int) -> Screen:
    """List who has not answered, with phones."""
    page = page_of(silent, number, PAGE)
    head = texts("broadcasts-silent", count=len(silent))
    before = LookButton(broadcast_id=one.id, view=View.SILENT, page=max(page.number - 1, 0))
    after = LookButton(broadcast_id=one.id, view=View.SILENT, page=page.number + 1)
    rows = page_rows(texts, page, before, after)
    remind = ActButton(broadcast_id=one.id, act=Act.REMIND)
    if silent and one.state is not State.RETRACTED:
        rows.append([button(texts.plain("broadcasts-act-remind"), remind)])
    rows.append([button(texts.plain("broadcasts-button-back"), LookButton(broadcast_id=one.id))])
    return Screen(paragraphs(head, lines(*call_lines(texts, page.items))), rows)


def question_screen(texts: Texts, card: Card, act: Act) -> Screen:
    """Ask before what cannot be taken back."""
    one = card.broadcast
    words = "" if act is not Act.RETRACT else texts(f"broadcasts-retract-{ability_of(one.parts).words}")
    sure = ActButton(broadcast_id=one.id, act=act, sure=True)
    rows = [
        [button(texts.plain(f"broadcasts-sure-{act}"), sure)],
        [button(texts.plain("broadcasts-button-back"), LookButton(broadcast_id=one.id))],
    ]
    return Screen(paragraphs(texts(f"broadcasts-ask-{act}"), words), rows)


def log_screen(texts: Texts, log: Sequence[LogLine], number: int) -> Screen:
    """Show who did what."""
    page = page_of(log, number, PAGE)
    told = [
        texts(
            "broadcasts-log-line",
            at=moment_words(texts, line.at, MOSCOW),
            who=line.who or texts.plain("support-administrator"),
            deed=texts.plain(f"broadcasts-deed-{line.deed}", count=line.count),
            number=str(line.broadcast_id),
            words=shortened(line.words, 40),
        )
        for line in page.items
    ]
    rows = page_rows(texts, page, LogButton(page=max(page.number - 1, 0)), LogButton(page=page.number + 1))
    rows.append([button(texts.plain("broadcasts-button-home"), HomeButton())])
    return Screen(paragraphs(texts("broadcasts-log"), lines(*told) or texts("broadcasts-log-empty")), rows)


def abilities_screen(texts: Texts) -> Screen:
    """Show what each kind of message allows: the very table the bot follows."""
    told = []
    for kind, ability in ABILITIES.items():
        named = (
            texts.plain(f"broadcasts-kind-{kind}", count=10)
            if kind is Kind.ALBUM
            else (texts.plain(f"broadcasts-kind-{kind}"))
        )
        told.append(
            texts(
                "broadcasts-ability",
                kind=named,
                buttons=texts.plain(f"broadcasts-ability-{ability.buttons}"),
                placeholders=texts.plain("setting-yes" if ability.placeholders else "setting-no"),
                words=texts.plain(f"broadcasts-ability-words-{ability.words}"),
                late=texts.plain(f"broadcasts-ability-late-{ability.words}"),
            )
        )
    rows = [[button(texts.plain("broadcasts-button-home"), HomeButton())]]
    return Screen(paragraphs(texts("broadcasts-abilities"), *told), rows)


def _approval_screen(texts: Texts, card: Card) -> Screen:
    one = card.broadcast
    who = one.author or texts.plain("support-administrator")
    what = lines(
        content_words(texts, one, WORDS),
        texts("broadcasts-attached", buttons=buttons_words(texts, one)),
        texts("broadcasts-when", moment=schedule_words(texts, one.schedule)),
    )
    head = texts("broadcasts-phase-approval")
    rows: Rows = [[_act(texts, one, Act.TRY)], [_act(texts, one, Act.RETURN)]]
    if not card.own:
        approve = ActButton(broadcast_id=one.id, act=Act.APPROVE, sure=True, count=card.count)
        rows.insert(0, [button(texts.plain("broadcasts-button-approve", count=card.count), approve)])
    return Screen(paragraphs(head, texts("broadcasts-author", name=who), what, whom(texts, card)), rows)


def _progress(texts: Texts, card: Card, found: Report, at: Phase) -> Markup:
    speed, left = per_second(card.progress, card.now), seconds_left(card.progress, card.now)
    going = at is Phase.SENDING
    return lines(
        texts(
            "broadcasts-bar", bar=bar(found.done, found.total), done=str(found.done), total=str(found.total)
        ),
        texts("broadcasts-speed", speed=f"{speed:.1f}") if going and speed else "",
        texts("broadcasts-left", minutes=str(left // 60), seconds=f"{left % 60:02}")
        if going and left
        else "",
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
    counts: Mapping[int, int] = card.answers
    told = [
        texts("broadcasts-answer", label=choice_label(texts, one, place), count=str(counts.get(place, 0)))
        for place in range(one.buttons.answers)
    ]
    deadline = (
        texts("broadcasts-deadline", moment=moment_words(texts, one.deadline, one.schedule.zone))
        if one.deadline
        else ""
    )
    late = texts("broadcasts-late", count=card.late) if card.late else ""
    return lines(*told, texts("broadcasts-silent-count", count=str(card.silent)), deadline, late)


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
    if at is not Phase.RETRACTED:
        correct = [] if ability_of(one.parts).words is Words.NONE else [_act(texts, one, Act.CORRECT)]
        rows.append([*correct, _act(texts, one, Act.RETRACT)])
    rows.append([button(texts.plain("broadcasts-button-home"), HomeButton())])
    return rows


def _act(texts: Texts, one: Broadcast, act: Act) -> InlineKeyboardButton:
    return button(texts.plain(f"broadcasts-act-{act}"), ActButton(broadcast_id=one.id, act=act))
