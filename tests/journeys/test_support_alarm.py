"""A question nobody answers is called out: once, by day, where the stream's questions go."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.jobs import extend
from bot.notices.model import State
from bot.registry import make_planning
from bot.sandbox.botapi.persona import Persona
from db.notices import notices
from db.people import enrolments
from db.support import questions
from tests.journeys.demo import administrator
from tests.roster import Roster, write_roster
from tests.stage import Stage
from tests.support.groups import group_with_bot, number_of_last, shown_last, staff_chat, until, words_in

MORNING = datetime(2025, 11, 18, 7, 0, tzinfo=UTC)
"""Ten o'clock in Moscow."""

PATIENCE = timedelta(minutes=30)
ANSWER = "Ответ организаторов на вопрос № 1 (Опытова Ольга Петровна)\n\nУ входа."


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    stage.clock.set(MORNING)
    return await write_roster(stage.database)


@pytest.fixture
async def olga(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("О-1")


@pytest.fixture
async def anna(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("Л-1")


def alarms_in(stage: Stage, chat: int) -> list[str]:
    """Return the first lines of the alarms in a group."""
    return [words.split("\n")[0] for words in words_in(stage, chat) if "ждёт ответа" in words]


def alarms_of(persona: Persona) -> list[str]:
    """Return the first lines of the alarms somebody got in private."""
    said = [one.get("text", "") for one in persona.messages()]
    return [words.split("\n")[0] for words in said if "ждёт ответа" in words]


async def fates(stage: Stage) -> list[tuple[str, str]]:
    """Return state and reason of every planned alarm, in the order of planning."""
    chosen = select(notices.c.state, notices.c.reason).where(notices.c.kind == "question-waiting")
    async with stage.database.read() as tx:
        return [(row.state, row.reason) for row in await tx.execute(chosen.order_by(notices.c.id))]


async def restart(stage: Stage) -> None:
    await stage.close()
    await stage.open()


async def test_the_staff_chat_is_called_once_and_a_reply_to_the_alarm_reaches_whoever_asked(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    question = number_of_last(stage, chat)
    await stage.pass_to(MORNING + PATIENCE - timedelta(seconds=1))
    assert alarms_in(stage, chat) == []
    await stage.pass_to(MORNING + PATIENCE)
    assert shown_last(stage, chat).split("\n") == [
        "Вопрос № 1 ждёт ответа 30 мин.",
        "Вопрос № 1 · новый",
        "Образцова Анна Петровна, глава города, г. Образцов",
        "Школа мэров, поток 5 · +79120000000",
        "Где парковка?",
    ]
    shown = stage.world.messages(chat)[-1]
    assert shown["reply_to_message"]["message_id"] == question
    assert [one["text"] for one in shown["reply_markup"]["inline_keyboard"][0]] == ["Взять", "Отвечено"]
    await stage.pass_to(MORNING + timedelta(hours=5))
    await restart(stage)
    await stage.delivered()
    assert len(alarms_in(stage, chat)) == 1
    assert alarms_of(olga) == []
    await olga.send("У входа.", chat=chat, reply_to=number_of_last(stage, chat))
    assert anna.messages()[-1]["text"] == ANSWER
    await anna.send("А для автобуса?", reply_to=anna.messages()[-1]["message_id"])
    await stage.pass_to(MORNING + timedelta(hours=5) + PATIENCE)
    assert alarms_in(stage, chat) == ["Вопрос № 1 ждёт ответа 30 мин."] * 2


async def test_the_alarm_says_what_is_true_when_it_is_sent_and_its_buttons_work(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    await olga.tap("Взять", chat=chat)
    await anna.tap("Дополнить")
    await anna.send("И где вход?")
    await stage.pass_to(MORNING + PATIENCE)
    assert shown_last(stage, chat).startswith("Вопрос № 1 ждёт ответа 30 мин.\nВопрос № 1 · отвечает Опытова")
    assert shown_last(stage, chat).endswith("\nИ где вход?")
    await olga.tap("Отвечено", chat=chat)
    assert shown_last(stage, chat).startswith("Вопрос № 1 ждёт ответа 30 мин.\n")
    assert "\nВопрос № 1 · отвечено: Опытова" in shown_last(stage, chat)


async def test_an_answer_in_time_takes_the_alarm_out_of_the_plan(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    assert await fates(stage) == [("queued", "")]
    await olga.send("У входа.", chat=chat, reply_to=number_of_last(stage, chat))
    assert await fates(stage) == [("cancelled", "not-needed")]
    await stage.pass_to(MORNING + timedelta(hours=2))
    assert alarms_in(stage, chat) == []
    await olga.send("/notices")
    olga.sees("Вопрос ждёт ответа слишком долго: № 1 – снято с плана: больше не нужно – 1")


async def test_an_answer_that_did_not_arrive_brings_the_alarm_back(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    await anna.block()
    await olga.send("У входа.", chat=chat, reply_to=number_of_last(stage, chat))
    assert await fates(stage) == [("queued", "")]
    await stage.pass_to(MORNING + PATIENCE)
    assert alarms_in(stage, chat) == ["Вопрос № 1 ждёт ответа 30 мин."]
    await anna.unblock()
    await until(stage, lambda: "У входа." in str(anna.messages()))


async def test_at_night_nobody_is_called_and_the_night_is_no_waiting(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    stage.clock.set(datetime(2025, 11, 18, 18, 50, tzinfo=UTC))  # 21:50 in Moscow
    await anna.send("/ask Где парковка?")
    for moment in (datetime(2025, 11, 18, 19, 30, tzinfo=UTC), datetime(2025, 11, 19, 5, 19, tzinfo=UTC)):
        await stage.pass_to(moment)
        assert alarms_in(stage, chat) == []
    await stage.pass_to(datetime(2025, 11, 19, 5, 20, tzinfo=UTC))  # ten waking minutes and twenty
    assert alarms_in(stage, chat) == ["Вопрос № 1 ждёт ответа 10 ч 30 мин."]


async def test_a_bot_that_was_off_raises_the_alarm_by_day(stage: Stage, olga: Persona, anna: Persona) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    await stage.close()
    stage.clock.set(MORNING + timedelta(hours=13))  # 23:00 in Moscow
    await stage.open()
    await stage.delivered()
    assert alarms_in(stage, chat) == []
    await stage.pass_to(MORNING + timedelta(hours=22))
    assert alarms_in(stage, chat) == ["Вопрос № 1 ждёт ответа 22 ч."]


async def test_a_question_that_no_version_has_planned_for_is_called_out_after_the_start(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    await stage.close()
    async with stage.database.write() as tx:
        await tx.execute(notices.delete())
    stage.clock.set(MORNING + timedelta(hours=1))
    await stage.open()
    await until(stage, lambda: bool(alarms_in(stage, chat)))
    assert alarms_in(stage, chat) == ["Вопрос № 1 ждёт ответа 1 ч."]
    await extend(stage.database, stage.clock, make_planning())
    await stage.delivered()
    assert await fates(stage) == [("sent", "")]


async def test_when_the_staff_chat_is_lost_each_organizer_is_called_and_may_reply(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    await stage.world.wait_confirmed(stage.world.remove_bot_from_group(chat, olga.user))
    await stage.pass_to(MORNING + PATIENCE)
    assert alarms_of(olga) == ["Вопрос № 1 ждёт ответа 30 мин."]
    assert "Чат организаторов потока недоступен" in olga.messages()[-1]["text"]
    await stage.world.wait_confirmed(stage.world.add_bot_to_group(chat, olga.user))
    await stage.pass_to(MORNING + timedelta(hours=2))
    assert alarms_in(stage, chat) == []
    await olga.send("У входа.", reply_to=olga.messages()[-1]["message_id"])
    assert anna.messages()[-1]["text"] == ANSWER


async def test_a_chat_that_turns_out_to_be_lost_when_it_is_called_is_replaced_at_once(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    stage.world.chats[chat].bot_status = "left"  # while the bot was not told
    await stage.pass_to(MORNING + PATIENCE)
    assert alarms_of(olga) == ["Вопрос № 1 ждёт ответа 30 мин."]
    assert await fates(stage) == [("skipped", "unreachable"), ("sent", "")]


async def test_a_staff_chat_that_is_bound_meanwhile_is_called_instead_of_each_organizer(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await anna.send("/ask Где парковка?")
    chat = await staff_chat(stage, olga)
    await stage.pass_to(MORNING + PATIENCE)
    assert (alarms_of(olga), alarms_in(stage, chat)) == ([], ["Вопрос № 1 ждёт ответа 30 мин."])
    other = await group_with_bot(stage, "Другой штаб", olga)
    await olga.send("/bind", chat=other)
    await olga.tap("Чат организаторов: Школа мэров, поток 5", chat=other)
    await stage.pass_to(MORNING + timedelta(hours=2))
    assert alarms_in(stage, other) == []


@pytest.mark.parametrize("told", [True, False])
async def test_a_staff_chat_that_becomes_a_supergroup_is_called_there(
    stage: Stage, olga: Persona, anna: Persona, told: bool
) -> None:
    chat = await staff_chat(stage, olga, basic=True)
    await anna.send("/ask Где парковка?")
    old = stage.world.chats[chat]
    present = old.bot_status
    old.bot_status = present if told else "left"
    new = stage.world.migrate_group(chat)
    stage.world.chats[new].bot_status = old.bot_status = present
    await anna.send("Спасибо")  # by now the bot has read what it was told of the group
    await stage.pass_to(MORNING + PATIENCE)
    assert alarms_in(stage, new) == ["Вопрос № 1 ждёт ответа 30 мин."]
    assert await fates(stage) == [("cancelled", "not-needed"), ("sent", "")]
    assert alarms_of(olga) == []


async def test_whoever_organizes_no_more_is_not_called_and_the_heir_is(
    stage: Stage, roster: Roster, olga: Persona, anna: Persona
) -> None:
    boris = await stage.enter("Л-2")
    await anna.send("/ask Где парковка?")
    async with stage.database.write() as tx:
        for person, role in ((roster.olga, "guide"), (roster.boris, "organizer")):
            own = (enrolments.c.stream_id == roster.mayors, enrolments.c.person_id == person)
            await tx.execute(update(enrolments).where(*own).values(roles=[role]))
    await stage.pass_to(MORNING + PATIENCE)
    assert (alarms_of(olga), await fates(stage)) == ([], [("lapsed", "elsewhere")])
    await extend(stage.database, stage.clock, make_planning())
    await stage.delivered()
    assert alarms_of(boris) == ["Вопрос № 1 ждёт ответа 30 мин."]


async def test_an_organizer_who_comes_in_later_is_called_then(
    stage: Stage, roster: Roster, anna: Persona
) -> None:
    await anna.send("/ask Где парковка?")
    await stage.pass_to(MORNING + timedelta(hours=2))
    olga = await stage.enter("О-1")
    await stage.delivered()
    assert alarms_of(olga) == ["Вопрос № 1 ждёт ответа 2 ч."]


async def test_where_there_is_no_organizer_an_administrator_is_called(
    stage: Stage, roster: Roster, anna: Persona
) -> None:
    root = await administrator(stage)
    await anna.send("/ask Где парковка?")
    await stage.pass_to(MORNING + PATIENCE)
    assert alarms_of(root) == ["Вопрос № 1 ждёт ответа 30 мин."]
    await root.send("У входа.", reply_to=root.messages()[-1]["message_id"])
    anna.sees("У входа.")


async def test_each_organizer_reads_the_alarm_in_their_language(
    stage: Stage, roster: Roster, anna: Persona
) -> None:
    olga = await stage.enter("О-1", language="en")
    await anna.send("/ask Где парковка?")
    await stage.pass_to(MORNING + PATIENCE)
    assert olga.messages()[-1]["text"].startswith("Question No. 1 has waited 30 min for an answer.")


async def test_a_question_whose_person_was_erased_is_not_called_out(
    stage: Stage, roster: Roster, olga: Persona, anna: Persona
) -> None:
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    async with stage.database.write() as tx:
        await tx.execute(questions.delete())
    await stage.pass_to(MORNING + PATIENCE)
    assert (alarms_in(stage, chat), await fates(stage)) == ([], [(State.LAPSED, "answered")])


async def test_organizers_find_the_alarm_among_the_notices(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    await olga.send("/notices")
    olga.sees("10:30 (МСК) – Вопрос ждёт ответа слишком долго: № 1 – 1 получатель")
    await stage.pass_to(MORNING + PATIENCE)
    await olga.send("/notices")
    await olga.tap("Отправлено: 1")
    await olga.tap("1")
    olga.sees("Штаб – отправлено")
