"""How broadcasts are worded: whom they are for, when they go, what they ask, what became of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.broadcasts.audience import Audience, Field
from bot.broadcasts.contents import Kind, kind_of
from bot.broadcasts.model import Broadcast, Fate, Recipient, Schedule, Timing
from bot.broadcasts.progress import line_of
from bot.people.model import Role
from bot.programme.model import Stream
from bot.shared.zones import MOSCOW, day_in
from bot.ui.broadcasts.answered import TICK
from bot.ui.broadcasts.buttons import LookButton, ReplyButton, View
from bot.ui.dates import clock, day_words, zone_mark
from bot.ui.paging import LABEL, shortened
from bot.ui.people_roles import role_name
from bot.ui.screens import Rows, button
from bot.ui.streams import stream_name
from bot.ui.texts import Markup, Texts

NAME, VALUE = 80, 40
"""Characters of a name and of a condition's value in a line."""

VALUES = 4
"""Values of a condition that are named; the others are counted."""

Labels = Mapping[tuple[str, str], str]


def answer_rows(texts: Texts, one: Broadcast, chosen: int | None = None) -> Rows:
    """Return the buttons of what a broadcast asks for, the reader's own answer ticked, and its link."""
    asked = one.buttons
    labels = (texts.plain("broadcasts-ack"),) if asked.ack else asked.choices
    rows = [
        [
            button(
                f"{TICK if place == chosen else ''}{shortened(label, LABEL)}",
                ReplyButton(broadcast_id=one.id, choice=place),
            )
        ]
        for place, label in enumerate(labels)
    ]
    if asked.link is not None:
        rows.append([InlineKeyboardButton(text=asked.link[0], url=asked.link[1])])
    return rows


def reach_words(texts: Texts, count: int, chats: int) -> str:
    """Say to how many it goes: people, group chats, or both."""
    people = texts.plain("broadcasts-reach-people", count=count)
    if not chats:
        return people
    groups = texts.plain("broadcasts-reach-chats", count=chats)
    return texts.plain("broadcasts-reach-both", people=people, chats=groups) if count else groups


def choice_label(texts: Texts, one: Broadcast, choice: int) -> str:
    """Name an answer."""
    if one.buttons.ack:
        return texts.plain("broadcasts-ack")
    return one.buttons.choices[choice] if choice < len(one.buttons.choices) else "–"


def value_label(texts: Texts, labels: Labels, asked: Field, value: str) -> str:
    """Name a value of a condition."""
    if asked is Field.ROLE:
        return role_name(texts, Role(value))
    if asked is Field.REPORT:
        return texts.plain(f"broadcasts-report-{value}")
    if asked is Field.SILENT:
        return texts.plain("broadcasts-silent-about", number=value)
    return labels.get((asked, value), value)


def audience_words(
    texts: Texts, audience: Audience, streams: Sequence[Stream], labels: Labels
) -> list[Markup]:
    """Say whom an audience means, a line for the streams and one for each condition."""
    if not audience.streams:
        return [texts("broadcasts-no-stream")]
    named = ", ".join(stream_name(texts, stream) for stream in streams)
    found = [texts("broadcasts-streams", streams=named)]
    for term in audience.terms:
        values = [
            shortened(value_label(texts, labels, term.field, value), VALUE) for value in term.values[:VALUES]
        ]
        rest = len(term.values) - VALUES
        more = [texts.plain("broadcasts-values-more", count=rest)] if rest > 0 else []
        name = texts.plain(f"broadcasts-field-{term.field}")
        key = "broadcasts-term-not" if term.excluded else "broadcasts-term"
        found.append(texts(key, field=name, values=", ".join([*values, *more])))
    if audience.chats:
        found.append(texts("broadcasts-with-chats"))
    return found


def content_words(texts: Texts, one: Broadcast, length: int) -> Markup:
    """Say what a broadcast consists of, with its first words."""
    kind = kind_of(one.parts)
    named = (
        texts.plain(f"broadcasts-kind-{kind}", count=len(one.parts))
        if kind is Kind.ALBUM
        else (texts.plain(f"broadcasts-kind-{kind}"))
    )
    said = shortened(one.first_words, length)
    return texts("broadcasts-content", kind=named, words=f"«{said}»" if said else "")


def moment_words(texts: Texts, at: datetime, zone: str) -> str:
    """Write a moment with its zone: «вт, 18 ноября, 15:00 (МСК+2)»."""
    place = zone or MOSCOW
    day = day_words(texts, day_in(at, place))
    return texts.plain("broadcasts-moment", day=day, time=clock(at, place), zone=zone_mark(texts, place, at))


def schedule_words(texts: Texts, schedule: Schedule) -> str:
    """Say when a broadcast is to go."""
    if schedule.timing is Timing.AT and schedule.at is not None:
        return moment_words(texts, schedule.at, schedule.zone)
    return texts.plain(f"broadcasts-when-{schedule.timing}")


def buttons_words(texts: Texts, one: Broadcast) -> str:
    """Say what a broadcast attaches."""
    asked = one.buttons
    found = [texts.plain("broadcasts-ack")] if asked.ack else list(asked.choices)
    if asked.link is not None:
        found.append(texts.plain("broadcasts-link", label=asked.link[0]))
    return ", ".join(found) if found else texts.plain("broadcasts-no-buttons")


def fate_words(texts: Texts, who: Recipient | Fate) -> str:
    """Say what became of one recipient's message, or of its correction."""
    said = texts.plain(f"broadcasts-fate-{line_of(who.state, who.reason)}")
    return texts.plain("broadcasts-unknown-fate", fate=said) if who.repeats else said


def call_lines(texts: Texts, people: Iterable[Recipient]) -> list[Markup]:
    """Name people with their phones and whether the message has reached them."""
    return [
        texts(
            "broadcasts-call-line",
            name=shortened(who.name, NAME),
            phone=who.phone or "–",
            fate=fate_words(texts, who),
        )
        for who in people
    ]


def back(texts: Texts, number: int, view: View = View.CARD) -> InlineKeyboardButton:
    """Return the way back to a screen of a broadcast."""
    return button(texts.plain("broadcasts-button-back"), LookButton(broadcast_id=number, view=view))
