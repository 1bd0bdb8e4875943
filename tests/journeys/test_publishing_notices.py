"""Publishing a change: who is told, once, and what becomes of that when it is changed or taken back."""

import asyncio
from datetime import time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.notices.model import Scope, State
from bot.publishing.actions import publish_step, see_draft
from bot.registry import make_planning
from bot.sandbox.botapi.persona import Persona
from db.editions import read_editions
from db.notices import notices
from tests.journeys.publishing_week import (
    ANNA,
    BORIS,
    ORGANIZER,
    OTHER,
    SECOND,
    STREAM,
    Week,
    documents,
    event,
    hears,
    load_week,
    planned,
    pointers,
    sequences,
    told,
)
from tests.stage import Stage


@pytest.fixture
async def week(stage: Stage, tmp_path: Path) -> Week:
    """Tuesday, 09:00 in Tyumen: the week is published and its first event begins."""
    return await load_week(stage, tmp_path)


@pytest.fixture
async def olga(week: Week) -> Persona:
    """The organizer."""
    return await week.stage.enter(ORGANIZER, stream=STREAM)


async def publish(olga: Persona) -> None:
    await olga.send("/publish")
    await olga.tap("Опубликовать")
    await olga.tap("Да, опубликовать")


async def test_a_moved_event_is_told_to_whom_it_concerns_and_nobody_else(week: Week, olga: Persona) -> None:
    stage = week.stage
    anna, boris = await stage.enter(ANNA, stream=STREAM), await stage.enter(BORIS, stream=STREAM)
    stranger = await stage.enter(f"{OTHER}-002", stream=OTHER)
    await week.change(
        e4={"Группы": "1", "Начало": time(12, 20), "Окончание": time(13, 10), "Зал": "Малый зал"}
    )
    for command in ("/draft", "/publish"):
        await olga.send(command)
        olga.sees("1 строка изменится.")
        olga.sees("«Зал»: «Зал ШМ-5» → «Малый зал»")
        assert olga.text.count("Занятие 4 дня 2 · ") == olga.text.count("Занятие 4 дня 2") == 1
        olga.sees("Уведомления получат 2 человека.")
        olga.sees("Ещё 2 не вошли в бот")
        assert olga.buttons() == [["Опубликовать"]]
    await olga.tap("Опубликовать")
    olga.sees("Уведомления получат 2 человека.")
    await olga.tap("Да, опубликовать")
    olga.sees("опубликовано")
    olga.sees("Уведомления получат 2 человека.")
    assert olga.buttons() == [["Отменить публикацию"]]
    assert await hears(anna, "Изменения") == (
        "Изменения в программе: 1\n\nЗанятие 4 дня 2\n"
        "Вт, 18 ноября: 12:00–12:50 → 12:20–13:10 (МСК+2)\nЗал: Зал ШМ-5 → Малый зал"
    )
    assert await hears(boris, "Изменения") == (
        "Изменения в программе: 1\n\nЗанятие 4 дня 2\n"
        "Убрано из вашей программы: вт, 18 ноября, 12:00–12:50 (МСК+2)"
    )
    assert [who for who, _ in await planned(stage)] == [ANNA, BORIS]
    assert told(stranger) == told(olga) == []
    assert await sequences(stage) == {event(4): 1}
    await anna.tap("Расписание дня")
    anna.sees("12:20–13:10")


async def test_a_second_tap_and_a_second_organizer_publish_nothing_more(week: Week, olga: Persona) -> None:
    stage = week.stage
    second = await stage.enter(SECOND, stream=STREAM)
    anna = await stage.enter(ANNA, stream=STREAM)
    await week.change(e5={"Зал": "Малый зал"})
    for organizer in (olga, second):
        await organizer.send("/publish")
        await organizer.tap("Опубликовать")
    await asyncio.gather(olga.tap("Да, опубликовать"), second.tap("Да, опубликовать"))
    said = [olga.text, second.text]
    assert sum("Это уже сделано" in text for text in said) == 1
    assert all("Уведомление получит 1 человек" in text for text in said)
    await hears(anna, "Изменения")
    assert [who for who, _ in await planned(stage)] == [ANNA]
    assert await sequences(stage) == {event(5): 1}


async def test_the_night_and_a_restart_hold_a_notice_and_two_changes_become_one(
    week: Week, olga: Persona
) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    before, _ = await pointers(stage)
    stage.clock.move(timedelta(hours=14))
    await week.change(e5={"Зал": "Малый зал"})
    tomorrow = next(row for row in week.rows["Программа"] if row["Код"] == f"{STREAM}-М2-23")
    tomorrow["Зал"] = "Синий зал"
    await week.send()
    await publish(olga)
    tomorrow["Зал"], tomorrow["Спикер"] = "Красный зал", "Глава города"
    await week.send()
    await publish(olga)
    assert [state for _, state in await planned(stage)] == ["cancelled", "queued"]
    assert told(anna) == []
    await stage.close()
    stage.clock.move(timedelta(hours=9, minutes=1))
    await stage.open()
    assert await hears(anna, "Изменения") == (
        "Изменения в программе: 1\n\nЗанятие 3 дня 3\nср, 19 ноября, 11:00–11:50 (МСК+2)\n"
        "Зал: Зал ШМ-5 → Красный зал\nСпикер: Глава города"
    )
    assert before != (await pointers(stage))[0]


async def test_planning_again_beside_a_publication_takes_none_of_its_notices_back(
    week: Week, olga: Persona
) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    stage.clock.move(timedelta(hours=14))
    tomorrow = next(row for row in week.rows["Программа"] if row["Код"] == f"{STREAM}-М2-23")
    tomorrow["Зал"] = "Синий зал"
    await week.send()
    await publish(olga)
    tomorrow["Зал"] = "Красный зал"
    await week.send()
    async with stage.database.read() as tx:
        stream_id = next(one.stream_id for one in await read_editions(tx) if one.code == STREAM)
    draft, planning = await see_draft(stage.database, stream_id), make_planning()
    assert draft is not None

    async def plan_again() -> None:
        async with stage.database.write() as tx:
            await planning.replan(tx, stage.clock.now(), Scope(stream_id))

    await plan_again()
    async with stage.database.write() as tx:
        await publish_step(tx, stage.clock, planning, stream_id, draft.edition_id)
        beside = asyncio.create_task(plan_again())
        await asyncio.sleep(0.3)
    await beside
    assert await planned(stage) == [(ANNA, "cancelled"), (ANNA, "queued")]
    stage.clock.move(timedelta(hours=9, minutes=1))
    assert "→ Красный зал" in await hears(anna, "Изменения")


async def test_what_begins_before_the_night_is_over_is_told_at_night(week: Week, olga: Persona) -> None:
    anna = await week.stage.enter(ANNA, stream=STREAM)
    week.stage.clock.move(timedelta(hours=14))
    tomorrow = next(row for row in week.rows["Программа"] if row["Код"] == f"{STREAM}-М2-21")
    tomorrow |= {"Начало": time(7, 30), "Окончание": time(8, 20)}
    await week.send()
    await publish(olga)
    await hears(anna, "Ср, 19 ноября: 09:00–09:50 → 07:30–08:20 (МСК+2)")


async def test_what_was_changed_back_before_morning_is_told_to_nobody(week: Week, olga: Persona) -> None:
    stage = week.stage
    await stage.enter(ANNA, stream=STREAM)
    stage.clock.move(timedelta(hours=14))
    tomorrow = next(row for row in week.rows["Программа"] if row["Код"] == f"{STREAM}-М2-23")
    for hall in ("Синий зал", "Зал ШМ-5"):
        tomorrow["Зал"] = hall
        await week.send()
        await publish(olga)
    assert [state for _, state in await planned(stage)] == ["cancelled"]
    olga.sees("Уведомления никому не нужны")


async def test_undoing_cancels_what_was_not_sent(week: Week, olga: Persona) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    before, _ = await pointers(stage)
    stage.clock.move(timedelta(hours=14))
    tomorrow = next(row for row in week.rows["Программа"] if row["Код"] == f"{STREAM}-М2-23")
    tomorrow["Отменено"] = "да"
    await week.send()
    await publish(olga)
    after, _ = await pointers(stage)
    data = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await olga.press(data)
    olga.sees("отменено")
    assert await pointers(stage) == (before, after)
    assert [state for _, state in await planned(stage)] == ["cancelled"]
    assert await sequences(stage) == {f"{STREAM}-М2-23": 2}
    await olga.press(data)
    olga.sees("Это уже сделано")
    assert await pointers(stage) == (before, after)
    await anna.send("/schedule 19.11")
    assert not anna.shows("отменено")


async def test_undoing_tells_those_anew_who_were_told(week: Week, olga: Persona) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    await week.change(e5={"Отменено": "да"})
    await publish(olga)
    await hears(anna, "Отменено: вт, 18 ноября, 13:00–13:50 (МСК+2)")
    await olga.tap("Отменить публикацию")
    olga.sees("Уведомление получит 1 человек.")
    await hears(anna, "Снова состоится: вт, 18 ноября, 13:00–13:50 (МСК+2)")
    assert len(told(anna)) == 2
    await olga.send("/publish")
    olga.sees("«Отменено»: пусто → «да»")
    await olga.tap("Опубликовать")
    await olga.tap("Да, опубликовать")
    await hears(anna, "Отменено", count=3)
    assert [who for who, _ in await planned(stage)] == [ANNA] * 3


async def become(week: Week, before: State, after: State) -> None:
    """Bring the notices of changes from one state to another, as an attempt that ends does."""
    mine = (notices.c.kind == "programme-changed", notices.c.state == before)
    async with week.stage.database.write() as tx:
        await tx.execute(update(notices).where(*mine).values(state=after))


async def test_a_notice_that_was_on_its_way_tells_nothing_that_was_undone(week: Week, olga: Persona) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    stage.clock.move(timedelta(hours=14))
    tomorrow = next(row for row in week.rows["Программа"] if row["Код"] == f"{STREAM}-М2-23")
    tomorrow["Зал"] = "Синий зал"
    await week.send()
    await publish(olga)
    undo = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await become(week, State.QUEUED, State.CLAIMED)
    await olga.press(undo)
    olga.sees("отменено")
    await become(week, State.CLAIMED, State.QUEUED)
    stage.clock.move(timedelta(hours=9, minutes=1))
    await stage.delivered()
    assert [state for _, state in await planned(stage)] == ["lapsed", "sent"]
    assert ["Синий зал → Зал ШМ-5" in text for text in told(anna)] == [True]


async def test_a_notice_that_comes_back_after_another_change_tells_the_newest(
    week: Week, olga: Persona
) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    stage.clock.move(timedelta(hours=14))
    tomorrow = next(row for row in week.rows["Программа"] if row["Код"] == f"{STREAM}-М2-23")
    for hall in ("Синий зал", "Красный зал"):
        tomorrow["Зал"] = hall
        await week.send()
        await publish(olga)
        await become(week, State.QUEUED, State.CLAIMED)
    await become(week, State.CLAIMED, State.QUEUED)
    stage.clock.move(timedelta(hours=9, minutes=1))
    await stage.delivered()
    assert ["→ Красный зал" in text for text in told(anna)] == [True, True]


async def test_an_added_event_goes_and_comes_back_with_its_publication(week: Week, olga: Persona) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    last = next(row for row in week.rows["Программа"] if row["Код"] == event(10))
    added = {"Код": "Вечер", "Название": "Вечер", "Начало": time(19, 30), "Окончание": time(20, 30)}
    week.rows["Программа"].append({**last, **added})
    await week.send()
    await publish(olga)
    await hears(anna, "Новое: вт, 18 ноября, 19:30–20:30 (МСК+2), Зал ШМ-5")
    assert await sequences(stage) == {}
    await olga.tap("Отменить публикацию")
    await hears(anna, "Убрано из вашей программы: вт, 18 ноября, 19:30–20:30 (МСК+2)", count=2)
    assert await sequences(stage) == {"Вечер": 1}
    await publish(olga)
    await hears(anna, "Новое: вт, 18 ноября", count=3)
    assert await sequences(stage) == {"Вечер": 2}


async def test_an_organizer_who_listens_too_is_told_of_own_events_only(week: Week, olga: Persona) -> None:
    both = next(row for row in week.rows["Люди"] if row["Код"] == BORIS)
    both["Роли"] = "слушатель; организатор"
    await week.send()
    boris = await week.stage.enter(BORIS, stream=STREAM)
    await week.change(e4={"Группы": "1"}, e5={"Группы": "1", "Зал": "Малый зал"}, e6={"Зал": "Б"})
    await publish(boris)
    assert await hears(boris, "Изменения") == (
        "Изменения в программе: 3\n\nЗанятие 4 дня 2\n"
        "Убрано из вашей программы: вт, 18 ноября, 12:00–12:50 (МСК+2)\n\nЗанятие 5 дня 2\n"
        "Убрано из вашей программы: вт, 18 ноября, 13:00–13:50 (МСК+2)\n\nЗанятие 6 дня 2\n"
        "вт, 18 ноября, 14:00–14:50 (МСК+2)\nЗал: Зал ШМ-5 → Б"
    )
    await week.change(e5={"Зал": "Синий зал"})
    await publish(boris)
    boris.sees("Уведомления никому не нужны")


async def test_a_newer_draft_stays_when_a_publication_is_undone(week: Week, olga: Persona) -> None:
    stage = week.stage
    await week.change(e5={"Зал": "Малый зал"})
    await publish(olga)
    undo = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await week.change(e6={"Зал": "Синий зал"})
    _, draft = await pointers(stage)
    await olga.press(undo)
    assert (await pointers(stage))[1] == draft
    await olga.send("/publish")
    olga.sees("Малый зал")
    olga.sees("Синий зал")


async def test_only_the_last_publication_can_be_undone_and_only_by_an_organizer(
    week: Week, olga: Persona
) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    await week.change(e5={"Зал": "Малый зал"})
    await publish(olga)
    undo = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await week.change(e5={"Зал": "Синий зал"})
    await publish(olga)
    now = await pointers(stage)
    await anna.press(undo)
    assert anna.alerts()[0].startswith("У вас нет доступа")
    await olga.press(undo)
    assert olga.alerts()[0].startswith("Отменить уже нельзя")
    assert await pointers(stage) == now


async def test_an_undone_publication_delivered_again_is_not_published_anew(week: Week, olga: Persona) -> None:
    stage = week.stage
    await week.change(e5={"Зал": "Малый зал"})
    await olga.send("/publish")
    await olga.tap("Опубликовать")
    sure = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    message = olga.last
    update = stage.world.tap(olga.user, olga.user, message["message_id"], sure)
    await stage.world.wait_confirmed(update)
    await olga.tap("Отменить публикацию")
    before = await pointers(stage)
    stage.world.redeliver(update)
    await stage.world.wait_polled()
    await olga.send("/now")
    assert await pointers(stage) == before


async def test_who_has_blocked_the_bot_is_counted_apart(week: Week, olga: Persona) -> None:
    anna = await week.stage.enter(ANNA, stream=STREAM)
    await anna.block()
    await week.change(e5={"Зал": "Малый зал"})
    await publish(olga)
    olga.sees("Уведомления никому не нужны")
    olga.sees("Ещё 1 заблокировал бота")
    assert await planned(week.stage) == []


async def test_a_calendar_somebody_has_taken_comes_anew_with_the_change(week: Week, olga: Persona) -> None:
    anna = await week.stage.enter(ANNA, stream=STREAM)
    await anna.send("/today")
    await anna.tap("Календарь (.ics)")
    await week.change(e5={"Начало": time(13, 10), "Окончание": time(14, 0)})
    await publish(olga)
    await hears(anna, "Вт, 18 ноября: 13:00–13:50 → 13:10–14:00 (МСК+2)")
    files = await documents(anna, 2)
    assert [b"DTSTART;TZID=Asia/Yekaterinburg:20251118T131000" in file for file in files] == [False, True]
    assert b"SEQUENCE:1" in files[1]
