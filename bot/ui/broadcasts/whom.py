"""Screens on which it is chosen whom a broadcast is for."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.broadcasts.audience import Audience, Field
from bot.broadcasts.audience_actions import Values, marked
from bot.broadcasts.model import Broadcast, Card
from bot.programme.model import Stream
from bot.ui.broadcasts.buttons import (
    Act,
    ActButton,
    FieldButton,
    LoadButton,
    LookButton,
    StreamButton,
    ValueButton,
    View,
)
from bot.ui.broadcasts.wording import audience_words, back, value_label
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label
from bot.ui.texts import Markup, Texts

VALUES = 8
"""Values of a condition, or kept audiences, on one screen."""

NAME = 60
"""Characters of a name."""

TICK = "✓ "


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
        [back(texts, number)],
    ]
    return Screen(paragraphs(texts("broadcasts-audience"), whom(texts, card)), rows)


def streams_screen(texts: Texts, card: Card, own: Sequence[Stream]) -> Screen:
    """Let streams be chosen; a programme is all of its streams."""
    one = card.broadcast
    rows = [_stream_row(texts, one, stream) for stream in own]
    for programme in {stream.programme_id: stream for stream in own}.values():
        if sum(stream.programme_id == programme.programme_id for stream in own) > 1:
            title = shortened(programme.programme_title, LABEL - 20)
            whole = StreamButton(broadcast_id=one.id, stream_id=programme.id, whole=True)
            rows.append([button(texts.plain("broadcasts-button-programme", title=title), whole)])
    rows.append([back(texts, one.id, View.AUDIENCE)])
    return Screen(paragraphs(texts("broadcasts-choose-streams"), whom(texts, card)), rows)


def _stream_row(texts: Texts, one: Broadcast, stream: Stream) -> list[InlineKeyboardButton]:
    ticked = TICK if stream.id in one.audience.streams else ""
    data = StreamButton(broadcast_id=one.id, stream_id=stream.id)
    return [button(f"{ticked}{stream_label(texts, stream)}", data)]


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
    rows += [[button(texts.plain(way), other)], [back(texts, one.id, View.AUDIENCE)]]
    name = texts.plain(f"broadcasts-field-{asked.field}")
    title = texts("broadcasts-choose-not" if asked.excluded else "broadcasts-choose", field=name)
    none = "" if values else texts("broadcasts-no-values")
    return Screen(paragraphs(title, none, whom(texts, card)), rows)


def saved_screen(
    texts: Texts, card: Card, saved: Sequence[tuple[int, str, Audience]], number: int = 0
) -> Screen:
    """Let a kept audience be taken or dropped, or this one be kept."""
    one = card.broadcast
    page = page_of(saved, number, VALUES)
    rows: Rows = []
    for kept, title, _audience in page.items:
        take = LoadButton(broadcast_id=one.id, audience_id=kept)
        drop = LoadButton(broadcast_id=one.id, audience_id=kept, forget=True)
        forget = texts.plain("broadcasts-button-forget", title=shortened(title, LABEL - 10))
        rows += [[button(shortened(title, LABEL), take), button(forget, drop)]]
    before = LookButton(broadcast_id=one.id, view=View.SAVED, page=max(page.number - 1, 0))
    rows += page_rows(texts, page, before, before.model_copy(update={"page": page.number + 1}))
    save = ActButton(broadcast_id=one.id, act=Act.SAVE)
    rows += [[button(texts.plain("broadcasts-act-save"), save)], [back(texts, one.id, View.AUDIENCE)]]
    none = "" if saved else texts("broadcasts-none-saved")
    return Screen(paragraphs(texts("broadcasts-saved"), none, whom(texts, card)), rows)


def _field_button(texts: Texts, number: int, audience: Audience, asked: Field) -> InlineKeyboardButton:
    used = audience.values(asked, False) or audience.values(asked, True)
    excluded = not audience.values(asked, False) and bool(audience.values(asked, True))
    data = FieldButton(broadcast_id=number, field=asked, excluded=excluded)
    return button(f"{TICK if used else ''}{texts.plain(f'broadcasts-field-{asked}')}", data)
