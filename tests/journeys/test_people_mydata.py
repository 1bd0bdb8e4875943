"""A person sees, takes along, corrects and erases their own data."""

import json

import pytest
from sqlalchemy import select, update

from bot.sandbox.botapi.persona import Persona
from db.corrections import corrections
from db.people import enrolments, people
from tests.journeys.test_redelivery import redelivered
from tests.journeys.three_streams import load_three_streams, reader
from tests.roster import Roster, write_roster
from tests.stage import Stage
from tests.words import RUSSIAN

REFUSED = RUSSIAN("error-not-allowed")


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


def test_one_record_and_twenty_one_are_spoken_of_as_what_they_are() -> None:
    assert RUSSIAN("mydata-others", count=1) == "Всего хранится 1 запись: она есть в выгрузке."
    assert RUSSIAN("mydata-others", count=21) == "Всего хранится 21 запись: все они есть в выгрузке."


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


async def person(stage: Stage, number: int) -> tuple[str, ...]:
    async with stage.database.read() as tx:
        shown = select(people.c.surname, people.c.name, people.c.patronymic, people.c.phone, people.c.zone)
        return tuple((await tx.execute(shown.where(people.c.id == number))).one())


async def states(stage: Stage) -> list[str]:
    async with stage.database.read() as tx:
        return list((await tx.execute(select(corrections.c.state).order_by(corrections.c.id))).scalars())


async def test_a_correction_is_made_by_the_organizer_with_one_tap(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    olga = await stage.enter("О-1")
    await anna.send("/mydata")
    await anna.tap("Исправить")
    await anna.tap("Телефон")
    anna.sees("Сейчас записано: +79120000000")
    await anna.send("8 (999) 000 00 00")
    anna.sees("Телефон: +79120000000 → +79990000000")
    anna.sees("Передал организаторам вашего потока")
    assert olga.messages()[-1]["text"] == (
        "Просят исправить данные: Образцова Анна Петровна\n\nТелефон: +79120000000 → +79990000000"
    )
    assert (await person(stage, roster.anna))[3] == "+79120000000"
    await anna.send("/mydata")
    anna.sees("Ждёт организатора\nТелефон: +79120000000 → +79990000000")
    await olga.tap("Исправить")
    olga.sees("Телефон: +79120000000 → +79990000000\n\nИсправлено. Человеку сказано.")
    assert anna.messages()[-1]["text"] == (
        "Организатор исправил ваши данные.\n\nТелефон: +79120000000 → +79990000000"
    )
    assert (await person(stage, roster.anna))[3] == "+79990000000"
    assert await states(stage) == ["done"]
    await olga.tap("Карточка человека")
    olga.sees("+79990000000")


async def test_a_refusal_is_told_and_changes_nothing(stage: Stage, anna: Persona, roster: Roster) -> None:
    olga = await stage.enter("О-1")
    before = await person(stage, roster.anna)
    await anna.send("/mydata фио Иванова-Петрова Анна Сергеевна")
    await olga.tap("Отказать")
    olga.sees("Отказано. Человеку сказано.")
    assert anna.messages()[-1]["text"] == (
        "Организатор не внёс исправление. Если это ошибка, напишите ему: /ask.\n\n"
        "ФИО: Образцова Анна Петровна → Иванова-Петрова Анна Сергеевна"
    )
    assert (await person(stage, roster.anna), await states(stage)) == (before, ["refused"])


async def test_a_name_and_a_zone_are_written_as_the_workbook_writes_them(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    olga = await stage.enter("О-1")
    await anna.send("/mydata ФИО Анна Сергеевна ИВАНОВА")
    await olga.tap("Исправить")
    await anna.send("/mydata часовой пояс МСК+2")
    await olga.tap("Исправить")
    assert await person(stage, roster.anna) == (
        *("Иванова", "Анна", "Сергеевна"),
        *("+79120000000", "Asia/Yekaterinburg"),
    )


async def test_nonsense_gets_a_sentence_and_may_be_typed_anew(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    await anna.press("mf1:phone")
    await anna.send("позвоните мне")
    anna.sees("«позвоните мне» – не номер телефона.")
    await anna.send("+7 912 000-00-00")
    anna.sees("Так и записано: исправлять нечего.")
    await anna.send("+7 912 000-00-09")
    anna.sees("Записал. Сейчас ни один организатор не получает сообщений")
    assert await states(stage) == ["waiting"]
    await anna.press("mf1:zone")
    await anna.send("Атлантида")
    anna.sees("Часовой пояс «Атлантида» не найден.")
    await anna.tap("‹ Мои данные")
    await anna.send("Омск")
    assert await states(stage) == ["waiting"]


async def test_a_city_that_was_asked_for_is_the_correction_and_no_timetable(stage: Stage) -> None:
    await load_three_streams(stage)
    anna = await stage.enter(reader("Ш5"))
    for field, label in (("municipality", "Муниципалитет"), ("zone", "Часовой пояс")):
        await anna.press(f"mf1:{field}")
        await anna.send("Тюмень")
        anna.sees(f"{label}: ")
        anna.sees("Записал. Сейчас ни один организатор")
    assert await states(stage) == ["waiting", "waiting"]
    await anna.send("Тюмень")
    anna.sees("title МЕТКА-Ш5")


async def test_what_waits_is_found_by_an_organizer_who_comes_later(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    await anna.send("/mydata в пятницу меня не будет")
    olga = await stage.enter("О-1")
    await olga.send("/todo")
    olga.sees("1 просьба исправить данные")
    await olga.tap("1. Исправить данные")
    await olga.tap("Образцова Анна Петровна: Другое")
    olga.sees("«в пятницу меня не будет»")
    await olga.tap("Уже исправлено")
    assert await states(stage) == ["done"]
    await olga.tap("Другие просьбы")
    olga.sees("Просьб об исправлении нет.")


async def test_a_second_tap_and_a_second_organizer_do_no_harm(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    olga, boris = await stage.enter("О-1"), await stage.enter("Л-2")
    async with stage.database.write() as tx:
        part = update(enrolments).where(
            enrolments.c.person_id == roster.boris, enrolments.c.stream_id == roster.mayors
        )
        await tx.execute(part.values(roles=["organizer"]))
    await anna.send("/mydata телефон +7 999 000-00-00")
    await olga.press("kd1:1:1")
    told = len(anna.messages())
    await anna.send("/mydata телефон +7 999 000-00-01")
    for persona, data in ((olga, "kd1:1:1"), (boris, "kd1:1:0")):
        await persona.press(data)
        assert persona.alerts() == ["Уже решено: Опытова Ольга Петровна."]
    assert (await person(stage, roster.anna))[3] == "+79990000000"
    assert len(anna.messages()) == told + 2
    assert await states(stage) == ["done", "waiting"]


async def test_a_decision_delivered_again_does_not_undo_a_later_one(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    olga = await stage.enter("О-1")
    await anna.send("/mydata телефон +7 999 000-00-00")
    update_id = stage.world.tap(olga.user, olga.user, olga.last["message_id"], "kd1:1:1", force=True)
    await stage.world.wait_confirmed(update_id)
    await anna.send("/mydata телефон +7 999 000-00-01")
    await olga.press("kd1:2:1")
    assert await redelivered(stage, update_id)
    assert (await person(stage, roster.anna))[3] == "+79990000001"
    assert await states(stage) == ["done", "done"]


async def test_a_newer_request_takes_the_place_of_the_older_one(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    olga = await stage.enter("О-1")
    await anna.send("/mydata телефон +7 999 000-00-00")
    await anna.send("/mydata телефон +7 999 000-00-01")
    await olga.press("kd1:1:1")
    assert olga.alerts() == ["Человек уже попросил иначе: откройте новую просьбу."]
    await olga.press("kd1:2:1")
    assert (await person(stage, roster.anna))[3] == "+79990000001"
    assert await states(stage) == ["replaced", "done"]


async def test_only_organizers_of_the_persons_streams_decide(
    stage: Stage, anna: Persona, roster: Roster
) -> None:
    boris = await stage.enter("Л-2")
    async with stage.database.write() as tx:
        part = update(enrolments).where(
            enrolments.c.person_id == roster.boris, enrolments.c.stream_id == roster.others
        )
        await tx.execute(part.values(roles=["organizer"]))
    await anna.send("/mydata телефон +7 999 000-00-00")
    assert "999" not in str(boris.messages())
    for persona in (anna, boris):
        for data in ("kc1:1", "kd1:1:1", "kd1:1:0", "kc1:99", "kd1:99:1"):
            await persona.press(data)
            assert persona.alerts() == [
                "У вас нет доступа к этому. Если доступ нужен, обратитесь к организатору потока."
            ]
    await boris.press("kl1:0")
    boris.sees("Просьб об исправлении нет.")
    assert await states(stage) == ["waiting"]


async def test_a_request_is_erased_with_the_person(stage: Stage, anna: Persona, roster: Roster) -> None:
    olga = await stage.enter("О-1")
    await anna.send("/mydata телефон +7 999 000-00-00")
    await anna.press("mx1:1")
    await olga.press("kd1:1:1")
    assert await states(stage) == []
    assert olga.alerts() == [
        "У вас нет доступа к этому. Если доступ нужен, обратитесь к организатору потока."
    ]


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
    assert set(anna.commands()) == {"help", "language", "start"}
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
    for data in ("md1", "me1", "mc1", "mf1:phone", "kl1:0", "kc1:1", "kd1:1:1", "mx1:1"):
        await stranger.press(data)
        assert "Образцова" not in str(stranger.messages())
