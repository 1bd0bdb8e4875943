"""/assistants: who acts for whom; the link by which an assistant comes in."""

from contextlib import suppress

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command, CommandObject, CommandStart, Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.people import assistant_actions as actions
from bot.people.actions import look_up
from bot.people.assistants import PAYLOAD
from bot.people.model import Visitor
from bot.people.roster import Account
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from bot.ui import assistants as screens
from bot.ui import assistants_buttons as buttons
from bot.ui.answers import Tap, alert, show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.people import declined_screen
from bot.ui.screens import Screen
from bot.ui.texts import Texts, texts_in
from db.engine import Database
from handlers.entry import go_on
from handlers.invite import username
from handlers.text_entry import Awaiting, await_typed

NAMING = "assistants:naming"
"""The name of a new assistant is awaited; beside it, whose."""


class Somebody(Filter):
    """Lets through whoever the bot knows and who has agreed, in a stream or not."""

    async def __call__(self, _event: object, visitor: Visitor) -> bool:
        """Tell whether the visitor is a person with an own consent."""
        return visitor.own_person is not None and visitor.own_consented


def make_router() -> Router:
    """Handle links before all others; the actions ask every right."""
    router = Router(name="assistants")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    link = CommandStart(deep_link=True, magic=F.args.regexp(PAYLOAD))
    router.message.register(on_link, link)
    router.message.register(on_named, Admitted(), Command("assistants", magic=F.args))
    router.message.register(on_helping, Somebody(), Command("assistants"))
    router.message.register(on_nobody, Admitted(), Command("assistants"))
    own = router.callback_query.register
    own(on_link_answer, buttons.AssistantLinkButton.filter())
    own(on_helping, Somebody(), buttons.HelpingButton.filter())
    own(on_act_for, Somebody(), buttons.ActForButton.filter())
    own(on_stop, Somebody(), buttons.StopHelpingButton.filter())
    own(on_overview, Admitted(), buttons.AssistantsButton.filter())
    own(on_invite, Admitted(), buttons.InviteAssistantButton.filter())
    own(on_end, Admitted(), buttons.EndAssistantButton.filter())
    return router


def make_entry_router() -> Router:
    """Handle the name that was asked for: after commands and keys, before words of the timetable."""
    router = Router(name="assistants-entry")
    router.message.filter(Private(), Admitted(), PlainText())
    router.message.register(on_name, Awaiting(NAMING, head_id="head"))
    return router


async def on_helping(tap: Tap, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show the own assistants, and for whom one may act."""
    await show(tap, screens.helping_screen(texts, await actions.helping(db, clock, visitor)))


async def on_nobody(_message: Message) -> None:
    """Refuse an administrator who is not in the roster: there is nobody to be assisted."""
    raise NotAllowed


async def on_overview(
    query: CallbackQuery,
    callback_data: buttons.AssistantsButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show an organizer somebody's assistants."""
    view = await actions.overview(db, clock, visitor, callback_data.head_id)
    await show(query, screens.overview_screen(texts, view))


async def on_invite(
    query: CallbackQuery,
    callback_data: buttons.InviteAssistantButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await the name of a new assistant."""
    view = await actions.overview(db, clock, visitor, callback_data.head_id)
    await await_typed(state, NAMING, head=view.head.id)
    await show(query, screens.name_screen(texts, view))


async def on_name(
    message: Message, head_id: int, bot: Bot, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Invite who was named, and show the link."""
    tie = await actions.invite(db, clock, visitor, head_id, message.text or "")
    own = visitor.person is not None and visitor.person.id == head_id
    await show(message, screens.invited_screen(texts, tie, await username(bot), own))


async def on_named(
    message: Message,
    command: CommandObject,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Invite who is named behind the command as the own assistant."""
    if visitor.person is None:
        raise NotAllowed
    tie = await actions.invite(db, clock, visitor, visitor.person.id, command.args or "")
    await show(message, screens.invited_screen(texts, tie, await username(bot), own=True))


async def on_link(
    message: Message, command: CommandObject, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Open an assistant's link: ask «Вы – …?»."""
    tie, name = await actions.open_link(db, clock, visitor, command.args or "")
    await show(message, screens.link_screen(texts, tie, name))


async def on_link_answer(
    query: CallbackQuery,
    callback_data: buttons.AssistantLinkButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Become the assistant, and let the head know; or leave everything as it was."""
    if not callback_data.mine:
        await show(query, declined_screen(texts))
        return
    assistant, told = await actions.accept(db, clock, visitor, callback_data.code)
    await go_on(query, bot, assistant, texts_in(assistant.locale), db, clock)
    if told is not None and told.head is not None:
        await _tell(bot, told.head, screens.joined_screen(texts_in(told.head.locale), told.tie))


async def on_act_for(
    query: CallbackQuery,
    callback_data: buttons.ActForButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Act for somebody else from now on, or for oneself."""
    chosen = await actions.act_for(db, clock, visitor, callback_data.tie_id)
    await go_on(query, bot, chosen, texts, db, clock)


async def on_end(
    query: CallbackQuery,
    callback_data: buttons.EndAssistantButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Revoke at once, let the assistant know, and show who is left."""
    told, lasted = await actions.end(db, clock, visitor, callback_data.tie_id, own=False)
    view = await actions.overview(db, clock, visitor, told.tie.head.id)
    if view.own:
        await on_helping(query, visitor, texts, db, clock)
    else:
        await show(query, screens.overview_screen(texts, view))
    if lasted and told.assistant is not None:
        await _tell_ended(bot, told.assistant, "assistants-ended-told", told.tie.head.full_name)


async def on_stop(
    query: CallbackQuery,
    callback_data: buttons.StopHelpingButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Ask the assistant first; end when sure, and let the head know."""
    if not callback_data.sure:
        view = await actions.helping(db, clock, visitor)
        tie = next((one for one in view.ties if one.id == callback_data.tie_id), None)
        if tie is None:
            await alert(query, texts.plain("error-already-done"))
        else:
            await show(query, screens.stop_screen(texts, tie))
        return
    told, lasted = await actions.end(db, clock, visitor, callback_data.tie_id, own=True)
    await show(query, Screen(texts("assistants-stopped"), []))
    await go_on(query, bot, await look_up(db, clock, visitor), texts, db, clock)
    if lasted and told.head is not None:
        await _tell_ended(bot, told.head, "assistants-left-told", told.tie.called)


async def _tell_ended(bot: Bot, account: Account, key: str, name: str) -> None:
    await _tell(bot, account, screens.ended_screen(texts_in(account.locale), key, name))


async def _tell(bot: Bot, account: Account, screen: Screen) -> None:
    with suppress(TelegramAPIError):  # who blocked the bot is not told: the tie is as it is all the same
        await bot.send_message(account.chat_id, screen.text, reply_markup=screen.markup)
