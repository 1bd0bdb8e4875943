"""What an answer of Telegram, or its absence, means for a queued notice."""

from datetime import datetime, timedelta

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiohttp import ClientConnectorError

from bot.notices.model import Outcome, State

PAUSES_S = (1, 2, 5, 15, 60, 300)
"""Before the repeats of a send the network or a 5xx swallowed; the last goes on until it is too late."""

GONE = ("chat not found", "user not found", "PEER_ID_INVALID", "user is deactivated")
"""How a 400 says that nobody is there; other 400s are faults of ours."""


NOT_OF_A_BOT_API = "the answer is not of a Bot API"
"""What stands in a fault in place of a page that somebody on the way sent."""

BETWEEN = ("Bad Gateway", "Gateway Timeout", NOT_OF_A_BOT_API)
"""How an answer says that it is of somebody on the way, who does not know what Telegram did."""


def verdict(fault: Exception, attempts: int, now: datetime) -> Outcome:
    """Return what becomes of a notice whose sending ended with a fault.

    429: again exactly when told, and nothing counts as failed, not even for the next pause. 403, or 400
    about nobody: unreachable. Other 400s: our own fault, it is not sent again. 5xx and the network: again
    after a growing pause; what was on its way may have arrived.
    """
    match fault:
        case TelegramRetryAfter():
            return Outcome(State.QUEUED, "told to wait", now + timedelta(seconds=fault.retry_after))
        case TelegramMigrateToChat():
            return Outcome(State.QUEUED, "the chat moved", now)
        case TelegramNetworkError() | TimeoutError():
            again_at = now + _pause(attempts)
            return Outcome(State.QUEUED, "network", again_at, may_have_arrived(fault), attempted=True)
        case TelegramServerError():
            again_at = now + _pause(attempts)
            return Outcome(State.QUEUED, "server", again_at, may_have_arrived(fault), attempted=True)
        case _ if _nobody_there(fault):
            return Outcome(State.SKIPPED, "unreachable")
    return Outcome(
        State.FAILED, fault.message if isinstance(fault, TelegramAPIError) else type(fault).__name__
    )


def _nobody_there(fault: Exception) -> bool:
    if isinstance(fault, TelegramForbiddenError):
        return True
    return isinstance(fault, TelegramBadRequest) and any(word in fault.message for word in GONE)


def _pause(attempts: int) -> timedelta:
    return timedelta(seconds=PAUSES_S[min(attempts, len(PAUSES_S) - 1)])


def may_have_arrived(fault: Exception) -> bool:
    """Tell whether a message may be there although nobody said so.

    A refused connection carried nothing, and a server that has failed did nothing; of a gateway's answer
    nobody knows.
    """
    if isinstance(fault, TelegramServerError):
        return any(words in fault.message for words in BETWEEN)
    return not isinstance(fault.__cause__, ClientConnectorError)
