"""/invite: the personal links of those of a stream who have not entered."""

import asyncio

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.people import coverage, link_actions
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui import invite as screens
from bot.ui import invite_buttons as buttons
from bot.ui.answers import send_file, show
from bot.ui.filters import Admitted, Private
from bot.ui.tables import XLSX
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle organizers; the actions refuse everybody else."""
    router = Router(name="invite")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Admitted())
    router.message.register(on_invite, Command("invite"))
    router.callback_query.register(on_page, buttons.InviteButton.filter())
    router.callback_query.register(on_link, buttons.LinkButton.filter())
    router.callback_query.register(on_new_link, buttons.NewLinkButton.filter())
    router.callback_query.register(on_file, buttons.LinksFileButton.filter())
    return router


async def on_invite(
    message: Message, bot: Bot, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Show the links of the stream at once where there is one, otherwise ask which."""
    streams = await coverage.organized_streams(db, clock, visitor)
    if len(streams) != 1:
        await show(message, screens.choose_screen(texts, streams))
        return
    view = await link_actions.links(db, clock, visitor, streams[0].id)
    await show(message, screens.links_screen(texts, view, 0, await username(bot)))


async def on_page(
    query: CallbackQuery,
    callback_data: buttons.InviteButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Turn a page, or show the chosen stream."""
    view = await link_actions.links(db, clock, visitor, callback_data.stream_id)
    await show(query, screens.links_screen(texts, view, callback_data.page, await username(bot)))


async def on_link(
    query: CallbackQuery,
    callback_data: buttons.LinkButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show one person's link."""
    view = await link_actions.links(db, clock, visitor, callback_data.stream_id)
    item = view.of(callback_data.person_id)
    await show(query, screens.link_screen(texts, view, item, callback_data.page, await username(bot)))


async def on_new_link(
    query: CallbackQuery,
    callback_data: buttons.NewLinkButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Issue one person's link anew."""
    stream_id, person_id = callback_data.stream_id, callback_data.person_id
    view = await link_actions.new_link(db, clock, visitor, stream_id, person_id)
    item, name = view.of(person_id), await username(bot)
    await show(query, screens.link_screen(texts, view, item, callback_data.page, name, renewed=True))


async def on_file(
    query: CallbackQuery,
    callback_data: buttons.LinksFileButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send everybody who has not entered, with phones and links, as an Excel file."""
    view = await link_actions.links(db, clock, visitor, callback_data.stream_id)
    data = await asyncio.to_thread(screens.links_file, texts, view, await username(bot))
    name = texts.plain("invite-file-name") + XLSX
    await send_file(query, BufferedInputFile(data, name), screens.links_caption(texts, view))


async def username(bot: Bot) -> str:
    """Return the bot's own name for links; asked of Telegram once."""
    return (await bot.me()).username or ""
