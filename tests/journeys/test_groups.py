"""Group chats: tied by organizers, read by everybody in them, and nothing personal comes out."""

from datetime import UTC, datetime

import pytest

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock
from db.engine import Database
from db.people import enrolments, people
from tests import stage as telegram
from tests.roster import row
from tests.schedule.stage import set_stage
from tests.stage import staged
from tests.support.groups import (
    as_group,
    group_with_bot,
    number_of_last,
    seen_by_nobody_else,
    shown_last,
    words_in,
)

STREAM = "Школа мэров, Поток 5"


@pytest.fixture
async def chat(
    world: World, server: BotApiServer, database: Database, database_url: str, clock: ManualClock
) -> telegram.Stage:
    await set_stage(database)
    names = {"surname": "Опытова", "name": "Ольга", "patronymic": ""}
    olga = await row(database, people, id=90, code="О-1", zone="Asia/Omsk", **names)
    await row(database, enrolments, person_id=olga, stream_id=5, roles=["organizer"])
    clock.set(datetime(2025, 11, 18, 4, 30, tzinfo=UTC))
    return telegram.Stage(world, server, database, database_url, clock)


async def test_the_streams_chat_answers_for_everybody_in_one_message(chat: telegram.Stage) -> None:
    async with staged(chat):
        olga = await chat.enter("О-1")
        stranger = chat.newcomer("Прохожий")
        group = await group_with_bot(chat, "Поток 5", olga, stranger)
        await stranger.send("/today", chat=group)
        assert shown_last(chat, group).startswith("Этот чат не привязан к потоку")
        await olga.send("/bind", chat=group)
        await olga.tap(f"Чат потока: {STREAM}", chat=group)
        said = len(words_in(chat, group))
        await stranger.send("/today", chat=group)
        day = shown_last(chat, group)
        assert "Практикум А" in day
        assert "Практикум Б" in day
        await stranger.send("/schedule завтра", chat=group)
        assert "ср, 19 ноября" in shown_last(chat, group)
        await stranger.tap("Сегодня", chat=group)
        assert shown_last(chat, group) == day
        await stranger.send("/now", chat=group)
        assert "Стратегия города" in shown_last(chat, group)
        assert len(words_in(chat, group)) == said + 1


async def test_only_organizers_tie_a_chat(chat: telegram.Stage) -> None:
    async with staged(chat):
        olga = await chat.enter("О-1")
        boris = await chat.enter("Ч-2")
        group = await group_with_bot(chat, "Поток 5", olga, boris)
        await boris.send("/bind", chat=group)
        assert shown_last(chat, group).startswith("У вас нет доступа к этому")
        await olga.send("/bind", chat=group)
        await boris.tap(f"Чат организаторов: {STREAM}", chat=group)
        assert boris.alerts()[0].startswith("У вас нет доступа к этому")
        await olga.press("gb1:6:staff", chat.world.messages(group)[-1])
        assert olga.alerts()[0].startswith("У вас нет доступа к этому")
        await boris.send("/today", chat=group)
        assert shown_last(chat, group).startswith("Этот чат не привязан к потоку")


async def test_a_chat_is_taken_from_another_stream_only_by_whoever_organizes_both(
    chat: telegram.Stage,
) -> None:
    async with staged(chat):
        olga, boris = await chat.enter("О-1"), await chat.enter("Ч-2")
        await row(chat.database, enrolments, person_id=2, stream_id=6, roles=["organizer"])
        group = await group_with_bot(chat, "Поток 5", olga, boris)
        await olga.send("/bind", chat=group)
        await olga.tap(f"Чат потока: {STREAM}", chat=group)
        await boris.send("/bind", chat=group)
        asked = chat.world.messages(group)[-1]
        for purpose in ("group", "staff"):
            await boris.press(f"gb1:6:{purpose}", asked)
            assert boris.alerts()[0].startswith("Этот чат привязан к другому потоку (Поток 5).")
        await boris.send("/today", chat=group)
        assert "Практикум А" in shown_last(chat, group)
        await row(chat.database, enrolments, person_id=90, stream_id=6, roles=["organizer"])
        await olga.press("gb1:6:group", asked)
        await olga.send("/today", chat=group)
        assert "Практикум А" not in shown_last(chat, group)


async def test_forged_and_private_buttons_show_nothing_in_a_group(chat: telegram.Stage) -> None:
    async with staged(chat):
        olga = await chat.enter("О-1")
        group = await group_with_bot(chat, "Поток 5", olga)
        await olga.send("/bind", chat=group)
        await olga.tap(f"Чат потока: {STREAM}", chat=group)
        await olga.send("/today", chat=group)
        before = words_in(chat, group)
        for data in ("gp1:day:2147483647:0", "gp1:day:0:0", "so1:trip:0", "xx9:1"):
            await olga.press(data, chat.world.messages(group)[-1])
            assert olga.alerts() != []
            assert "Ниже" not in olga.alerts()[0]
        assert words_in(chat, group) == before


async def test_who_writes_in_the_groups_name_is_answered_and_told_who_may_tie_it(
    chat: telegram.Stage,
) -> None:
    async with staged(chat):
        olga = await chat.enter("О-1")
        group = await group_with_bot(chat, "Поток 5", olga)
        await as_group(chat, group, "/bind")
        assert shown_last(chat, group).startswith("Вы пишете от имени чата, и мне не видно, кто вы.")
        await olga.send("/bind", chat=group)
        await olga.tap(f"Чат потока: {STREAM}", chat=group)
        await as_group(chat, group, "/today")
        assert "Практикум А" in shown_last(chat, group)


async def test_an_answer_in_the_groups_name_is_not_sent_and_that_is_said(chat: telegram.Stage) -> None:
    async with staged(chat):
        olga = await chat.enter("О-1")
        boris = await chat.enter("Ч-2")
        group = await group_with_bot(chat, "Штаб", olga)
        await olga.send("/bind", chat=group)
        await olga.tap(f"Чат организаторов: {STREAM}", chat=group)
        await boris.send("/ask Где парковка?")
        await as_group(chat, group, "У входа", reply_to=number_of_last(chat, group))
        assert shown_last(chat, group).startswith("Ответ не отправлен: вы пишете от имени чата")
        assert "У входа" not in str(boris.messages())


async def test_a_client_that_asks_unseen_is_answered_unseen(chat: telegram.Stage) -> None:
    async with staged(chat):
        olga = await chat.enter("О-1")
        stranger = chat.newcomer("Прохожий")
        group = await group_with_bot(chat, "Поток 5", olga, stranger)
        await olga.send("/bind", chat=group)
        await olga.tap(f"Чат потока: {STREAM}", chat=group)
        before = words_in(chat, group)
        await seen_by_nobody_else(chat, stranger, group, "/today")
        assert "Практикум А" in stranger.messages(group)[-1]["text"]
        await stranger.tap("Завтра", chat=group)
        assert "ср, 19 ноября" in stranger.messages(group)[-1]["text"]
        assert words_in(chat, group) == before
        assert olga.messages(group) == chat.world.messages(group)


async def test_the_menu_of_groups_offers_the_programme_unseen_and_bind_openly(chat: telegram.Stage) -> None:
    async with staged(chat):
        olga = await chat.enter("О-1")
        group = await group_with_bot(chat, "Поток 5", olga)
        offered = {
            one["command"]: one.get("is_ephemeral") for one in chat.world.commands_for(olga.user, group)
        }
        assert offered == {"now": True, "today": True, "tomorrow": True, "schedule": True, "bind": None}
