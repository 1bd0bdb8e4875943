"""An assistant acts for a head, visibly, and not a moment longer than the head wants."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from bot.people import assistant_actions
from bot.people.model import Visitor
from bot.privacy.actions import erase_own_data
from bot.registry import personal_data
from bot.sandbox.botapi.persona import Persona
from bot.support.model import Purpose
from db import groups
from db.assistants import assistant_acts, assistants, forget_helpers
from db.people import accounts, consents, enrolments, people
from db.records import read_names, read_records
from db.support import questions
from tests.journeys.demo import administrator
from tests.roster import Roster, write_roster
from tests.stage import Stage

DENIED = "У вас нет доступа к этому"
NAME = "Помощникова Инна Олеговна"
STAFF = -1_002_200_000_100


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    return await write_roster(stage.database)


@pytest.fixture
async def anna(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("Л-1")


def code_in(persona: Persona) -> str:
    """The payload of the link the bot showed last."""
    return next(line for line in persona.text.splitlines() if "?start=" in line).split("?start=")[1]


def told(persona: Persona) -> list[str]:
    """All the bot has written to somebody in private, as it stands now."""
    return [one.get("text", "") for one in persona.messages() if one["from"]["id"] == persona.world.bot_id]


async def answer(staff: Persona, words: str) -> None:
    """Reply to the question that came to an organizer last."""
    await staff.send(words, reply_to=staff.messages()[-1]["message_id"])


async def invited(head: Persona, name: str = NAME) -> str:
    await head.send("/assistants")
    await head.tap("Пригласить помощника")
    await head.send(name)
    return code_in(head)


async def assisting(stage: Stage, head: Persona, name: str = NAME) -> Persona:
    """Somebody unknown comes in as the head's assistant."""
    inna = stage.newcomer("Инна")
    await inna.start(await invited(head, name))
    await inna.tap("Да, это я")
    await inna.tap("Согласен (согласна)")
    return inna


async def tie_of(stage: Stage) -> int:
    async with stage.database.read() as tx:
        return int(await tx.scalar(select(func.max(assistants.c.id))) or 0)


async def test_a_newcomer_becomes_an_assistant_by_a_link_under_the_name_the_head_wrote(
    stage: Stage, anna: Persona
) -> None:
    code = await invited(anna)
    anna.sees(f"{NAME} – помощник: Образцова Анна Петровна")
    anna.sees("действует до 25 ноября 2025")
    inna = stage.newcomer("Инна")
    await inna.start(code)
    inna.sees(f"Вы – {NAME}?\n\nВас приглашают помощником: Образцова Анна Петровна.")
    await inna.tap("Да, это я")
    inna.sees("Согласие на обработку персональных данных")
    assert "Школа мэров" not in inna.text
    await inna.tap("Согласен (согласна)")
    assert [text for text in told(inna) if "Вы помощник" in text] == [
        "Здравствуйте, Инна Олеговна! Вы помощник: Образцова Анна Петровна.\n\n"
        "Четыре слова внизу экрана показывают программу этого человека. За кого действовать: /assistants."
    ]
    assert told(inna)[-1].startswith("Вы действуете как помощник: Образцова Анна Петровна.")
    anna.sees(f"{NAME} – теперь ваш помощник.")
    again = stage.newcomer("Другая")
    await again.start(code)
    again.sees("Это приглашение уже использовано")


async def test_the_assistant_agrees_alone_and_the_head_has_agreed_before(stage: Stage, anna: Persona) -> None:
    await assisting(stage, anna)
    async with stage.database.read() as tx:
        agreed = await tx.scalars(select(people.c.surname).join(consents).order_by(people.c.id))
        assert agreed.all() == ["Образцова", "Помощникова"]


async def test_the_assistant_sees_the_heads_streams_in_the_menu_of_a_participant(
    stage: Stage, anna: Persona
) -> None:
    inna = await assisting(stage, anna)
    assert set(inna.commands()) == set(anna.commands())
    await inna.send("/now")
    seen = inna.text
    await anna.send("/now")
    assert seen == anna.text


async def test_a_question_through_an_assistant_says_so_to_staff_and_to_the_head(
    stage: Stage, anna: Persona
) -> None:
    olga = await stage.enter("О-1")
    inna = await assisting(stage, anna)
    await inna.send("/ask Когда автобус?")
    inna.sees("№ 1")
    assert "Через помощника: Помощникова Инна" in olga.text
    assert "Образцова Анна Петровна, глава города" in olga.text
    await anna.send("/assistants")
    anna.sees("вопрос № 1: написал(а) помощник Помощникова Инна")
    await olga.send("/questions")
    await olga.tap("№ 1")
    olga.sees("Через помощника: Помощникова Инна")
    await anna.send("/ask А где обед?")
    assert "А где обед?" in told(olga)[-1]
    assert "Через помощника" not in told(olga)[-1]


async def test_the_answer_comes_to_the_assistant_who_asked(stage: Stage, anna: Persona) -> None:
    olga = await stage.enter("О-1")
    inna = await assisting(stage, anna)
    await inna.send("/ask Когда автобус?")
    await answer(olga, "В 9:00")
    inna.sees("В 9:00")
    assert "В 9:00" not in "".join(told(anna))


async def test_after_revoking_nothing_is_seen_and_the_answer_goes_to_the_head(
    stage: Stage, anna: Persona
) -> None:
    olga = await stage.enter("О-1")
    inna = await assisting(stage, anna)
    await inna.send("/ask Когда автобус?")
    await anna.send("/assistants")
    await anna.tap(f"Отозвать: {NAME}")
    anna.sees("Сейчас помощников нет.")
    assert told(inna)[-1] == "Вы больше не помощник: Образцова Анна Петровна."
    count = len(told(inna))
    await answer(olga, "В 9:00")
    anna.sees("В 9:00")
    assert len(told(inna)) == count
    for words in ("/now", "/schedule", "/trip", "/excursions", "когда автобус?", "/assistants"):
        await inna.send(words)
        inna.sees(
            "вы больше не числитесь ни в одном потоке" if words != "/assistants" else "никому не помогаете"
        )
    assert set(inna.commands()) == {"assistants", "mydata", "help", "language", "start"}


async def test_an_assistant_who_is_no_more_corrects_no_question(stage: Stage, anna: Persona) -> None:
    olga = await stage.enter("О-1")
    inna = await assisting(stage, anna)
    await inna.send("/ask Когда автобус?")
    asked = next(one for one in inna.messages() if one.get("text") == "/ask Когда автобус?")
    await anna.send("/assistants")
    await anna.tap(f"Отозвать: {NAME}")
    before = len(told(olga))
    await inna.edit(asked["message_id"], "/ask Отмените мой заезд")
    assert len(told(olga)) == before


async def test_my_data_are_the_assistants_own_and_erasing_leaves_the_head_alone(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    inna = await assisting(stage, anna)
    await inna.send("/mydata")
    inna.sees(f"ФИО: {NAME}")
    assert "Образцова" not in inna.text
    await inna.send("/ask Когда автобус?")
    registry = personal_data()
    await erase_own_data(stage.database, stage.clock, Visitor(inna.user, inna.user, "ru"), registry)
    async with stage.database.read() as tx:
        assert await tx.scalar(select(func.count()).select_from(assistants)) == 0
        assert await tx.scalar(select(people.c.surname).where(people.c.id == roster.anna)) == "Образцова"
        chats = (await tx.scalars(select(questions.c.chat_id))).all()
    assert inna.user not in chats
    await inna.send("/now")
    inna.sees("Войти можно по личной ссылке-приглашению")
    await anna.send("/assistants")
    anna.sees("вопрос № 1: написал(а) помощник –")


async def test_erasing_the_head_ends_the_tie(stage: Stage, anna: Persona) -> None:
    inna = await assisting(stage, anna)
    await erase_own_data(stage.database, stage.clock, Visitor(anna.user, anna.user, "ru"), personal_data())
    await inna.send("/now")
    inna.sees("вы больше не числитесь ни в одном потоке")
    async with stage.database.read() as tx:
        assert await tx.scalar(select(func.count()).select_from(assistants)) == 0


async def test_an_assistant_names_no_assistants_and_there_are_two_at_most(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    inna = await assisting(stage, anna)
    await inna.send(f"/assistants {NAME}")
    assert inna.text.startswith(DENIED)
    await inna.press(f"an1:{roster.anna}")
    assert inna.alerts()[0].startswith(DENIED)
    await invited(anna, "Второва Вера")
    await anna.send("/assistants")
    assert not [row for row in anna.buttons() if "Пригласить помощника" in row]
    await anna.send("/assistants Третьякова Тамара")
    anna.sees("Помощников уже двое")


@pytest.mark.parametrize("name", ["Инна", "12 34", "<b>Инна</b> Иванова", "Инна @inna", "а " * 80])
async def test_what_is_no_name_is_asked_again(anna: Persona, name: str) -> None:
    await anna.send("/assistants")
    await anna.tap("Пригласить помощника")
    await anna.send(name)
    anna.sees("Это не похоже на имя")
    await anna.send("Салтыкова-Щедрина Анна-Мария")
    anna.sees("Салтыкова-Щедрина Анна-Мария – помощник")


async def test_a_lapsed_link_opens_nothing_and_makes_room(stage: Stage, anna: Persona) -> None:
    code = await invited(anna)
    stage.clock.move(timedelta(days=7))
    inna = stage.newcomer("Инна")
    await inna.start(code)
    inna.sees("Срок ссылки истёк")
    await anna.send("/assistants")
    anna.sees("Сейчас помощников нет.")


async def test_the_head_does_not_become_their_own_assistant(stage: Stage, anna: Persona) -> None:
    await anna.start(await invited(anna))
    anna.sees("Это ссылка для вашего помощника")


async def test_somebody_of_the_roster_chooses_whom_to_act_for(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    boris = await stage.enter("Л-2")
    await boris.start(await invited(anna))
    boris.sees("Вы – Примеров Борис Петрович?")
    await boris.tap("Да, это я")
    boris.sees("Вы действуете как помощник: Образцова Анна Петровна.")
    await boris.send("/mydata")
    boris.sees("ФИО: Примеров Борис Петрович")
    await boris.send("/assistants")
    await boris.tap("Действовать за себя")
    assert "помощник" not in boris.text
    await boris.send("/ask Мой вопрос")
    async with stage.database.read() as tx:
        assert (await tx.scalars(select(questions.c.person_id))).all() == [roster.boris]
    await boris.send("/assistants")
    boris.sees("Вы можете действовать и как помощник")
    await boris.tap("Помогать: Образцова Анна Петровна")
    boris.sees("Вы действуете как помощник: Образцова Анна Петровна.")
    await boris.send("/assistants")
    await boris.tap("Больше не помогать")
    await boris.tap("Да, больше не помогать")
    assert "Вы действуете как помощник" not in boris.text
    assert told(anna)[-1] == "Примеров Борис Петрович больше не ваш помощник."


async def test_an_assistant_of_two_heads_switches_between_them(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    boris = await stage.enter("Л-2")
    inna = await assisting(stage, anna)
    await inna.start(await invited(boris, "Кто-то Другой"))
    inna.sees(f"Вы – {NAME}?")
    await inna.tap("Да, это я")
    inna.sees("Вы действуете как помощник: Примеров Борис Петрович.")
    await inna.send("/assistants")
    await inna.tap("Помогать: Образцова Анна Петровна")
    await inna.send("/ask За Анну")
    async with stage.database.read() as tx:
        assert (await tx.scalars(select(questions.c.person_id))).all() == [roster.anna]


async def test_an_organizers_rights_are_not_an_assistants(stage: Stage, roster: Roster) -> None:
    async with stage.database.write() as tx:
        own = update(enrolments).where(enrolments.c.person_id == roster.olga)
        await tx.execute(own.values(roles=["participant", "organizer"]))
    olga = await stage.enter("О-1")
    inna = await assisting(stage, olga)
    for words in ("/people", "/invite", "/coverage", "/questions", "/export", "/draft", "/bind"):
        await inna.send(words)
        inna.sees(DENIED)


async def test_a_mentor_has_no_assistants(stage: Stage, roster: Roster) -> None:
    async with stage.database.write() as tx:
        own = update(enrolments).where(enrolments.c.person_id == roster.boris)
        await tx.execute(own.values(roles=["mentor"]))
    boris = await stage.enter("Л-2")
    await boris.send("/assistants")
    boris.sees("Помощника может назвать слушатель или руководитель команды.")
    await boris.send(f"/assistants {NAME}")
    boris.sees(DENIED)


async def test_an_organizer_invites_and_revokes_for_somebody_of_the_own_stream(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    olga = await stage.enter("О-1")
    await olga.send("/people Образцова")
    await olga.tap("Образцова Анна Петровна, г. Образцов")
    await olga.tap("Помощники")
    olga.sees("Помощники: Образцова Анна Петровна")
    await olga.tap("Пригласить помощника")
    await olga.send(NAME)
    inna = stage.newcomer("Инна")
    await inna.start(code_in(olga))
    await inna.tap("Да, это я")
    await inna.tap("Согласен (согласна)")
    inna.sees("Вы действуете как помощник")
    await olga.press(f"as1:{roster.anna}")
    await olga.tap(f"Отозвать: {NAME}")
    olga.sees("Сейчас помощников нет.")
    await inna.send("/now")
    inna.sees("вы больше не числитесь")


async def test_others_neither_see_nor_revoke_an_assistant(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    inna = await assisting(stage, anna)
    tie = await tie_of(stage)
    boris = await stage.enter("Л-2")
    for data in (f"as1:{roster.anna}", f"an1:{roster.anna}", f"ae1:{tie}", f"aw1:{tie}", f"aj1:{tie}:1"):
        await boris.press(data)
        assert boris.alerts()[0].startswith(DENIED), data
    await inna.press(f"ae1:{tie}")
    assert inna.alerts()[0].startswith(DENIED)
    await inna.send("/now")
    assert "не числитесь" not in inna.text


async def test_who_was_an_assistant_comes_in_as_a_participant_and_assists_still(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    inna = await assisting(stage, anna)
    await inna.start((await stage.codes("Ш5"))["Л-2"])
    inna.sees("Вы – Примеров Борис Петрович")
    await inna.tap("Да, это я")
    await inna.tap("Согласен (согласна)")
    await inna.send("/assistants")
    inna.sees("Вы действуете как помощник: Образцова Анна Петровна.")
    async with stage.database.read() as tx:
        assert (await tx.scalars(select(assistants.c.person_id))).all() == [roster.boris]
        helpers = select(func.count()).select_from(people).where(people.c.code.like("помощник-%"))
        assert await tx.scalar(helpers) == 0


async def test_helpers_are_in_no_workbook(stage: Stage, anna: Persona) -> None:
    await assisting(stage, anna)
    async with stage.database.read() as tx:
        records = await read_records(tx, await read_names(tx))
        assert await tx.scalar(select(func.count()).select_from(people)) == 4
    persons = [record for record in records.values() if record.kind == "person"]
    assert [record.codes for record in persons] == [("Л-1",), ("Л-2",), ("О-1",)]


async def test_a_tie_that_ended_is_forgotten_with_the_helper(stage: Stage, anna: Persona) -> None:
    inna = await assisting(stage, anna)
    await inna.send("/ask Когда автобус?")
    await anna.send("/assistants")
    await anna.tap(f"Отозвать: {NAME}")
    now = stage.clock.now()
    for before, gone in ((now - timedelta(seconds=1), 0), (now, 1), (now, 0)):
        async with stage.database.write() as tx:
            assert await forget_helpers(tx, before) == gone
    async with stage.database.read() as tx:
        assert await tx.scalar(select(func.count()).select_from(assistants)) == 0
        assert await tx.scalar(select(accounts.c.person_id).where(accounts.c.user_id == inna.user)) is None
        assert (await tx.scalars(select(assistant_acts.c.assistant_id))).all() == [None]


async def test_redelivered_taps_invite_and_revoke_once(stage: Stage, anna: Persona, roster: Roster) -> None:
    tap = Visitor(anna.user, anna.user, "ru", update_id=10_000_000)
    first = await assistant_actions.invite(stage.database, stage.clock, tap, roster.anna, NAME)
    again = await assistant_actions.invite(stage.database, stage.clock, tap, roster.anna, NAME)
    assert first == again
    other = Visitor(anna.user, anna.user, "ru", update_id=10_000_001)
    ended = [
        (await assistant_actions.end(stage.database, stage.clock, other, first.id, own=False))[1]
        for _ in range(2)
    ]
    assert ended == [True, False]


async def test_in_the_staff_chat_the_card_names_the_assistant(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    async with stage.database.write() as tx:
        await groups.bind(tx, roster.mayors, Purpose.STAFF, STAFF, "Штаб", 1, stage.clock.now())
    inna = await assisting(stage, anna)
    stage.world.calls.clear()
    await inna.send("/ask Когда автобус?")
    sent = [str(call.params) for call in stage.world.calls if str(call.params.get("chat_id")) == str(STAFF)]
    assert len(sent) == 1
    assert "Через помощника: Помощникова Инна" in sent[0]


async def test_an_administrator_out_of_the_roster_has_no_assistants(stage: Stage, roster: Roster) -> None:
    root = await administrator(stage)
    for words in ("/assistants", f"/assistants {NAME}"):
        await root.send(words)
        root.sees(DENIED)
