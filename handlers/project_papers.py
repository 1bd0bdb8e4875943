"""Files of a project: opening, sending and removing versions, and the marks of the checklist."""

from dataclasses import dataclass
from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.people.model import Visitor
from bot.projects import paper_actions as actions
from bot.projects.papers import Paper
from bot.schedule.files import SentFile
from bot.shared.clock import Clock
from bot.ui.answers import say, show, stop_spinner
from bot.ui.filters import Admitted, Private
from bot.ui.projects import buttons
from bot.ui.projects import papers as screens
from bot.ui.texts import Texts
from db.engine import Database
from handlers.event_files_sent import sent_file
from handlers.file_sending import sent_again
from handlers.text_entry import await_typed, stop_awaiting

SENDING = "papers:sending"
"""A file of a project is awaited; beside it stand the project's id and the kind."""


@dataclass(frozen=True, slots=True)
class AwaitedFile:
    """A file, for which project, and what it is."""

    sent: SentFile
    project_id: int
    paper: Paper


class Awaited(Filter):
    """Lets through a file that was asked for."""

    async def __call__(self, message: Message, state: FSMContext) -> bool | dict[str, Any]:
        """Hand the file, the project and the kind on; other messages cost no statement."""
        sent = sent_file(message)
        if sent is None or await state.get_state() != SENDING:
            return False
        data = await state.get_data()
        return {"awaited": AwaitedFile(sent, int(data["project"]), Paper(data["paper"]))}


def make_router() -> Router:
    """Handle admitted people; rights are asked in the actions."""
    router = Router(name="project-papers")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_sent, Awaited())
    router.callback_query.register(on_papers, buttons.PapersButton.filter())
    router.callback_query.register(on_paper, buttons.PaperButton.filter())
    router.callback_query.register(on_send, buttons.SendPaperButton.filter())
    router.callback_query.register(on_remove, buttons.RemovePaperButton.filter(~F.sure))
    router.callback_query.register(on_remove_sure, buttons.RemovePaperButton.filter(F.sure))
    return router


async def on_papers(
    query: CallbackQuery,
    callback_data: buttons.PapersButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """List the files; one that was awaited is awaited no more."""
    view = await actions.papers(db, clock, visitor, callback_data.project_id)
    await stop_awaiting(state, SENDING)
    before, page = callback_data.earlier, callback_data.page
    await show(query, screens.papers_screen(texts, view, before=before, number=page))


async def on_paper(
    query: CallbackQuery,
    callback_data: buttons.PaperButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send a version."""
    one = await actions.opened(db, clock, visitor, callback_data.version_id)
    await stop_spinner(query)
    if one.lost or not await sent_again(bot, visitor.chat_id, one.sent_as, one.file_id, one.caption):
        await actions.lose(db, clock, visitor, one.id)
        await say(query, screens.lost_words(texts, one))


async def on_send(
    query: CallbackQuery,
    callback_data: buttons.SendPaperButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Ask which kind of file it is, then await it."""
    view = await actions.papers_to_change(db, clock, visitor, callback_data.project_id)
    paper = callback_data.paper
    if paper is None:
        await show(query, screens.kinds_screen(texts, view))
        return
    await await_typed(state, SENDING, project=view.project.id, paper=paper.value)
    await show(query, screens.awaiting_screen(texts, view, paper))


async def on_sent(
    message: Message,
    awaited: AwaitedFile,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Keep the file that was asked for."""
    kept = await actions.keep(db, clock, visitor, awaited.project_id, awaited.paper, awaited.sent)
    await state.clear()
    screen = screens.kept_screen(texts, kept)
    await message.reply(screen.text, reply_markup=screen.markup)


async def on_remove(
    query: CallbackQuery,
    callback_data: buttons.RemovePaperButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Ask first."""
    one = await actions.opened(db, clock, visitor, callback_data.version_id)
    await actions.papers_to_change(db, clock, visitor, one.project_id)
    await show(query, screens.remove_screen(texts, one))


async def on_remove_sure(
    query: CallbackQuery,
    callback_data: buttons.RemovePaperButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Remove a version and show what is left."""
    view = await actions.remove(db, clock, visitor, callback_data.version_id)
    await show(query, screens.papers_screen(texts, view))
