"""What mentors type about themselves where they are asked: topics, the region."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.mentoring import profile_actions as actions
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.mentoring import profile as screens
from bot.ui.mentoring.profile_buttons import RegionButton, TopicsButton
from bot.ui.texts import Texts
from db.engine import Database
from handlers.text_entry import Awaiting, await_typed

TOPICS, REGION = "profile:topics", "profile:region"
"""Topics or the region are awaited; beside it, of which stream."""


def make_router() -> Router:
    """Await topics and the region: after commands and keys, before words of the timetable."""
    router = Router(name="mentor-profile-typed")
    router.message.filter(Private(), Admitted(), PlainText())
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_topics, TopicsButton.filter())
    router.callback_query.register(on_region, RegionButton.filter())
    router.message.register(on_typed_topics, Awaiting(TOPICS, stream_id="stream"))
    router.message.register(on_typed_region, Awaiting(REGION, stream_id="stream"))
    return router


async def on_region(
    query: CallbackQuery,
    callback_data: RegionButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await the region."""
    view = await actions.profile(db, clock, visitor, callback_data.stream_id)
    await await_typed(state, REGION, stream=view.stream.id)
    await show(query, screens.region_screen(texts, view))


async def on_topics(
    query: CallbackQuery,
    callback_data: TopicsButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await the topics."""
    view = await actions.profile(db, clock, visitor, callback_data.stream_id)
    await await_typed(state, TOPICS, stream=view.stream.id)
    await show(query, screens.topics_screen(texts, view))


async def on_typed_topics(
    message: Message,
    stream_id: int,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Write the topics that were typed."""
    await state.clear()
    view = await actions.set_topics(db, clock, visitor, stream_id, message.text or "")
    await show(message, screens.profile_screen(texts, view))


async def on_typed_region(
    message: Message,
    stream_id: int,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Write the region that was typed."""
    await state.clear()
    view = await actions.set_region(db, clock, visitor, stream_id, message.text or "")
    await show(message, screens.profile_screen(texts, view))
