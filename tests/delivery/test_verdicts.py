"""What each answer of Telegram means for a queued notice."""

from datetime import timedelta

import pytest
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import SendMessage
from aiohttp import ClientConnectorError, ClientOSError
from aiohttp.client_reqrep import ConnectionKey

from bot.delivery.verdicts import NOT_OF_A_BOT_API, PAUSES_S, verdict
from bot.notices.model import Outcome, State
from tests.conftest import MOMENT

METHOD = SendMessage(chat_id=1, text="-")
KEY = ConnectionKey("127.0.0.1", 9, False, True, None, None, None)
TOLD = TelegramRetryAfter(METHOD, "Too Many Requests", 3600)
NOWHERE = TelegramBadRequest(METHOD, "Bad Request: chat not found")
SPOILT = TelegramBadRequest(METHOD, "Bad Request: can't parse entities")


def network(cause: Exception) -> TelegramNetworkError:
    fault = TelegramNetworkError(METHOD, "the network")
    fault.__cause__ = cause
    return fault


def again(reason: str, seconds: int, *, unknown_fate: bool = False, attempted: bool = False) -> Outcome:
    moment = MOMENT + timedelta(seconds=seconds)
    return Outcome(State.QUEUED, reason, moment, unknown_fate, attempted)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        pytest.param(TOLD, again("told to wait", 3600), id="429 waits as told, and counts as no attempt"),
        pytest.param(
            TelegramMigrateToChat(METHOD, "upgraded", -100), again("the chat moved", 0), id="a group moved"
        ),
        pytest.param(
            TelegramServerError(METHOD, "Internal Server Error"),
            again("server", 1, attempted=True),
            id="what a server failed on was not carried out",
        ),
        *(
            pytest.param(
                TelegramServerError(METHOD, words),
                again("server", 1, unknown_fate=True, attempted=True),
                id=f"nobody knows what came of it: {words}",
            )
            for words in ("Bad Gateway", "Gateway Timeout", NOT_OF_A_BOT_API)
        ),
        pytest.param(
            network(ClientOSError()),
            again("network", 1, unknown_fate=True, attempted=True),
            id="a broken connection may have carried it",
        ),
        pytest.param(
            TimeoutError(), again("network", 1, unknown_fate=True, attempted=True), id="no answer in time"
        ),
        pytest.param(
            network(ClientConnectorError(KEY, OSError())),
            again("network", 1, attempted=True),
            id="a refused connection carried nothing",
        ),
        pytest.param(
            TelegramForbiddenError(METHOD, "Forbidden: bot was blocked by the user"),
            Outcome(State.SKIPPED, "unreachable"),
            id="a 403",
        ),
        pytest.param(NOWHERE, Outcome(State.SKIPPED, "unreachable"), id="nobody is there"),
        pytest.param(SPOILT, Outcome(State.FAILED, SPOILT.message), id="a 400 is our own fault"),
        pytest.param(KeyError("x"), Outcome(State.FAILED, "KeyError"), id="so is what nobody thought of"),
    ],
)
def test_each_fault_has_its_verdict(fault: Exception, outcome: Outcome) -> None:
    assert verdict(fault, 0, MOMENT) == outcome


def test_the_pause_before_the_next_attempt_grows_and_stays_at_its_longest() -> None:
    fault: TelegramAPIError = TelegramServerError(METHOD, "Bad Gateway")
    pauses = [verdict(fault, attempts, MOMENT).again_at for attempts in range(8)]
    assert pauses == [MOMENT + timedelta(seconds=s) for s in (*PAUSES_S, PAUSES_S[-1], PAUSES_S[-1])]
