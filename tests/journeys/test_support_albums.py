"""Albums: several pictures are one question, and one answer, whatever happens between them."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.world import PATIENCE_S
from bot.support.album_actions import PAUSE
from bot.support.sending_actions import LEASE
from db.support import question_messages, questions
from db.support_albums import album_items
from db.support_sends import WAITING, question_sends
from tests.roster import Roster, write_roster
from tests.sandbox.botapi.pictures import png
from tests.stage import Stage
from tests.support.groups import albums, number_of_last, send_album, staff_chat, until, words_in

THREE = ("раз.png", "два.png", "три.png")
PAPERS = ("план.pdf", "смета.pdf")


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    return await write_roster(stage.database)


@pytest.fixture
async def olga(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("О-1")


@pytest.fixture
async def anna(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("Л-1")


async def count(stage: Stage, table: Any) -> int:
    async with stage.database.read() as tx:
        return (await tx.execute(select(func.count()).select_from(table))).scalar_one()


def widths(album: list[Json]) -> list[int]:
    """Tell the pictures apart: each is one pixel wider than the one before."""
    return [message["photo"][-1]["width"] for message in album]


async def arrived(stage: Stage, chat: int, how_many: int = 1) -> None:
    stage.clock.move(PAUSE)
    await until(stage, lambda: len(albums(stage, chat)) == how_many)
    await written_down(stage)


async def written_down(stage: Stage) -> None:
    """Wait until the bot knows which messages it has just sent: a reply to an earlier one is nobody's."""
    waiting = select(func.count()).select_from(question_sends).where(question_sends.c.state == WAITING)
    async with asyncio.timeout(PATIENCE_S):
        while True:
            async with stage.database.read() as tx:
                if not await tx.scalar(waiting):
                    return
            await asyncio.sleep(0.02)


async def test_several_photos_are_one_question_and_one_album_in_the_staff_chat(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.press_key("Спросить")
    await send_album(stage, anna, THREE, "Какой вход наш?")
    said = words_in(stage, anna.user)
    assert len([words for words in said if "Вопрос № 1 передан организаторам." in words]) == 1
    await arrived(stage, chat)
    assert widths(albums(stage, chat)[0]) == [4, 5, 6]
    card = words_in(stage, chat)[-4]
    assert card.startswith("Вопрос № 1 · новый\nОбразцова Анна Петровна")
    assert card.endswith("\n\nКакой вход наш?")
    assert (await count(stage, questions), await count(stage, question_messages)) == (1, 3)
    await olga.send("/questions")
    olga.sees("Какой вход наш?")
    await olga.tap("№ 1")
    olga.sees("Вопрос: [альбом: 3 файла] Какой вход наш?")
    await olga.tap("Взять", chat=chat)
    assert words_in(stage, chat)[-4].startswith("Вопрос № 1 · отвечает Опытова Ольга Петровна\n")


async def test_documents_are_an_album_too_and_so_is_the_answer(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask")
    await send_album(stage, anna, PAPERS, "Всё верно?", kind="document")
    await arrived(stage, chat)
    names = [one["document"]["file_name"] for one in albums(stage, chat)[0]]
    assert names == list(PAPERS)
    # any picture of the album may be replied to, and an answer may be an album as well
    await send_album(stage, olga, THREE, "Вот так", chat=chat, reply_to=number_of_last(stage, chat))
    await arrived(stage, anna.user)
    assert widths(albums(stage, anna.user)[0]) == [4, 5, 6]
    assert words_in(stage, anna.user)[-4] == (
        "Ответ организаторов на вопрос № 1 (Опытова Ольга Петровна)\n\nВот так"
    )
    delivered = "Ответ на вопрос № 1 доставлен: Образцова Анна Петровна."
    await until(stage, lambda: words_in(stage, chat)[-1] == delivered)
    assert await count(stage, questions) == 1


async def test_killed_in_the_middle_of_an_album_nothing_is_lost_and_nothing_doubled(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask")
    updates = await send_album(stage, anna, THREE[:2], "Какой вход?")
    await stage.kill()
    group = anna.messages()[-2]["media_group_id"]
    late = stage.world.send_file(anna.user, "photo", "три.png", "image/png", png(6), media_group=group)
    for update in updates:
        stage.world.redeliver(update)
    await stage.open()
    await stage.world.wait_confirmed(late)
    await arrived(stage, chat)
    await anna.send("/help")
    assert [widths(album) for album in albums(stage, chat)] == [[4, 5, 6]]
    assert len([words for words in words_in(stage, chat) if "Какой вход?" in words]) == 1
    assert (await count(stage, questions), await count(stage, question_messages)) == (1, 3)


async def test_a_picture_that_comes_after_its_album_was_sent_follows_it(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask")
    await send_album(stage, anna, THREE[:2], "Какой вход?")
    await arrived(stage, chat)
    group = next(one["media_group_id"] for one in reversed(anna.messages()) if "media_group_id" in one)
    late = stage.world.send_file(anna.user, "photo", "три.png", "image/png", png(6), media_group=group)
    await stage.world.wait_confirmed(late)
    stage.clock.move(PAUSE)
    await until(stage, lambda: "Дополнение к вопросу № 1" in words_in(stage, chat)[-1])
    assert stage.world.messages(chat)[-1]["photo"][-1]["width"] == 6
    assert [widths(album) for album in albums(stage, chat)] == [[4, 5]]
    assert await count(stage, questions) == 1


async def test_a_crash_between_the_card_and_the_album_repeats_neither(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    held = stage.world.faults.too_many_requests(1000, methods=["sendMediaGroup"], times=1)
    await anna.send("/ask")
    await send_album(stage, anna, THREE, "Какой вход?")
    stage.clock.move(PAUSE)
    await until(stage, lambda: held.hits == 1)
    await stage.kill()
    stage.clock.move(LEASE)
    await stage.open()
    await anna.send("/ask А второй?")
    await until(stage, lambda: bool(albums(stage, chat)))
    assert [widths(album) for album in albums(stage, chat)] == [[4, 5, 6]]
    assert len([words for words in words_in(stage, chat) if "Какой вход?" in words]) == 1


async def test_an_album_nobody_asked_for_is_offered_once_and_sent_on_whole(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    before = len(anna.all_buttons())
    await send_album(stage, anna, THREE, "Смотрите")
    assert anna.all_buttons()[before:].count("Отправить организаторам") == 1
    await anna.tap("Отправить организаторам")
    anna.sees("Вопрос № 1 передан организаторам.")
    await arrived(stage, chat)
    assert widths(albums(stage, chat)[0]) == [4, 5, 6]
    assert words_in(stage, chat)[-4].endswith("\n\nСмотрите")
    assert await count(stage, album_items) == 0
