"""The time machine of the running sandbox, over HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from tests.sandbox.opened import sandbox, settings

EVENING = datetime(2026, 2, 17, 14, 50, tzinfo=UTC)
"""19:50 in Tyumen: ten minutes before tomorrow's plan."""


class Remote:
    """The page's own requests."""

    def __init__(self, http: aiohttp.ClientSession) -> None:
        self._http = http

    async def state(self) -> Any:
        async with self._http.get("/api/state") as answer:
            return await answer.json()

    async def post(self, path: str, body: Any) -> tuple[int, Any]:
        async with self._http.post(path, json=body) as answer:
            return answer.status, await answer.json()

    async def when(self, true: Callable[[Any], bool]) -> Any:
        """Return the state as soon as something is true of it."""
        async with asyncio.timeout(60):
            while not true(state := await self.state()):  # noqa: ASYNC110  (another program's page)
                await asyncio.sleep(0.05)
        return state

    async def go(self, way: str) -> Any:
        """Go all the way and return the state there."""
        assert (await self.post("/api/time/go", {"way": way}))[0] == 200
        return await self.when(lambda state: state["time"]["way"] is None)


@pytest.fixture
async def remote() -> AsyncIterator[Remote]:
    async with sandbox(settings(), EVENING) as opened, aiohttp.ClientSession(opened.url) as http:
        remote = Remote(http)
        await remote.when(entered)
        yield remote


def entered(state: Any) -> bool:
    """Tell whether everybody is in who is to be, and the groups are bound."""
    bound = all("Готово" in texts(state, title)[-1] for title in ("поток 5 (демо)", "организаторов (демо)"))
    people = ("Организатор", "Участник", "Наставник", "Сопровождающий")
    return bound and all(any("Вы вошли" in text for text in texts(state, title)) for title in people)


def texts(state: Any, title: str) -> list[str]:
    """Return the texts of a chat: a group's by its title, a person's by their own."""
    ids = [one["id"] for one in state["people"] if one["title"] == title]
    ids += [one["id"] for one in state["chats"] if one.get("title", "").endswith(title)]
    return [""] + [
        message.get("text", "")
        for chat in state["chats"]
        if chat["id"] == ids[0]
        for message in chat["messages"]
    ]


def at(state: Any) -> str:
    """Return the hour the clock shows in Tyumen."""
    return f"{datetime.fromtimestamp(state['now'], UTC) + timedelta(hours=5):%H:%M}"


async def test_a_step_goes_to_what_is_due_next_and_stays_until_it_has_come(remote: Remote) -> None:
    state = await remote.go("notice")
    assert at(state) == "20:00"
    kinds = [(kind["name"]["ru"], kind["people"]) for kind in state["time"]["came"]["kinds"]]
    assert ("План дня", 3) in kinds
    assert (state["time"]["moved"], state["time"]["came"]["unsent"]) == (True, 0)
    assert any("завтра" in text for text in texts(state, "Участник"))
    assert state["time"]["coming"]["at"] > state["now"]


async def test_back_in_the_present_nothing_comes_a_second_time(remote: Remote) -> None:
    state = await remote.go("notice")
    sent = texts(state, "Участник")
    await remote.post("/api/time/present", {})
    state = await remote.state()
    assert (at(state), state["time"]["moved"]) == ("19:50", False)
    state = await remote.go("notice")
    assert (state["time"]["moved"], at(state)) != (False, "20:00")
    assert texts(state, "Участник")[: len(sent)] == sent
    assert sum("завтра" in text for text in texts(state, "Участник")) == sum(
        "завтра" in text for text in sent
    )


async def test_what_the_calendar_does_is_done_on_the_way(remote: Remote) -> None:
    person = next(one["id"] for one in (await remote.state())["people"] if one["title"] == "Участник")
    await remote.post(f"/api/people/{person}/say", {"text": "/ask Где оставить машину?"})
    await remote.when(lambda state: "машину" in texts(state, "организаторов (демо)")[-1])
    await remote.go("notice")
    assert (await remote.post("/api/time/go", {"way": "notice"}))[0] == 200
    state = await remote.when(lambda state: state["time"]["way"] is None)
    alarms = [text for text in texts(state, "организаторов (демо)") if "ждёт ответа" in text]
    assert len(alarms) == 1


async def test_the_clock_goes_one_way_at_a_time_and_stops_where_it_is(remote: Remote) -> None:
    assert (await remote.post("/api/time/go", {"way": "run"}))[0] == 200
    for way in ("run", "notice", "excursion"):
        assert (await remote.post("/api/time/go", {"way": way}))[1]["code"] == "not_allowed"
    await remote.when(lambda state: at(state) >= "19:52")
    status, shown = await remote.post("/api/time/stop", {})
    assert (status, shown["way"], shown["moved"]) == (200, None, True)
    assert "19:52" <= at(await remote.state()) < "20:00"
    assert (await remote.post("/api/time/go", {"way": "sideways"}))[1]["code"] == "not_allowed"
