"""A question to the organizers: there, back, and everything that may happen on the way."""

import pytest
from sqlalchemy import select

from bot.sandbox.botapi.persona import Persona
from db.people import accounts
from db.support import questions
from tests.journeys.demo import change_enrolment
from tests.roster import Roster, write_roster
from tests.stage import Stage
from tests.support.groups import number_of_last, shown_last, staff_chat, words_in

HEAD = (
    "Вопрос № 1 · новый\n"
    "Образцова Анна Петровна, глава города, г. Образцов\n"
    "Школа мэров, поток 5 · +79120000000"
)


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


async def test_a_question_goes_to_the_staff_chat_and_the_answer_comes_back(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.press_key("Спросить")
    anna.sees("Дежурный телефон (Школа мэров, поток 5): +73452000000")
    anna.sees("напишите вопрос одним сообщением")
    await anna.send("Можно приехать <b>раньше</b> & с мужем?")
    anna.sees("Вопрос № 1 передан организаторам.")
    assert shown_last(stage, chat) == f"{HEAD}\n\nМожно приехать <b>раньше</b> & с мужем?"
    await olga.send("Да, номер готов с 12:00.", chat=chat, reply_to=number_of_last(stage, chat))
    assert anna.messages()[-1]["text"] == (
        "Ответ организаторов на вопрос № 1 (Опытова Ольга Петровна)\n\nДа, номер готов с 12:00."
    )
    assert shown_last(stage, chat) == "Ответ на вопрос № 1 доставлен: Образцова Анна Петровна."
    assert await states(stage) == ["answered"]


async def test_what_is_typed_later_is_not_taken_for_a_question(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await anna.send("/ask")
    await anna.send("Где хранить чемодан?")
    await anna.send("ыыы")
    assert "передан" not in anna.text
    assert await states(stage) == ["new"]


async def test_a_day_typed_where_a_question_is_awaited_is_the_question(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await anna.press_key("Спросить")
    await anna.press_key("Расписание")
    await anna.send("Завтра")
    anna.sees("Вопрос № 1 передан организаторам.")
    await anna.send("Завтра")
    assert "передан" not in anna.text


async def test_a_question_begun_before_a_restart_is_finished_after_it(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await anna.press_key("Спросить")
    await stage.kill()
    await stage.open()
    await anna.send("Где хранить чемодан?")
    anna.sees("Вопрос № 1 передан организаторам.")


async def test_words_after_the_command_are_sent_at_once(stage: Stage, olga: Persona, anna: Persona) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    anna.sees("Вопрос № 1 передан организаторам.")
    assert shown_last(stage, chat) == f"{HEAD}\n\nГде парковка?"


@pytest.mark.parametrize(
    ("kind", "name", "mime", "data"),
    [
        ("document", "план.pdf", "application/pdf", b"%PDF-1.4"),
        ("voice", "v.ogg", "audio/ogg", b"OggS"),
        ("video", "v.mp4", "video/mp4", b"mp4"),
    ],
)
async def test_files_go_there_and_back(
    stage: Stage, olga: Persona, anna: Persona, kind: str, name: str, mime: str, data: bytes
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask")
    await anna.send_file(kind, name, mime, data, caption="Это подойдёт?")
    anna.sees("Вопрос № 1 передан организаторам.")
    carried = stage.world.messages(chat)[-1]
    assert carried["caption"] == f"{HEAD}\n\nЭто подойдёт?"
    assert carried[kind]["file_id"]
    replied = number_of_last(stage, chat)
    update = stage.world.send_file(olga.user, kind, name, mime, data, chat=chat, reply_to=replied)
    await stage.world.wait_confirmed(update)
    assert kind in anna.messages()[-1]


async def test_what_cannot_be_carried_is_said(stage: Stage, olga: Persona, anna: Persona) -> None:
    await anna.send("/ask")
    await anna.share_location(57.1, 65.5)
    anna.sees("Пришлите одно из них")
    await anna.send("Где это?")
    anna.sees("Вопрос № 1 передан организаторам.")


async def test_more_words_and_corrections_go_to_the_same_thread(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    asked = next(one for one in anna.messages() if one.get("text") == "/ask Где парковка?")
    await olga.send("У входа.", chat=chat, reply_to=number_of_last(stage, chat))
    assert await states(stage) == ["answered"]
    await anna.tap("Дополнить")
    anna.sees("оно добавится к вопросу № 1")
    await anna.send("А для автобуса?")
    anna.sees("Дополнение к вопросу № 1 передано организаторам.")
    assert shown_last(stage, chat).startswith("Дополнение к вопросу № 1\nВопрос № 1 · отвечает Опытова")
    assert await states(stage) == ["taken"]
    await anna.send("Сорок мест", reply_to=asked["message_id"])
    assert shown_last(stage, chat).endswith("\n\nСорок мест")
    typed = next(one for one in anna.messages() if one.get("text") == "А для автобуса?")
    await anna.edit(typed["message_id"], "А для большого автобуса?")
    assert shown_last(stage, chat) == (
        "Исправлено (вопрос № 1, Образцова Анна Петровна):\n\nА для большого автобуса?"
    )


async def test_a_corrected_answer_reaches_the_person(stage: Stage, olga: Persona, anna: Persona) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Когда автобус?")
    await olga.send("В 9", chat=chat, reply_to=number_of_last(stage, chat))
    written = next(one for one in stage.world.messages(chat) if one.get("text") == "В 9")
    # in privacy mode Telegram shows the bot the edit of a reply to it
    await olga.edit(written["message_id"], "В 10", chat=chat)
    assert anna.messages()[-1]["text"] == (
        "Исправлено (ответ на вопрос № 1 (Опытова Ольга Петровна)):\n\nВ 10"
    )


async def test_who_organizes_no_more_corrects_no_answer(
    stage: Stage, roster: Roster, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Когда автобус?")
    await olga.send("В 9", chat=chat, reply_to=number_of_last(stage, chat))
    written = next(one for one in stage.world.messages(chat) if one.get("text") == "В 9")
    await change_enrolment(stage, "О-1", "Ш5", roles=["participant"])
    before = anna.messages()
    await olga.edit(written["message_id"], "Автобуса не будет", chat=chat)
    assert anna.messages() == before


@pytest.mark.parametrize("why", ["unbound", "left"])
async def test_who_is_out_corrects_no_question(
    stage: Stage, roster: Roster, olga: Persona, anna: Persona, why: str
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Когда автобус?")
    asked = next(one for one in anna.messages() if one.get("text") == "/ask Когда автобус?")
    if why == "unbound":
        await olga.press(f"pd1:unbind:{roster.anna}:0:1")
    else:
        await change_enrolment(stage, "Л-1", "Ш5", left_on=stage.clock.now().date())
    before = words_in(stage, chat)
    await anna.edit(asked["message_id"], "/ask Отмените мой заезд")
    assert words_in(stage, chat) == before


async def test_organizers_see_who_has_taken_a_question(stage: Stage, olga: Persona, anna: Persona) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    await olga.tap("Взять", chat=chat)
    assert olga.alerts()[0].startswith("Вопрос № 1 за вами.")
    assert shown_last(stage, chat).startswith("Вопрос № 1 · отвечает Опытова Ольга Петровна\n")
    await olga.press("qt1:1", stage.world.messages(chat)[-1])
    assert olga.alerts() == ["На этот вопрос уже отвечает Опытова Ольга Петровна."]
    await olga.tap("Отвечено", chat=chat)
    assert shown_last(stage, chat).startswith("Вопрос № 1 · отвечено: Опытова Ольга Петровна\n")
    assert olga.buttons(stage.world.messages(chat)[-1]) == []


async def test_others_in_the_staff_chat_can_neither_take_nor_answer(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    boris = await stage.enter("Л-2")
    passer_by = stage.newcomer("Прохожий")
    chat = await staff_chat(stage, olga, boris, passer_by)
    await anna.send("/ask Где парковка?")
    question = number_of_last(stage, chat)
    for other in (boris, passer_by):
        await other.press("qt1:1", stage.world.messages(chat)[-1])
        assert other.alerts()[0].startswith("У вас нет доступа к этому")
        await other.send("Нигде", chat=chat, reply_to=question)
        assert shown_last(stage, chat).startswith("У вас нет доступа к этому")
    assert await states(stage) == ["new"]
    assert "Нигде" not in str(anna.messages())


async def test_without_a_staff_chat_the_question_comes_to_each_organizer(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await anna.send("/ask Где парковка?")
    assert olga.messages()[-1]["text"].startswith(HEAD)
    assert "Привязать чат: /bind" in olga.messages()[-1]["text"]
    await olga.send("У входа.", reply_to=olga.messages()[-1]["message_id"])
    assert anna.messages()[-1]["text"].endswith("\n\nУ входа.")
    olga.sees("Ответ на вопрос № 1 доставлен")


async def test_a_question_nobody_can_receive_waits_for_the_staff_chat(
    stage: Stage, roster: Roster, anna: Persona
) -> None:
    await anna.send("/ask Где парковка?")
    anna.sees("Вопрос № 1 передан организаторам.")
    olga = await stage.enter("О-1")
    chat = await staff_chat(stage, olga)
    assert shown_last(stage, chat) == f"{HEAD}\n\nГде парковка?"


async def test_when_the_staff_chat_has_vanished_organizers_are_told_in_private(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    stage.world.chats[chat].bot_status = "kicked"  # while the bot was not told
    await anna.send("/ask Где парковка?")
    assert olga.messages()[-1]["text"].startswith(HEAD)
    assert len(words_in(stage, chat)) == 2  # the welcome and the binding, nothing since


async def test_a_staff_chat_that_became_a_supergroup_is_followed(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga, basic=True)
    new = stage.world.migrate_group(chat)
    await anna.send("/ask Где парковка?")
    assert shown_last(stage, new) == f"{HEAD}\n\nГде парковка?"


async def test_an_answer_to_somebody_who_blocked_the_bot_is_reported_and_the_question_stays_open(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    stage.world.people[anna.user].blocked = True  # while the bot was not told
    await olga.send("У входа.", chat=chat, reply_to=number_of_last(stage, chat))
    assert shown_last(stage, chat) == (
        "Ответ на вопрос № 1 не доставлен: Образцова Анна Петровна недоступен (недоступна) для бота. "
        "Вопрос остаётся открытым, телефон: +79120000000. "
        "Когда бот снова станет доступен, ответ уйдёт сам."
    )
    assert await states(stage) == ["taken"]
    async with stage.database.read() as tx:
        own = select(accounts.c.reachable).where(accounts.c.user_id == anna.user)
        assert not await tx.scalar(own)


async def test_an_update_delivered_again_asks_and_answers_once(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    update = stage.world.say(anna.user, "/ask Где парковка?")
    await stage.world.wait_confirmed(update)
    stage.world.redeliver(update)
    await anna.send("/help")
    answer = stage.world.say(olga.user, "У входа.", chat=chat, reply_to=number_of_last(stage, chat))
    await stage.world.wait_confirmed(answer)
    stage.world.redeliver(answer)
    await olga.send("/help")
    assert await states(stage) == ["answered"]
    assert len([words for words in words_in(stage, chat) if "Где парковка?" in words]) == 1
    assert len([one for one in anna.messages() if "У входа." in one.get("text", "")]) == 1


async def test_a_long_question_arrives_whole(stage: Stage, olga: Persona, anna: Persona) -> None:
    chat = await staff_chat(stage, olga)
    text = "&" * 4096
    await anna.send("/ask")
    await anna.send(text)
    assert "".join(words_in(stage, chat)[-7:]).count("&") == 4096


async def test_nobody_reads_or_writes_in_the_thread_of_another(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    boris = await stage.enter("Л-2")
    await anna.send("/ask Тайный вопрос")
    await boris.press("qa1:1")
    await boris.send("Чужое дополнение")
    boris.sees("У вас нет доступа к этому")
    for data in ("qo1:1", "qw1:1", "qc1:1", "ql1:0"):
        await boris.press(data)
        assert boris.alerts()[0].startswith("У вас нет доступа к этому")
    assert "Тайный" not in str(boris.messages())


async def test_organizers_look_through_open_questions_and_answer_from_there(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await olga.send("/questions")
    olga.sees("Все вопросы отвечены.")
    await anna.send("/ask Где парковка?")
    await olga.send("/questions")
    olga.sees("Без ответа: 1\n\nВопрос № 1 · новый\nОбразцова Анна Петровна, ждёт")
    await olga.tap("№ 1")
    olga.sees("Вопрос: Где парковка?")
    await olga.tap("Ответить")
    await olga.send("У входа.")
    assert anna.messages()[-1]["text"].endswith("\n\nУ входа.")
    await olga.send("/questions")
    olga.sees("Все вопросы отвечены.")
