"""Which words say «Я в автобусе» and «Не поеду»."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from bot.excursions.boarding import Mark
from bot.understanding.model import Intent
from bot.understanding.questions import understand_question

_MARKS = {Intent.ABOARD: Mark.IN, Intent.STAYING: Mark.OUT}


class Said(Filter):
    """Lets through a text that says so, and hands the mark on as `mark`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Tell what a text says."""
        said = understand_question(message.text or "")
        mark = None if said is None else _MARKS.get(said.intent)
        return False if mark is None else {"mark": mark}
