"""Who has waited long for a turn is looked at anew; everybody else is sent to."""

from collections import Counter
from dataclasses import dataclass

import pytest
from aiogram import Bot

from bot.delivery import carrying
from bot.delivery.book import Book
from bot.delivery.carrying import STALE_S, carry
from bot.delivery.errands import Errand
from bot.delivery.pace import Pace
from bot.delivery.sending import Sent
from bot.notices.model import Notice, Outcome
from bot.registry import make_planning
from bot.shared.clock import ManualClock
from bot.ui.notices.letter import Letter
from bot.ui.texts import Markup
from db.engine import Tx
from tests.conftest import MOMENT

CHAT = 7


@dataclass
class Waited(Pace):
    """A pace whose turn comes after so many seconds, or never where it is closed meanwhile."""

    seconds: float
    comes: bool = True
    passed: float = 0.0

    async def turn(self, chat_id: int, *, begun: bool = False, amount: int = 1) -> bool:
        self.passed += self.seconds
        return self.comes


async def no_alert(_tx: Tx, _notice: Notice, _outcome: Outcome) -> None:
    raise AssertionError("nothing has failed")


@pytest.mark.parametrize(
    ("seconds", "comes", "sent"),
    [(0.0, True, 1), (STALE_S, True, 1), (STALE_S + 0.1, True, 0), (0.0, False, 0)],
    ids=["at once", "just in time", "too long", "closed"],
)
async def test_a_letter_that_waited_longer_than_half_a_minute_is_not_sent_as_it_was_written(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, seconds: float, comes: bool, sent: int
) -> None:
    pace, letters = Waited(seconds, comes), list[Letter]()

    async def send(_bot: Bot, _pace: Pace, _chat: int, letter: Letter, _silent: bool) -> Sent:
        letters.append(letter)
        return Sent((1,))

    monkeypatch.setattr(carrying, "monotonic", lambda: pace.passed)
    monkeypatch.setattr(carrying, "send_letter", send)
    notice = Notice(
        1,
        "broadcast:1:person:1",
        "broadcast",
        1,
        "broadcast:1",
        1,
        None,
        MOMENT,
        MOMENT,
        MOMENT,
        None,
        "",
        0,
        0,
        {},
    )
    book = Book(make_planning(), no_alert, Counter())
    await carry(
        bot, pace, ManualClock(MOMENT), book, Errand(CHAT, CHAT, Letter(Markup("а")), (notice,), False)
    )
    assert (len(letters), book.counts["sent"], bool(book)) == (sent, sent, True)
