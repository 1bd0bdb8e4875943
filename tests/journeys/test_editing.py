"""/edit: an organizer changes the draft from the chat, event by event, and adds to it."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.sandbox.botapi.persona import Persona
from db.schedule import events
from tests.journeys.publishing_week import (
    ANNA,
    ORGANIZER,
    OTHER,
    STREAM,
    Week,
    event,
    hears,
    load_week,
    pointers,
    told,
)
from tests.stage import Stage


@pytest.fixture
async def week(stage: Stage, tmp_path: Path) -> Week:
    """Tuesday, 09:00 in Tyumen: the week is published."""
    return await load_week(stage, tmp_path)


@pytest.fixture
async def olga(week: Week) -> Persona:
    """The organizer."""
    return await week.stage.enter(ORGANIZER, stream=STREAM)


async def open_event(olga: Persona, slot: int) -> None:
    await olga.send("/edit")
    await olga.tap("вт, 18")
    await olga.tap(f"{slot + 8}:00 Занятие {slot} дня 2")


async def test_another_time_is_drafted_shown_and_published_from_there(week: Week, olga: Persona) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    await open_event(olga, 5)
    olga.sees("Занятие 5 дня 2\nвт, 18 ноября, 13:00–13:50 (МСК+2)\nЛекция\nЗал: Зал ШМ-5")
    olga.sees("Черновика нет")
    await olga.tap("Время")
    olga.sees("Сейчас: 13:00–13:50")
    await olga.send("на 20 минут позже")
    olga.sees("вт, 18 ноября, 13:20–14:10 (МСК+2)")
    olga.sees("«Начало»: «13:00» → «13:20»")
    olga.sees("Внимание: «Зал ШМ-5» в это время занят")
    olga.sees("В черновике № 2 изменится 1 строка.")
    await anna.send("/schedule")
    anna.sees("13:00–13:50")
    await olga.tap("Зал")
    await olga.send("Малый <зал>")
    olga.sees("«Зал»: «Зал ШМ-5» → «Малый <зал>»")
    await olga.tap("Черновик и публикация")
    await olga.tap("Опубликовать")
    olga.sees("Уведомление получит 1 человек.")
    await olga.tap("Да, опубликовать")
    await hears(anna, "13:20–14:10")
    await open_event_again(olga)
    olga.sees("Черновика нет")


async def open_event_again(olga: Persona) -> None:
    await olga.send("/edit")
    await olga.tap("вт, 18")
    await olga.tap("13:20 Занятие 5 дня 2")


@pytest.mark.parametrize(
    ("button", "words", "shown"),
    [
        ("Время", "10:30", "вт, 18 ноября, 10:30–11:20"),
        ("Время", "10.30–12.00", "вт, 18 ноября, 10:30–12:00"),
        ("Время", "на час раньше", "вт, 18 ноября, 12:00–12:50"),
        ("Спикер", "Глава города", "Спикер: Глава города"),
        ("Название", "Стратегия", "Стратегия\nвт, 18 ноября"),
        ("Зал", "Тюмень", "Зал: Тюмень"),
        ("Зал", "завтра", "Зал: завтра"),
        ("Зал", "-", "«Зал»: «Зал ШМ-5» → пусто"),
    ],
)
async def test_what_is_typed_is_taken_for_what_was_asked(
    week: Week, olga: Persona, button: str, words: str, shown: str
) -> None:
    await open_event(olga, 5)
    await olga.tap(button)
    await olga.send(words)
    olga.sees(shown)
    await olga.send("завтра")
    assert not olga.shows("Занятие 5 дня 2\n")
    olga.sees("Завтра, ср, 19 ноября")


@pytest.mark.parametrize(
    ("button", "words", "why"),
    [
        ("Время", "после обеда", "Время «после обеда» непонятно"),
        ("Время", "25:00", "Время «25:00» непонятно"),
        ("Время", "на 15 часов позже", "Так занятие перейдёт на другой день"),
        ("Время", "10:30–10:30", "Нужны начало и окончание"),
        ("Время", "10:30–09:00", "Не изменено: занятие"),
        ("Название", "я" * 4001, "Текст длиннее 4000 знаков"),
    ],
)
async def test_what_cannot_be_is_not_done_and_asked_again(
    week: Week, olga: Persona, button: str, words: str, why: str
) -> None:
    before = await pointers(week.stage)
    await open_event(olga, 5)
    await olga.tap(button)
    await olga.send(words)
    olga.sees(why)
    assert await pointers(week.stage) == before
    await olga.send("11:15" if button == "Время" else "Короче")
    assert await pointers(week.stage) != before


async def test_commands_and_keys_are_not_taken_for_an_answer(week: Week, olga: Persona) -> None:
    before = await pointers(week.stage)
    await open_event(olga, 5)
    await olga.tap("Зал")
    await olga.send("Расписание")
    olga.sees("Сегодня, вт, 18 ноября")
    await olga.send("/now")
    assert await pointers(week.stage) == before
    await open_event(olga, 5)
    await olga.send("завтра")
    olga.sees("Завтра, ср, 19 ноября")
    assert await pointers(week.stage) == before


async def test_an_event_is_cancelled_brought_back_and_moved_to_another_day(week: Week, olga: Persona) -> None:
    published, _ = await pointers(week.stage)
    await open_event(olga, 5)
    await olga.tap("Отменить занятие")
    olga.sees("Отменено: Занятие 5 дня 2")
    olga.sees("«Отменено»: пусто → «да»")
    await olga.tap("Вернуть занятие")
    olga.sees("Черновика нет")
    assert await pointers(week.stage) == (published, None)
    await olga.tap("День")
    assert olga.buttons() == [["пн, 17", "ср, 19", "чт, 20"], ["пт, 21"], ["Не менять"]]
    await olga.tap("ср, 19")
    olga.sees("ср, 19 ноября, 13:00–13:50 (МСК+2)")
    olga.sees("«Дата»: «18.11.2025» → «19.11.2025»")


async def test_an_event_is_added_step_by_step_through_a_restart(week: Week, olga: Persona) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    await olga.send("/edit")
    await olga.tap("вт, 18")
    await olga.tap("Добавить занятие")
    await olga.send("вечером")
    olga.sees("Нужны начало и окончание")
    await olga.send("19:30–20:30")
    olga.sees("Какого вида?")
    await olga.send("лекция")
    olga.sees("Какого вида?")
    await olga.tap("Культурная программа")
    await stage.close()
    await stage.open()
    await olga.send("Вечер знакомств")
    olga.sees("Напишите зал.")
    room = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await olga.tap("Без зала")
    olga.sees("Вечер знакомств\nвт, 18 ноября, 19:30–20:30 (МСК+2)\nКультурная программа")
    olga.sees("Этого занятия люди ещё не видят.")
    await olga.press(room)
    olga.sees("Вечер знакомств")
    assert await codes(stage) == ["З-1"]
    await olga.tap("Черновик и публикация")
    await olga.tap("Опубликовать")
    await olga.tap("Да, опубликовать")
    await hears(anna, "Вечер знакомств\nНовое: вт, 18 ноября, 19:30–20:30 (МСК+2)")


async def codes(stage: Stage) -> list[str]:
    """Return the codes the chat has given."""
    async with stage.database.read() as tx:
        return list((await tx.execute(select(events.c.code).where(events.c.code.like("З-%")))).scalars())


async def twice(stage: Stage, olga: Persona, words: str, answer: str) -> None:
    """Write words that Telegram delivers twice: both times the answer is the same."""
    before = len(told(olga, answer))
    update = stage.world.say(olga.user, words)
    await stage.world.wait_confirmed(update)
    stage.world.redeliver(update)
    await stage.world.wait_polled(10)
    await olga.send("/help")
    assert len(told(olga, answer)) == before + 2


async def test_what_is_delivered_twice_has_one_effect_and_the_same_answer(week: Week, olga: Persona) -> None:
    stage = week.stage
    await open_event(olga, 5)
    await olga.tap("Время")
    await twice(stage, olga, "на 20 минут позже", "вт, 18 ноября, 13:20–14:10")
    await olga.tap("‹ вт, 18")
    await olga.tap("Добавить занятие")
    await twice(stage, olga, "19:30–20:30", "Какого вида?")
    await olga.tap("Лекция")
    await twice(stage, olga, "Вечер знакомств", "Напишите зал.")
    await twice(stage, olga, "Холл", "Зал: Холл")
    assert await codes(stage) == ["З-1"]


async def test_the_buses_of_a_moved_excursion_keep_their_distance(week: Week, olga: Persona) -> None:
    await olga.send("/edit")
    await olga.tap("пн, 17")
    await olga.tap("14:00 Занятие 6 дня 1")
    await olga.tap("Время")
    await olga.send("15:00")
    olga.sees("«Отправление»: «13:45» → «14:45»")


async def test_an_events_card_leads_only_its_organizer_to_editing(week: Week, olga: Persona) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    for persona in (olga, anna):
        await persona.send("/schedule")
        await persona.tap("5")
        persona.sees("Занятие 5 дня 2")
    assert "Изменить" not in anna.all_buttons()
    await olga.tap("Изменить")
    olga.sees("Черновика нет")


async def test_others_and_organizers_of_other_streams_are_refused(week: Week, olga: Persona) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    foreign = await stage.enter(f"{OTHER}-001", stream=OTHER)
    async with stage.database.read() as tx:
        number = (await tx.execute(select(events.c.id).where(events.c.code == event(5)))).scalar_one()
    before = await pointers(stage)
    await anna.send("/edit")
    anna.sees("У вас нет доступа к этому")
    for persona in (anna, foreign):
        await persona.send("/now")
        for data in (
            f"zd1:{number}",
            f"zf1:{number}:room",
            f"zy1:{number}:20251119",
            f"zc1:{number}:1",
            "zs1:1",
        ):
            await persona.press(data)
            assert persona.alerts()[0].startswith("У вас нет доступа"), data
    assert await pointers(stage) == before
    await olga.send("/now")
    await olga.press(f"zy1:{number}:20250231")
    assert olga.alerts()[0].startswith("Этого больше нет")
    await olga.press("zk1:lecture")
    assert olga.alerts()[0].startswith("Это занятие уже добавлено")
