"""One letter to one chat, through Telegram."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.types import BufferedInputFile

from bot.delivery.letters import REQUEST_S, change, send_first, send_text
from bot.delivery.pace import Pace
from bot.delivery.patience import queued
from bot.delivery.verdicts import PAUSES_S, may_have_arrived
from bot.ui.notices.letter import Attachment, Letter

log = logging.getLogger(__name__)

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
    """Send a letter whose turn has come, and what comes after its beginning in turns of its own.

    Raises what Telegram answers to the beginning. What does not follow is logged: the beginning has
    arrived, and to repeat it for the rest's sake would be worse.
    """
    queued.set(True)
    if letter.change is not None:
        return Sent(await change(bot, pace, letter.change.chat_id or chat_id, letter.change))
    first = await send_first(bot, chat_id, letter, silent)
    followed = []
    if len(letter.media) > 1 and letter.rows:
        followed.append(await _follow(pace, chat_id, lambda: send_text(bot, chat_id, letter, silent), True))
    followed += [await _follow(pace, chat_id, _sender(bot, chat_id, file)) async for file in _files(letter)]
    rest = [message_id for one in followed for message_id in one.message_ids]
    return Sent((*first, *rest), any(one.unknown_fate for one in followed))


def _sender(bot: Bot, chat_id: int, file: Attachment) -> Callable[[], Awaitable[int]]:
    async def send() -> int:
        document = BufferedInputFile(file.content, file.name)
        message = await bot.send_document(
            chat_id, document, caption=file.caption, disable_notification=True, request_timeout=REQUEST_S
        )
        return message.message_id

    return send


async def _follow(
    pace: Pace, chat_id: int, send: Callable[[], Awaitable[int]], patient: bool = False
) -> Sent:
    """Send what comes after a letter's beginning; without an id where it is given up.

    It is sent again by itself: its notice cannot be put back into the queue for it, the beginning being
    there. What is `patient` is waited for as long as a notice is: below an album stand the only buttons.
    """
    unknown, pauses = False, iter(PAUSES_S if patient else FILE_PAUSES_S)
    while await pace.turn(chat_id, begun=True):
        try:
            return Sent((await send(),), unknown)
        except TelegramRetryAfter as told:
            given_up = not patient and (told.retry_after > FILE_WAITS_S or next(pauses, None) is None)
            if given_up or not await pace.rest(told.retry_after):
                break
        except (TelegramServerError, TelegramNetworkError) as fault:
            unknown |= may_have_arrived(fault)
            pause = next(pauses, None)
            if pause is None or not await pace.rest(pause):
                break
        except TelegramAPIError as fault:
            log.warning("what follows a notice was not sent: %s", type(fault).__name__)
            return Sent((), unknown)
    log.warning("what follows a notice was given up: Telegram did not take it in time")
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
