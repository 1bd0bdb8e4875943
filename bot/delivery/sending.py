"""One letter to one chat, through Telegram."""

import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.types import BufferedInputFile, ReplyParameters

from bot.delivery.pace import Pace
from bot.delivery.patience import queued
from bot.ui.notices.letter import Attachment, Letter
from bot.ui.screens import Screen

log = logging.getLogger(__name__)

REQUEST_S = 30
"""How long one request may take."""

FILE_PAUSES_S = (1.0, 2.0, 5.0)
"""Before the repeats of a file that the server failed on or whose connection broke."""

FILE_WAITS_S = 60
"""The longest `retry_after` a file is kept for: meanwhile it takes a place of what is under way."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The ids of a letter's messages; `unknown_fate` tells that one of its files may have come twice."""

    message_ids: tuple[int, ...]
    unknown_fate: bool = False


async def send_letter(bot: Bot, pace: Pace, chat_id: int, letter: Letter, silent: bool) -> Sent:
    """Send a letter whose turn has come, and after it its files in turns of their own.

    Raises what Telegram answers to the text. A file that does not follow is logged: the text has
    arrived, and to repeat it for the file's sake would be worse.
    """
    queued.set(True)
    markup = Screen(letter.text, letter.rows).markup
    number = letter.reply_to
    reply = ReplyParameters(message_id=number, allow_sending_without_reply=True) if number else None
    message = await bot.send_message(
        chat_id,
        letter.text,
        reply_parameters=reply,
        reply_markup=markup,
        disable_notification=silent,
        request_timeout=REQUEST_S,
    )
    followed = [await _follow(bot, pace, chat_id, file) async for file in _files(letter)]
    files = [message_id for one in followed for message_id in one.message_ids]
    return Sent((message.message_id, *files), any(one.unknown_fate for one in followed))


async def _follow(bot: Bot, pace: Pace, chat_id: int, file: Attachment) -> Sent:
    """Send a file after its text; without an id where it is given up.

    It is sent again by itself: its notice cannot be put back into the queue for it, the text being there.
    """
    unknown = False
    for pause in (*FILE_PAUSES_S, None):
        if not await pace.turn(chat_id, begun=True):
            break
        document = BufferedInputFile(file.content, file.name)
        try:
            message = await bot.send_document(
                chat_id, document, caption=file.caption, disable_notification=True, request_timeout=REQUEST_S
            )
        except TelegramRetryAfter as told:
            if pause is None or told.retry_after > FILE_WAITS_S or not await pace.rest(told.retry_after):
                break
        except (TelegramServerError, TelegramNetworkError) as fault:
            unknown |= isinstance(fault, TelegramNetworkError)
            if pause is None or not await pace.rest(pause):
                break
        except TelegramAPIError as fault:
            log.warning("a file of a notice was not sent: %s", type(fault).__name__)
            return Sent((), unknown)
        else:
            return Sent((message.message_id,), unknown)
    log.warning("a file of a notice was given up: Telegram did not take it in time")
    return Sent((), unknown)


async def _files(letter: Letter) -> AsyncIterator[Attachment]:
    """Yield the files of a letter; those that are made only now are logged where that fails."""
    for file in letter.files:
        if isinstance(file, Attachment):
            yield file
            continue
        try:
            made = await file()
        except Exception:
            log.exception("the files of a notice cannot be made")
            continue
        for one in made:
            yield one
