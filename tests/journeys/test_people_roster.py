"""Organizers look after the people of their streams from the chat."""

import pytest
from sqlalchemy import select, update

from bot.people.model import Visitor
from bot.privacy.actions import erase_own_data
from bot.registry import personal_data
from bot.sandbox.botapi.persona import Persona
from db.people import BY_SETTINGS, accounts, enrolments, people
from tests.journeys.demo import administrator
from tests.roster import Roster, write_roster
from tests.stage import Stage

ANNA = "Образцова Анна Петровна, г. Образцов"
DENIED = "У вас нет доступа к этому. Если доступ нужен, обратитесь к организатору потока."


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    return await write_roster(stage.database)


@pytest.fixture
async def olga(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("О-1")


async def test_everybody_of_the_own_streams_is_listed(olga: Persona) -> None:
    await olga.send("/people")
    olga.sees("Люди ваших потоков: 3 человека")
    assert olga.buttons() == [
        [ANNA],
        ["Опытова Ольга Петровна, г. Образцов"],
        ["Примеров Борис Петрович, г. Образцов"],
    ]


@pytest.mark.parametrize("words", ["образцова", "Анна пЕтр", "л-1", "глава", "8 (912) 111-22-33", "1112233"])
async def test_a_person_is_found_by_what_one_remembers(
    stage: Stage, olga: Persona, roster: Roster, words: str
) -> None:
    async with stage.database.write() as tx:
        await tx.execute(update(people).where(people.c.id == roster.anna).values(phone="+79121112233"))
    await olga.send(f"/people {words}")
    assert olga.buttons() == [[ANNA], ["Все люди потоков"]]


async def test_yo_and_ye_find_each_other(stage: Stage, olga: Persona, roster: Roster) -> None:
    async with stage.database.write() as tx:
        await tx.execute(update(people).where(people.c.id == roster.anna).values(surname="Семёнова"))
    for words in ("Семенова", "семёнов"):
        await olga.send(f"/people {words}")
        assert olga.buttons()[0] == ["Семёнова Анна Петровна, г. Образцов"]


@pytest.mark.parametrize("words", ["Никифоров", "%", "_", "<b>", "'; --", "999999"])
async def test_nobody_fits_strange_words(olga: Persona, words: str) -> None:
    await olga.send(f"/people {words}")
    olga.sees(f"По словам «{words}» в ваших потоках никого нет.")


async def test_the_card_tells_parts_and_the_account_of_own_streams_only(
    stage: Stage, olga: Persona, roster: Roster
) -> None:
    await olga.send("/people Примеров")
    await olga.tap("Примеров Борис Петрович, г. Образцов")
    assert olga.text == (
        "Примеров Борис Петрович\n\nг. Образцов\nТелефон: +79120000000\nКод: Л-2\n\n"
        "Школа мэров, поток 5: слушатель\n\nНе в боте. Личная ссылка действует до 18 декабря 2025."
    )
    boris = await stage.enter("Л-2")
    await olga.press(f"pc1:{roster.boris}")
    olga.sees("В боте, сообщения доходят.")
    await boris.block()
    await olga.press(f"pc1:{roster.boris}")
    olga.sees("В боте, но бот заблокирован")


async def test_an_account_is_unbound_after_a_question_and_a_new_link_lets_in(
    stage: Stage, olga: Persona, roster: Roster
) -> None:
    impostor = await stage.enter("Л-1")
    await olga.send("/people Образцова")
    await olga.tap(ANNA)
    await olga.tap("Отвязать учётную запись")
    olga.sees("Отвязать учётную запись: Образцова Анна Петровна?")
    await impostor.send("/now")
    assert "Войти можно по личной ссылке" not in impostor.text
    await olga.tap("Да, отвязать")
    olga.sees("Не в боте, действующей ссылки нет.")
    assert "Организатор отвязал эту учётную запись" in str(impostor.messages()[-1])
    await impostor.send("/now")
    impostor.sees("Войти можно по личной ссылке-приглашению")
    await olga.tap("Новая личная ссылка")
    await olga.tap("Да, выпустить")
    code = (await stage.codes("Ш5"))["Л-1"]
    olga.sees(f"https://t.me/mayors_demo_bot?start={code}")
    anna = stage.newcomer("Анна")
    await anna.start(code)
    await anna.tap("Да, это я")
    anna.sees("Вы вошли: Школа мэров, поток 5.")


async def test_letting_go_closes_access_at_once_and_can_be_taken_back(
    stage: Stage, olga: Persona, roster: Roster
) -> None:
    anna = await stage.enter("Л-1")
    await olga.press(f"pc1:{roster.anna}")
    await olga.tap("Отчислить: поток 5")
    olga.sees("Доступ к этому потоку закроется сразу")
    await olga.tap("Да, отчислить")
    olga.sees("Вне потока с вт, 18 ноября")
    await anna.send("/now")
    anna.sees("вы больше не числитесь ни в одном потоке")
    await olga.tap("Вернуть: поток 5")
    await olga.tap("Да, вернуть")
    await anna.send("/streams")
    anna.sees("У вас один поток")


async def test_no_changes_nothing(stage: Stage, olga: Persona, roster: Roster) -> None:
    anna = await stage.enter("Л-1")
    await olga.press(f"pc1:{roster.anna}")
    for deed in ("Отвязать учётную запись", "Отчислить: поток 5"):
        await olga.tap(deed)
        await olga.tap("Нет, оставить как есть")
        olga.sees("В боте, сообщения доходят.")
    async with stage.database.read() as tx:
        bound = select(accounts.c.user_id).where(accounts.c.person_id == roster.anna)
        assert await tx.scalar(bound) == anna.user


async def test_nobody_shuts_themselves_out(olga: Persona, roster: Roster) -> None:
    await olga.press(f"pc1:{roster.olga}")
    assert olga.buttons() == [["Уведомления"], ["Все люди потоков"]]
    for data in (f"pd1:unbind:{roster.olga}:0:1", f"pd1:let-go:{roster.olga}:{roster.mayors}:1"):
        await olga.press(data)
        assert olga.alerts() == ["Со своей учётной записью так нельзя: попросите другого организатора."]


async def test_rights_end_at_the_own_streams(stage: Stage, olga: Persona, roster: Roster) -> None:
    await olga.press(f"pd1:let-go:{roster.boris}:{roster.others}:1")
    assert olga.alerts() == [DENIED]
    async with stage.database.write() as tx:
        gone = enrolments.delete().where(
            enrolments.c.person_id == roster.boris, enrolments.c.stream_id == roster.mayors
        )
        await tx.execute(gone)
    for data in (f"pc1:{roster.boris}", f"pd1:unbind:{roster.boris}:0:1", f"pd1:link:{roster.boris}:0:1"):
        await olga.press(data)
        assert olga.alerts() == [DENIED]
    await olga.send("/people Примеров")
    olga.sees("никого нет")


async def test_participants_have_no_way_in(stage: Stage, roster: Roster) -> None:
    anna = await stage.enter("Л-1")
    await anna.send("/people")
    anna.sees("У вас нет доступа к этому")
    for data in ("pl1:0", f"pc1:{roster.boris}", f"pd1:unbind:{roster.boris}:0:1"):
        await anna.press(data)
        assert anna.alerts() == [DENIED]
    assert "Примеров" not in str(anna.messages())


async def test_requests_for_access_wait_in_the_list(stage: Stage, olga: Persona) -> None:
    stranger = stage.newcomer("Анна")
    await stranger.start()
    await stranger.tap("Попросить доступ")
    await stranger.send("Образцова Анна")
    await olga.send("/people")
    await olga.tap("Просит доступ: 1 человек")
    olga.sees("«Образцова Анна»")
    await olga.tap("Отказать")
    await olga.send("/people")
    assert "Просит доступ: 1 человек" not in olga.buttons()[-1]


async def test_an_organizer_gives_and_takes_a_role_after_a_question(
    stage: Stage, olga: Persona, roster: Roster
) -> None:
    anna = await stage.enter("Л-1")
    await olga.press(f"pc1:{roster.anna}")
    await olga.tap("Роли: поток 5")
    olga.sees("Роли: Образцова Анна Петровна, Школа мэров, поток 5")
    assert olga.buttons() == [
        ["✓ слушатель"],
        ["руководитель команды"],
        ["наставник"],
        ["сопровождающий"],
        ["организатор"],
        ["‹ Карточка человека"],
    ]
    await olga.tap("организатор")
    olga.sees("Дать роль «организатор»: Образцова Анна Петровна, Школа мэров, поток 5?")
    await anna.send("/people")
    anna.sees(DENIED)
    await olga.tap("Да, дать")
    assert olga.buttons()[4] == ["✓ организатор"]
    await anna.send("/people")
    anna.sees("Люди ваших потоков: 3 человека")
    assert "people" in anna.commands()
    await olga.tap("✓ организатор")
    await olga.tap("Да, снять")
    await anna.press("pl1:0")
    assert anna.alerts() == [DENIED]


async def test_the_last_role_is_not_taken(olga: Persona, roster: Roster) -> None:
    await olga.press(f"pg1:{roster.anna}:{roster.mayors}:participant:0:1")
    assert olga.alerts()[0].startswith("Это единственная роль человека в потоке.")


async def test_an_organizer_changes_neither_own_roles_nor_those_in_other_streams_nor_administrators(
    stage: Stage, olga: Persona, roster: Roster
) -> None:
    await olga.press(f"pg1:{roster.olga}:{roster.mayors}:organizer:0:1")
    assert olga.alerts()[0].startswith("Со своей учётной записью так нельзя")
    for data in (
        f"pg1:{roster.boris}:{roster.others}:organizer:1:1",
        f"pg1:{roster.boris}:{roster.mayors}:administrator:1:1",
        f"ph1:{roster.boris}:{roster.others}",
        f"pa1:{roster.boris}:1:1",
    ):
        await olga.press(data)
        assert olga.alerts() == [DENIED], data
    boris = await stage.enter("Л-2")
    await boris.press(f"pg1:{roster.anna}:{roster.mayors}:organizer:1:1")
    assert boris.alerts() == [DENIED]


async def test_administrators_appoint_administrators_who_have_entered(stage: Stage, roster: Roster) -> None:
    root = await administrator(stage)
    await root.press(f"pa1:{roster.anna}:1:1")
    assert root.alerts() == ["У этого человека уже нет привязанной учётной записи."]
    anna = await stage.enter("Л-1")
    await root.press(f"pc1:{roster.anna}")
    await root.tap("Сделать администратором")
    root.sees("Администратор – организатор всех потоков")
    await root.tap("Да, дать")
    root.sees("Администратор бота.")
    await anna.send("/people")
    anna.sees("Люди ваших потоков")
    await root.tap("Снять администратора")
    await root.tap("Да, снять")
    await anna.send("/people")
    anna.sees(DENIED)


async def test_whom_the_settings_appoint_is_not_dismissed_in_the_chat(stage: Stage, roster: Roster) -> None:
    root, anna = await administrator(stage), await stage.enter("Л-1")
    async with stage.database.write() as tx:
        own = update(accounts).where(accounts.c.user_id == anna.user)
        await tx.execute(own.values(appointed=BY_SETTINGS))
    await root.press(f"pa1:{roster.anna}:0:1")
    assert root.alerts()[0].startswith("Этот администратор назначен настройкой ADMINS")


async def test_an_unbound_administrator_is_one_no_more(stage: Stage, olga: Persona, roster: Roster) -> None:
    root, anna = await administrator(stage), await stage.enter("Л-1")
    await root.press(f"pa1:{roster.anna}:1:1")
    await olga.press(f"pd1:unbind:{roster.anna}:0:1")
    assert olga.alerts() == [
        "Это учётная запись администратора: отвязать её может только администратор бота."
    ]
    await anna.send("/people")
    anna.sees("Люди ваших потоков")
    await root.press(f"pc1:{roster.anna}")
    await root.tap("Отвязать учётную запись")
    await root.tap("Да, отвязать")
    root.sees("действующей ссылки нет")
    await anna.send("/people")
    anna.sees("Войти можно по личной ссылке-приглашению")
    await anna.press(f"pc1:{roster.boris}")
    assert "Примеров" not in str(anna.messages()[-1])


async def test_whom_the_settings_appoint_is_not_unbound_in_the_chat(stage: Stage, roster: Roster) -> None:
    root, anna = await administrator(stage), await stage.enter("Л-1")
    async with stage.database.write() as tx:
        own = update(accounts).where(accounts.c.user_id == anna.user)
        await tx.execute(own.values(appointed=BY_SETTINGS))
    await root.press(f"pd1:unbind:{roster.anna}:0:1")
    assert root.alerts()[0].startswith("Этот администратор назначен настройкой ADMINS")
    await anna.send("/people")
    anna.sees("Люди ваших потоков")


async def test_who_was_erased_is_nobody_to_take_back(stage: Stage, olga: Persona, roster: Roster) -> None:
    anna = await stage.enter("Л-1")
    await erase_own_data(stage.database, stage.clock, Visitor(anna.user, anna.user, "ru"), personal_data())
    await olga.send("/people")
    olga.sees("Люди ваших потоков: 2 человека")
    assert "Стёрто" not in str(olga.buttons())
    await olga.send("/people стёрто")
    olga.sees("никого нет")
    for data in (f"pc1:{roster.anna}", f"pd1:take-back:{roster.anna}:{roster.mayors}:1"):
        await olga.press(data)
        assert olga.alerts() == [DENIED]


async def test_unbinding_a_head_ends_what_assistants_may_do(
    stage: Stage, olga: Persona, roster: Roster
) -> None:
    anna = await stage.enter("Л-1")
    await anna.send("/assistants Помощникова Инна")
    link = next(line for line in anna.text.splitlines() if "?start=" in line)
    inna = stage.newcomer("Инна")
    await inna.start(link.split("?start=")[1])
    await inna.tap("Да, это я")
    await inna.tap("Согласен (согласна)")
    await olga.press(f"pd1:unbind:{roster.anna}:0:1")
    await inna.send("/now")
    inna.sees("вы больше не числитесь ни в одном потоке")
