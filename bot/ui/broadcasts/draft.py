"""Screens on which a broadcast is prepared."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.broadcasts.audience import Audience, Field
from bot.broadcasts.contents import NAME as PLACEHOLDER
from bot.broadcasts.contents import ability_of
from bot.broadcasts.draft_actions import Values, marked
from bot.broadcasts.model import Broadcast, Card, State, Timing
from bot.programme.model import Stream
from bot.ui.broadcasts.buttons import (
    AbilitiesButton,
    Act,
    ActButton,
    Attach,
    AttachButton,
    FieldButton,
    HomeButton,
    LoadButton,
    LogButton,
    LookButton,
    MomentButton,
    StreamButton,
    ValueButton,
    View,
)
from bot.ui.broadcasts.wording import (
    audience_words,
    buttons_words,
    content_words,
    moment_words,
    schedule_words,
    value_label,
)
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label
from bot.ui.texts import Markup, Texts

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


def whom(texts: Texts, card: Card) -> Markup:
    """Say whom an audience means, how many they are, and some of their names."""
    one = card.broadcast
    names = ", ".join(shortened(name, NAME) for name in card.names)
    rest = card.count - len(card.names)
    more = texts.plain("broadcasts-names-more", count=rest) if rest > 0 else ""
    return lines(
        *audience_words(texts, one.audience, card.streams, card.labels),
        texts("broadcasts-count", count=card.count),
        texts("broadcasts-names", names=f"{names} {more}".strip()) if names else "",
        texts("broadcasts-outside", count=card.outside) if card.outside else "",
        texts("broadcasts-chats", count=card.chats) if card.chats else "",
    )


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
        rows.insert(0, [button(texts.plain("broadcasts-button-send", count=card.count), send)])
    return rows


def confirm_screen(texts: Texts, card: Card) -> Screen:
    """Ask whether it is to be sent to so many."""
    one = card.broadcast
    sure = ActButton(broadcast_id=one.id, act=Act.SEND, sure=True, count=card.count)
    when = texts("broadcasts-when", moment=schedule_words(texts, one.schedule))
    second = texts("broadcasts-needs-approval") if card.approval else ""
    urgent = texts("broadcasts-urgent-means") if one.urgent else ""
    text = paragraphs(
        texts("broadcasts-sure", count=card.count), whom(texts, card), lines(when, urgent), second
    )
    key = "broadcasts-button-sure-approval" if card.approval else "broadcasts-button-sure"
    rows = [
        [button(texts.plain(key, count=card.count), sure)],
        [button(texts.plain("broadcasts-button-back"), LookButton(broadcast_id=one.id))],
    ]
    return Screen(text, rows)


def audience_screen(texts: Texts, card: Card, own: int) -> Screen:
    """Show the conditions of an audience, each a button; `own` is how many streams there are to choose."""
    one = card.broadcast
    number, audience = one.id, one.audience
    rows: Rows = []
    if own > 1 or not audience.streams:
        streams = LookButton(broadcast_id=number, view=View.STREAMS)
        rows.append([button(texts.plain("broadcasts-button-streams"), streams)])
    fields = [_field_button(texts, number, audience, asked) for asked in Field]
    rows += [fields[place : place + 2] for place in range(0, len(fields), 2)]
    chats = Act.NO_CHATS if audience.chats else Act.CHATS
    clear = ActButton(broadcast_id=number, act=Act.CLEAR)
    saved = LookButton(broadcast_id=number, view=View.SAVED)
    rows += [
        [button(texts.plain(f"broadcasts-act-{chats}"), ActButton(broadcast_id=number, act=chats))],
        [
            button(texts.plain("broadcasts-act-clear"), clear),
            button(texts.plain("broadcasts-view-saved"), saved),
        ],
        [_back(texts, number)],
    ]
    return Screen(paragraphs(texts("broadcasts-audience"), whom(texts, card)), rows)


def streams_screen(texts: Texts, card: Card, own: Sequence[Stream]) -> Screen:
    """Let streams be chosen; a programme is all of its streams."""
    one = card.broadcast
    rows = [
        [
            button(
                f"{TICK if stream.id in one.audience.streams else ''}{stream_label(texts, stream)}",
                StreamButton(broadcast_id=one.id, stream_id=stream.id),
            )
        ]
        for stream in own
    ]
    rows.append([_back(texts, one.id, View.AUDIENCE)])
    return Screen(paragraphs(texts("broadcasts-choose-streams"), whom(texts, card)), rows)


def values_screen(texts: Texts, card: Card, values: Values, asked: FieldButton) -> Screen:
    """Let values of a condition be chosen, to be among the recipients or left out."""
    one = card.broadcast
    page = page_of(list(values), asked.page, VALUES)
    chosen = one.audience.values(asked.field, asked.excluded)
    labels = dict(card.labels)
    labels |= {(str(asked.field), value): name for value, (name, _count) in values.items()}
    rows: Rows = []
    for value in page.items:
        name = value_label(texts, labels, asked.field, value)
        if asked.field is Field.SILENT:
            name = f"{name} {values[value][0]}"
        count = values[value][1]
        label = texts.plain("broadcasts-value", name=shortened(name, LABEL - 10), count=str(count))
        data = ValueButton(
            broadcast_id=one.id,
            field=asked.field,
            excluded=asked.excluded,
            mark=marked(value),
            page=page.number,
        )
        rows.append([button(f"{TICK if value in chosen else ''}{label}", data)])
    before = asked.model_copy(update={"page": max(page.number - 1, 0)})
    rows += page_rows(texts, page, before, asked.model_copy(update={"page": page.number + 1}))
    other = asked.model_copy(update={"excluded": not asked.excluded, "page": 0})
    way = "broadcasts-button-include" if asked.excluded else "broadcasts-button-exclude"
    rows += [[button(texts.plain(way), other)], [_back(texts, one.id, View.AUDIENCE)]]
    name = texts.plain(f"broadcasts-field-{asked.field}")
    title = texts("broadcasts-choose-not" if asked.excluded else "broadcasts-choose", field=name)
    none = "" if values else texts("broadcasts-no-values")
    return Screen(paragraphs(title, none, whom(texts, card)), rows)


def saved_screen(texts: Texts, card: Card, saved: Sequence[tuple[int, str, Audience]]) -> Screen:
    """Let a kept audience be taken, or this one be kept."""
    number = card.broadcast.id
    rows = [
        [button(shortened(title, LABEL), LoadButton(broadcast_id=number, audience_id=one))]
        for one, title, _audience in saved[:VALUES]
    ]
    save = ActButton(broadcast_id=number, act=Act.SAVE)
    rows += [[button(texts.plain("broadcasts-act-save"), save)], [_back(texts, number, View.AUDIENCE)]]
    none = "" if saved else texts("broadcasts-none-saved")
    return Screen(paragraphs(texts("broadcasts-saved"), none, whom(texts, card)), rows)


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
    rows.append([_back(texts, one.id)])
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
    rows.append([_back(texts, one.id)])
    now = texts("broadcasts-when", moment=schedule_words(texts, one.schedule))
    return Screen(paragraphs(texts("broadcasts-choose-when"), now), rows)


def _field_button(texts: Texts, number: int, audience: Audience, asked: Field) -> InlineKeyboardButton:
    used = audience.values(asked, False) or audience.values(asked, True)
    excluded = not audience.values(asked, False) and bool(audience.values(asked, True))
    data = FieldButton(broadcast_id=number, field=asked, excluded=excluded)
    return button(f"{TICK if used else ''}{texts.plain(f'broadcasts-field-{asked}')}", data)


def _back(texts: Texts, number: int, view: View = View.CARD) -> InlineKeyboardButton:
    return button(texts.plain("broadcasts-button-back"), LookButton(broadcast_id=number, view=view))


def _label(texts: Texts, one: Broadcast) -> str:
    said = one.first_words or texts.plain("broadcasts-wordless")
    state = texts.plain(f"broadcasts-mark-{one.state}") if one.state is not State.SENDING else ""
    return shortened(f"{state}{said}", LABEL)


def _deadline(texts: Texts, one: Broadcast) -> str:
    return moment_words(texts, one.deadline, one.schedule.zone) if one.deadline else ""
