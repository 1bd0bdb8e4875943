"""What callback data of buttons is made of: short, versioned, stateless."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

Button = CallbackData
"""What a button carries; ≤ 64 bytes (Bot API, InlineKeyboardButton.callback_data).

The prefix ends with the version of the format. When a format changes, its version is raised, and
the old data falls to the last handler, which answers «кнопка устарела» with a fresh card.
"""

Id = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""An id of a row (PostgreSQL's integer); a forged larger one is no button of ours."""

PageNumber = Annotated[int, Field(ge=0, le=999)]
