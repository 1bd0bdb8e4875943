"""The bot behind a webhook: Telegram delivers, and hears 200 only for what was handled."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import Update
from aiohttp import web
from sqlalchemy import select

from bot.app import serve
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import PATIENCE_S, World
from bot.shared.errors import Trouble
from bot.updates.intake import Intake
from bot.updates.webhook import SECRET_HEADER, add_webhook, serve_webhook
from db.people import accounts
from tests.roster import Roster, write_roster
from tests.stage import Stage
from tests.telegram import settings_for

SECRET = "between-the-two-of-us"
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Hooked(Stage):
    """The running bot behind a webhook; `polls` tells that it polls instead."""

    url = ""
    polls = False

    async def open(self) -> None:
        hook = {} if self.polls else {"webhook_url": self.url, "webhook_secret": SECRET}
        settings = settings_for(
            self.server.base_url,
            database_url=self.database_url,
            http_port=int(self.url.split(":")[2].split("/")[0]),
            **hook,
        )
        self._stop = asyncio.Event()
        self._task = asyncio.create_task(serve(settings, self.clock, self._stop, self.announced.append))
        try:
            await until(lambda: self.world.webhook["url"] == ("" if self.polls else self.url))
        except TimeoutError:
            await self.close()
            raise

    async def post(self, body: Any, secret: str | None = SECRET, method: str = "POST") -> int:
        """Send what anybody may send, and return the status."""
        headers = {} if secret is None else {SECRET_HEADER: secret}
        data = body if isinstance(body, bytes) else None
        sent = None if data is not None else body
        async with (
            aiohttp.ClientSession() as http,
            http.request(method, self.url, json=sent, data=data, headers=headers) as answer,
        ):
            return answer.status


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not condition():  # noqa: ASYNC110  (the world has no event for this)
            await asyncio.sleep(0.005)


@pytest.fixture
async def server(world: World) -> AsyncIterator[BotApiServer]:
    api = BotApiServer(world, webhook_pause=0.02)
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
async def stage(
    world: World, server: BotApiServer, database: Any, database_url: str, clock: Any
) -> AsyncIterator[Hooked]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    stage = Hooked(world, server, database, database_url, clock)
    stage.url = f"http://127.0.0.1:{port}/hook"
    await stage.open()
    yield stage
    await stage.close()


@pytest.fixture
async def roster(stage: Hooked) -> Roster:
    return await write_roster(stage.database)


def written(update_id: int, user: int, text: str = "/help") -> dict[str, Any]:
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1_763_440_000,
            "chat": {"id": user, "type": "private"},
            "from": {"id": user, "is_bot": False, "first_name": "Анна", "language_code": "ru"},
            "text": text,
            "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}],
        },
    }


def heard(world: World, user: int) -> list[str]:
    return [message["text"] for message in world.messages(user) if message["from"]["id"] == world.bot_id]


async def test_people_come_in_and_are_answered(stage: Hooked, roster: Roster) -> None:
    anna = await stage.enter("Л-1")
    anna.sees("Здравствуйте, Анна Петровна!")
    await anna.send("/help")
    anna.sees("Что я умею")
    assert stage.world.webhook["secret_token"] == SECRET


WRONG_SECRETS = (None, "", "wrong", SECRET + "x", SECRET[:-1], "\udcff\udcfe")


@on_sqlite
async def test_without_the_secret_nothing_is_read(stage: Hooked, anna: int) -> None:
    told = [
        await stage.post(body, secret)
        for secret in WRONG_SECRETS
        for body in (written(900, anna), b"\xff no")
    ]
    assert told == [401] * 2 * len(WRONG_SECRETS)
    assert await stage.post(written(900, anna)) == 200
    assert sum("Что я умею" in text for text in heard(stage.world, anna)) == 1


NO_UPDATES = (
    b"",
    b"{",
    b"\xff\xfe\xff",
    b"[" * 100_000,
    b"null",
    b"7",
    b"[]",
    b"{}",
    b'{"update_id": "seven"}',
    b'{"update_id": 1.5}',
    b'{"update_id": null, "message": {}}',
)


@on_sqlite
async def test_what_is_no_update_is_refused(stage: Hooked) -> None:
    told = {body: await stage.post(body) for body in NO_UPDATES}
    assert told == dict.fromkeys(NO_UPDATES, 400)


@on_sqlite
async def test_an_update_that_cannot_be_read_is_not_asked_for_again(stage: Hooked, roster: Roster) -> None:
    anna = stage.newcomer("Анна")
    strange = stage.world.updates.put("message", {"message_id": "of another age"})
    await anna.send("/help")
    anna.sees("Что я умею")
    await stage.world.wait_confirmed(strange)


@on_sqlite
async def test_the_address_takes_updates_only_and_the_health_check_stands_beside(stage: Hooked) -> None:
    assert await stage.post(None, method="GET") == 405
    async with aiohttp.ClientSession() as http:
        async with http.get(stage.url.replace("/hook", "/healthz")) as healthy:
            assert (healthy.status, await healthy.text()) == (200, "ok")
        async with http.post(stage.url + "/other", json={}) as other:
            assert other.status == 404


@on_sqlite
async def test_a_fault_of_ours_is_told_to_the_person_and_not_delivered_again(
    stage: Hooked, roster: Roster, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("broken on purpose")

    monkeypatch.setattr("bot.ui.people.help_screen", broken)
    anna = stage.newcomer("Анна")
    await anna.send("/help")
    anna.sees("Не получилось: ошибка на нашей стороне (код ")
    assert len(anna.replies) == 1
    assert await stage.post(written(900, anna.user)) == 200


async def test_an_update_delivered_again_has_one_effect(stage: Hooked, roster: Roster) -> None:
    async def locale() -> str | None:
        async with stage.database.read() as tx:
            return await tx.scalar(select(accounts.c.locale).where(accounts.c.user_id == anna.user))

    anna = await stage.enter("Л-1")
    await anna.send("/language")
    chooser = anna.last
    english = stage.world.tap(anna.user, anna.user, chooser["message_id"], "ln1:en")
    await stage.world.wait_confirmed(english)
    await anna.press("ln1:ru", chooser)
    stage.world.redeliver(english)
    await until(
        lambda: heard(stage.world, anna.user)[-1] == "Дальше говорю по-русски." and len(anna.replies) > 1
    )
    assert await locale() == "ru"


@on_sqlite
async def test_a_persons_updates_are_handled_in_the_order_in_which_they_came(
    stage: Hooked, roster: Roster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram may open several connections: the second update must not overtake a slow first one."""
    anna = stage.newcomer("Анна")
    await anna.start()
    stage.world.faults.slow(0.2, methods=["sendmessage"], times=1)
    first = asyncio.create_task(stage.post(written(900, anna.user, "/help")))
    await until(lambda: any(fault.hits for fault in stage.world.faults._on))
    second = asyncio.create_task(stage.post(written(901, anna.user, "/language")))
    assert await asyncio.gather(first, second) == [200, 200]  # type: ignore[comparison-overlap]  # a list
    assert [text.split("\n")[0] for text in heard(stage.world, anna.user)[-2:]] == [
        "Что я умею",
        "Выберите язык. / Choose a language.",
    ]


@on_sqlite
async def test_from_the_webhook_to_polling_and_back_nothing_is_lost(stage: Hooked, roster: Roster) -> None:
    anna = stage.newcomer("Анна")
    await anna.send("/help")
    for polls in (True, False, True):
        await stage.close()
        before = len(heard(stage.world, anna.user))
        ids = [stage.world.say(anna.user, "/help") for _ in range(5)]
        stage.polls = polls
        await stage.open()
        for update_id in ids:
            await stage.world.wait_confirmed(update_id)
        await anna.send("/language")
        assert len(heard(stage.world, anna.user)) == before + 6


@on_sqlite
async def test_stopping_finishes_what_is_in_flight(stage: Hooked, roster: Roster) -> None:
    anna = stage.newcomer("Анна")
    await anna.start()
    stage.world.faults.slow(0.3, methods=["sendmessage"], times=1)
    update_id = stage.world.say(anna.user, "/help")
    await until(lambda: any(fault.hits for fault in stage.world.faults._on))
    await stage.close()
    assert stage.world.confirmed(update_id)
    assert len(heard(stage.world, anna.user)) == 2
    await stage.open()
    await anna.send("/language")
    assert len(heard(stage.world, anna.user)) == 3


@asynccontextmanager
async def hook(bot: Bot, intake: Intake) -> AsyncIterator[str]:
    """A webhook alone, before an intake of the test's own."""
    app = web.Application()
    add_webhook(app, "/", bot, intake, SECRET)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


async def test_what_a_stop_breaks_off_is_delivered_again(bot: Bot) -> None:
    begun = asyncio.Event()

    async def handle(update: Update) -> None:
        begun.set()
        await asyncio.Event().wait()

    intake = Intake(handle)

    async def delivered(url: str) -> int:
        headers = {SECRET_HEADER: SECRET}
        async with (
            aiohttp.ClientSession() as http,
            http.post(url, json=written(900, 7), headers=headers) as answer,
        ):
            return answer.status

    async with hook(bot, intake) as url:
        delivering = asyncio.create_task(delivered(url))
        await begun.wait()
        assert not await intake.drain(at_most=0.01)
        assert await delivering == 503


async def test_an_address_telegram_refuses_is_told_in_a_sentence(bot: Bot, server: BotApiServer) -> None:
    settings = settings_for(
        server.base_url, webhook_url="https://example.org:444/hook", webhook_secret=SECRET
    )
    with pytest.raises(Trouble, match=r"^Telegram does not accept WEBHOOK_URL: .*only on ports 80, 88, 443"):
        await serve_webhook(settings, bot, Intake(lambda _: asyncio.sleep(0)), ["message"], asyncio.Event())
