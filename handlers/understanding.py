"""Questions written without a slash: «когда автобус?», «где обед», «пароль от вай фая»."""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import Message

from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from bot.ui.answers import show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.texts import Texts
from bot.ui.understanding.answer import question_screen
from bot.understanding import actions
from bot.understanding.questions import understand_question
from bot.understanding.views import AnswerView
from db.engine import Database


class Understood(Filter):
    """Lets through a text that is a question of a known kind."""

    async def __call__(
        self, message: Message, visitor: Visitor, db: Database, clock: Clock
    ) -> bool | dict[str, Any]:
        """Hand the answer on as `answer`, so that it is looked up once."""
        question = understand_question(message.text or "")
        if question is None:
            return False
        try:
            return {"answer": await actions.answer(db, clock, visitor, question)}
        except NotAllowed:  # there is no stream yet: the fallback says what to do
            return False


def make_router() -> Router:
    """Handle admitted people in private chats."""
    router = Router(name="understanding")
    router.message.filter(Private(), Admitted())
    router.message.register(on_question, PlainText(), Understood())
    return router


async def on_question(message: Message, answer: AnswerView, texts: Texts) -> None:
    """Answer a question."""
    await show(message, question_screen(texts, answer))
