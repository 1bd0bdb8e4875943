import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import aiohttp
from aiogram.types import BotCommand, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.botapi.world import PATIENCE_S
from bot.sandbox.page.log import KEEP
from tests.sandbox.page.stage import Stage


class Line:
    """An open line of events."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer
        self.last_id = ""

    async def frame(self) -> dict[str, str]:
        """Return the next frame's fields."""
        async with asyncio.timeout(PATIENCE_S):
            fields: dict[str, str] = {}
            while True:
                line = (await self._answer.content.readline()).decode().rstrip("\n")
                if not line and fields:
                    return fields
                if not line and self._answer.content.at_eof():
                    raise EOFError
                name, _, value = line.partition(": ")
                if name:
                    fields[name] = value

    async def event(self) -> Any:
        """Return the next event that is not the clock's."""
        while True:
            fields = await self.frame()
            self.last_id = fields.get("id", self.last_id)
            if fields.get("event") == "reload":
                return {"kind": "reload"}
            told = json.loads(fields.get("data", "{}"))
            if told and told["kind"] != "clock":
                return told

    async def kinds(self, count: int) -> list[str]:
        return [(await self.event())["kind"] for _ in range(count)]


@asynccontextmanager
async def listening(http: aiohttp.ClientSession, after: str = "run.0", last: str = "") -> AsyncIterator[Line]:
    headers = {"Last-Event-ID": last} if last else {}
    async with http.get(f"/api/events?after={after}", headers=headers) as answer:
        assert answer.content_type == "text/event-stream"
        yield Line(answer)


async def test_a_talk_is_told_as_it_happens(stage: Stage, http: aiohttp.ClientSession) -> None:
    button = InlineKeyboardButton(text="Еду", callback_data="go")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    async with listening(http) as line:
        sent = await stage.bot.send_message(stage.anna, "Едете?", reply_markup=markup)
        first = await line.event()
        assert (first["kind"], first["chat"], first["message"]["text"]) == ("message", stage.anna, "Едете?")
        update = stage.world.tap(stage.anna, stage.anna, sent.message_id, "go")
        tap = await line.event()
        assert (tap["kind"], tap["user"], tap["message_id"], tap["data"]) == (
            "tap",
            stage.anna,
            sent.message_id,
            "go",
        )
        query = (await stage.bot.get_updates(offset=update))[0].callback_query
        assert query is not None
        await stage.bot.answer_callback_query(query.id, text="Записали", show_alert=True)
        assert await line.event() == {
            "kind": "callback_answer",
            "chat": stage.anna,
            "user": stage.anna,
            "query_id": tap["query_id"],
            "text": "Записали",
            "alert": True,
            "url": "",
        }
        await stage.bot.edit_message_text("Едем", chat_id=stage.anna, message_id=sent.message_id)
        await stage.bot.send_chat_action(stage.anna, "typing")
        await stage.bot.delete_message(stage.anna, sent.message_id)
        assert await line.kinds(3) == ["edited", "chat_action", "deleted"]


async def test_a_changed_menu_a_block_and_a_question_are_told(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    async with listening(http) as line:
        await stage.bot.set_my_commands([BotCommand(command="help", description="Помощь")])
        menus = [await line.event() for _ in range(2)]
        assert [(one["kind"], one["person"]["id"]) for one in menus] == [
            ("person", stage.organizer),
            ("person", stage.anna),
        ]
        assert menus[1]["person"]["places"][0]["commands"] == [{"command": "help", "description": "Помощь"}]
        stage.world.block(stage.anna)
        blocked = await line.event()
        assert (blocked["kind"], blocked["person"]["blocked"]) == ("person", True)
        sent = await stage.bot.send_message(stage.organizer, "Ваш ответ?", reply_markup=ForceReply())
        assert await line.kinds(1) == ["message"]
        assert await line.event() == {
            "kind": "asked",
            "chat": stage.organizer,
            "user": stage.organizer,
            "message_id": sent.message_id,
        }


async def test_chats_outside_of_the_cast_are_not_told(stage: Stage, http: aiohttp.ClientSession) -> None:
    stranger = stage.world.add_user(first_name="Чужой")
    async with listening(http) as line:
        stage.world.say(stranger, "секрет")
        stage.world.say(stage.anna, "слышно")
        assert (await line.event())["message"]["text"] == "слышно"


async def test_a_lost_line_goes_on_where_it_was(stage: Stage, http: aiohttp.ClientSession) -> None:
    async with listening(http) as line:
        stage.world.say(stage.anna, "раз")
        assert (await line.event())["message"]["text"] == "раз"
        last = line.last_id
    stage.world.say(stage.anna, "два")
    stage.world.say(stage.anna, "три")
    async with listening(http, last=last) as line:
        assert [(await line.event())["message"]["text"] for _ in range(2)] == ["два", "три"]


async def test_a_browser_of_another_run_reads_everything_anew(http: aiohttp.ClientSession) -> None:
    async with listening(http, after="run.0", last="earlier.5") as line:
        assert await line.event() == {"kind": "reload"}


async def test_a_browser_that_slept_too_long_reads_everything_anew(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    for number in range(KEEP + 1):
        stage.world.say(stage.anna, str(number))
    async with listening(http) as line:
        assert await line.event() == {"kind": "reload"}


async def test_the_state_says_from_where_to_listen(stage: Stage, http: aiohttp.ClientSession) -> None:
    stage.world.say(stage.anna, "до")
    async with http.get("/api/state") as answer:
        after = (await answer.json())["event"]
    stage.world.say(stage.anna, "после")
    async with listening(http, after=after) as line:
        assert (await line.event())["message"]["text"] == "после"


async def test_the_clock_is_told_at_once_and_when_its_minute_changes(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    async with listening(http) as line:
        await line.frame()
        start = json.loads((await line.frame())["data"])
        stage.clock.move(timedelta(hours=3))
        moved = json.loads((await line.frame())["data"])
    assert start["kind"] == moved["kind"] == "clock"
    assert moved["now"] - start["now"] == 3 * 3600


async def test_a_newcomer_is_told_to_every_window(stage: Stage, http: aiohttp.ClientSession) -> None:
    async with listening(http) as line:
        async with http.post("/api/people", json={"name": "Новая"}) as answer:
            added = (await answer.json())["id"]
        told = await line.event()
        assert (told["kind"], told["person"]["id"], told["person"]["started"]) == ("person", added, False)
        stage.world.start(added, "code")
        assert await line.kinds(2) == ["message", "person"]


async def test_the_heading_of_a_group_follows_its_members(stage: Stage, http: aiohttp.ClientSession) -> None:
    guest = stage.world.add_user(first_name="Гость")
    async with listening(http) as line:
        stage.world.add_member(stage.group, guest)
        assert (await line.event())["message"]["new_chat_members"][0]["id"] == guest
        head = await line.event()
        assert (head["kind"], head["head"]["members"]) == ("head", [stage.organizer, stage.anna, guest])


async def test_another_part_of_the_sandbox_can_make_browsers_read_anew(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    async with listening(http) as line:
        stage.page.tell("reload")
        assert await line.event() == {"kind": "reload"}
