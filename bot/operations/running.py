"""`run`: serve Telegram until the process is told to stop."""

import asyncio
import logging
import re
import signal
from collections.abc import Callable

from bot.app import serve
from bot.settings import Settings
from bot.shared.clock import SystemClock
from bot.shared.turns import made_for_good
from db.readiness import make_ready

_TOKEN_IN_URL = re.compile(r"(bot)?\d{5,}:[A-Za-z0-9_-]{20,}")


class WithoutSecrets(logging.Filter):
    """Takes bot tokens out of whatever is logged, tracebacks included."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Write the record out and blot tokens in it; every record passes."""
        record.msg, record.args = blot(record.getMessage()), None
        if record.exc_info and not record.exc_text:
            record.exc_text = blot(logging.Formatter().formatException(record.exc_info))
        return True


def set_up_logging(level: str) -> None:
    """Log to the standard error, without tokens, and without libraries' words on each update and statement.

    Statements carry personal data, whatever the level.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(WithoutSecrets())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in ("aiogram.event", "aiogram.dispatcher", "aiosqlite", "apscheduler", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


async def run(settings: Settings, announce: Callable[[str], None]) -> None:
    """Bring the database forward and serve; SIGTERM and SIGINT finish what is in flight first."""
    await make_ready(settings.database_url)
    made_for_good()
    await serve(settings, SystemClock(), stop_on_signals(), announce)


def stop_on_signals() -> asyncio.Event:
    """Return an event that is set when the process is told to end."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


def blot(text: str) -> str:
    """Take bot tokens out of a text."""
    return _TOKEN_IN_URL.sub("bot<token>", text)
