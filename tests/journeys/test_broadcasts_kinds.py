"""What each kind of message allows, as it goes out, is corrected, and is retracted early and late."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.notices.model import State
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.records import Json
from tests.broadcasts.scene import corrected, rows, sent
from tests.journeys.publishing_week import ANNA, ORGANIZER, STREAM, load_week
from tests.sandbox.botapi.pictures import png
from tests.stage import Stage
from tests.support.groups import send_album

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""Seventy walks; one broadcast of each fate is tried on both databases elsewhere."""

FILES = {
    "photo": ("а.png", "image/png"),
    "video": ("а.mp4", "video/mp4"),
    "animation": ("а.gif", "image/gif"),
    "audio": ("а.mp3", "audio/mpeg"),
    "voice": ("а.ogg", "audio/ogg"),
    "document": ("а.pdf", "application/pdf"),
}


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    await load_week(stage, tmp_path)
    return await stage.enter(ORGANIZER, stream=STREAM)


@pytest.fixture
async def anna(stage: Stage, olga: Persona) -> Persona:
    return await stage.enter(ANNA, stream=STREAM)


async def with_ack(olga: Persona) -> None:
    await olga.tap("Кнопки")
    await olga.tap("Ознакомлен(а)")
    await olga.tap("‹ Назад")


async def a_file(stage: Stage, olga: Persona, kind: str) -> None:
    name, mime = FILES[kind]
    await olga.send_file(kind, name, mime, png(3), caption="Карта, {имя}")


def ways(stage: Stage) -> dict[str, Callable[[Persona], Awaitable[None]]]:
    """How an organizer sends each kind."""

    async def text(olga: Persona) -> None:
        await olga.send("Карта, {имя}")

    async def location(olga: Persona) -> None:
        await olga.share_location(57.15, 65.53)

    async def album(olga: Persona) -> None:
        await send_album(stage, olga, ("раз.png", "два.png"), "Карта, {имя}")

    async def documents(olga: Persona) -> None:
        await send_album(stage, olga, ("раз.pdf", "два.pdf"), "Карта, {имя}", kind="document")

    def of_file(kind: str) -> Callable[[Persona], Awaitable[None]]:
        async def file(olga: Persona) -> None:
            await a_file(stage, olga, kind)

        return file

    return {"text": text, "location": location, "album": album, "documents": documents} | {
        kind: of_file(kind) for kind in FILES
    }


KINDS = ("text", "album", "documents", "location", *FILES)
ALBUMS = {"album": "photo", "documents": "document"}


async def gone_out(stage: Stage, olga: Persona, anna: Persona, kind: str) -> list[Json]:
    """Send a kind with «Ознакомлен(а)» and return the messages that have come."""
    had = len(anna.messages())
    await olga.send("/broadcast")
    await ways(stage)[kind](olga)
    await with_ack(olga)
    await sent(stage, olga)
    return anna.messages()[had:]


def words(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def kinds(messages: list[Json]) -> list[str]:
    found = (*FILES, "location", "text")
    order = ("animation", "text", *found)
    return [next(kind for kind in order if kind in one) for one in messages]


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_arrives_with_its_words_and_buttons(
    stage: Stage, olga: Persona, anna: Persona, kind: str
) -> None:
    got = await gone_out(stage, olga, anna, kind)
    buttons = [anna.buttons(one) for one in got]
    if kind in ALBUMS:
        assert kinds(got) == [ALBUMS[kind], ALBUMS[kind], "text"]
        assert buttons == [[], [], [["Ознакомлен(а)"]]]
        assert len({one["media_group_id"] for one in got[:2]}) == 1
    else:
        assert kinds(got) == [kind]
        assert buttons == [[["Ознакомлен(а)"]]]
    if kind != "location":
        assert words(got[0]).startswith("Карта, ")
        assert "{имя}" not in words(got[0])
    await anna.tap("Ознакомлен(а)")
    assert anna.alerts() == ["Ответ записан: Ознакомлен(а)"]


@pytest.mark.parametrize("hours", [0, 49])
@pytest.mark.parametrize("kind", KINDS)
async def test_a_correction_changes_the_words_alone_however_late(
    stage: Stage, olga: Persona, anna: Persona, kind: str, hours: int
) -> None:
    got = await gone_out(stage, olga, anna, kind)
    numbers = [one["message_id"] for one in got]
    stage.clock.move(timedelta(hours=hours))
    if kind == "location":
        assert "Исправить" not in olga.all_buttons()
        return
    await corrected(stage, olga, "Карта новая, {имя}")
    now = [one for one in anna.messages() if one["message_id"] in numbers]
    assert words(now[0]).startswith("Карта новая, ")
    assert "{имя}" not in words(now[0])
    assert kinds(now) == kinds(got)
    assert [anna.buttons(one) for one in now] == [anna.buttons(one) for one in got]
    assert {state for state, _ in await rows(stage, "broadcast-change")} == {State.SENT}


@pytest.mark.parametrize("kind", KINDS)
async def test_retracted_under_48_hours_it_is_gone(
    stage: Stage, olga: Persona, anna: Persona, kind: str
) -> None:
    before = len(anna.messages())
    await gone_out(stage, olga, anna, kind)
    stage.clock.move(timedelta(hours=47))
    await olga.tap("Отозвать")
    await olga.tap("Да, отозвать")
    await stage.delivered()
    assert len(anna.messages()) == before + len(told_meanwhile(anna))
    assert {state for state, _ in await rows(stage, "broadcast-retraction")} == {State.SENT}


@pytest.mark.parametrize("kind", KINDS)
async def test_retracted_later_its_words_say_so(
    stage: Stage, olga: Persona, anna: Persona, kind: str
) -> None:
    got = await gone_out(stage, olga, anna, kind)
    numbers = [one["message_id"] for one in got]
    stage.clock.move(timedelta(hours=48))
    await olga.tap("Отозвать")
    await olga.tap("Да, отозвать")
    await stage.delivered()
    now = {one["message_id"]: one for one in anna.messages()}
    first = now[numbers[0]]
    if kind == "location":
        reply = anna.messages()[-1]
        assert words(reply) == "Сообщение выше отозвано."
        assert reply["reply_to_message"]["message_id"] == numbers[0]
        return
    assert words(first) == "Сообщение отозвано."
    assert [anna.buttons(now[number]) for number in numbers] == [[] for _ in numbers]
    assert kinds([now[number] for number in numbers]) == kinds(got)
    assert {state for state, _ in await rows(stage, "broadcast-retraction")} == {State.SENT}


def told_meanwhile(anna: Persona) -> list[Json]:
    """Return what the timetable told in the hours that were let pass."""
    return [one for one in anna.messages() if words(one).startswith(("Через", "План", "Уже", "Завтра"))]


@pytest.mark.parametrize("kind", ["sticker", "video_note"])
async def test_what_cannot_be_sent_to_many_is_refused_in_a_sentence(olga: Persona, kind: str) -> None:
    await olga.send("/broadcast")
    await olga.send_file(kind, "а.webp", "image/webp", png(3))
    olga.sees("Такое не рассылается")


async def test_a_workbook_is_read_as_the_programme_and_never_sent_to_many(olga: Persona) -> None:
    await olga.send("/broadcast")
    await olga.send_file("document", "люди.xlsx", "application/octet-stream", b"PK")
    assert "Рассылка: черновик" not in olga.text


async def test_the_table_of_what_is_possible_is_the_one_the_bot_follows(olga: Persona) -> None:
    await olga.send("/broadcast")
    await olga.tap("Что можно с чем")
    olga.sees("место на карте: кнопки под сообщением; имя читателя – нет; исправить – нельзя;")
    olga.sees("альбом (10 файлов): кнопки отдельным сообщением после;")


async def test_an_album_in_place_of_an_older_draft_is_whole(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await olga.send("/broadcast")
    await olga.send("Первый черновик")
    await olga.send("/broadcast")
    await olga.send("Второй черновик")
    await olga.send("/broadcast")
    await olga.tap("✎ Первый черновик")
    await olga.tap("Другое сообщение")
    await send_album(stage, olga, ("раз.png", "два.png", "три.png"), "Карта")
    olga.sees("альбом (3 файла)")
    had = len(anna.messages())
    await sent(stage, olga)
    assert kinds(anna.messages()[had:]) == ["photo"] * 3


async def test_an_album_whose_caption_is_too_long_is_refused_as_a_whole(stage: Stage, olga: Persona) -> None:
    await olga.send("/broadcast")
    await send_album(stage, olga, ("раз.png", "два.png", "три.png"), "слово " * 200)
    said = [words(one) for one in olga.messages()[-4:]]
    assert sum(one.startswith("Слишком длинно") for one in said) == 1
    assert not [one for one in said if one.startswith("Рассылка: черновик")]
    await send_album(stage, olga, ("раз.png", "два.png"), "Короче")
    olga.sees("альбом (2 файла)")
