"""/invite: the personal links of those of a stream who have not entered."""

import asyncio

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.people import coverage, link_actions
from bot.people.model import Visitor
from bot.people.qr import picture
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.ui import invite as screens
from bot.ui import invite_buttons as buttons
from bot.ui.answers import send_file, send_photo, show
from bot.ui.filters import Admitted, Private
from bot.ui.invite_sheet import cards_of, sheet_files, sheet_names
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
    router.callback_query.register(on_qr, buttons.QrButton.filter())
    router.callback_query.register(on_qr_sheet, buttons.QrSheetButton.filter())
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


async def on_qr(
    query: CallbackQuery,
    callback_data: buttons.QrButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send one person's link as a QR image."""
    view = await link_actions.links(db, clock, visitor, callback_data.stream_id)
    item = view.of(callback_data.person_id)
    data = await asyncio.to_thread(picture, screens.link_of(item, await username(bot)))
    await send_photo(query, BufferedInputFile(data, "qr.png"), screens.photo_caption(texts, item))


async def on_qr_sheet(
    query: CallbackQuery,
    callback_data: buttons.QrSheetButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send everybody's QR image on pages to be printed; of a large stream several files."""
    view = await link_actions.links(db, clock, visitor, callback_data.stream_id)
    if not view.people:
        raise Refusal("error-nothing-to-print")
    cards = cards_of(view, await username(bot))
    names = iter(sheet_names(texts.plain("invite-qr-file-name"), len(cards)))
    async for data in sheet_files(texts, cards):
        await send_file(query, BufferedInputFile(data, next(names)), screens.sheet_caption(texts, view))


async def username(bot: Bot) -> str:
    """Return the bot's own name for links; asked of Telegram once."""
    return (await bot.me()).username or ""
