"""Screens on which a broadcast is prepared."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.broadcasts.contents import NAME as PLACEHOLDER
from bot.broadcasts.contents import ability_of
from bot.broadcasts.model import Broadcast, Card, State, Timing
from bot.broadcasts.prints import print_of_all
from bot.ui.broadcasts.buttons import (
    AbilitiesButton,
    Act,
    ActButton,
    Attach,
    AttachButton,
    HomeButton,
    LogButton,
    LookButton,
    MomentButton,
    View,
)
from bot.ui.broadcasts.whom import whom
from bot.ui.broadcasts.wording import (
    back,
    buttons_words,
    content_words,
    moment_words,
    reach_words,
    schedule_words,
)
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Texts

PAGE, VALUES = 6, 8
"""Broadcasts of the list, and values of a condition, on one screen."""

WORDS, NAME = 160, 60
"""Characters of a broadcast's words on its card, and of a name."""

TICK = "✓ "


def home_screen(texts: Texts, found: Sequence[Broadcast], number: int, urgent: bool = False) -> Screen:
    """Ask for what is to be sent, and show what was sent before."""
    page = page_of(found, number, PAGE)
    rows: Rows = [[button(_label(texts, one), LookButton(broadcast_id=one.id))] for one in page.items]
    rows += page_rows(texts, page, HomeButton(page=max(page.number - 1, 0)), HomeButton(page=page.number + 1))
    rows.append(
        [
            button(texts.plain("broadcasts-button-table"), AbilitiesButton()),
            button(texts.plain("broadcasts-button-log"), LogButton()),
        ]
    )
    title = texts("broadcasts-title-urgent" if urgent else "broadcasts-title")
    return Screen(paragraphs(title, texts("broadcasts-hint", placeholder=PLACEHOLDER)), rows)


def draft_screen(texts: Texts, card: Card) -> Screen:
    """Show a draft with everything that is decided, and the ways to change it."""
    one = card.broadcast
    head = texts("broadcasts-draft-urgent" if one.urgent else "broadcasts-draft")
    deadline = texts("broadcasts-deadline", moment=_deadline(texts, one)) if one.deadline else ""
    decided = lines(
        content_words(texts, one, WORDS),
        texts("broadcasts-attached", buttons=buttons_words(texts, one)),
        deadline,
        texts("broadcasts-when", moment=schedule_words(texts, one.schedule)),
    )
    text = paragraphs(head, decided, whom(texts, card), texts("broadcasts-draft-hint"))
    return Screen(text, _draft_rows(texts, card))


def _draft_rows(texts: Texts, card: Card) -> Rows:
    one = card.broadcast
    number = one.id

    def look(view: View) -> InlineKeyboardButton:
        return button(texts.plain(f"broadcasts-view-{view}"), LookButton(broadcast_id=number, view=view))

    def act(what: Act) -> InlineKeyboardButton:
        return button(texts.plain(f"broadcasts-act-{what}"), ActButton(broadcast_id=number, act=what))

    send = ActButton(broadcast_id=number, act=Act.SEND, count=card.count)
    rows = [
        [look(View.AUDIENCE), look(View.BUTTONS)],
        [look(View.MOMENT), act(Act.TRY)],
        [act(Act.CONTENT), act(Act.DROP)],
    ]
    if card.count or card.chats:
        rows.insert(
            0,
            [
                button(
                    texts.plain("broadcasts-button-send", reach=reach_words(texts, card.count, card.chats)),
                    send,
                )
            ],
        )
    return rows


def confirm_screen(texts: Texts, card: Card) -> Screen:
    """Ask whether it is to be sent to so many."""
    one, reach = card.broadcast, reach_words(texts, card.count, card.chats)
    shown = print_of_all(one)
    sure = ActButton(broadcast_id=one.id, act=Act.SEND, sure=True, count=card.count, mark=shown)
    when = texts("broadcasts-when", moment=schedule_words(texts, one.schedule))
    second = texts("broadcasts-needs-approval") if card.approval else ""
    urgent = texts("broadcasts-urgent-means") if one.urgent else ""
    text = paragraphs(texts("broadcasts-sure", reach=reach), whom(texts, card), lines(when, urgent), second)
    key = "broadcasts-button-sure-approval" if card.approval else "broadcasts-button-sure"
    rows = [
        [button(texts.plain(key, reach=reach), sure)],
        [button(texts.plain("broadcasts-button-back"), LookButton(broadcast_id=one.id))],
    ]
    return Screen(text, rows)


def buttons_screen(texts: Texts, card: Card) -> Screen:
    """Let it be chosen what a broadcast asks for; an album's buttons come after it."""
    one = card.broadcast
    offered = [Attach.ACK, Attach.COMING, Attach.YES, Attach.OWN, Attach.NONE]
    offered.append(Attach.LINK if one.buttons.link is None else Attach.UNLINK)
    if one.buttons.answers:
        offered.append(Attach.DEADLINE if one.deadline is None else Attach.ENDLESS)
    rows = [
        [button(texts.plain(f"broadcasts-attach-{what}"), AttachButton(broadcast_id=one.id, what=what))]
        for what in offered
    ]
    rows.append([back(texts, one.id)])
    place = texts(f"broadcasts-buttons-{ability_of(one.parts).buttons}")
    deadline = texts("broadcasts-deadline", moment=_deadline(texts, one)) if one.deadline else ""
    now = lines(texts("broadcasts-attached", buttons=buttons_words(texts, one)), deadline)
    return Screen(paragraphs(texts("broadcasts-ask"), now, place), rows)


def moment_screen(texts: Texts, card: Card) -> Screen:
    """Let it be chosen when a broadcast goes."""
    one = card.broadcast
    rows = [
        [
            button(
                texts.plain(f"broadcasts-button-when-{timing}"),
                MomentButton(broadcast_id=one.id, timing=timing),
            )
        ]
        for timing in Timing
    ]
    rows.append([back(texts, one.id)])
    now = texts("broadcasts-when", moment=schedule_words(texts, one.schedule))
    return Screen(paragraphs(texts("broadcasts-choose-when"), now), rows)


def _label(texts: Texts, one: Broadcast) -> str:
    said = one.first_words or texts.plain("broadcasts-wordless")
    state = texts.plain(f"broadcasts-mark-{one.state}") if one.state is not State.SENDING else ""
    return shortened(f"{state}{said}", LABEL)


def _deadline(texts: Texts, one: Broadcast) -> str:
    return moment_words(texts, one.deadline, one.schedule.zone) if one.deadline else ""
