"""/draft and /publish: what the draft of a stream changes and for whom, publishing, taking it back."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.notices.planning import Planning
from bot.people.coverage import organized_streams
from bot.people.model import Visitor
from bot.publishing import draft_actions, undo_actions
from bot.shared.clock import Clock
from bot.ui import publishing as screens
from bot.ui.answers import show
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle organizers; the actions refuse everybody else."""
    router = Router(name="publishing")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Admitted())
    router.message.register(on_draft, Command("draft", "publish"))
    router.callback_query.register(on_page, screens.DraftButton.filter())
    router.callback_query.register(on_publish, screens.PublishButton.filter(~F.sure))
    router.callback_query.register(on_sure, screens.PublishButton.filter(F.sure))
    router.callback_query.register(on_undo, screens.UndoPublicationButton.filter())
    return router


async def on_draft(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show the draft at once where one stream is organized, otherwise ask which."""
    streams = await organized_streams(db, clock, visitor)
    if len(streams) != 1:
        await show(message, screens.choose_screen(texts, streams))
        return
    draft = await draft_actions.look_at_draft(db, clock, visitor, streams[0].id)
    await show(message, screens.draft_screen(texts, draft, 0))


async def on_page(
    query: CallbackQuery,
    callback_data: screens.DraftButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Turn a page, or show the chosen stream."""
    draft = await draft_actions.look_at_draft(db, clock, visitor, callback_data.stream_id)
    await show(query, screens.draft_screen(texts, draft, callback_data.page))


async def on_publish(
    query: CallbackQuery,
    callback_data: screens.PublishButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Ask once more; a draft that is another one by now is shown anew."""
    draft = await draft_actions.look_at_draft(db, clock, visitor, callback_data.stream_id)
    if draft.changes is None or draft.changes.edition_id != callback_data.edition_id:
        await show(query, screens.draft_screen(texts, draft, 0))
        return
    await show(query, screens.sure_screen(texts, draft, callback_data.edition_id))


async def on_sure(
    query: CallbackQuery,
    callback_data: screens.PublishButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Publish what was shown."""
    stream_id, edition_id = callback_data.stream_id, callback_data.edition_id
    done = await draft_actions.publish_draft(db, clock, visitor, planning, stream_id, edition_id)
    await show(query, screens.done_screen(texts, done))


async def on_undo(
    query: CallbackQuery,
    callback_data: screens.UndoPublicationButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Take the last publication back."""
    done = await undo_actions.undo(db, clock, visitor, planning, callback_data.publication_id)
    await show(query, screens.done_screen(texts, done))
