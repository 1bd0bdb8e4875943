"""Files: what is accepted, what comes back, what is refused."""

import io
import json
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto, InputMediaVideo
from aiogram.types.media_union import MediaUnion
from aiohttp import FormData

from bot.sandbox.botapi.world import World
from tests.sandbox.botapi.conftest import TOKEN, Raw
from tests.sandbox.botapi.pictures import paper, picture, png


async def test_a_document_goes_up_comes_back_and_is_sent_again_by_its_identifier(bot: Bot, anna: int) -> None:
    sent = await bot.send_document(anna, paper("расписание", "день 1.txt"), caption="а")
    document = sent.document
    assert document is not None
    assert (document.file_name, document.file_size, sent.caption) == ("день 1.txt", 20, "а")
    found = await bot.get_file(document.file_id)
    assert found.file_path is not None
    data = await bot.download_file(found.file_path)
    assert data is not None
    assert data.read().decode() == "расписание"
    again = await bot.send_document(anna, document.file_id)
    assert again.document == document


async def test_a_picture_tells_its_size(bot: Bot, anna: int) -> None:
    sent = await bot.send_photo(anna, picture(40, 30))
    assert sent.photo is not None
    assert [(size.width, size.height) for size in sent.photo] == [(40, 30)]


async def test_other_kinds_of_files(bot: Bot, anna: int) -> None:
    file = BufferedInputFile(b"sound", "a.bin")
    assert (await bot.send_video(anna, file, duration=7, width=4, height=3)).video is not None
    voice = (await bot.send_voice(anna, file, duration=7)).voice
    assert voice is not None
    assert voice.duration == 7
    audio = (await bot.send_audio(anna, file, title="Гимн", performer="Хор")).audio
    assert audio is not None
    assert (audio.title, audio.performer) == ("Гимн", "Хор")
    animation = await bot.send_animation(anna, file)
    assert animation.animation is not None
    assert animation.document is not None
    assert (await bot.send_video_note(anna, file, length=240)).video_note is not None


async def test_what_a_person_sends_can_be_downloaded(bot: Bot, world: World, anna: int) -> None:
    world.send_file(anna, "document", "отчёт.xlsx", "application/vnd.ms-excel", b"cells", caption="/report")
    message = (await bot.get_updates(offset=-1))[0].message
    assert message is not None
    assert message.document is not None
    assert (message.document.file_name, message.caption) == ("отчёт.xlsx", "/report")
    assert [entity.type for entity in message.caption_entities or ()] == ["bot_command"]
    data = await bot.download(message.document)
    assert data is not None
    assert data.read() == b"cells"


async def test_an_album_shares_one_number_and_its_pictures_may_change(bot: Bot, anna: int) -> None:
    sent = await bot.send_media_group(
        anna, [InputMediaPhoto(media=picture(), caption="а"), InputMediaPhoto(media=picture(5, 5))]
    )
    assert sent[0].media_group_id is not None
    assert sent[0].media_group_id == sent[1].media_group_id
    assert [message.caption for message in sent] == ["а", None]
    first = sent[0]
    video = InputMediaVideo(media=BufferedInputFile(b"film", "a.mp4"))
    edited = await bot.edit_message_media(video, chat_id=anna, message_id=first.message_id)
    assert not isinstance(edited, bool)
    assert (edited.photo, edited.media_group_id) == (None, first.media_group_id)
    assert edited.video is not None


async def test_an_album_of_one_is_an_ordinary_message_and_each_album_has_its_own_number(
    bot: Bot, anna: int
) -> None:
    single = await bot.send_media_group(anna, [InputMediaPhoto(media=picture())])
    assert [message.media_group_id for message in single] == [None]
    photo = single[0].photo
    assert photo is not None
    items: list[MediaUnion] = [InputMediaPhoto(media=photo[0].file_id)] * 2
    numbers = {(await bot.send_media_group(anna, items))[0].media_group_id for _ in range(2)}
    assert len(numbers) == 2


async def test_copies_of_an_album_form_a_new_album(bot: Bot, world: World, anna: int) -> None:
    sent = await bot.send_media_group(anna, [InputMediaPhoto(media=picture())] * 2)
    await bot.copy_messages(anna, anna, [message.message_id for message in sent])
    copies = [message.get("media_group_id") for message in world.messages(anna)[-2:]]
    assert copies[0] == copies[1]
    assert copies[0] not in {None, sent[0].media_group_id}
    await bot.copy_message(anna, anna, sent[0].message_id)
    assert "media_group_id" not in world.messages(anna)[-1]
    await bot.copy_messages(anna, anna, [sent[0].message_id])
    assert "media_group_id" not in world.messages(anna)[-1]


async def test_a_caption_may_stand_above_its_picture_also_in_an_album(raw: Raw, bot: Bot, anna: int) -> None:
    sent = await bot.send_photo(anna, picture(), caption="а", show_caption_above_media=True)
    assert sent.show_caption_above_media is True
    assert sent.photo is not None
    item = {"type": "photo", "media": sent.photo[0].file_id, "caption": "а", "show_caption_above_media": True}
    album = await raw.result("sendMediaGroup", chat_id=anna, media=[item, item])
    assert [message["show_caption_above_media"] for message in album] == [True, True]


async def test_an_animation_may_be_sent_as_a_document_but_a_video_may_not(
    raw: Raw, bot: Bot, anna: int
) -> None:
    animation = (await bot.send_animation(anna, BufferedInputFile(b"gif", "a.gif"))).animation
    video = (await bot.send_video(anna, BufferedInputFile(b"film", "a.mp4"))).video
    assert animation is not None
    assert video is not None
    assert (await raw("sendDocument", chat_id=anna, document=animation.file_id))[0] == 200
    assert await raw.refusal("sendDocument", chat_id=anna, document=video.file_id) == (
        "Bad Request: can't use file of type Video as Document"
    )
    assert await raw.refusal("sendPhoto", chat_id=anna, photo=animation.file_id) == (
        "Bad Request: can't use file of type Animation as Photo"
    )


async def test_a_text_can_become_a_document(bot: Bot, anna: int) -> None:
    sent = await bot.send_message(anna, "а")
    edited = await bot.edit_message_media(
        InputMediaDocument(media=paper(), caption="б"), chat_id=anna, message_id=sent.message_id
    )
    assert not isinstance(edited, bool)
    assert (edited.text, edited.caption) == (None, "б")


async def upload(raw: Raw, method: str, field: str, name: str, data: bytes, **params: Any) -> tuple[int, str]:
    form = FormData()
    for key, value in params.items():
        form.add_field(key, value if isinstance(value, str) else json.dumps(value))
    form.add_field(field, io.BytesIO(data), filename=name)
    async with raw.session.post(f"{raw.base_url}/bot{TOKEN}/{method}", data=form) as response:
        return response.status, str((await response.json()).get("description"))


MEGABYTE = 1024 * 1024
UPLOADS: list[tuple[str, str, str, bytes, int, int, str]] = [
    ("an empty file", "sendDocument", "document", b"", 0, 400, "Bad Request: file must be non-empty"),
    ("no picture", "sendPhoto", "photo", b"text", 0, 400, "Bad Request: IMAGE_PROCESS_FAILED"),
    (
        "a picture too large",
        "sendPhoto",
        "photo",
        png(9_000, 1_001),
        0,
        400,
        "Bad Request: PHOTO_INVALID_DIMENSIONS",
    ),
    (
        "a picture too thin",
        "sendPhoto",
        "photo",
        png(210, 10),
        0,
        400,
        "Bad Request: PHOTO_INVALID_DIMENSIONS",
    ),
    (
        "a picture too heavy",
        "sendPhoto",
        "photo",
        png(),
        10 * MEGABYTE,
        400,
        f"Bad Request: file of size {len(png()) + 10 * MEGABYTE} bytes is too big for a photo; "
        "the maximum size is 10485760 bytes",
    ),
    ("over 50 MB", "sendDocument", "document", b"", 50 * MEGABYTE + 1, 413, "Request Entity Too Large"),
]


@pytest.mark.parametrize(
    ("method", "field", "data", "padding", "status", "words"),
    [case[1:] for case in UPLOADS],
    ids=[case[0] for case in UPLOADS],
)
async def test_an_upload_is_refused(
    raw: Raw, anna: int, method: str, field: str, data: bytes, padding: int, status: int, words: str
) -> None:
    assert await upload(raw, method, field, "a.png", data + bytes(padding), chat_id=str(anna)) == (
        status,
        words,
    )


async def test_a_file_over_20_mb_is_not_given_back(raw: Raw, bot: Bot, anna: int) -> None:
    sent = await bot.send_document(anna, BufferedInputFile(bytes(20 * 1024 * 1024 + 1), "a.bin"))
    assert sent.document is not None
    assert await raw.refusal("getFile", file_id=sent.document.file_id) == "Bad Request: file is too big"


REFERENCES: list[tuple[str, str, dict[str, Any], str]] = [
    ("no file", "sendPhoto", {}, "Bad Request: there is no photo in the request"),
    ("no round video", "sendVideoNote", {}, "Bad Request: there is no video note in the request"),
    (
        "an attachment that is not there",
        "sendPhoto",
        {"photo": "attach://x"},
        "Bad Request: there is no photo in the request",
    ),
    (
        "a made-up identifier",
        "sendPhoto",
        {"photo": "AgAC"},
        "Bad Request: wrong file identifier/HTTP URL specified",
    ),
    (
        "an address out of reach",
        "sendPhoto",
        {"photo": "https://example.org/a.png"},
        "Bad Request: failed to get HTTP URL content",
    ),
    ("a made-up identifier to fetch", "getFile", {"file_id": "AgAC"}, "Bad Request: invalid file_id"),
    ("no album", "sendMediaGroup", {}, 'Bad Request: parameter "media" is required'),
    ("an empty album", "sendMediaGroup", {"media": []}, "Bad Request: there are no messages to send"),
    (
        "an album that is no list",
        "sendMediaGroup",
        {"media": {}},
        "Bad Request: expected an Array of InputMedia",
    ),
    (
        "an album of eleven",
        "sendMediaGroup",
        {"media": [{}] * 11},
        "Bad Request: too many messages to send as an album",
    ),
    (
        "an animation in an album",
        "sendMediaGroup",
        {"media": [{"type": "animation", "media": "AgAC"}]},
        "Bad Request: can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup",
    ),
    (
        "a sticker in an album",
        "sendMediaGroup",
        {"media": [{"type": "sticker", "media": "AgAC"}]},
        'Bad Request: can\'t parse InputMedia: type "sticker" is unsupported',
    ),
    (
        "an item without file",
        "sendMediaGroup",
        {"media": [{"type": "photo"}]},
        "Bad Request: can't parse InputMedia: media not found",
    ),
    (
        "a caption of 1025 signs",
        "sendMediaGroup",
        {"media": [{"type": "photo", "media": "AgAC", "caption": "а" * 1025}]},
        "Bad Request: message caption is too long",
    ),
]


@pytest.mark.parametrize(
    ("method", "params", "words"), [case[1:] for case in REFERENCES], ids=[case[0] for case in REFERENCES]
)
async def test_a_reference_is_refused(
    raw: Raw, anna: int, method: str, params: dict[str, Any], words: str
) -> None:
    assert await raw.refusal(method, **{"chat_id": anna, **params}) == words


async def test_an_identifier_serves_its_own_kind_only(raw: Raw, bot: Bot, anna: int) -> None:
    document = (await bot.send_document(anna, paper())).document
    photo = (await bot.send_photo(anna, picture())).photo
    assert document is not None
    assert photo is not None
    assert await raw.refusal("sendPhoto", chat_id=anna, photo=document.file_id) == (
        "Bad Request: can't use file of type Document as Photo"
    )
    media = [
        {"type": "photo", "media": photo[0].file_id},
        {"type": "document", "media": document.file_id},
    ]
    assert await raw.refusal("sendMediaGroup", chat_id=anna, media=media) == (
        "Bad Request: document can't be mixed with other media types"
    )


async def test_a_broken_picture_is_named_by_its_place_in_the_album(raw: Raw, anna: int) -> None:
    media = [{"type": "photo", "media": "attach://one"}]
    status, words = await upload(raw, "sendMediaGroup", "one", "a.png", b"x", chat_id=str(anna), media=media)
    assert (status, words) == (
        400,
        'Bad Request: failed to send message #1 with the error message "IMAGE_PROCESS_FAILED"',
    )


async def test_a_caption_at_the_limit_is_sent_and_one_beyond_is_not(raw: Raw, bot: Bot, anna: int) -> None:
    sent = await bot.send_photo(anna, picture(), caption="а" * 1024)
    assert sent.photo is not None
    params = {"chat_id": anna, "photo": sent.photo[0].file_id, "caption": "а" * 1025}
    assert await raw.refusal("sendPhoto", **params) == "Bad Request: message caption is too long"
