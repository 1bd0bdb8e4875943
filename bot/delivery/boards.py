"""Keeps the messages that show how far broadcasts are: one message each, renewed while it is under way."""

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from sqlalchemy.exc import SQLAlchemyError

from bot.broadcasts.board_actions import Board, boards, leave, still_shown
from bot.broadcasts.progress import is_over
from bot.delivery.deliverer import Deliverer
from bot.delivery.edits import Edits, Key, Overtaken
from bot.shared.stopping import unless_stopped
from bot.ui.broadcasts.board import board_screen
from bot.ui.texts import texts_in

log = logging.getLogger(__name__)

EVERY_S = 3.0
"""Between two looks: a message is rewritten at most so often, for each time takes a turn from the queue."""

_SAME = "message is not modified"


async def keep_boards(bot: Bot, deliverer: Deliverer, edits: Edits, stop: asyncio.Event) -> None:
    """Renew the boards until `stop` is set, in the process that delivers."""
    shown: dict[Key, str] = {}
    while not stop.is_set():
        if deliverer.delivers:
            await unless_stopped(stop, renew(bot, deliverer, edits, shown))
        await unless_stopped(stop, asyncio.sleep(EVERY_S))


async def renew(bot: Bot, deliverer: Deliverer, edits: Edits, shown: dict[Key, str]) -> None:
    """Rewrite every board that says something else now; one that shows the end is left in peace,
    and so is one whose reader may not see it any more.
    """
    try:
        found = await boards(deliverer.db, deliverer.clock)
        for gone in set(shown) - {(board.chat_id, board.message_id) for board in found}:
            del shown[gone]
        await asyncio.gather(*(_renew(bot, deliverer, edits, board, shown) for board in found))
    except (SQLAlchemyError, OSError) as fault:
        log.warning("the progress of broadcasts cannot be shown: %s", type(fault).__name__)


async def _renew(bot: Bot, deliverer: Deliverer, edits: Edits, board: Board, shown: dict[Key, str]) -> None:
    key = board.chat_id, board.message_id
    if not board.allowed:
        await leave(deliverer.db, *key)
        return
    screen = board_screen(texts_in(board.locale or deliverer.default_locale), board.card)
    if key not in shown and not is_over(board.card):
        shown[key] = screen.text  # whoever was shown it a moment ago reads just this: what follows is news
    elif shown.get(key) != screen.text:
        try:
            with edits.attempt(*key):
                if not await still_shown(deliverer.db, *key):
                    return
                await bot.edit_message_text(
                    screen.text, chat_id=key[0], message_id=key[1], reply_markup=screen.markup
                )
        except Overtaken:
            return
        except (TelegramBadRequest, TelegramForbiddenError) as refusal:
            if _SAME not in refusal.message:
                await leave(deliverer.db, *key)
                return
        except TelegramAPIError as fault:
            log.warning("the progress of a broadcast is not shown: %s", type(fault).__name__)
            return
        shown[key] = screen.text
    if is_over(board.card):
        shown.pop(key, None)
        await leave(deliverer.db, *key)
