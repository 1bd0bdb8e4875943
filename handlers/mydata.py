"""/mydata: what the bot knows of a person, and what the person may demand."""

from contextlib import suppress

from aiogram import Bot, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import (
    BotCommandScopeChat,
    BufferedInputFile,
    CallbackQuery,
    Message,
    ReplyKeyboardRemove,
    TelegramObject,
)

from bot.people.model import Visitor
from bot.privacy import actions
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from bot.shared.personal import Registry
from bot.ui import mydata as screens
from bot.ui.answers import Tap, say, send_file, show
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts, texts_in
from db.engine import Database

LONGEST = 500
"""Characters of a correction that are passed on."""


class OfRoster(Filter):
    """Lets through people of the roster who once agreed."""

    async def __call__(self, _event: TelegramObject, visitor: Visitor, db: Database) -> bool:
        """Tell whether there is somebody whose data these are."""
        return await actions.may_ask(db, visitor)


def make_router() -> Router:
    """Handle everybody of the roster, also after leaving every stream."""
    router = Router(name="mydata")
    router.message.filter(Private())
    router.callback_query.filter(OfRoster())
    router.message.register(on_mydata, OfRoster(), Command("mydata"))
    router.message.register(on_nobody, Admitted(), Command("mydata"))
    router.callback_query.register(on_back, screens.MyDataButton.filter())
    router.callback_query.register(on_export, screens.ExportButton.filter())
    router.callback_query.register(on_correct, screens.CorrectButton.filter())
    router.callback_query.register(on_erase, screens.EraseButton.filter())
    return router


async def on_mydata(
    message: Message,
    command: CommandObject,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    personal: Registry,
) -> None:
    """Show the own data, or pass on what is to be corrected."""
    said = (command.args or "").strip()[:LONGEST]
    if not said:
        await on_back(message, visitor, texts, db, clock, personal)
        return
    person, listeners = await actions.correction(db, clock, visitor)
    reached = 0
    for listener in listeners:
        screen = screens.correction_screen(texts_in(listener.locale), person, said)
        with suppress(TelegramAPIError):  # who blocked the bot is passed over; the others are told
            await bot.send_message(listener.chat_id, screen.text, reply_markup=screen.markup)
            reached += 1
    await say(message, texts("mydata-correction-sent" if reached else "mydata-correction-lost"))


async def on_nobody(_message: Message) -> None:
    """Refuse an administrator who is not in the roster: there are no data to show."""
    raise NotAllowed


async def on_back(
    tap: Tap, visitor: Visitor, texts: Texts, db: Database, clock: Clock, personal: Registry
) -> None:
    """Show the own data."""
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


async def on_correct(query: CallbackQuery, texts: Texts) -> None:
    """Tell how to have the data corrected."""
    await show(query, screens.correct_screen(texts))


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
