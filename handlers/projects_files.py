"""The portfolio to take away: as pictures, and as the table of a monthly report."""

import asyncio

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery, InputMediaPhoto

from bot.people.model import Visitor
from bot.projects import portfolio_actions as actions
from bot.projects.monthly_actions import month_of, monthly
from bot.projects.picture import pictures
from bot.projects.portfolio import Filter
from bot.schedule.pictures.painter import Painter, Unpainted
from bot.shared.clock import Clock
from bot.ui.answers import say, show, stop_spinner
from bot.ui.filters import Admitted, Private
from bot.ui.projects.buttons import MonthlyButton, PortfolioPictureButton
from bot.ui.projects.listing import list_screen
from bot.ui.projects.monthly import month_words, monthly_file, monthly_name
from bot.ui.projects.picture import caption, sheet_of
from bot.ui.screens import Screen, button
from bot.ui.texts import Texts
from db.engine import Database

MANY = 4
"""From so many pictures on a second process is worth its start."""


def make_router() -> Router:
    """Handle organizers and mentors; the actions refuse everybody else."""
    router = Router(name="projects-files")
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_picture, PortfolioPictureButton.filter())
    router.callback_query.register(on_monthly, MonthlyButton.filter())
    return router


async def on_picture(
    query: CallbackQuery,
    callback_data: PortfolioPictureButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    painter: Painter,
) -> None:
    """Send the portfolio as pictures; where they cannot be drawn, the list."""
    await stop_spinner(query)
    view = await actions.overseen(db, clock, visitor, Filter(stream_id=callback_data.stream_id))
    if not view.portfolio.whole:
        await say(query, texts("portfolio-picture-none"))
        return
    drawn = await asyncio.to_thread(pictures, sheet_of(texts, view))
    try:
        made = await painted(painter, drawn)
    except Unpainted:
        await show(query, list_screen(texts, view))
        return
    said, message = caption(texts, view), query.message
    if message is None:
        return
    files = [BufferedInputFile(one, f"projects-{number}.png") for number, one in enumerate(made, start=1)]
    if len(files) == 1:
        await message.answer_photo(files[0], caption=said)
        return
    await message.answer_media_group(
        [InputMediaPhoto(media=file, caption=None if number else said) for number, file in enumerate(files)]
    )


async def on_monthly(
    query: CallbackQuery,
    callback_data: MonthlyButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send the monthly report as a table, and offer the month before."""
    stream, back = callback_data.stream_id, callback_data.back
    found = await monthly(db, clock, visitor, Filter(stream_id=stream), back=back)
    data = await asyncio.to_thread(monthly_file, texts, found)
    said = texts("portfolio-monthly-caption", month=month_words(texts, found.first))
    other = month_words(texts, month_of(found.first, back=True))
    label = texts.plain("portfolio-button-monthly-back", month=other)
    rows = [] if back else [[button(label, MonthlyButton(stream_id=stream, back=True))]]
    await stop_spinner(query)
    if query.message is not None:
        file = BufferedInputFile(data, monthly_name(texts, found))
        await query.message.answer_document(file, caption=said, reply_markup=Screen(said, rows).markup)


async def painted(painter: Painter, drawn: tuple[str, ...]) -> tuple[bytes, ...]:
    """Paint in two processes where there are several pictures: two of them take half the time."""
    if len(drawn) < MANY:
        return await painter.paint(drawn)
    half = len(drawn) // 2
    first, second = await asyncio.gather(painter.paint(drawn[:half]), painter.paint(drawn[half:]))
    return (*first, *second)
