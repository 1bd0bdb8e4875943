"""Group chats: tying them to streams, following them, and the programme for everybody in them."""

from datetime import date

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.delivery.questions import Courier
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.schedule import actions as timetable
from bot.schedule.words import read_words
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.support import group_actions as actions
from bot.support.model import Purpose
from bot.ui.answers import alert, show
from bot.ui.filters import GROUPS, Admitted, Fits, Private
from bot.ui.group_card import answered_alone, renew_card, turned_alone
from bot.ui.groups import BindButton, GroupButton, View, bind_screen, bound_screen, programme_screen
from bot.ui.schedule.answer import Answer
from bot.ui.screens import Screen
from bot.ui.texts import Texts, texts_in
from db.engine import Database

PROGRAMME = ("now", "today", "tomorrow", "schedule")
PRESENT = {"member", "administrator"}
"""Ranks in which the bot may write (Bot API, ChatMember)."""


def make_router() -> Router:
    """Handle group chats; only organizers may tie one, anybody in it may read the programme."""
    router = Router(name="groups")
    in_group = Fits(F.chat.type.in_(GROUPS))
    under_a_groups_message = Fits(F.message.chat.type.in_(GROUPS))
    router.message.register(on_bind_nameless, in_group, Fits(F.sender_chat), Command("bind"))
    router.message.register(on_bind, in_group, Command("bind"))
    router.message.register(on_bind_alone, Private(), Admitted(), Command("bind"))
    router.message.register(on_migration, Fits(F.migrate_to_chat_id))
    router.my_chat_member.register(on_membership, in_group)
    router.message.register(on_programme, in_group, Command(*PROGRAMME))
    router.callback_query.register(on_turned, GroupButton.filter(), under_a_groups_message)
    router.callback_query.register(on_bound, BindButton.filter(), under_a_groups_message)
    return router


def make_last_router() -> Router:
    """Answer, before the fallback, buttons that no longer mean anything in a group."""
    router = Router(name="groups-last")
    router.callback_query.register(on_stale, Fits(F.message.chat.type.in_(GROUPS)))
    return router


async def on_bind(
    message: Message, visitor: Visitor, db: Database, clock: Clock, default_locale: str
) -> None:
    """Ask an organizer which stream the chat belongs to and what it is for."""
    streams = await actions.bindable(db, clock, visitor)
    await show(message, bind_screen(texts_in(default_locale), streams))


async def on_bind_nameless(message: Message, default_locale: str) -> None:
    """Say to who writes in the name of the group that only somebody known may tie it."""
    await message.reply(texts_in(default_locale)("groups-nameless-bind"))


async def on_bind_alone(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Say to an organizer where the command belongs."""
    await actions.bindable(db, clock, visitor)
    await message.answer(texts("groups-private-only"))


async def on_bound(
    query: CallbackQuery,
    callback_data: BindButton,
    bot: Bot,
    visitor: Visitor,
    db: Database,
    clock: Clock,
    courier: Courier,
    default_locale: str,
) -> None:
    """Tie the chat, and send what has waited for it."""
    if query.message is None:
        return
    chat, purpose = query.message.chat, Purpose(callback_data.purpose)
    stream = await actions.bind(
        db, clock, courier.planning, visitor, callback_data.stream_id, purpose, chat.id, chat.title or ""
    )
    await show(query, bound_screen(texts_in(default_locale), stream, purpose))
    await courier.hurry(bot)


async def on_membership(
    event: ChatMemberUpdated, db: Database, clock: Clock, planning: Planning, default_locale: str
) -> None:
    """Note whether the bot is in the chat; newly added, say how it becomes useful."""
    was, now = event.old_chat_member.status in PRESENT, event.new_chat_member.status in PRESENT
    if was == now:
        return
    await actions.mark_presence(db, clock, planning, event.chat.id, now)
    if now:
        await event.answer(texts_in(default_locale)("groups-welcome"))


async def on_migration(message: Message, db: Database, clock: Clock, planning: Planning) -> None:
    """Follow a group that became a supergroup."""
    if message.migrate_to_chat_id is not None:
        await actions.follow(db, clock, planning, message.chat.id, message.migrate_to_chat_id)


async def on_stale(query: CallbackQuery, texts: Texts) -> None:
    """Say that a button is out of date; nothing personal is shown in a group."""
    await alert(query, texts.plain("groups-stale"))


async def on_programme(
    message: Message, command: CommandObject, db: Database, clock: Clock, default_locale: str
) -> None:
    """Answer for the chat's stream: to whom asked alone if possible, else in the chat's one message."""
    binding = await actions.binding_of(db, clock, message.chat.id)
    words = (command.args or "").strip()
    answer = await _asked(command.command, words, actions.reader_of(binding.stream), db, clock)
    screen = await _screen(answer, binding.stream, 0, words, db, clock, default_locale)
    if await answered_alone(message, screen):
        return
    card = await renew_card(message, binding.card_id, screen)
    if card is not None:
        await actions.remember_card(db, message.chat.id, card)


async def on_turned(
    query: CallbackQuery, callback_data: GroupButton, db: Database, clock: Clock, default_locale: str
) -> None:
    """Turn the chat's message to another day or page."""
    if query.message is None:
        return
    binding = await actions.binding_of(db, clock, query.message.chat.id)
    reader = actions.reader_of(binding.stream)
    answer: Answer
    if callback_data.view is View.NOW:
        answer = await timetable.now(db, clock, reader)
    else:
        if callback_data.day < 1 or callback_data.day > date.max.toordinal():
            raise Refusal("groups-stale")
        day = date.fromordinal(callback_data.day)
        answer = await timetable.day_on(db, clock, reader, binding.stream.id, day, everything=True)
    screen = await _screen(answer, binding.stream, callback_data.page, "", db, clock, default_locale)
    if not await turned_alone(query, screen):
        await show(query, screen)


async def _asked(command: str, words: str, reader: Visitor, db: Database, clock: Clock) -> Answer:
    if command == "now":
        return await timetable.now(db, clock, reader)
    if command == "schedule" and words:
        return await timetable.asked(db, clock, reader, read_words(words))
    return await timetable.day(db, clock, reader, shift=int(command == "tomorrow"), everything=True)


async def _screen(
    answer: Answer,
    stream: Stream,
    page: int,
    words: str,
    db: Database,
    clock: Clock,
    default_locale: str,
) -> Screen:
    today = await actions.today_in(db, clock, stream)
    return programme_screen(texts_in(default_locale), answer, today, page, words)
