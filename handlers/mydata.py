"""/mydata: what the bot knows of a person, and what the person may demand."""

from contextlib import suppress

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import (
    BotCommandScopeChat,
    BufferedInputFile,
    CallbackQuery,
    Message,
    ReplyKeyboardRemove,
)

from bot.people.corrections import split_request
from bot.people.model import Visitor
from bot.privacy import actions
from bot.privacy.correcting import AWAITED
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from bot.shared.personal import Registry
from bot.ui import mydata as screens
from bot.ui.answers import Tap, send_file, show
from bot.ui.corrections import MyDataButton
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database
from handlers.corrections import OfRoster, ask

MOST_WORDS = 600
"""Characters after the command: more than the longest correction, which is refused in words."""


def make_router() -> Router:
    """Handle everybody of the roster, also after leaving every stream."""
    router = Router(name="mydata")
    router.message.filter(Private())
    router.callback_query.filter(OfRoster())
    router.message.register(on_words, OfRoster(), Command("mydata", magic=F.args))
    router.message.register(on_back, OfRoster(), Command("mydata"))
    router.message.register(on_nobody, Admitted(), Command("mydata"))
    router.callback_query.register(on_back, MyDataButton.filter())
    router.callback_query.register(on_export, screens.ExportButton.filter())
    router.callback_query.register(on_erase, screens.EraseButton.filter())
    return router


async def on_words(
    message: Message,
    command: CommandObject,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Pass on what is to be corrected, in the words after the command."""
    said = (command.args or "").strip()[:MOST_WORDS]
    await ask(message, bot, visitor, texts, db, clock, *split_request(said))


async def on_nobody(_message: Message) -> None:
    """Refuse an administrator who is not in the roster: there are no data to show."""
    raise NotAllowed


async def on_back(
    tap: Tap,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    personal: Registry,
) -> None:
    """Show the own data; nothing is awaited about them any more."""
    if await state.get_state() == AWAITED:
        await state.clear()
    data = await actions.own_data(db, clock, visitor, personal)
    await show(tap, screens.mydata_screen(texts, data))


async def on_export(
    query: CallbackQuery, visitor: Visitor, texts: Texts, db: Database, clock: Clock, personal: Registry
) -> None:
    """Hand the own data out twice: for a machine and to be read."""
    data = await actions.own_data(db, clock, visitor, personal)
    name = texts.plain("mydata-file-name")
    await send_file(
        query, BufferedInputFile(screens.json_file(data), f"{name}.json"), texts("mydata-file-json")
    )
    readable = BufferedInputFile(screens.text_file(texts, data), f"{name}.txt")
    await send_file(query, readable, texts("mydata-file-text"))


async def on_erase(
    query: CallbackQuery,
    callback_data: screens.EraseButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    personal: Registry,
) -> None:
    """Ask first; erase when sure."""
    if not callback_data.sure:
        await show(query, screens.question_screen(texts))
        return
    await actions.erase_own_data(db, clock, visitor, personal)
    await show(query, screens.erased_screen(texts))
    with suppress(TelegramAPIError):  # the data are erased whatever becomes of the messages
        await bot.delete_my_commands(BotCommandScopeChat(chat_id=visitor.chat_id))
        await bot.send_message(
            visitor.chat_id, texts("mydata-erased-last"), reply_markup=ReplyKeyboardRemove()
        )
