"""CPU per `/schedule` answered, against a bare aiogram bot that sends a text and keyboard of the same size.

Both bots answer the same bursts from as many people, in alternating rounds; each has its own Telegram in
another process, so what is measured is the bot's process alone, all its threads included.
"""

import json
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from typing import Any

from bench.budget import Reading
from bench.programme import write_programme
from bench.stand import Running, Telegram, bare_bot, our_bot, telegram
from bot.shared.clock import SystemClock
from db.engine import Database, open_engine
from db.readiness import make_ready

PEOPLE = 20
BURSTS = 10
ROUNDS = 21
WARM_UP = 10
"""Bursts before the first that counts: caches fill, menus are set."""


async def measure(folder: Path) -> list[Reading]:
    """Return the ratio of the least times: what else the machine does only adds to them."""
    async with AsyncExitStack() as stack:
        api, bare_api = [await stack.enter_async_context(telegram()) for _ in range(2)]
        users, bare_users = await api.people(PEOPLE), await bare_api.people(PEOPLE)
        await prepare(folder, users)
        ours = await stack.enter_async_context(our_bot(api, folder))
        await _burst(api, users, WARM_UP)
        screen = screen_of(await api.answer())
        bare = await stack.enter_async_context(bare_bot(bare_api, folder, screen))
        await _burst(bare_api, bare_users, WARM_UP)
        rounds = [
            (await _cost(bare, bare_api, bare_users), await _cost(ours, api, users)) for _ in range(ROUNDS)
        ]
    bare_ms, our_ms = (min(column) for column in zip(*rounds, strict=True))
    usual = median(our / bare for bare, our in rounds)
    size = f"{len(screen['text'])} characters, {sum(len(row) for row in screen['rows'])} buttons"
    return [
        Reading(
            "CPU per /schedule, × bare aiogram (aim 2)",
            our_ms / bare_ms,
            3.0,
            "×",
            f"{our_ms:.2f} ms against {bare_ms:.2f} ms; median of rounds {usual:.2f} ×; {size}",
        )
    ]


async def prepare(folder: Path, users: list[int]) -> None:
    """Write a database in a folder, in the middle of a full day, with these users in."""
    url = f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}"
    await make_ready(url)
    db = Database(open_engine(url))
    async with db.write() as tx:
        await write_programme(tx, SystemClock().now(), users)
    await db.close()


def screen_of(sent: dict[str, Any]) -> dict[str, Any]:
    """Take the text and the buttons of a message that was sent; a screen without both is no /schedule."""
    markup = sent["reply_markup"]
    keyboard = json.loads(markup) if isinstance(markup, str) else markup
    rows = [[(key["text"], key["callback_data"]) for key in row] for row in keyboard["inline_keyboard"]]
    return {"text": sent["text"], "rows": rows}


async def _burst(api: Telegram, users: list[int], times: int) -> None:
    for _ in range(times):
        await api.burst(users, "/schedule")


async def _cost(bot: Running, api: Telegram, users: list[int]) -> float:
    """Return the milliseconds of processor time per answer over one round."""
    before = bot.cpu_seconds()
    await _burst(api, users, BURSTS)
    return (bot.cpu_seconds() - before) * 1000 / (BURSTS * len(users))
