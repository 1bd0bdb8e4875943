"""Who may send to whom: audiences, a second organizer, urgent broadcasts, groups, the log."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.notices.model import State
from bot.sandbox.botapi.persona import Persona
from bot.ui.broadcasts.buttons import Act, ActButton, LookButton, StreamButton
from db.people import enrolments, people
from db.programme import streams
from db.settings import programme_settings
from tests.broadcasts.scene import begun, heard, rows, sent
from tests.journeys.publishing_week import ANNA, BORIS, ORGANIZER, OTHER, SECOND, STREAM, load_week
from tests.stage import Stage
from tests.support.groups import group_with_bot


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    await load_week(stage, tmp_path)
    return await stage.enter(ORGANIZER, stream=STREAM)


async def asked_for_approval(stage: Stage, olga: Persona, least: int) -> None:
    """Set the size by the screen; the values offered there are larger than this stream."""
    await olga.send("/programme")
    await olga.tap("Согласование рассылок")
    await olga.tap("50 человек")
    async with stage.database.write() as tx:
        await tx.execute(programme_settings.update().values(value=str(least)))


async def test_conditions_are_joined_by_and_and_turned_round_by_not(stage: Stage, olga: Persona) -> None:
    anna, boris = await stage.enter(ANNA, stream=STREAM), await stage.enter(BORIS, stream=STREAM)
    await begun(olga)
    await olga.tap("Кому")
    await olga.tap("Группа")
    await olga.tap("1 – 3")
    olga.sees("и Группа: 1")
    olga.sees("3 человека")
    await olga.tap("✓ 1 – 3")
    await olga.tap("Кроме этих")
    await olga.tap("1 – 3")
    olga.sees("кроме – Группа: 1")
    await olga.tap("‹ Назад")
    await olga.tap("Роль")
    await olga.tap(next(one for one in olga.all_buttons()[::-1] if one.startswith("слушатель")))
    await olga.tap("‹ Назад")
    await olga.tap("Сохранённые")
    await olga.tap("Сохранить этих получателей")
    await olga.send("Вторая группа")
    olga.sees("Сохранённые получатели")
    await olga.tap("‹ Назад")
    await olga.tap("Снять условия")
    olga.sees("6 человек")
    await olga.tap("Сохранённые")
    await olga.tap("Вторая группа")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    assert (heard(anna, "Завтра сбор"), heard(boris, "Завтра сбор")) == (0, 1)


async def test_the_silent_of_an_earlier_broadcast_are_an_audience(stage: Stage, olga: Persona) -> None:
    anna, boris = await stage.enter(ANNA, stream=STREAM), await stage.enter(BORIS, stream=STREAM)
    await begun(olga)
    await olga.tap("Кнопки")
    await olga.tap("Приду / Не приду")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    await anna.tap("Не приду")
    await begun(olga, "Ждём ответа")
    await olga.tap("Кому")
    await olga.tap("Не ответили")
    await olga.tap(next(one for one in olga.all_buttons()[::-1] if one.startswith("№ 1")))
    await olga.tap("‹ Назад")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    assert (heard(anna, "Ждём ответа"), heard(boris, "Ждём ответа")) == (0, 1)


async def test_a_large_audience_waits_for_a_second_organizer(stage: Stage, olga: Persona) -> None:
    anna, boss = await stage.enter(ANNA, stream=STREAM), await stage.enter(SECOND, stream=STREAM)
    await asked_for_approval(stage, olga, 3)
    await begun(olga)
    await olga.tap("Отправить: 6 человек")
    olga.sees("Столько получателей согласует второй организатор")
    await olga.tap("На согласование: 6 человек")
    await stage.delivered()
    olga.sees("ждёт второго организатора")
    assert "Согласовать: 6 человек" not in olga.all_buttons()
    own = ActButton(broadcast_id=1, act=Act.APPROVE, sure=True, count=6).pack()
    await olga.press(own)
    assert olga.alerts() == ["Свою рассылку согласует другой организатор."]
    assert heard(anna, "Завтра сбор") == 0
    assert heard(boss, "просит согласовать рассылку: 6 получателей") == 1
    await boss.tap("Посмотреть")
    await boss.tap("Согласовать: 6 человек")
    await stage.delivered()
    assert heard(anna, "Завтра сбор") == 1
    await boss.send("/broadcast")
    await boss.tap("Журнал")
    boss.sees("согласовал(а) и отправил(а) 6 людям")
    boss.sees("просит согласовать: 6 человек")


async def test_organizers_reach_only_their_own_streams(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    other = await stage.enter(f"{OTHER}-001", stream=OTHER)
    async with stage.database.write() as tx:
        same = select(people.c.id).where(people.c.code == f"{OTHER}-001").scalar_subquery()
        await tx.execute(
            enrolments.update().where(enrolments.c.person_id == same).values(roles=["organizer"])
        )
    await begun(olga)
    async with stage.database.read() as tx:
        number = await tx.scalar(select(streams.c.id).where(streams.c.code == OTHER))
    await olga.press(StreamButton(broadcast_id=1, stream_id=number or 0).pack())
    assert olga.alerts()[0].startswith("У вас нет доступа")
    for data in (
        LookButton(broadcast_id=1),
        ActButton(broadcast_id=1, act=Act.SEND, sure=True, count=6),
        ActButton(broadcast_id=1, act=Act.TRY),
        ActButton(broadcast_id=1, act=Act.DROP, sure=True),
    ):
        for stranger in (other, anna):
            await stranger.press(data.pack())
            assert stranger.alerts()[0].startswith("У вас нет доступа")
    await sent(stage, olga)
    for act in (Act.PAUSE, Act.CANCEL, Act.RETRACT, Act.REMIND, Act.RETRY, Act.REPORT, Act.CORRECT):
        await other.press(ActButton(broadcast_id=1, act=act, sure=True).pack())
        assert other.alerts()[0].startswith("У вас нет доступа")
    await other.send("/broadcast")
    assert "Завтра сбор в 8:30" not in other.all_buttons()
    await other.tap("Журнал")
    other.sees("Пока ничего не отправлялось.")
    await anna.send("/broadcast")
    assert anna.text.startswith("У вас нет доступа")


async def test_an_urgent_one_passes_the_night_and_brings_a_list_of_whom_to_call(
    stage: Stage, olga: Persona
) -> None:
    anna, boris = await stage.enter(ANNA, stream=STREAM), await stage.enter(BORIS, stream=STREAM)
    stage.clock.set(stage.clock.now().replace(hour=19))
    await stage.delivered()
    await begun(olga, "Сбор перенесён в гостиницу", "/urgent")
    await sent(stage, olga)
    assert heard(anna, "Сбор перенесён") == heard(boris, "Сбор перенесён") == 1
    await anna.tap("Ознакомлен(а)")
    await stage.pass_to(stage.clock.now() + timedelta(minutes=9))
    assert heard(olga, "Обзвон") == 0
    await stage.pass_to(stage.clock.now() + timedelta(minutes=1))
    assert heard(olga, "Обзвон: 5 человек не ответили") == 1
    listed = olga.messages()[-1]["text"]
    assert "никогда" not in listed
    assert listed.count("+7") == 5
    assert "доставлено" in listed
    assert "не вошли в бот" in listed


async def test_an_ordinary_one_waits_for_the_morning(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    stage.clock.set(stage.clock.now().replace(hour=19))
    await stage.delivered()
    await begun(olga)
    await sent(stage, olga)
    assert heard(anna, "Завтра сбор") == 0
    await stage.pass_to(stage.clock.now() + timedelta(hours=9))
    assert heard(anna, "Завтра сбор") == 1


async def test_the_streams_group_is_one_more_recipient(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    chat = await group_with_bot(stage, "Поток", olga, anna)
    await olga.send("/bind", chat=chat)
    await olga.tap(next(one for one in olga.all_buttons(chat) if one.startswith("Чат потока")), chat=chat)
    await begun(olga, "{имя}, завтра сбор")
    await olga.tap("Кому")
    await olga.tap("Добавить групповые чаты")
    olga.sees("И 1 групповой чат")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    texts = [one.get("text", "") for one in stage.world.messages(chat)]
    assert texts.count("коллеги, завтра сбор") == 1
    assert len([one for one in await rows(stage) if one[0] == State.SENT]) == 3


async def test_a_correction_before_the_moment_goes_out_as_it_was_corrected(
    stage: Stage, olga: Persona
) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    await begun(olga)
    await olga.tap("Когда")
    await olga.tap("Назначить время")
    await olga.send("завтра 10:00 Омск")
    olga.sees("ср, 19 ноября, 10:00 (МСК+3)")
    await sent(stage, olga)
    await olga.tap("Исправить")
    await olga.send("Завтра сбор в 9:00")
    await stage.pass_to(stage.clock.now() + timedelta(days=1, hours=1))
    assert (heard(anna, "сбор в 8:30"), heard(anna, "сбор в 9:00")) == (0, 1)
    assert await rows(stage, "broadcast-change") == []


async def test_the_number_that_was_confirmed_is_the_number_that_gets_it(stage: Stage, olga: Persona) -> None:
    await begun(olga)
    await olga.press(ActButton(broadcast_id=1, act=Act.SEND, sure=True, count=5).pack())
    assert olga.alerts() == [
        "Пока вы решали, число получателей изменилось: 6 человек. Проверьте и подтвердите снова."
    ]
    assert await rows(stage) == []
