from typing import Any

import aiohttp
import pytest

from tests.sandbox.page.pictures import png
from tests.sandbox.page.stage import Stage

PICTURE = png(40, 30)


def form(files: list[tuple[str, str, bytes]], **fields: str) -> aiohttp.FormData:
    # Browsers send names as they are.
    data = aiohttp.FormData(fields, quote_fields=False)
    for name, mime, body in files:
        data.add_field("file", body, filename=name, content_type=mime)
    return data


async def send(
    http: aiohttp.ClientSession, person: int, files: list[tuple[str, str, bytes]], **fields: str
) -> tuple[int, Any]:
    async with http.post(f"/api/people/{person}/files", data=form(files, **fields)) as answer:
        return answer.status, await answer.json()


def kinds(stage: Stage, count: int) -> list[str]:
    names = ("animation", "photo", "video", "audio", "voice", "document")
    return [
        next(name for name in names if name in body) for body in stage.world.messages(stage.anna)[-count:]
    ]


@pytest.mark.parametrize(
    ("name", "mime", "body", "kind"),
    [
        ("фото.png", "image/png", PICTURE, "photo"),
        ("битое.png", "image/png", b"not a picture", "document"),
        ("анимация.gif", "image/gif", b"GIF89a\x01\x00\x01\x00", "animation"),
        ("запись.ogg", "audio/ogg", b"OggS", "voice"),
        ("песня.mp3", "audio/mpeg", b"ID3", "audio"),
        ("ролик.mp4", "video/mp4", b"....ftyp", "video"),
        ("программа.xlsx", "application/vnd.ms-excel", b"PK", "document"),
        ("страница.html", "text/html", b"<script>", "document"),
    ],
)
async def test_a_file_becomes_what_a_messenger_makes_of_it(
    stage: Stage, http: aiohttp.ClientSession, name: str, mime: str, body: bytes, kind: str
) -> None:
    status, _ = await send(http, stage.anna, [(name, mime, body)], caption="Вот")
    assert (status, kinds(stage, 1), stage.last(stage.anna)["caption"]) == (200, [kind], "Вот")


async def test_several_pictures_are_one_album_with_one_caption(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    files = [(f"{number}.png", "image/png", PICTURE) for number in range(3)]
    status, answer = await send(http, stage.anna, files, caption="Экскурсия")
    sent = stage.world.messages(stage.anna)[-3:]
    assert (status, len(answer["update_ids"])) == (200, 3)
    assert kinds(stage, 3) == ["photo"] * 3
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [message.get("caption") for message in sent] == ["Экскурсия", None, None]


async def test_kinds_that_share_no_album_come_apart(stage: Stage, http: aiohttp.ClientSession) -> None:
    files = [
        ("1.png", "image/png", PICTURE),
        ("2.png", "image/png", PICTURE),
        ("3.xlsx", "application/x", b"PK"),
        ("4.ogg", "audio/ogg", b"OggS"),
    ]
    await send(http, stage.anna, files)
    groups = [message.get("media_group_id") for message in stage.world.messages(stage.anna)[-4:]]
    assert kinds(stage, 4) == ["photo", "photo", "document", "voice"]
    assert (groups[0], groups[2:]) == (groups[1], [None, None])


async def test_a_picture_may_go_as_a_file_and_into_the_group(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    files = [("фото.png", "image/png", PICTURE)]
    await send(http, stage.anna, files, as_files="1", chat=str(stage.group))
    document: Any = stage.last(stage.group)["document"]
    assert (document["file_name"], document["file_size"]) == ("фото.png", len(PICTURE))


@pytest.mark.parametrize(
    ("files", "fields", "status", "code"),
    [
        ([], {"caption": "x"}, 400, "bad_file"),
        ([("пусто.txt", "text/plain", b"")], {}, 400, "bad_file"),
        ([(f"{n}.txt", "text/plain", b"x") for n in range(11)], {}, 400, "too_many_files"),
        ([("a.txt", "text/plain", b"x")], {"caption": "я" * 1025}, 400, "too_long"),
        ([("a.txt", "text/plain", b"x")], {"chat": "77"}, 404, "no_chat"),
        ([("a.txt", "text/plain", b"x")], {"reply_to": "999"}, 404, "no_message"),
        ([("a.txt", "text/plain", b"x")], {"reply_to": "-"}, 400, "bad_request"),
    ],
    ids=[
        "no file",
        "an empty file",
        "eleven files",
        "a long caption",
        "a strange chat",
        "a strange reply",
        "a dash",
    ],
)
async def test_what_cannot_be_sent_is_refused_whole(
    stage: Stage,
    http: aiohttp.ClientSession,
    files: list[tuple[str, str, bytes]],
    fields: dict[str, str],
    status: int,
    code: str,
) -> None:
    before = stage.world.messages(stage.anna)
    if not files:
        fields, files = {}, []
        async with http.post(
            f"/api/people/{stage.anna}/files",
            data=b'--b\r\nContent-Disposition: form-data; name="caption"\r\n\r\nx\r\n--b--\r\n',
            headers={"Content-Type": "multipart/form-data; boundary=b"},
        ) as answer:
            got = answer.status, (await answer.json())["code"]
    else:
        whole = await send(http, stage.anna, files, **fields)
        got = whole[0], whole[1]["code"]
    assert got == (status, code)
    assert stage.world.messages(stage.anna) == before


async def test_a_file_above_the_limit_is_refused(
    stage: Stage, http: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.page.uploads.UPLOAD_LIMIT", 1000)
    assert (await send(http, stage.anna, [("a.bin", "text/plain", b"x" * 1000)]))[0] == 200
    status, body = await send(http, stage.anna, [("a.bin", "text/plain", b"x" * 1001)])
    assert (status, body["code"]) == (413, "too_big")
    both = [("a.bin", "text/plain", b"x" * 600)] * 2
    assert (await send(http, stage.anna, both))[1]["code"] == "too_big"


HOSTILE = b"<html><script>alert(1)</script></html>"


@pytest.mark.parametrize(
    ("mime", "body", "served", "disposition"),
    [
        ("image/png", PICTURE, "image/png", None),
        ("text/html", HOSTILE, "application/octet-stream", "attachment; filename*=UTF-8''"),
        ("image/svg+xml", HOSTILE, "application/octet-stream", "attachment; filename*=UTF-8''"),
        ("application/pdf", b"%PDF", "application/octet-stream", "attachment; filename*=UTF-8''"),
    ],
)
async def test_only_harmless_files_open_in_the_browser(
    stage: Stage, http: aiohttp.ClientSession, mime: str, body: bytes, served: str, disposition: str | None
) -> None:
    stage.world.send_file(stage.anna, "document", 'a"\r\nX: й.html', mime, body)
    document: Any = stage.last(stage.anna)["document"]
    async with http.get(f"/api/files/{document['file_id']}") as answer:
        assert (answer.status, answer.content_type, await answer.read()) == (200, served, body)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        named = answer.headers.get("Content-Disposition")
    assert named == (None if disposition is None else f"{disposition}a%22%0D%0AX%3A%20%D0%B9.html")


@pytest.mark.parametrize(
    ("asked", "status", "body", "told"),
    [
        ("bytes=0-", 200, b"0123456789", None),
        ("bytes=2-4", 206, b"234", "bytes 2-4/10"),
        ("bytes=7-", 206, b"789", "bytes 7-9/10"),
        ("bytes=-2", 206, b"89", "bytes 8-9/10"),
        ("bytes=8-99", 206, b"89", "bytes 8-9/10"),
    ],
)
async def test_a_player_may_ask_for_a_part(
    stage: Stage, http: aiohttp.ClientSession, asked: str, status: int, body: bytes, told: str | None
) -> None:
    stage.world.send_file(stage.anna, "voice", "v.ogg", "audio/ogg", b"0123456789")
    voice: Any = stage.last(stage.anna)["voice"]
    async with http.get(f"/api/files/{voice['file_id']}", headers={"Range": asked}) as answer:
        got = answer.status, await answer.read(), answer.headers.get("Content-Range")
    assert got == (status, body, told)


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=x", "bytes=5-2"])
async def test_a_part_outside_of_the_file_is_refused(
    stage: Stage, http: aiohttp.ClientSession, asked: str
) -> None:
    stage.world.send_file(stage.anna, "voice", "v.ogg", "audio/ogg", b"0123456789")
    voice: Any = stage.last(stage.anna)["voice"]
    async with http.get(f"/api/files/{voice['file_id']}", headers={"Range": asked}) as answer:
        assert answer.status == 416


async def test_an_unknown_file_is_not_found(http: aiohttp.ClientSession) -> None:
    async with http.get("/api/files/nothing") as answer:
        assert (answer.status, (await answer.json())["code"]) == (404, "no_file")
