"""Webhook: the secret, order, repetition until 200, methods in the answer."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.webhook import SECRET_HEADER
from bot.sandbox.botapi.world import World
from tests.sandbox.botapi.conftest import Raw


class Hook:
    """A site that takes updates and answers as told."""

    def __init__(self) -> None:
        self.url = ""
        self.called = asyncio.Event()
        self.seen: list[tuple[str | None, dict[str, Any]]] = []
        self.statuses: list[int] = []
        self.answer: dict[str, Any] | None = None

    async def handle(self, request: web.Request) -> web.Response:
        self.called.set()
        self.seen.append((request.headers.get(SECRET_HEADER), await request.json()))
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.answer or {}, status=status)


async def serve(app: web.Application) -> tuple[web.AppRunner, str]:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}/hook"


@pytest.fixture
async def server(world: World) -> AsyncIterator[BotApiServer]:
    api = BotApiServer(world, webhook_pause=0.01)
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    site = Hook()
    app = web.Application()
    app.router.add_post("/hook", site.handle)
    runner, site.url = await serve(app)
    yield site
    await runner.cleanup()


async def test_updates_arrive_with_the_secret_and_are_confirmed_by_200(
    bot: Bot, world: World, anna: int, hook: Hook
) -> None:
    await bot.set_webhook(hook.url, secret_token="abc_-1", drop_pending_updates=True)
    update = world.say(anna, "привет")
    await world.wait_confirmed(update)
    assert [(secret, body["message"]["text"]) for secret, body in hook.seen] == [("abc_-1", "привет")]
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_an_update_comes_again_until_200_and_keeps_its_order(
    bot: Bot, world: World, anna: int, hook: Hook
) -> None:
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    hook.statuses = [500, 502]
    world.say(anna, "один")
    await world.wait_confirmed(world.say(anna, "два"))
    assert [body["message"]["text"] for _, body in hook.seen] == ["один", "один", "один", "два"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 502 Bad Gateway"


async def test_what_waited_before_is_delivered_and_a_repetition_too(
    bot: Bot, world: World, anna: int, hook: Hook
) -> None:
    world.updates.drop()
    update = world.say(anna, "раньше")
    await bot.set_webhook(hook.url)
    await world.wait_confirmed(update)
    world.redeliver(update)
    later = world.say(anna, "позже")
    await world.wait_confirmed(later)
    assert [body["message"]["text"] for _, body in hook.seen] == ["раньше", "раньше", "позже"]


async def test_a_slow_chat_does_not_hold_up_another(bot: Bot, world: World, anna: int, hook: Hook) -> None:
    other = world.add_user(first_name="Борис")
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    hook.statuses = [500] * 1_000
    world.say(anna, "стою")
    await hook.called.wait()
    hook.statuses = []
    await world.wait_confirmed(world.say(other, "иду"))


async def test_a_webhook_nobody_answers_is_named_in_the_info(bot: Bot, world: World, anna: int) -> None:
    feed = world.subscribe()
    await bot.set_webhook("http://127.0.0.1:1/hook")
    assert (await feed.get())["kind"] == "webhook_error"
    world.say(anna, "а")
    info = await bot.get_webhook_info()
    assert (info.last_error_message, info.pending_update_count) == ("Connection refused", 2)
    assert await bot.delete_webhook(drop_pending_updates=True) is True
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_a_method_in_the_answer_is_carried_out(bot: Bot, world: World, anna: int, hook: Hook) -> None:
    hook.answer = {"method": "sendMessage", "chat_id": anna, "text": "сразу"}
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    await world.wait_confirmed(world.say(anna, "а"))
    assert world.messages(anna)[-1]["text"] == "сразу"


async def test_aiograms_own_handler_works_behind_it(bot: Bot, world: World, anna: int) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> TelegramMethod[Any]:
        return SendMessage(chat_id=message.chat.id, text=f"Вы: {message.text}")

    app = web.Application()
    handler = SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token="s-1")
    app.router.add_post("/hook", handler.handle)
    runner, url = await serve(app)
    await bot.set_webhook(url, secret_token="s-1", drop_pending_updates=True)
    person = Persona(world, anna)
    await person.send("привет")
    assert person.text == "Вы: привет"
    await bot.delete_webhook()
    await runner.cleanup()


ADDRESSES = [
    (
        "http elsewhere",
        "http://example.org/hook",
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    ),
    (
        "an unusual port",
        "https://example.org:5000/hook",
        "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ),
    ("no address", "https://", "Bad Request: invalid webhook URL specified"),
]


@pytest.mark.parametrize(
    ("url", "words"), [case[1:] for case in ADDRESSES], ids=[case[0] for case in ADDRESSES]
)
async def test_an_address_is_refused(raw: Raw, url: str, words: str) -> None:
    assert await raw.refusal("setWebhook", url=url) == words


async def test_a_secret_has_only_plain_signs(raw: Raw) -> None:
    secret = {"url": "https://example.org", "secret_token": "а б"}
    assert (
        await raw.refusal("setWebhook", **secret) == "Bad Request: secret token contains unallowed characters"
    )
