"""Lets a room answer by itself what is asked of it in words."""

from aiogram.filters import Filter
from aiogram.types import Message

from bot.understanding.model import Intent
from bot.understanding.questions import understand_question


class Asking(Filter):
    """Lets through words that ask for one thing: «статус проекта», «кто мой наставник»."""

    def __init__(self, intent: Intent) -> None:
        self._intent = intent

    async def __call__(self, message: Message) -> bool:
        """Tell whether they do."""
        asked = understand_question(message.text or "")
        return asked is not None and asked.intent is self._intent
