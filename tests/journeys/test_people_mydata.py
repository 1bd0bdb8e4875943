"""A person sees, takes along, corrects and erases their own data."""

import json

import pytest
from sqlalchemy import select, update

from bot.sandbox.botapi.persona import Persona
from db.people import enrolments, people
from tests.roster import Roster, write_roster
from tests.stage import Stage


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    return await write_roster(stage.database)


@pytest.fixture
async def anna(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("Л-1")


async def test_a_person_sees_what_is_kept(anna: Persona) -> None:
    await anna.send("/mydata")
    assert anna.text == (
        "Мои данные\n\nФИО: Образцова Анна Петровна\nДолжность: глава города\nМуниципалитет: г. Образцов\n"
        "Телефон: +79120000000\nЧасовой пояс: Asia/Omsk\nУчастие: Школа мэров, поток 5 – слушатель\n"
        f"Учётная запись Telegram: {anna.user}\nСогласие на обработку данных: 18 ноября 2025\n"
        "Всего хранится 5 записей: все они есть в выгрузке.\n\nДанные видят организаторы ваших потоков."
    )


async def test_the_export_comes_for_programmes_and_for_reading(stage: Stage, anna: Persona) -> None:
    await anna.send("/mydata")
    await anna.tap("Выгрузить файлами")
    machine, readable = (stage.world.files.data(item["document"]["file_id"]) for item in anna.replies[-2:])
    assert machine is not None
    assert readable is not None
    tables = json.loads(machine)
    assert sorted(tables) == ["accounts", "consents", "enrolments", "invitations", "people"]
    assert tables["people"][0]["surname"] == "Образцова"
    assert "Примеров" not in machine.decode()
    assert "phone: +79120000000" in readable.decode()


async def test_a_correction_reaches_the_organizers_of_the_stream(stage: Stage, anna: Persona) -> None:
    await anna.send("/mydata телефон +7 999 000-00-00")
    anna.sees("Передать некому")
    olga = await stage.enter("О-1")
    await anna.send("/mydata телефон +7 999 000-00-00")
    anna.sees("Передал организаторам вашего потока.")
    assert "«телефон +7 999 000-00-00»" in str(olga.messages()[-1])
    await olga.tap("Карточка человека")
    olga.sees("Образцова Анна Петровна")


async def test_erasing_asks_first_and_then_the_bot_knows_the_person_no_more(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    await anna.send("/mydata")
    await anna.tap("Отозвать согласие и стереть")
    anna.sees("Отменить это нельзя")
    await anna.tap("Нет, оставить")
    anna.sees("ФИО: Образцова Анна Петровна")
    await anna.tap("Отозвать согласие и стереть")
    await anna.tap("Да, стереть мои данные")
    anna.sees("Бот больше не знает, кто вы")
    assert anna.keyboard() is None
    assert anna.commands() == ["help", "language", "start"]
    await anna.send("/mydata")
    anna.sees("Войти можно по личной ссылке-приглашению")
    async with stage.database.read() as tx:
        names = select(people.c.surname, people.c.phone).where(people.c.id == roster.anna)
        assert (await tx.execute(names)).one() == ("Стёрто", "")


async def test_who_left_may_still_see_and_erase(stage: Stage, anna: Persona, roster: Roster) -> None:
    async with stage.database.write() as tx:
        left = update(enrolments).where(enrolments.c.person_id == roster.anna)
        await tx.execute(left.values(left_on=stage.clock.now().date()))
    await anna.send("/mydata")
    await anna.tap("Отозвать согласие и стереть")
    await anna.tap("Да, стереть мои данные")
    anna.sees("Бот больше не знает, кто вы")


async def test_a_stranger_has_no_data_here(stage: Stage, roster: Roster) -> None:
    stranger = stage.newcomer("Прохожий")
    await stranger.send("/mydata")
    stranger.sees("Войти можно по личной ссылке-приглашению")
    for data in ("md1", "me1", "mc1", "mx1:1"):
        await stranger.press(data)
        assert "Образцова" not in str(stranger.messages())
