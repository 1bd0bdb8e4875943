"""What becomes of projects nobody reports on, of those who are away, and of what hinders."""

from datetime import datetime, timedelta

from sqlalchemy import update

from db.people import enrolments
from tests.journeys.project_week import (
    LEAD,
    LOOSE,
    MEMBER,
    ORGANIZER,
    OTHER,
    OURS,
    THIRD,
    Week,
    omsk,
    open_week,
    report,
)
from tests.stage import Stage

EVE = omsk(3, 18)
THURSDAY = omsk(4, 10)
SECOND_TEAM = 8


async def test_who_is_away_is_not_asked_and_comes_back(stage: Stage) -> None:
    week = await open_week(stage, EVE, (LEAD, MEMBER, THIRD, OTHER))
    await week[MEMBER].send("/project")
    await week[MEMBER].tap("Когда напоминать")
    await week[MEMBER].tap("В отпуске до другого дня…")
    await week[MEMBER].send("до 3.12")
    week[MEMBER].sees("Нужен день после сегодняшнего")
    await week[MEMBER].send("до 12.12")
    week[MEMBER].sees("Вы в отпуске до пт, 12 декабря, 00:00 (МСК+3)")
    await week[OTHER].send("/project")
    await week[OTHER].tap("Когда напоминать")
    assert "Вся команда до: ср, 10 декабря" not in [one for row in week[OTHER].buttons() for one in row]
    await week.restart()
    await week.at(THURSDAY)
    asked = [person for _kind, person in await week.sent("report-prompt")]
    assert asked == [LEAD, THIRD, OTHER]
    await week[LEAD].send("/project")
    await week[LEAD].tap("Когда напоминать")
    await week[LEAD].tap("Вся команда до: чт, 11 декабря")
    week[LEAD].sees("Команда в отпуске до чт, 11 декабря, 00:00 (МСК+3)")
    await week.at(omsk(11, 10))
    asked = [person for _kind, person in await week.sent("report-prompt")]
    assert asked[3:] == [LEAD, THIRD, OTHER]
    stage.clock.set(omsk(11, 12))
    await week[MEMBER].send("/project")
    await week[MEMBER].tap("Когда напоминать")
    await week[MEMBER].tap("Напоминать как обычно")
    assert "в отпуске" not in week[MEMBER].text
    await week.at(omsk(18, 10))
    assert len(await week.sent("report-prompt")) == 3 + 3 + 4


async def test_silence_turns_grey_and_is_told_to_the_organizers(stage: Stage) -> None:
    week = await open_week(stage, EVE, (LEAD, OTHER, ORGANIZER, LOOSE))
    await report(week[LEAD])
    await report(week[OTHER])
    for day in (4, 11, 18):
        await week.at(omsk(day, 10))
    await week[LEAD].send("/project")
    week[LEAD].sees("По правилу: ○ серый (нет отчёта 14 дней; просрочена 1 контрольная точка)")
    week[LEAD].sees("не совпадает с отчётом")
    assert await week.sent("report-silence") == []
    await report(week[OTHER])
    await week.restart()
    await week.at(omsk(24, 18))
    await week.at(omsk(25, 10))
    assert await week.sent("report-silence") == [("report-silence", ORGANIZER)]
    week[ORGANIZER].sees("Молчит 1 проект")
    week[ORGANIZER].sees("– Набережная (Команда севера): нет отчёта 21 день")
    await week.at(omsk(26, 10))
    assert len(await week.sent("report-silence")) == 1
    assert await week.sent("report-silence") == [("report-silence", ORGANIZER)]


async def test_an_overdue_milestone_is_yellow_beside_the_green_that_was_reported(stage: Stage) -> None:
    week = await open_week(stage, omsk(9, 12), (LEAD, MEMBER))
    await report(week[MEMBER])
    await week[LEAD].send("/project")
    week[LEAD].sees("По правилу: ● зелёный")
    stage.clock.set(omsk(10, 3))
    await week[LEAD].send("/project")
    week[LEAD].sees("Отчёт: ● зелёный")
    week[LEAD].sees("По правилу: ▲ жёлтый (просрочена 1 контрольная точка) – не совпадает с отчётом")
    await week[LEAD].tap("Контрольные точки")
    await week[LEAD].tap("Выполнена: Паспорт согласован")
    week[LEAD].sees("Паспорт согласован – вт, 9 декабря (выполнена)")
    await week[LEAD].tap("‹ Проект")
    week[LEAD].sees("По правилу: ● зелёный")


async def test_a_helper_is_named_and_asked_until_it_is_closed(stage: Stage) -> None:
    week = await open_week(stage, EVE, (LEAD, MEMBER, THIRD, OTHER, ORGANIZER))
    await report(week[MEMBER], "■ красный: нужна помощь", hinders="Нет разрешения")
    await week[MEMBER].tap("‹ Проект")
    await week[MEMBER].tap("Мешает: Нет разрешения")
    await week[MEMBER].tap("Назвать помощника")
    offered = [label for row in week[MEMBER].buttons() for label in row]
    others = ["Примеров Пример"] * 2
    assert offered[:6] == ["Ведущев Пример", "Куратов Пример", *others, "Третьяков Пример", "Членов Пример"]
    await week[MEMBER].tap("Куратов Пример")
    week[MEMBER].sees("Помогает Куратов Пример")
    await stage.delivered()
    week[ORGANIZER].sees("Вас просят помочь проекту: Набережная")
    await week.restart()
    await asked(week, EVE + timedelta(days=3), ORGANIZER, 1)
    week[ORGANIZER].sees("Ещё мешает? Набережная")
    await week[ORGANIZER].tap("Ещё мешает")
    week[ORGANIZER].sees("Записал: ещё мешает")
    await asked(week, EVE + timedelta(days=6), ORGANIZER, 2)
    await week[ORGANIZER].tap("Больше не мешает")
    week[ORGANIZER].sees("Закрыто")
    await asked(week, EVE + timedelta(days=9), ORGANIZER, 2)
    await week[OTHER].send("/project")
    assert "Нет разрешения" not in "".join(str(one) for one in week[OTHER].messages())


async def test_without_a_helper_whoever_told_of_it_is_asked(stage: Stage) -> None:
    week = await open_week(stage, EVE, (LEAD, MEMBER))
    await report(week[MEMBER], hinders="Нет разрешения")
    await asked(week, EVE + timedelta(days=3), MEMBER, 1)
    await report(week[LEAD], hinders="Больше ничего не мешает")
    await asked(week, EVE + timedelta(days=6), MEMBER, 1)
    await week[LEAD].send("/project")
    assert "<b>Мешает</b>" not in week[LEAD].text


async def test_who_has_left_the_team_is_asked_no_more_and_the_lead_is_asked_instead(stage: Stage) -> None:
    week = await open_week(stage, EVE, (LEAD, MEMBER, OTHER))
    await report(week[MEMBER], hinders="Нет разрешения")
    stage.clock.set(EVE + timedelta(days=2))
    await week.plan()
    await move(week, MEMBER, SECOND_TEAM)
    stage.clock.set(EVE + timedelta(days=3))
    await stage.delivered()
    assert await week.sent("blocker-asked") == []
    stage.clock.set(EVE + timedelta(days=5))
    await week.plan()
    await asked(week, EVE + timedelta(days=6), LEAD, 1)
    week[LEAD].sees("Ещё мешает? Набережная")
    assert "Ещё мешает?" not in "".join(str(one) for one in week[MEMBER].messages())


async def test_where_the_helper_has_left_the_stream_whoever_told_of_it_is_asked(stage: Stage) -> None:
    week = await open_week(stage, EVE, (LEAD, MEMBER, OTHER, ORGANIZER))
    await report(week[MEMBER], hinders="Нет разрешения")
    await week[MEMBER].tap("‹ Проект")
    await week[MEMBER].tap("Мешает: Нет разрешения")
    await week[MEMBER].tap("Назвать помощника")
    await week[MEMBER].tap("Куратов Пример")
    async with stage.database.write() as tx:
        left = update(enrolments).where(enrolments.c.person_id == ORGANIZER)
        await tx.execute(left.values(left_on=EVE.date()))
    await asked(week, EVE + timedelta(days=3), MEMBER, 1)


async def move(week: Week, number: int, team_id: int) -> None:
    """Put somebody into another team, as a workbook does."""
    async with week.stage.database.write() as tx:
        own = update(enrolments).where(enrolments.c.person_id == number)
        await tx.execute(own.values(team_id=team_id))


async def asked(week: Week, moment: datetime, number: int, count: int) -> None:
    """Let a moment come and count the questions about what hinders."""
    await week.at(moment)
    assert await week.sent("blocker-asked") == [("blocker-asked", number)] * count


async def test_the_stage_is_one_of_the_list(stage: Stage) -> None:
    week = await open_week(stage, EVE, (LEAD, OTHER))
    await week[LEAD].send("/project")
    await week[LEAD].tap("Стадия")
    await week[LEAD].tap("реализация")
    week[LEAD].sees("Стадия теперь: реализация.")
    await week[OTHER].send("/now")
    await week[OTHER].press(f"rx1:{OURS}:0:00000000")
    assert "Стадия теперь" not in week[OTHER].text
