"""How a draft of a broadcast is prepared by tapping: whom it is for, what it asks, when it goes."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.broadcasts import audience_actions as audiences
from bot.broadcasts import draft_actions as drafts
from bot.broadcasts import list_actions as lists
from bot.broadcasts.model import Buttons, Schedule, Timing
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import say, show
from bot.ui.broadcasts import buttons as data
from bot.ui.broadcasts import draft, whom
from bot.ui.dates import zone_mark
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database
from handlers.broadcasts_typing import (
    CHOICES,
    CONTENT,
    CORRECTION,
    DEADLINE,
    LINK,
    MOMENT,
    TITLE,
    await_typed,
)

Act = data.Act
Attach = data.Attach

TYPED = {Act.CONTENT: CONTENT, Act.CORRECT: CORRECTION, Act.SAVE: TITLE}
"""What is awaited after a tap."""

OFFERED = {Attach.COMING: "broadcasts-coming", Attach.YES: "broadcasts-yesno"}
"""Choices that are offered: their labels stand in one text, parted by a bar."""


def make_router() -> Router:
    """Handle organizers in private chats; rights are asked in the actions."""
    router = Router(name="broadcasts-preparing")
    router.callback_query.filter(Private(), Admitted())
    own = router.callback_query.register
    own(on_field, data.FieldButton.filter())
    own(on_value, data.ValueButton.filter())
    own(on_stream, data.StreamButton.filter())
    own(on_load, data.LoadButton.filter())
    own(on_attach, data.AttachButton.filter())
    own(on_moment, data.MomentButton.filter())
    own(on_type, data.ActButton.filter(F.act.in_(set(TYPED))))
    return router


async def on_field(
    query: CallbackQuery,
    callback_data: data.FieldButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a condition of the audience."""
    number, field = callback_data.broadcast_id, callback_data.field
    card, values = await audiences.values(db, clock, visitor, number, field)
    await show(query, whom.values_screen(texts, card, values, callback_data))


async def on_value(
    query: CallbackQuery,
    callback_data: data.ValueButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Put a value into a condition, or take it out."""
    number, field, excluded = callback_data.broadcast_id, callback_data.field, callback_data.excluded
    await audiences.aim(db, clock, visitor, number, field, callback_data.mark, excluded)
    card, values = await audiences.values(db, clock, visitor, number, field)
    asked = data.FieldButton(broadcast_id=number, field=field, excluded=excluded, page=callback_data.page)
    await show(query, whom.values_screen(texts, card, values, asked))


async def on_stream(
    query: CallbackQuery,
    callback_data: data.StreamButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Put a stream into the audience, or take it out."""
    number, stream_id = callback_data.broadcast_id, callback_data.stream_id
    card = await audiences.aim_stream(db, clock, visitor, number, stream_id, callback_data.whole)
    await show(query, whom.streams_screen(texts, card, await audiences.streams(db, clock, visitor)))


async def on_load(
    query: CallbackQuery,
    callback_data: data.LoadButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Take a kept audience, or keep it no longer."""
    number = callback_data.broadcast_id
    if callback_data.forget:
        card = await audiences.forget_audience(db, clock, visitor, number, callback_data.audience_id)
        await show(query, whom.saved_screen(texts, card, await audiences.audiences(db, clock, visitor)))
        return
    card = await audiences.load_audience(db, clock, visitor, number, callback_data.audience_id)
    own = await audiences.streams(db, clock, visitor)
    await show(query, whom.audience_screen(texts, card, len(own)))


async def on_attach(
    query: CallbackQuery,
    callback_data: data.AttachButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Change what a broadcast asks for; what must be typed is awaited."""
    number, what = callback_data.broadcast_id, callback_data.what
    typed = {Attach.OWN: CHOICES, Attach.LINK: LINK, Attach.DEADLINE: DEADLINE}.get(what)
    if typed is not None:
        await lists.card(db, clock, visitor, number)
        await await_typed(state, typed, number)
        await say(query, texts(f"broadcasts-type-{what}"))
        return
    if what is Attach.ENDLESS:
        card = await drafts.set_deadline(db, clock, visitor, number, None)
    else:
        old = (await lists.card(db, clock, visitor, number)).broadcast.buttons
        card = await drafts.set_buttons(db, clock, visitor, number, _asked(texts, what, old))
    await show(query, draft.buttons_screen(texts, card))


def _asked(texts: Texts, what: Attach, old: Buttons) -> Buttons:
    """Return what is attached after a tap."""
    if what is Attach.UNLINK:
        return Buttons(old.ack, old.choices)
    if what in OFFERED:
        labels = texts.plain(OFFERED[what]).split("|")
        return Buttons(choices=tuple(label.strip() for label in labels), link=old.link)
    return Buttons(ack=what is Attach.ACK, link=old.link)


async def on_moment(
    query: CallbackQuery,
    callback_data: data.MomentButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Change when a broadcast goes; a moment is awaited."""
    number, timing = callback_data.broadcast_id, callback_data.timing
    if timing is Timing.AT:
        zone = await drafts.zone_of(db, clock, visitor, number)
        await await_typed(state, MOMENT, number)
        await say(query, texts("broadcasts-type-moment", zone=zone_mark(texts, zone, clock.now())))
        return
    card = await drafts.set_moment(db, clock, visitor, number, Schedule(timing))
    await show(query, draft.draft_screen(texts, card))


async def on_type(
    query: CallbackQuery,
    callback_data: data.ActButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await a message about a broadcast."""
    number, act = callback_data.broadcast_id, callback_data.act
    await lists.card(db, clock, visitor, number)
    await await_typed(state, TYPED[act], number)
    await say(query, texts(f"broadcasts-type-{act}"))
