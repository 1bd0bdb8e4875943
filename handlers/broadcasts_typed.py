"""What organizers send when broadcasts ask for it: contents, corrections, choices, moments, titles."""

from contextlib import suppress

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.broadcasts import audience_actions as audiences
from bot.broadcasts import board_actions as boards
from bot.broadcasts import correcting_actions as correcting
from bot.broadcasts import draft_actions as drafts
from bot.broadcasts import list_actions as lists
from bot.broadcasts.model import Buttons, Card, Schedule, Timing
from bot.broadcasts.moments import read_moment
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.ui.answers import say, show
from bot.ui.broadcasts.draft import buttons_screen, draft_screen
from bot.ui.broadcasts.following import correction_screen
from bot.ui.broadcasts.whom import saved_screen
from bot.ui.filters import Admitted, Fits, Private
from bot.ui.screens import Screen
from bot.ui.texts import Texts
from db.engine import Database
from handlers.broadcasts_shown import send_as_it_will_look
from handlers.broadcasts_typing import (
    AWAITED,
    CHOICES,
    CONTENT,
    CORRECTION,
    DEADLINE,
    LINK,
    MOMENT,
    Awaited,
    InAlbum,
    OfAlbum,
    Typed,
    keep_proposal,
    part_of,
    refuse_album,
)


def make_router() -> Router:
    """Handle organizers' messages that were asked for; rights are asked in the actions."""
    router = Router(name="broadcasts-typed")
    router.message.filter(Private(), Fits(~F.text.startswith("/")), Admitted())
    router.message.register(on_album, OfAlbum())
    router.message.register(on_correction, Awaited(CORRECTION))
    router.message.register(on_typed, Awaited(*AWAITED))
    return router


async def on_typed(
    message: Message,
    typed: Typed,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Take what was asked for and show what it has become; an album is refused as a whole."""
    if typed.refused:
        return
    if typed.what == CONTENT:
        try:
            await _take_content(message, typed, visitor, texts, db, clock)
        except Refusal:
            await refuse_album(state, typed, message)
            raise
        return
    words = (message.text or "").strip()
    if not words:
        await say(message, texts("broadcasts-words-only"))
        return
    card = await lists.card(db, clock, visitor, typed.broadcast_id)
    screen = await _take_words(typed, words, card, visitor, texts, db, clock)
    await _show(message, db, typed.broadcast_id, screen)


async def on_correction(
    message: Message,
    typed: Typed,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Show a correction exactly as it will look, and ask below it whether it is to be made."""
    part = part_of(message)
    if part is None:
        await say(message, texts("broadcasts-unfit"))
        return
    card, parts = await correcting.proposed(db, clock, visitor, typed.broadcast_id, part)
    await keep_proposal(state, visitor, typed.broadcast_id, part)
    await send_as_it_will_look(bot, visitor, texts, card.broadcast, parts)
    await show(message, correction_screen(texts, card, parts))


async def _take_content(
    message: Message, typed: Typed, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    part = part_of(message)
    if part is None:
        await say(message, texts("broadcasts-unfit"))
        return
    card = await drafts.begin(db, clock, visitor, part, typed.urgent, typed.broadcast_id or None)
    await _show(message, db, card.broadcast.id, draft_screen(texts, card))


async def _take_words(
    typed: Typed, words: str, card: Card, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> Screen:
    number, one = typed.broadcast_id, card.broadcast
    if typed.what == CHOICES:
        choices = tuple(line.strip() for line in words.splitlines() if line.strip())
        asked = Buttons(choices=choices, link=one.buttons.link)
        return buttons_screen(texts, await drafts.set_buttons(db, clock, visitor, number, asked))
    if typed.what == LINK:
        label, _space, address = words.replace("\n", " ").rpartition(" ")
        link = Buttons(one.buttons.ack, one.buttons.choices, (label.strip(" –-|"), address))
        return buttons_screen(texts, await drafts.set_buttons(db, clock, visitor, number, link))
    if typed.what in {MOMENT, DEADLINE}:
        zone = await drafts.zone_of(db, clock, visitor, number)
        at, named = read_moment(words, clock.now(), zone)
        if typed.what == DEADLINE:
            return buttons_screen(texts, await drafts.set_deadline(db, clock, visitor, number, at, named))
        schedule = Schedule(Timing.AT, at, named)
        return draft_screen(texts, await drafts.set_moment(db, clock, visitor, number, schedule))
    card = await audiences.save_audience(db, clock, visitor, number, words)
    return saved_screen(texts, card, await audiences.audiences(db, clock, visitor))


async def on_album(
    message: Message,
    album: InAlbum,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Put a further file of an album to the others; its draft is shown already and is renewed in place."""
    part = part_of(message)
    if part is None:
        return
    card = await drafts.join(db, clock, visitor, part, album.broadcast_id)
    if album.board is None:
        return
    screen, (chat_id, message_id) = draft_screen(texts, card), album.board
    with suppress(TelegramBadRequest):  # the organizer may have deleted it: the draft is as it is
        await bot.edit_message_text(
            screen.text, chat_id=chat_id, message_id=message_id, reply_markup=screen.markup
        )


async def _show(message: Message, db: Database, broadcast_id: int, screen: Screen) -> None:
    """Show a screen as the one message of the broadcast from now on."""
    shown = await message.answer(screen.text, reply_markup=screen.markup)
    await boards.show_at(db, broadcast_id, shown.chat.id, shown.message_id)
