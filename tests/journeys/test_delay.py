"""/delay: the rest of today's events some minutes later, told once, undone with one tap."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.sandbox.botapi.persona import Persona
from db.excursions import bus_versions
from db.programme import streams
from db.schedule import event_versions, events
from tests.journeys.publishing_week import (
    ANNA,
    ORGANIZER,
    SECOND,
    STREAM,
    Week,
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
    """Tuesday, 14:30 in Tyumen: the seventh event begins at 15:00, the day has ten."""
    week = await load_week(stage, tmp_path)
    stage.clock.move(timedelta(hours=5, minutes=30))
    return week


@pytest.fixture
async def olga(week: Week) -> Persona:
    """The organizer."""
    return await week.stage.enter(ORGANIZER, stream=STREAM)


async def starts(stage: Stage, draft: bool = False) -> dict[str, str]:
    """Return when today's events from the sixth on begin, published or drafted."""
    pointer = streams.c.draft_id if draft else streams.c.published_id
    async with stage.database.read() as tx:
        chosen = (
            select(events.c.code, event_versions.c.starts)
            .join(event_versions, event_versions.c.event_id == events.c.id)
            .join(streams, streams.c.id == events.c.stream_id)
            .where(event_versions.c.edition_id == pointer, streams.c.code == STREAM)
        )
        found = {row.code: f"{row.starts:%H:%M}" for row in await tx.execute(chosen)}
    return {code: found[code] for code in map(event, range(6, 11)) if code in found}


AS_PLANNED = dict(zip(map(event, range(6, 11)), ("14:00", "15:00", "16:00", "17:00", "18:00"), strict=True))
LATER = AS_PLANNED | dict(zip(map(event, range(7, 11)), ("15:20", "16:20", "17:20", "18:20"), strict=True))


async def test_the_rest_of_the_day_moves_with_one_notice_and_one_way_back(week: Week, olga: Persona) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    before, _ = await pointers(stage)
    await olga.send("/delay 20")
    olga.sees("Сдвиг на +20 мин")
    olga.sees("15:00–15:50 → 15:20–16:10 Занятие 7 дня 2")
    olga.sees("Сдвинутся 4 занятия.")
    olga.sees("Уведомление получит 1 человек.")
    assert not olga.shows("Занятие 6 дня 2")
    assert await starts(stage) == AS_PLANNED
    await olga.tap("Сдвинуть на +20 мин")
    olga.sees("занятия сдвинуты")
    assert olga.buttons() == [["Отменить сдвиг"]]
    assert await starts(stage) == LATER
    notice = await hears(anna, "Изменения в программе: 4")
    assert "Занятие 10 дня 2\nВт, 18 ноября: 18:00–18:50 → 18:20–19:10 (МСК+2)" in notice
    assert await sequences(stage) == dict.fromkeys(map(event, range(7, 11)), 1)
    undo = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await olga.press(undo)
    olga.sees("отменено")
    assert await starts(stage) == AS_PLANNED
    assert await pointers(stage) == (before, None)
    await hears(anna, "Вт, 18 ноября: 18:20–19:10 → 18:00–18:50", count=2)
    await olga.press(undo)
    olga.sees("Это уже сделано")
    assert [who for who, _ in await planned(stage)] == [ANNA, ANNA]


async def test_a_delay_delivered_again_and_by_two_organizers_happens_once(week: Week, olga: Persona) -> None:
    stage = week.stage
    second = await stage.enter(SECOND, stream=STREAM)
    for organizer in (olga, second):
        await organizer.send("/delay 20")
    data = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    update = stage.world.tap(olga.user, olga.user, olga.last["message_id"], data)
    await asyncio.gather(stage.world.wait_confirmed(update), second.tap("Сдвинуть на +20 мин"))
    stage.world.redeliver(update)
    await stage.world.wait_polled(10)
    await olga.send("/now")
    assert await starts(stage) == LATER
    for words in ("Пока вы решали", "занятия сдвинуты"):
        assert len([persona for persona in (olga, second) if told(persona, words)]) == 1


async def test_the_draft_follows_where_it_still_has_the_old_times(week: Week, olga: Persona) -> None:
    stage = week.stage
    await week.change(e8={"Зал": "Малый зал"}, e9={"Начало": "17.30", "Окончание": "18.20"})
    await olga.send("/delay 20")
    await olga.tap("Сдвинуть на +20 мин")
    drafted = LATER | {event(9): "17:30"}
    assert await starts(stage, draft=True) == drafted
    undo = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    week.rows["Программа"] = [row for row in week.rows["Программа"] if row["Код"] == event(10)]
    week.rows["Программа"][0] |= {"Начало": "18.20", "Окончание": "19.10", "Зал": "Синий зал"}
    await week.send()
    await olga.press(undo)
    assert await starts(stage) == AS_PLANNED
    assert await starts(stage, draft=True) == AS_PLANNED | {event(9): "17:30"}
    await olga.send("/publish")
    for words in ("Малый зал", "Синий зал", "«Начало»: «17:00» → «17:30»"):
        olga.sees(words)


async def test_excursions_can_be_left_out_and_clashes_are_named(week: Week, olga: Persona) -> None:
    stage = week.stage
    await week.change(e8={"Вид": "трансфер", "Название": "Автобус в гостиницу"})
    await olga.send("/publish")
    await olga.tap("Опубликовать")
    await olga.tap("Да, опубликовать")
    await olga.send("/delay 20")
    olga.sees("Автобус в гостиницу (ждут другие: водители, хозяева)")
    await olga.tap("Без трансферов и экскурсий")
    olga.sees("16:00–16:50 Автобус в гостиницу – без изменений")
    olga.sees("Внимание: «Занятие 7 дня 2» пересечётся с «Автобус в гостиницу» (16:00–16:50).")
    olga.sees("Сдвинутся 3 занятия.")
    await olga.tap("Сдвинуть на +20 мин")
    assert await starts(stage) == LATER | {event(8): "16:00"}


async def test_a_shift_may_begin_with_a_later_event(week: Week, olga: Persona) -> None:
    await olga.send("/delay −10")
    await olga.tap("С другого занятия")
    assert [row[0] for row in olga.buttons()] == [
        f"{7 + at + 8}:00 Занятие {7 + at} дня 2" for at in range(4)
    ]
    await olga.tap("17:00 Занятие 9 дня 2")
    olga.sees("Сдвинутся 2 занятия.")
    await olga.tap("Сдвинуть на −10 мин")
    assert await starts(week.stage) == AS_PLANNED | {event(9): "16:50", event(10): "17:50"}


async def test_the_buses_of_an_excursion_move_with_it(week: Week, olga: Persona) -> None:
    stage = week.stage
    await week.change(e9={"Вид": "экскурсия"})
    week.rows["Экскурсии"].append({"Занятие": event(9), "Запись": "по списку"})
    bus = {"Код": "А-вечер", "Экскурсия": event(9), "Название": "Автобус", "Мест": 40, "Отправление": "16.45"}
    week.rows["Автобусы"].append(bus)
    await week.send()
    await olga.send("/publish")
    await olga.tap("Опубликовать")
    await olga.tap("Да, опубликовать")
    await olga.send("/delay 20")
    await olga.tap("Сдвинуть на +20 мин")
    async with stage.database.read() as tx:
        chosen = select(bus_versions.c.departs).join(
            streams, streams.c.published_id == bus_versions.c.edition_id
        )
        found = await tx.execute(chosen.where(bus_versions.c.plate == "", streams.c.code == STREAM))
        assert sorted(f"{row.departs:%H:%M}" for row in found) == ["13:45", "17:05"]


async def test_what_changed_before_the_confirmation_is_shown_anew(week: Week, olga: Persona) -> None:
    stage = week.stage
    await olga.send("/delay 20")
    stage.clock.move(timedelta(hours=1))
    await olga.tap("Сдвинуть на +20 мин")
    olga.sees("Пока вы решали, программа изменилась.")
    olga.sees("Сдвинутся 3 занятия.")
    assert await starts(stage) == AS_PLANNED


@pytest.mark.parametrize(
    "words", ["", "0", "завтра", "20 завтра", "181", "-181", "двадцать", "1000000", "20 30", "<b>"]
)
async def test_nonsense_gets_a_sentence(week: Week, olga: Persona, words: str) -> None:
    await olga.send(f"/delay {words}")
    olga.sees("Сдвинуть остаток сегодняшнего дня: /delay 20")
    assert olga.buttons() == [["+10", "+15", "+20", "+30"]]


async def test_where_nothing_is_left_or_nothing_runs_it_says_so(week: Week, olga: Persona) -> None:
    stage = week.stage
    await olga.send("/delay -60")
    olga.sees("Так занятие началось бы раньше, чем сейчас")
    stage.clock.move(timedelta(hours=5))
    await olga.send("/delay 20")
    olga.sees("Сдвигать нечего")
    stage.clock.move(timedelta(days=20))
    await olga.send("/delay 20")
    olga.sees("Сегодня в ваших потоках нет модуля")


async def test_participants_cannot_delay(week: Week, olga: Persona) -> None:
    stage = week.stage
    anna = await stage.enter(ANNA, stream=STREAM)
    await olga.send("/delay 20")
    data = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await anna.send("/delay 20")
    anna.sees("У вас нет доступа к этому")
    for forged in (data, "dl1:1:20:0:0:0:0", "df1:1:20:0", "dl1:2:20:0:0:0:0"):
        await anna.press(forged)
        assert anna.alerts()[0].startswith("У вас нет доступа")
    assert await starts(stage) == AS_PLANNED


async def test_of_several_streams_that_run_today_one_is_chosen(week: Week) -> None:
    stage = week.stage
    root = stage.newcomer("Администратор")
    await root.start()
    await root.send(f"/claim {stage.announced[-1].rsplit(' ', 1)[1]}")
    await root.send("/delay")
    root.sees("Сдвинуть остаток сегодняшнего дня")
    await root.send("/delay 20")
    assert root.buttons() == [["Школа мэров, Поток 5"], ["Школа мэров, Поток 6"]]
    await root.tap("Школа мэров, Поток 5")
    await root.tap("Сдвинуть на +20 мин")
    root.sees("занятия сдвинуты")
    assert await starts(stage) == LATER
    await root.send("/publish")
    await root.tap("Школа мэров, Поток 5")
    root.sees("Последнее изменение – сдвиг занятий: администратор")
    assert root.buttons() == [["Отменить сдвиг"]]
