from itertools import pairwise

import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton

from bot.delivery.letters import PutOff
from bot.delivery.pace import Limits, Pace
from bot.delivery.sending import send_letter
from bot.sandbox.botapi.flood import Limits as Flood
from bot.sandbox.botapi.world import World
from bot.ui.notices.letter import Attachment, Change, Letter, Media, Rewrite
from bot.ui.texts import Markup
from tests.sandbox.botapi.pictures import png


def file(name: str) -> Attachment:
    return Attachment(name, name.encode(), f"<b>{name}</b>")


async def test_files_follow_the_text_and_one_that_cannot_be_made_stops_nothing(
    bot: Bot, world: World, anna: int, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[int] = []

    async def later() -> tuple[Attachment, ...]:
        seen.append(len([one for one in world.messages(anna) if one["from"]["is_bot"]]))
        return file("b"), file("c")

    async def never() -> tuple[Attachment, ...]:
        raise RuntimeError("a fault of the machine")

    letter = Letter(Markup("Изменения в программе"), files=(never, file("a"), later))
    sent = await send_letter(bot, Pace(Limits(chat_pause_s=0.0)), anna, letter, silent=False)
    told = [one for one in world.messages(anna) if one["from"]["is_bot"]]
    assert [one.get("text") or one["caption"] for one in told] == ["Изменения в программе", "a", "b", "c"]
    assert (sent.message_ids, seen) == (tuple(one["message_id"] for one in told), [2])
    assert "cannot be made" in caplog.text


@pytest.mark.parametrize(("status", "unknown"), [(500, False), (502, True)])
async def test_a_file_that_telegram_puts_off_or_fails_on_follows_all_the_same(
    world: World, bot: Bot, anna: int, status: int, unknown: bool
) -> None:
    letter = Letter(Markup("Расписание изменилось"), files=(Attachment("a.ics", b"A", "файл"),))
    world.faults.too_many_requests(1, methods=["sendDocument"], times=1)
    world.faults.server_error(status, methods=["sendDocument"], times=1)
    sent = await send_letter(bot, Pace(Limits(chat_pause_s=0.0)), anna, letter, silent=False)
    assert (len(sent.message_ids), sent.unknown_fate) == (2, unknown)
    sends = [call for call in world.calls if call.method.lower() == "senddocument"]
    assert [call.status for call in sends] == [429, status, 200]
    assert sends[1].moment - sends[0].moment >= 1.0


async def test_a_file_that_must_wait_for_long_is_given_up_and_its_text_is_not(
    world: World, bot: Bot, anna: int
) -> None:
    letter = Letter(Markup("Расписание изменилось"), files=(Attachment("a.ics", b"A", "файл"),))
    world.faults.too_many_requests(3600, methods=["sendDocument"], times=1)
    sent = await send_letter(bot, Pace(Limits(chat_pause_s=0.0)), anna, letter, silent=False)
    assert (len(sent.message_ids), sent.unknown_fate) == (1, False)


async def test_a_file_whose_connection_breaks_is_sent_again_and_counted_as_perhaps_repeated(
    world: World, bot: Bot, anna: int
) -> None:
    letter = Letter(Markup("Расписание изменилось"), files=(Attachment("a.ics", b"A", "файл"),))
    world.faults.cut_after(methods=["sendDocument"], times=1)
    sent = await send_letter(bot, Pace(Limits(chat_pause_s=0.0)), anna, letter, silent=False)
    assert (len(sent.message_ids), sent.unknown_fate) == (2, True)
    assert [one.get("caption") for one in world.messages(anna)][-2:] == ["файл", "файл"]


def album(world: World, size: int) -> Letter:
    """Return an album whose buttons come after it."""
    files = [
        world.files.add("photo", png(4 + number), name="а.png", mime="image/png") for number in range(size)
    ]
    rows = [[InlineKeyboardButton(text="Ознакомлен(а)", callback_data="bk1:1:0")]]
    return Letter(Markup("К сообщению выше:"), rows, media=tuple(Media("photo", one.id) for one in files))


async def test_the_buttons_of_an_album_come_when_its_files_have_been_counted(
    world: World, bot: Bot, anna: int
) -> None:
    world.flood.limits = Flood()
    pace, letter = Pace(), album(world, 10)
    await pace.turn(anna, amount=10)
    sent = await send_letter(bot, pace, anna, letter, silent=False)
    assert len(sent.message_ids) == 11
    assert world.flood.refusals == 0


async def test_the_buttons_of_an_album_are_never_given_up_for_a_429(
    world: World, bot: Bot, anna: int
) -> None:
    world.faults.too_many_requests(1, methods=["sendMessage"], times=5)
    sent = await send_letter(bot, Pace(Limits(chat_pause_s=0.0)), anna, album(world, 2), silent=False)
    assert len(sent.message_ids) == 3
    assert world.messages(anna)[-1]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Ознакомлен(а)"


async def test_each_further_rewriting_of_a_letter_has_its_turn(world: World, bot: Bot, anna: int) -> None:
    ids = [(await bot.send_message(anna, words)).message_id for words in ("раз", "два", "три")]
    change = Change(tuple(ids), tuple(Rewrite(number, Markup("Сообщение отозвано.")) for number in ids))
    pace = Pace(Limits(chat_pause_s=0.3))
    await pace.turn(anna)
    await send_letter(bot, pace, anna, Letter(Markup(""), change=change), silent=False)
    edits = [call.moment for call in world.calls if call.method.lower() == "editmessagetext"]
    assert [later - sooner >= 0.25 for sooner, later in pairwise(edits)] == [True, True]
    pace.close()
    pace.pause(60)
    with pytest.raises(PutOff):
        await send_letter(bot, pace, anna, Letter(Markup(""), change=change), silent=False)
