"""One errand on its way: its turn, the sending, and what Telegram's answer means."""

import logging
from time import monotonic

from aiogram import Bot
from aiogram.exceptions import TelegramMigrateToChat

from bot.delivery.book import Book
from bot.delivery.errands import Errand
from bot.delivery.letters import MessageGone, PutOff
from bot.delivery.pace import Pace
from bot.delivery.sending import send_letter
from bot.delivery.verdicts import verdict
from bot.notices.model import Outcome, State
from bot.shared.clock import Clock

log = logging.getLogger(__name__)

STALE_S = 30.0
"""Who has waited longer for a turn, as after a 429, is looked at anew: it may be called off, or too late."""


async def carry(bot: Bot, pace: Pace, clock: Clock, book: Book, errand: Errand) -> None:
    """Send one errand in its turn; whatever happens, each of its notices ends somehow in the book."""
    begun = monotonic()
    amount = max(len(errand.letter.media), 1)
    if not await pace.turn(errand.chat_id, amount=amount) or monotonic() - begun > STALE_S:
        book.put_back(errand.notices)
        return
    try:
        sent = await send_letter(bot, pace, errand.chat_id, errand.letter, errand.silent)
        outcome = Outcome(
            State.SENT,
            chat_id=errand.chat_id,
            message_ids=sent.message_ids,
            unknown_fate=sent.unknown_fate,
        )
    except PutOff:
        book.put_back(errand.notices)
        return
    except MessageGone:
        outcome = Outcome(State.SKIPPED, "message gone")
    except Exception as fault:
        if isinstance(fault, TelegramMigrateToChat):
            book.moved(errand.chat_id, fault.migrate_to_chat_id)
        outcome = verdict(fault, max(one.attempts for one in errand.notices), clock.now())
        level = logging.ERROR if outcome.state is State.FAILED else logging.WARNING
        log.log(level, "a notice of %s: %s", errand.notices[0].kind, type(fault).__name__)
    for notice in errand.notices:
        book.end(errand, notice, outcome)
