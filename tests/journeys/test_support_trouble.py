"""Whatever happens to the chats, the people or the network, no question and no answer is lost."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from bot.delivery import patience
from bot.delivery.questions import Courier
from bot.jobs import question_jobs
from bot.registry import make_planning
from bot.sandbox.botapi.persona import Persona
from db.people import enrolments
from db.support import questions
from tests.journeys.demo import administrator
from tests.roster import Roster, write_roster
from tests.sandbox.botapi.pictures import png
from tests.stage import Stage
from tests.support.groups import number_of_last, send_album, shown_last, staff_chat, until, words_in
from tests.telegram import connected

ANSWER = "Ответ организаторов на вопрос № 1 (Опытова Ольга Петровна)\n\nУ входа."
DELIVERED = "Ответ на вопрос № 1 доставлен: Образцова Анна Петровна."


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    return await write_roster(stage.database)


@pytest.fixture
async def olga(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("О-1")


@pytest.fixture
async def anna(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("Л-1")


async def states(stage: Stage) -> list[str]:
    async with stage.database.read() as tx:
        return list((await tx.execute(select(questions.c.state).order_by(questions.c.id))).scalars())


async def carried(stage: Stage) -> None:
    """Carry what is due as the ticker does, over the bot's own client."""
    async with (
        connected(stage.server.base_url) as bot,
        Courier(stage.database, stage.clock, make_planning(), "ru") as courier,
    ):
        jobs = question_jobs(stage.database, stage.clock, courier, bot)
        await next(job for job in jobs if job.name == "carry-questions").run()


async def from_another_account(stage: Stage) -> Persona:
    """Anna comes in by a new link; she agreed before."""
    again = stage.newcomer("Анна")
    await again.start((await stage.codes("Ш5"))["Л-1"])
    await again.tap("Да, это я")
    return again


async def test_a_photo_is_asked_and_answered(stage: Stage, olga: Persona, anna: Persona) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask")
    await anna.send_file("photo", "вход.png", "image/png", png(5), caption="Это наш вход?")
    asked = stage.world.messages(chat)[-1]
    assert asked["photo"][-1]["width"] == 5
    assert asked["caption"].endswith("\n\nЭто наш вход?")
    await send_album(
        stage,
        olga,
        ["этот.png"],
        "Нет, вот этот",
        chat=chat,
        reply_to=number_of_last(stage, chat),
        alone=True,
    )
    assert anna.messages()[-1]["photo"][-1]["width"] == 4
    assert anna.messages()[-1]["caption"].endswith("\n\nНет, вот этот")
    assert await states(stage) == ["answered"]


async def test_words_not_understood_go_to_the_organizers_by_one_tap_and_once(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("Кто заберёт мой чемодан из номера?")
    offered = next(one for one in anna.replies if "Отправить организаторам" in str(one))
    await anna.tap("Отправить организаторам")
    anna.sees("Вопрос № 1 передан организаторам.")
    assert shown_last(stage, chat).endswith("\n\nКто заберёт мой чемодан из номера?")
    await anna.press("qs1", offered)
    assert anna.alerts()[0].startswith("Вопрос № 1 передан организаторам.")
    assert await states(stage) == ["new"]


async def test_an_organizer_who_left_the_stream_no_longer_answers_and_another_does(
    stage: Stage, roster: Roster, olga: Persona, anna: Persona
) -> None:
    boris = await stage.enter("Л-2")
    chat = await staff_chat(stage, olga, boris)
    await anna.send("/ask Где парковка?")
    question = number_of_last(stage, chat)
    await olga.tap("Взять", chat=chat)
    own = enrolments.c.stream_id == roster.mayors
    async with stage.database.write() as tx:
        gone = own & (enrolments.c.person_id == roster.olga)
        await tx.execute(update(enrolments).where(gone).values(left_on=date(2025, 11, 18)))
        heir = own & (enrolments.c.person_id == roster.boris)
        await tx.execute(update(enrolments).where(heir).values(roles=["organizer"]))
    await olga.send("Нигде", chat=chat, reply_to=question)
    assert "Нигде" not in str(anna.messages())
    stage.world.remove_member(chat, olga.user)
    await boris.send("У входа.", chat=chat, reply_to=question)
    assert anna.messages()[-1]["text"].endswith("(Примеров Борис Петрович)\n\nУ входа.")


async def test_while_the_bot_is_out_of_the_staff_chat_organizers_are_asked_in_private_and_then_there_again(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await stage.world.wait_confirmed(stage.world.remove_bot_from_group(chat, olga.user))
    await anna.send("/ask Где парковка?")
    assert olga.messages()[-1]["text"].startswith("Вопрос № 1 · новый")
    await olga.send("У входа.", reply_to=olga.messages()[-1]["message_id"])
    assert anna.messages()[-1]["text"] == ANSWER
    await stage.world.wait_confirmed(stage.world.add_bot_to_group(chat, olga.user))
    await anna.send("/ask А зал?")
    assert shown_last(stage, chat).endswith("\n\nА зал?")
    assert await states(stage) == ["answered", "new"]


async def test_where_no_organizer_has_agreed_yet_administrators_are_asked_in_private(
    stage: Stage, roster: Roster, anna: Persona
) -> None:
    root, olga = await administrator(stage), stage.newcomer("Ольга")
    await olga.start((await stage.codes("Ш5"))["О-1"])
    await olga.tap("Да, это я")
    await anna.send("/ask Где парковка?")
    assert "парковка" not in str(olga.messages())
    root.sees("Где парковка?")
    await root.tap("Взять")
    await root.send("/todo")
    root.sees("1 вопрос вы взяли, но ещё не ответили")
    await olga.tap("Согласен (согласна)")
    await anna.send("/ask А зал?")
    olga.sees("А зал?")
    assert "А зал?" not in str(root.messages())


async def test_a_question_waits_where_the_only_administrator_has_blocked_the_bot(
    stage: Stage, roster: Roster, anna: Persona
) -> None:
    root = await administrator(stage)
    stage.world.people[root.user].blocked = True  # while the bot was not told
    await anna.send("/ask Где парковка?")
    olga = await stage.enter("О-1")
    stage.clock.move(timedelta(minutes=10))
    await carried(stage)
    olga.sees("Где парковка?")


async def test_what_the_network_swallowed_is_carried_later_and_once(
    stage: Stage, olga: Persona, anna: Persona, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "RETRIES_S", (0.0,))
    chat = await staff_chat(stage, olga)
    fault = stage.world.faults.cut_before(methods=["sendMessage"], chats=[chat])
    await anna.send("/ask Где парковка?")
    anna.sees("Вопрос № 1 передан организаторам.")
    await until(stage, lambda: fault.hits == 2)
    stage.world.faults.clear()
    await carried(stage)
    assert "парковка" not in str(words_in(stage, chat))  # its pause is not over
    stage.clock.move(timedelta(seconds=30))
    await carried(stage)
    await carried(stage)
    assert [words for words in words_in(stage, chat) if "парковка" in words] == [shown_last(stage, chat)]


async def test_who_blocked_the_bot_gets_the_answer_on_return_and_the_organizer_knows_both(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    await anna.block()
    await olga.send("У входа.", chat=chat, reply_to=number_of_last(stage, chat))
    assert shown_last(stage, chat).startswith("Ответ на вопрос № 1 не доставлен: Образцова Анна Петровна")
    assert await states(stage) == ["taken"]
    await carried(stage)
    assert "У входа." not in str(anna.messages())
    await anna.unblock()
    for _time in range(2):
        await carried(stage)
    assert [one["text"] for one in anna.messages() if "У входа." in one.get("text", "")] == [ANSWER]
    assert shown_last(stage, chat) == DELIVERED
    assert await states(stage) == ["answered"]


async def test_an_answer_waits_for_the_account_the_person_comes_back_with(
    stage: Stage, roster: Roster, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    asked = number_of_last(stage, chat)
    await olga.press(f"pd1:unbind:{roster.anna}:0:1")
    before = anna.messages()
    await olga.send("У входа.", chat=chat, reply_to=asked)
    for _time in range(2):
        await carried(stage)
    assert shown_last(stage, chat).startswith("Ответ на вопрос № 1 не доставлен: Образцова Анна Петровна")
    assert str(words_in(stage, chat)).count("не доставлен") == 1
    assert await states(stage) == ["taken"]
    again = await from_another_account(stage)
    await carried(stage)
    again.sees(ANSWER)
    assert shown_last(stage, chat) == DELIVERED
    assert anna.messages() == before


async def test_answers_follow_the_person_who_goes_on_from_another_account(
    stage: Stage, roster: Roster, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    await olga.press(f"pd1:unbind:{roster.anna}:0:1")
    again = await from_another_account(stage)
    await olga.send("У входа.", chat=chat, reply_to=number_of_last(stage, chat))
    again.sees(ANSWER)
    await again.send("А для автобуса?", reply_to=again.messages()[-1]["message_id"])
    question = number_of_last(stage, chat)
    await again.send("/assistants Помощникова Инна")
    link = next(line for line in again.text.splitlines() if "?start=" in line)
    await anna.start(link.split("?start=")[1])
    await anna.tap("Да, это я")
    await anna.tap("Согласен (согласна)")
    await olga.send("Во дворе.", chat=chat, reply_to=question)
    again.sees("Во дворе.")
    assert "Во дворе." not in str(anna.messages())


async def test_a_late_answer_does_not_answer_what_was_asked_since(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    asked = next(one for one in anna.messages() if one.get("text") == "/ask Где парковка?")
    stage.world.people[anna.user].blocked = True  # while the bot was not told
    await olga.send("У входа.", chat=chat, reply_to=number_of_last(stage, chat))
    stage.world.people[anna.user].blocked = False
    await anna.send("А для автобуса?", reply_to=asked["message_id"])
    await carried(stage)
    assert "У входа." in str(anna.messages())
    assert await states(stage) == ["taken"]
