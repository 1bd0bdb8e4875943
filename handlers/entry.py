"""The ways in: /start with and without an invitation, «Вы – …?», consent, the first administrator."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.notices.planning import Planning
from bot.people import actions, entering
from bot.people.model import Visitor
from bot.programme.current import current_stream
from bot.shared.clock import Clock
from bot.ui import people as screens
from bot.ui.answers import Tap, say, show
from bot.ui.filters import Private
from bot.ui.menu import keyboard
from bot.ui.texts import Texts, texts_in
from bot.ui.visiting import refresh_menu
from db.engine import Database
from handlers.home import show_home


def make_router() -> Router:
    """Handle everybody, admitted or not, in private chats."""
    router = Router(name="entry")
    router.message.filter(Private())
    router.message.register(on_invitation, CommandStart(deep_link=True))
    router.message.register(on_start, CommandStart())
    router.message.register(on_claim, Command("claim"))
    router.callback_query.register(on_invitation_answer, screens.InvitationButton.filter())
    router.callback_query.register(on_consent_answer, screens.ConsentButton.filter())
    return router


async def on_invitation(
    message: Message,
    command: CommandObject,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a personal link: ask «Вы – …?»."""
    code = command.args or ""
    person = await entering.open_invitation(db, clock, visitor, code)
    if person is not None:
        await show(message, screens.invitation_screen(texts, person, code))
    else:
        await go_on(message, bot, visitor, texts, db, clock)


async def on_start(
    message: Message, bot: Bot, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Answer /start: the home card, or how to come in."""
    if visitor.known and not visitor.reachable:
        await actions.mark_reachable(db, clock, visitor, reachable=True)
    await go_on(message, bot, visitor, texts, db, clock)


async def on_claim(
    message: Message,
    command: CommandObject,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Make the holder of the claim code the first administrator."""
    administrator = await entering.claim(db, clock, visitor, (command.args or "").strip())
    await say(message, texts("claim-done"))
    await go_on(message, bot, administrator, texts, db, clock)


async def on_invitation_answer(
    query: CallbackQuery,
    callback_data: screens.InvitationButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Bind the account, or leave everything as it was."""
    if not callback_data.mine:
        await show(query, screens.declined_screen(texts))
        return
    bound = await entering.accept_invitation(db, clock, visitor, callback_data.code)
    await go_on(query, bot, bound, texts_in(bound.locale), db, clock)


async def on_consent_answer(
    query: CallbackQuery,
    callback_data: screens.ConsentButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Write the consent and welcome the person, or say what is left without it."""
    if not callback_data.given:
        await show(query, screens.consent_refused_screen(texts))
        return
    admitted = await actions.give_consent(
        db, clock, planning, visitor, callback_data.purpose, callback_data.version
    )
    await show(query, screens.consent_given_screen(texts, clock.now()))
    await go_on(query, bot, admitted, texts, db, clock)


async def go_on(tap: Tap, bot: Bot, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Lead the visitor to where they belong now: consent, explanation, or the home card."""
    if not visitor.admitted:
        await show(tap, screens.outside_screen(texts, visitor))
        return
    streams = [enrolment.stream for enrolment in visitor.enrolments]
    stream = current_stream(streams, clock.now().date(), visitor.chosen_stream_id)
    await say(tap, screens.welcome(texts, visitor, stream), keyboard(texts))
    await show_home(tap, visitor, texts, db, clock, below=True)
    await refresh_menu(bot, db, visitor)
