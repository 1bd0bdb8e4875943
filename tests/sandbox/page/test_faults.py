"""The switches of faults, each by its effect on a bot that speaks."""

from typing import Any

import aiohttp
import pytest
from aiogram.exceptions import (
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from tests.sandbox.page.stage import Stage

OFF = {name: {"on": False, "seconds": 0} for name in ("flood", "server", "before", "after")}


async def post(http: aiohttp.ClientSession, path: str, body: Any) -> tuple[int, Any]:
    async with http.post(path, json=body) as answer:
        return answer.status, await answer.json()


async def faults(http: aiohttp.ClientSession) -> Any:
    async with http.get("/api/state") as answer:
        return (await answer.json())["faults"]


async def turned_on(http: aiohttp.ClientSession, name: str, seconds: int = 0) -> None:
    status, shown = await post(http, f"/api/faults/{name}", {"on": True, "seconds": seconds})
    assert (status, shown) == (200, OFF | {name: {"on": True, "seconds": seconds}})
    assert await faults(http) == shown


async def test_telegram_asks_to_wait_as_long_as_was_set(stage: Stage, http: aiohttp.ClientSession) -> None:
    await turned_on(http, "flood", 7)
    with pytest.raises(TelegramRetryAfter) as told:
        await stage.bot.send_message(stage.anna, "Автобус ждёт")
    assert told.value.retry_after == 7
    assert stage.texts(stage.anna) == ["/start"]
    await post(http, "/api/faults/flood", {"on": True, "seconds": 600})
    assert (await faults(http))["flood"] == {"on": True, "seconds": 600}
    await post(http, "/api/faults/flood", {"on": False})
    await stage.bot.send_message(stage.anna, "Автобус ждёт")
    assert stage.texts(stage.anna)[-1] == "Автобус ждёт"


@pytest.mark.parametrize(
    ("name", "fault"), [("server", TelegramServerError), ("before", TelegramNetworkError)]
)
async def test_nothing_arrives_while_the_server_or_the_way_to_it_fails(
    stage: Stage, http: aiohttp.ClientSession, name: str, fault: type[Exception]
) -> None:
    await turned_on(http, name)
    for _ in range(2):
        with pytest.raises(fault):
            await stage.bot.send_message(stage.anna, "Автобус ждёт")
    assert stage.texts(stage.anna) == ["/start"]
    assert (await post(http, f"/api/faults/{name}", {"on": False}))[1] == OFF
    await stage.bot.send_message(stage.anna, "Автобус ждёт")
    assert stage.texts(stage.anna)[-1] == "Автобус ждёт"


async def test_an_answer_is_lost_once_while_the_message_stands(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    await turned_on(http, "after")
    with pytest.raises(TelegramNetworkError):
        await stage.bot.send_message(stage.anna, "Автобус ждёт")
    assert stage.texts(stage.anna)[-1] == "Автобус ждёт"
    assert await faults(http) == OFF
    kinds = [event["kind"] for _, event in stage.page.log.since(0) or ()]
    assert kinds.count("faults") == 2
    await stage.bot.send_message(stage.anna, "Ждёт ещё")
    assert stage.texts(stage.anna)[-2:] == ["Автобус ждёт", "Ждёт ещё"]


async def test_the_reset_turns_everything_off_and_lifts_blocks(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    for name in OFF:
        await post(http, f"/api/faults/{name}", {"on": True, "seconds": 5})
    await post(http, f"/api/people/{stage.anna}/block", {})
    assert (await post(http, "/api/faults", {})) == (200, OFF)
    assert not stage.world.people[stage.anna].blocked
    await stage.bot.send_message(stage.anna, "Автобус ждёт")
    assert stage.texts(stage.anna)[-1] == "Автобус ждёт"


async def test_a_blocked_bot_is_refused(stage: Stage, http: aiohttp.ClientSession) -> None:
    await post(http, f"/api/people/{stage.anna}/block", {})
    with pytest.raises(TelegramForbiddenError):
        await stage.bot.send_message(stage.anna, "Автобус ждёт")


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("/api/faults/flood", {"on": True, "seconds": 0}, "bad_seconds"),
        ("/api/faults/flood", {"on": True, "seconds": 601}, "bad_seconds"),
        ("/api/faults/flood", {"on": "yes"}, "bad_request"),
        ("/api/faults/fire", {"on": True}, "no_switch"),
    ],
)
async def test_what_is_no_switch_or_no_pause_is_refused(
    http: aiohttp.ClientSession, path: str, body: Any, code: str
) -> None:
    assert (await post(http, path, body))[1]["code"] == code
    assert await faults(http) == OFF
