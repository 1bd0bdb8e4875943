import pytest
from aiogram import Bot

from bot.delivery.pace import Limits, Pace
from bot.delivery.sending import send_letter
from bot.sandbox.botapi.world import World
from bot.ui.notices.letter import Attachment, Letter
from bot.ui.texts import Markup


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
