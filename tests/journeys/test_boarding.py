"""Boarding, from the first tap to the way back: who is in the bus, told once, seen at once."""

import asyncio
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.sandbox.botapi.feed import Event
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.world import PATIENCE_S
from db.excursions import seats
from db.people import people
from tests.journeys.boarding_day import (
    ANNA,
    BORIS,
    DINA,
    FIRST,
    GLEB,
    GUIDE,
    NEXT_GUIDE,
    ORGANIZER,
    OTHER,
    SECOND,
    STREAM,
    TRIP,
    VERA,
    Day,
    entered,
    load_day,
    tyumen,
)
from tests.journeys.demo import assistant_of
from tests.journeys.test_support_exports import taken
from tests.stage import Stage


@pytest.fixture
async def day(stage: Stage, tmp_path: Path) -> Day:
    """The excursion is at 14:00 in Tyumen; it is 09:00."""
    return await load_day(stage, tmp_path)


async def shown(persona: Persona, true: Callable[[str], bool], what: str = "") -> str:
    """Wait until a message of the chat has words that are true; return them."""
    changed = asyncio.Event()

    def notice(happened: Event) -> None:
        if happened["kind"] in {"message", "edited"} and happened["chat"] == persona.user:
            changed.set()

    stop = persona.world.feed.listen(notice)
    try:
        async with asyncio.timeout(PATIENCE_S):
            while True:
                for message in reversed(persona.messages()):
                    if true(message.get("text", "")):
                        return str(message["text"])
                await changed.wait()
                changed.clear()
    except TimeoutError:
        raise AssertionError(f"{what}: {[one.get('text') for one in persona.messages()]}") from None
    finally:
        stop()


async def sees(persona: Persona, words: str) -> str:
    """Wait until a message of the chat has these words."""
    return await shown(persona, lambda text: words in text, words)


async def no_views(day: Day) -> None:
    """Wait until no message is kept up to date any more."""
    async with asyncio.timeout(PATIENCE_S):
        while await day.views():  # noqa: ASYNC110  (rows have no event)
            await asyncio.sleep(0.05)


async def seat_holders(day: Day) -> int:
    async with day.stage.database.read() as tx:
        chosen = select(func.count()).where(seats.c.event_id == day.event_id)
        return int(await tx.scalar(chosen) or 0)


async def person_id(day: Day, code: str) -> int:
    async with day.stage.database.read() as tx:
        return int(await tx.scalar(select(people.c.id).where(people.c.code == code)) or 0)


async def test_whoever_says_so_is_in_the_bus_once_and_the_guide_sees_it(day: Day) -> None:
    stage = day.stage
    guide, anna, boris = [await entered(day, code) for code in (GUIDE, ANNA, BORIS)]
    await stage.pass_to(tyumen(13, 30))
    await guide.send("/bus")
    assert guide.text.startswith("В автобусе 0 из 3, нет 3, не едут 0")
    guide.sees("+79005000002")
    assert guide.buttons()[0] == ["Здесь: Аннина Пётр Петрович ШМ-5"]
    await anna.press(day.data())
    anna.sees("Отметили: вы в автобусе. Автобус 1, А001АА 72")
    await sees(guide, "В автобусе 1 из 3, нет 2, не едут 0")
    await anna.press(day.data())
    assert anna.alerts() == ["Вы уже отмечены в автобусе: Автобус 1, А001АА 72. Второй раз не нужно."]
    await boris.press(day.data("out"))
    boris.sees("Отметили: вы не едете")
    await sees(guide, "В автобусе 1 из 3, нет 1, не едет 1")
    assert await day.marks() == [(ANNA, "there", "in", "self"), (BORIS, "there", "out", "self")]


async def test_the_organizer_opens_any_bus(day: Day) -> None:
    olga = await entered(day, ORGANIZER)
    await day.stage.pass_to(tyumen(13, 30))
    await olga.send("/bus")
    olga.sees("Автобусы: 2")
    await olga.tap("14:00 Автобус 2, Занятие 6 дня 2")
    assert olga.text.startswith("В автобусе 0 из 2, нет 2, не едут 0")


async def test_a_phone_without_network_taps_twice_later_and_the_first_tap_counts(day: Day) -> None:
    stage = day.stage
    anna = await entered(day, ANNA)
    await stage.pass_to(tyumen(13, 30))
    message = anna.last
    await stage.close()
    taps = [
        stage.world.tap(anna.user, anna.user, message["message_id"], day.data(), force=True) for _ in "12"
    ]
    stage.clock.move(timedelta(minutes=5))
    await stage.open()
    for tap in taps:
        await stage.world.wait_confirmed(tap)
    stage.world.redeliver(taps[0])
    await stage.world.wait_polled()
    await anna.send("/now")
    assert await day.marks() == [(ANNA, "there", "in", "self")]


async def test_before_its_time_and_after_it_a_tap_gets_a_way_on(day: Day) -> None:
    stage = day.stage
    anna = await entered(day, ANNA)
    await anna.press(day.data())
    anna.sees("Посадка ещё не началась: она откроется в 11:45, отправление в 13:45")
    await stage.pass_to(tyumen(11, 45))
    await anna.press(day.data())
    anna.sees("Отметили: вы в автобусе")
    await anna.press(day.data("out"))
    anna.sees("Отметили: вы не едете")
    await stage.pass_to(tyumen(13, 55))
    await anna.press(day.data())
    anna.sees("Автобус уже ушёл (отправление 13:45): Автобус 1, А001АА 72")
    anna.sees("Сопровождающий: Гидов Пётр Петрович ШМ-5, +79005000001")
    assert anna.buttons()[0] == ["Я в Автобус 2, 14:00"]
    await anna.tap("Я в Автобус 2, 14:00")
    anna.sees("Отметили: вы в автобусе. Автобус 2")
    await stage.pass_to(tyumen(23, 50))
    await anna.press(day.data("out"))
    assert anna.alerts() == ["Эта экскурсия уже закончилась."]
    assert await day.marks() == [(ANNA, "there", "in", "self")]


async def test_the_last_free_place_of_the_next_bus_is_taken_once(day: Day) -> None:
    stage = day.stage
    anna, boris = await entered(day, ANNA), await entered(day, BORIS)
    await stage.pass_to(tyumen(13, 55))
    second = day.buses[SECOND]
    await asyncio.gather(anna.press(day.data(bus=second)), boris.press(day.data(bus=second)))
    said = sorted(text.split("\n")[0] for text in (anna.text, boris.text))
    assert [text.split(":")[0] for text in said] == ["В этом автобусе мест больше нет", "Отметили"]
    assert len(await day.marks()) == 1


async def test_only_those_who_are_missing_are_called_before_the_bus_leaves(day: Day) -> None:
    stage = day.stage
    anna, boris, vera = [await entered(day, code) for code in (ANNA, BORIS, VERA)]
    await stage.pass_to(tyumen(13, 30))
    await anna.press(day.data())
    await boris.press(day.data("out"))
    await stage.pass_to(tyumen(13, 40))
    said = await sees(vera, "Автобус уходит через 5 мин!")
    assert "Автобус 1, А001АА 72 – вас в нём ещё нет." in said
    assert "Сопровождающий: Гидов Пётр Петрович ШМ-5, +79005000001" in said
    states = [state for _who, state in await day.told("bus-leaves")]
    assert sorted(states) == ["lapsed", "lapsed", "sent"]
    assert not any("уходит через" in one.get("text", "") for one in (*anna.messages(), *boris.messages()))


async def test_the_calendar_plans_the_calls_of_a_bus_that_is_days_ahead(day: Day) -> None:
    stage = day.stage
    for row in day.week.rows["Модули"]:
        row["Последний день"] = date(2025, 11, 29) if row["Код"] == f"{STREAM}-М2" else row["Последний день"]
    day.row("Программа", TRIP)["Дата"] = date(2025, 11, 26)
    await day.publish()
    assert await day.told("bus-leaves") == []
    anna = await entered(day, ANNA)
    await stage.close()
    stage.clock.set(tyumen(9, day=25))
    await stage.open()
    await stage.pass_to(tyumen(13, 40, day=26))
    await sees(anna, "Автобус уходит через 5 мин!")


async def test_what_the_guide_says_ends_boarding_and_can_be_taken_back(day: Day) -> None:
    stage = day.stage
    guide, anna, vera = [await entered(day, code) for code in (GUIDE, ANNA, VERA)]
    await stage.pass_to(tyumen(13, 38))
    await guide.send("/bus")
    await guide.tap("Здесь: Борисов Пётр Петрович ШМ-5")
    assert guide.text.startswith("В автобусе 1 из 3, нет 2, не едут 0")
    await guide.tap("Автобус ушёл")
    guide.sees("Туда: автобус ушёл в 13:38 (МСК+2)")
    await anna.press(day.data())
    anna.sees("Автобус уже ушёл")
    await stage.pass_to(tyumen(13, 40))
    assert not any("уходит через" in one.get("text", "") for one in vera.messages())
    await guide.tap("Автобус ещё не ушёл")
    guide.sees("отправление в 13:45")
    await anna.press(day.data())
    anna.sees("Отметили: вы в автобусе")
    await guide.tap("Позвать опоздавших")
    assert guide.alerts() == ["Зовём отсутствующих: 1. Сообщения уходят."]
    await sees(vera, "Вас ждут в автобусе. Автобус 1, А001АА 72")
    assert await day.marks() == [(ANNA, "there", "in", "self"), (BORIS, "there", "in", "staff")]


async def test_the_guide_is_told_how_many_must_be_phoned(day: Day) -> None:
    guide, anna, boris = [await entered(day, code) for code in (GUIDE, ANNA, BORIS)]
    await day.stage.pass_to(tyumen(13, 30))
    await boris.block()
    await guide.send("/bus")
    await guide.tap("Позвать опоздавших")
    assert guide.alerts() == [
        "Зовём отсутствующих: 1. Кому бот написать не может: 2. Позвоните, телефоны в списке."
    ]
    await sees(anna, "Вас ждут в автобусе. Автобус 1, А001АА 72")
    await guide.tap("Здесь: Аннина Пётр Петрович ШМ-5")
    await guide.tap("Позвать опоздавших")
    assert guide.alerts() == [
        "Бот не может написать никому из тех, кого нет (2). Позвоните, телефоны в списке."
    ]


async def test_nobody_is_called_before_boarding_opens(day: Day) -> None:
    stage = day.stage
    guide, vera = await entered(day, GUIDE), await entered(day, VERA)
    await stage.pass_to(tyumen(23, 30, day=17))
    await guide.send("/bus")
    guide.sees("В автобусе 0 из 3, нет 3")
    assert not {"Позвать опоздавших", "Автобус ушёл"} & set(guide.all_buttons())
    for deed in ("call", "left"):
        await guide.press(f"xbd1:{day.event_id}:{day.buses[FIRST]}:there:{deed}")
        assert guide.alerts() == ["Посадка на этот автобус ещё не началась."]
    assert await day.told("bus-calls") == []
    await stage.pass_to(tyumen(13, 56))
    await guide.send("/bus")
    await guide.tap("Позвать опоздавших")
    await sees(vera, "Вас ждут в автобусе. Автобус 1, А001АА 72")


async def a_list_is_on_its_way(day: Day, guide: Persona, anna: Persona) -> None:
    """Somebody boards, and the edit of the guide's list that tells it takes its time."""
    slow = day.stage.world.faults.slow(0.5, methods=["editMessageText"], chats=[guide.user], times=1)
    await anna.press(day.data())
    async with asyncio.timeout(PATIENCE_S):
        while not slow.hits:  # noqa: ASYNC110  (a fault has no event)
            await asyncio.sleep(0.01)


async def test_a_list_on_its_way_does_not_replace_what_the_guide_opens(day: Day) -> None:
    guide, anna = await entered(day, GUIDE), await entered(day, ANNA)
    await day.stage.pass_to(tyumen(13, 30))
    await guide.send("/bus")
    await a_list_is_on_its_way(day, guide, anna)
    await guide.tap("Отметить вручную")
    await asyncio.sleep(0.7)
    assert "нет: Борисов Пётр Петрович ШМ-5" in guide.all_buttons()


async def test_a_list_on_its_way_does_not_take_back_what_the_guide_says(day: Day) -> None:
    guide, anna = await entered(day, GUIDE), await entered(day, ANNA)
    await day.stage.pass_to(tyumen(13, 30))
    await guide.send("/bus")
    await a_list_is_on_its_way(day, guide, anna)
    await guide.tap("Автобус ушёл")
    await asyncio.sleep(0.7)
    guide.sees("Туда: автобус ушёл в 13:30 (МСК+2)")


async def test_a_mistake_of_the_guides_hand_is_mended(day: Day) -> None:
    stage = day.stage
    guide, anna = await entered(day, GUIDE), await entered(day, ANNA)
    await stage.pass_to(tyumen(13, 30))
    await guide.send("/bus")
    await guide.tap("Отметить вручную")
    guide.sees("В автобусе 0 из 3")
    await guide.tap("нет: Аннина Пётр Петрович ШМ-5")
    guide.sees("Телефон: +79005000002")
    await guide.tap("Не едет")
    guide.sees("Не едет: Аннина Пётр Петрович ШМ-5")
    guide.sees("Отметили вручную в 13:30: Гидов Пётр")
    await guide.tap("Снять отметку")
    guide.sees("Ещё нет: Аннина")
    assert await day.marks() == []
    await anna.press(day.data())
    await guide.tap("Список автобуса")
    assert guide.text.startswith("В автобусе 1 из 3, нет 2, не едут 0")


async def test_the_way_back_expects_whoever_went_there(day: Day) -> None:
    stage = day.stage
    guide, anna, boris, vera = [await entered(day, code) for code in (GUIDE, ANNA, BORIS, VERA)]
    await stage.pass_to(tyumen(13, 30))
    await anna.press(day.data())
    await boris.press(day.data())
    await anna.press(day.data(way="back"))
    assert anna.alerts() == ["Посадка обратно ещё не началась: её откроет сопровождающий."]
    await guide.send("/bus")
    await guide.tap("Автобус ушёл")
    await stage.close()
    stage.clock.set(tyumen(15, 40))
    await stage.open()
    await sees(guide, "Туда: автобус ушёл в 13:30")
    await guide.tap("Обратная дорога")
    assert guide.text.startswith("В автобусе 0 из 2, нет 2, не едут 0")
    await sees(anna, "Обратная дорога: посадка началась. Автобус 1, А001АА 72")
    await anna.tap("Я в автобусе")
    await sees(guide, "В автобусе 1 из 2, нет 1, не едут 0")
    await vera.press(day.data(way="back"))
    assert vera.alerts()[0].startswith("Туда вы с нами не ехали")
    assert [who for who, _ in await day.told("ride-back")] == [ANNA, BORIS]
    await guide.press(f"xbd1:{day.event_id}:{day.buses[FIRST]}:back:back")
    assert len(await day.told("ride-back")) == 2
    await guide.tap("Автобус ушёл")
    guide.sees("Обратно: автобус ушёл в 15:40")
    await boris.press(day.data(way="back"))
    boris.sees("Автобус уже ушёл")


async def test_a_guide_who_enters_when_boarding_has_opened_is_told_at_once(day: Day) -> None:
    await day.stage.pass_to(tyumen(13, 30))
    guide = await entered(day, GUIDE)
    await sees(guide, "Посадка открыта. Автобус 1, А001АА 72, отправление в 13:45")


async def test_another_guide_gets_the_bus_and_the_old_list_is_closed(day: Day) -> None:
    stage = day.stage
    guide, other, anna = [await entered(day, code) for code in (GUIDE, NEXT_GUIDE, ANNA)]
    await stage.pass_to(tyumen(13, 30))
    await sees(guide, "Посадка открыта. Автобус 1, А001АА 72, отправление в 13:45")
    await guide.tap("Список автобуса")
    data = guide.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    day.row("Автобусы", FIRST)["Сопровождающий"] = NEXT_GUIDE
    await day.publish()
    await sees(guide, "Этот автобус вы больше не сопровождаете")
    assert not any("+79005000002" in one.get("text", "") for one in guide.messages())
    await no_views(day)
    await guide.press(data)
    assert guide.alerts()[0].startswith("У вас нет доступа")
    assert await day.marks() == []
    await sees(other, "Посадка открыта. Автобус 1, А001АА 72")
    await other.send("/bus")
    other.sees("Автобусы: 2")
    await other.tap("13:45 Автобус 1, Занятие 6 дня 2")
    await anna.press(day.data())
    await sees(other, "В автобусе 1 из 3, нет 2, не едут 0")


async def test_what_was_said_for_another_hour_counts_no_more(day: Day) -> None:
    stage = day.stage
    guide, anna = await entered(day, GUIDE), await entered(day, ANNA)
    await stage.pass_to(tyumen(12))
    await anna.press(day.data())
    await guide.send("/bus")
    guide.sees("В автобусе 1 из 3, нет 2")
    trip = day.row("Программа", TRIP)
    trip |= {"Начало": time(16), "Окончание": time(17)}
    day.row("Автобусы", FIRST)["Отправление"] = "15.45"
    await day.publish()
    await sees(guide, "В автобусе 0 из 3, нет 3, не едут 0")
    await stage.close()
    await stage.open()
    await stage.pass_to(tyumen(13, 40))
    assert not any("уходит через" in one.get("text", "") for one in anna.messages())
    await stage.pass_to(tyumen(15, 40))
    await sees(anna, "Автобус уходит через 5 мин!")
    await anna.tap("Я в автобусе")
    await sees(guide, "В автобусе 1 из 3, нет 2, не едут 0")


async def test_whoever_sits_in_a_bus_that_waits_stays_in_it(day: Day) -> None:
    guide, anna = await entered(day, GUIDE), await entered(day, ANNA)
    await day.stage.pass_to(tyumen(12))
    await anna.press(day.data())
    await guide.send("/bus")
    day.row("Программа", TRIP).update({"Начало": time(14, 20), "Окончание": time(16, 20)})
    day.row("Автобусы", FIRST)["Отправление"] = "14.05"
    await day.publish()
    await sees(guide, "отправление в 14:05")
    await sees(guide, "В автобусе 1 из 3, нет 2")
    await day.stage.pass_to(tyumen(14))
    assert not any("уходит через" in one.get("text", "") for one in anna.messages())
    await day.stage.pass_to(tyumen(15))
    olga = await entered(day, ORGANIZER)
    await olga.send("/people Аннина")
    await olga.tap("Аннина Пётр Петрович ШМ-5")
    olga.sees("Экскурсии: был(а) на 1 из 1")


async def test_a_list_survives_a_restart_and_goes_on(day: Day) -> None:
    stage = day.stage
    guide, anna, boris = [await entered(day, code) for code in (GUIDE, ANNA, BORIS)]
    await stage.pass_to(tyumen(13, 30))
    await guide.send("/bus")
    await stage.kill()
    taps = [
        stage.world.tap(one.user, one.user, one.last["message_id"], day.data(), force=True)
        for one in (anna, boris)
    ]
    await stage.open()
    for tap in taps:
        await stage.world.wait_confirmed(tap)
    await sees(guide, "В автобусе 2 из 3, нет 1, не едут 0")


async def test_lists_nobody_can_see_are_left_alone(day: Day) -> None:
    stage = day.stage
    guide, olga, anna = [await entered(day, code) for code in (GUIDE, ORGANIZER, ANNA)]
    await stage.pass_to(tyumen(13, 30))
    await guide.send("/bus")
    await olga.send("/bus")
    await olga.tap("13:45 Автобус 1, Занятие 6 дня 2")
    assert await day.views() == 2
    await guide.block()
    stage.world.remove_post(stage.world.chats[olga.user], olga.last["message_id"])
    await anna.press(day.data())
    await no_views(day)


async def test_an_assistant_says_it_for_the_head_and_the_guide_sees_who(day: Day) -> None:
    stage = day.stage
    guide, anna = await entered(day, GUIDE), await entered(day, ANNA)
    helper = await assistant_of(stage, anna)
    await stage.pass_to(tyumen(13, 30))
    await guide.send("/bus")
    await helper.press(day.data())
    helper.sees("Отметили: вы в автобусе")
    await sees(guide, "Отметил помощник: Аннина Пётр Петрович ШМ-5")
    assert await day.marks() == [(ANNA, "there", "in", "assistant")]
    await guide.tap("Отметить вручную")
    await guide.tap("здесь: Аннина Пётр Петрович ШМ-5")
    guide.sees("Отметил помощник в 13:30: Помощникова Инна")
    await anna.send("/assistants")
    anna.sees("«Я в автобусе»: отметил(а) помощник Помощникова Инна")
    await helper.send("/bus")
    assert helper.text.startswith("У вас нет доступа")


async def test_a_place_of_ones_own_is_given_back_once_it_is_sure(stage: Stage, tmp_path: Path) -> None:
    day = await load_day(stage, tmp_path, entry="по записи")
    anna = await entered(day, ANNA)
    async with stage.database.write() as tx:
        await tx.execute(update(seats).values(signed_at=stage.clock.now()))
    await anna.send("не поеду")
    anna.sees("Точно не поедете?")
    assert await seat_holders(day) == 5
    await anna.tap("Да, не поеду")
    anna.sees("Место отдано: вы не едете")
    assert await seat_holders(day) == 4
    assert await day.marks() == []
    await anna.press(day.data())
    assert anna.alerts()[0].startswith("У вас нет места на этой экскурсии")


async def test_words_say_it_too(day: Day) -> None:
    stage = day.stage
    anna, guide = await entered(day, ANNA), await entered(day, GUIDE)
    await anna.send("я в автобусе")
    anna.sees("Посадка ещё не началась")
    await stage.pass_to(tyumen(13, 30))
    await anna.send("Села")
    anna.sees("Отметили: вы в автобусе. Автобус 1")
    await anna.send("не поеду")
    anna.sees("Точно не поедете?")
    await anna.tap("Да, не поеду")
    anna.sees("Отметили: вы не едете")
    await guide.send("сел в автобус")
    guide.sees("Отмечаться ещё рано")
    assert await day.marks() == [(ANNA, "there", "out", "self")]


async def test_whoever_is_not_its_guide_gets_nothing_of_a_bus(day: Day) -> None:
    stage = day.stage
    guide, other, anna = [await entered(day, code) for code in (GUIDE, NEXT_GUIDE, ANNA)]
    stranger = await stage.enter(f"{OTHER}-001", stream=OTHER)
    await stage.pass_to(tyumen(13, 30))
    first, event = day.buses[FIRST], day.event_id
    person = await person_id(day, ANNA)
    pressed = (
        f"xbb1:{event}:{first}:there:0",
        f"xbb1:{event}:0:there:0",
        f"xbe1:{event}:{first}:there:0",
        f"xbp1:{event}:{first}:there:{person}",
        f"xbm1:{event}:{first}:there:{person}:in:0",
        *(f"xbd1:{event}:{first}:there:{deed}" for deed in ("left", "stands", "call", "back")),
        "xbh1:0",
        f"xba1:{event}:0",
    )
    for persona in (other, anna, stranger):
        for data in pressed:
            await persona.press(data)
            assert (persona.replies, persona.alerts()[0][:18]) == ([], "У вас нет доступа "), data
    assert (await day.marks(), await day.told("bus-calls")) == ([], [])
    await guide.press(f"xbb1:{event}:0:there:0")
    assert guide.alerts()[0].startswith("У вас нет доступа")
    await guide.press(f"xbp1:{event}:{first}:there:{await person_id(day, GLEB)}")
    assert guide.alerts() == ["В списке этого автобуса человека больше нет. Откройте список заново."]
    await stranger.press(day.data())
    assert stranger.alerts()[0].startswith("У вас нет доступа")


async def test_attendance_is_shown_exported_and_stands_on_the_persons_card(day: Day) -> None:
    stage = day.stage
    olga, anna, boris = [await entered(day, code) for code in (ORGANIZER, ANNA, BORIS)]
    await stage.pass_to(tyumen(13, 30))
    await anna.press(day.data())
    await boris.press(day.data("out"))
    await stage.pass_to(tyumen(16))
    await olga.send("/bus")
    await olga.tap("Посещаемость")
    olga.sees("Вт, 18 ноября: Занятие 6 дня 2 – были 1 из 5")
    await olga.press(f"xba1:{day.event_id}:0")
    olga.sees("Были 1 из 5, предупредили 1, без отметки 3")
    olga.sees("Аннина Пётр Петрович ШМ-5 – был(а)")
    olga.sees("Борисов Пётр Петрович ШМ-5 – предупредил(а), что не поедет")
    await olga.send("/people Аннина")
    await olga.tap("Аннина Пётр Петрович ШМ-5")
    olga.sees("Экскурсии: был(а) на 1 из 1")
    found = await taken(stage, olga, "Посещаемость")
    assert [(line[4], line[3], line[7], line[9]) for line in found[1:]] == [
        (ANNA, "Автобус 1", "был(а)", "сам(а)"),
        (BORIS, "Автобус 1", "предупредил(а), что не поедет", "сам(а)"),
        (VERA, "Автобус 1", "отметки нет", ""),
        (GLEB, "Автобус 2", "отметки нет", ""),
        (DINA, "Автобус 2", "отметки нет", ""),
    ]
    await anna.send("/mydata")
    await anna.tap("Выгрузить файлами")
    files = [one["document"]["file_id"] for one in anna.messages() if "document" in one]
    assert any(b"boarding_marks" in (stage.world.files.data(one) or b"") for one in files)
