"""/programme: an organizer looks, changes, puts back; nobody else does."""

from datetime import date

import pytest
from sqlalchemy import select, update

from bot.programme.lead_times import leads
from bot.programme.setting_kinds import Window
from bot.programme.settings import QUIET_HOURS, RETENTION
from bot.sandbox.botapi.persona import Persona
from bot.schedule.kinds import EventKind
from bot.schedule.settings import LEAD_TIMES
from bot.ui.texts import texts_in
from db.people import accounts, enrolments
from db.programme import programmes, streams
from db.settings import programme_settings, settings_of
from tests.roster import Roster, row
from tests.stage import Stage

RU = texts_in("ru").plain
CARD = (
    "Настройки программы: Школа мэров\n\n"
    "Уведомления\nТихие часы: 22:00–08:00\nПлан на завтра: 20:00\n"
    "Сколько держать место на экскурсии: 120 минут\n«Автобус уходит» – за сколько минут: 5 минут\n"
    "План дня в группе: нет\nНапоминания: о 8 видах занятий\n\n"
    "Данные\nХранить данные: 12 месяцев\nОтмена загрузки книги: 14 дней\n"
    "Ближайшее удаление: пн, 31 мая 2027, 3 человека\n\n"
    "Рассылки\nСогласование рассылок: не нужно\n\n"
    "Вопросы\nТревога о вопросе без ответа: 30 минут\n\n"
    "Проекты\nСтадии проекта: идея → паспорт → защита → реализация → итоги\n"
    "День отчёта: четверг\nЧас отчёта: 10:00\nОтчёт устарел через: 14 дней\n"
    "Отсрочка контрольной точки: без отсрочки\nСообщать о молчании: 21 день\n"
    "Спрашивать о помехе каждые: 3 дня\n"
    "День сводки по проектам: пятница\nЧас сводки по проектам: 16:00\n"
    "Напоминания о защите: 7 дней, 3 дня\n\n"
    "Наставники\nРовная нагрузка наставников: 5 баллов\nНапомнить наставнику: 2 дня\n"
    "Сказать организаторам: 4 дня\nНапоминать о встречах: вечер накануне, 1 час\n\n"
    "Нажмите, что изменить. Отмеченное ✎ отличается от исходного."
)


async def kept(stage: Stage) -> dict[str, str | None]:
    async with stage.database.read() as tx:
        rows = await tx.execute(select(programme_settings.c.key, programme_settings.c.value))
        return {one.key: one.value for one in rows}


async def test_the_card_shows_the_values_in_force(olga: Persona) -> None:
    await olga.send("/programme")
    assert olga.text == CARD


async def test_a_common_value_is_a_tap_and_who_changed_it_is_shown(stage: Stage, olga: Persona) -> None:
    await olga.send("/programme")
    await olga.tap("Тихие часы")
    olga.sees("Сейчас: 22:00–08:00\nИсходно: 22:00–08:00")
    await olga.tap("23:00–07:00")
    olga.sees("Записал: 23:00–07:00.")
    olga.sees("Изменено: Опытова Ольга Петровна, 18 ноября 2025, 07:00 (МСК)")
    async with stage.database.read() as tx:
        assert (await settings_of(tx, 1)).value(QUIET_HOURS) == Window(23, 7)
        assert (await settings_of(tx, 2)).value(QUIET_HOURS) == Window(22, 8)
    await olga.tap("‹ Настройки")
    olga.sees("✎ Тихие часы: 23:00–07:00")
    await olga.tap("Тихие часы")
    await olga.tap("Вернуть как было")
    olga.sees("Записал: 22:00–08:00.")
    olga.sees("Изменено: Опытова Ольга Петровна")
    assert await kept(stage) == {"quiet-hours": None}


async def test_another_value_is_typed_and_nonsense_gets_a_sentence(stage: Stage, olga: Persona) -> None:
    await olga.send("/programme")
    await olga.tap("Напоминания о занятиях")
    olga.sees("Экскурсия: вечер накануне, 2 часа, 15 минут")
    olga.sees("Питание: без напоминаний")
    await olga.tap("Лекция")
    await olga.tap("Другое…")
    olga.sees("вечер накануне, 2 часа, 15 минут")
    await olga.send("как-нибудь потом")
    olga.sees("Не понял. Нужно до 5 сроков")
    await olga.send("накануне, полчаса")
    olga.sees("Записал: вечер накануне, 30 минут.")
    async with stage.database.read() as tx:
        lecture = (await settings_of(tx, 1)).value(LEAD_TIMES[EventKind.LECTURE])
    assert lecture == leads(None, 30)
    await olga.send("накануне, час")
    assert await kept(stage) == {"leads-lecture": "evening,30"}


async def test_a_day_that_was_asked_for_is_the_value_and_no_timetable(stage: Stage, olga: Persona) -> None:
    await olga.press("pw1:1:report-day")
    olga.sees("например: четверг")
    await olga.send("вторник")
    olga.sees("Записал: вторник.")
    assert await kept(stage) == {"report-day": "1"}
    await olga.send("вторник")
    assert "Записал" not in olga.text


async def test_keys_of_the_keyboard_mean_themselves_while_a_value_is_awaited(olga: Persona) -> None:
    await olga.press("pw1:1:plan-hour")
    await olga.press_key("Сейчас")
    assert "Не понял" not in olga.text
    await olga.send("21")
    olga.sees("Записал: 21:00.")


async def test_not_changing_awaits_nothing_more(stage: Stage, olga: Persona) -> None:
    await olga.press("pw1:1:plan-hour")
    await olga.tap("Не менять")
    await olga.send("21")
    assert await kept(stage) == {}
    await olga.press("pw1:1:plan-hour")
    await olga.send("/programme")
    await olga.send("21")
    assert await kept(stage) == {}


async def test_a_value_survives_a_restart_and_a_second_delivery(stage: Stage, olga: Persona) -> None:
    await olga.press("pw1:1:patience")
    await stage.close()
    await stage.open()
    await olga.send("45")
    olga.sees("Записал: 45 минут.")
    await olga.press("pv1:1:patience:60:0")
    assert await kept(stage) == {"patience": "60"}


@pytest.mark.parametrize(
    "data", ["ps1:1:main", "pt1:1:retention", "pv1:1:retention:3:1", "pr1:1:retention:1", "pw1:1:retention"]
)
async def test_others_are_refused(stage: Stage, olga: Persona, data: str) -> None:
    anna = await stage.enter("Л-1")
    await anna.press(data)
    assert anna.alerts() == [RU("error-not-allowed")]
    await anna.send("/programme")
    anna.sees(RU("error-not-allowed"))
    other = await row(stage.database, programmes, code="ШМК", title="Школа муниципальных команд")
    await olga.press(data.replace(":1:", f":{other}:", 1))
    assert olga.alerts() == [RU("error-not-allowed")]
    assert await kept(stage) == {}


@pytest.mark.parametrize(
    "data", ["pt1:1:nothing", "pv1:1:nothing:1:0", "pv1:1:retention:x:0", "pv1:1:retention:999:0"]
)
async def test_forged_buttons_are_out_of_date(stage: Stage, olga: Persona, data: str) -> None:
    await olga.press(data)
    assert olga.alerts() == [RU("error-out-of-date")]
    assert await kept(stage) == {}


async def test_a_retention_that_erases_at_once_asks_first(stage: Stage, olga: Persona) -> None:
    async with stage.database.write() as tx:
        past = update(streams).values(starts_on=date(2025, 1, 1), ends_on=date(2025, 6, 30))
        await tx.execute(past.where(streams.c.code == "Ш5"))
    await olga.press("pv1:1:retention:3:0")
    olga.sees("С таким сроком данные 2 человек будут удалены сразу.")
    assert await kept(stage) == {}
    await olga.tap("Нет, оставить")
    await olga.press("pv1:1:retention:6:0")
    olga.sees("Записал: 6 месяцев.")
    await olga.press("pv1:1:retention:3:0")
    await olga.tap("Да, удалить данные 2 человек")
    olga.sees("Записал: 3 месяца.")
    async with stage.database.read() as tx:
        assert (await settings_of(tx, 1)).value(RETENTION) == 3
    await olga.tap("‹ Настройки")
    olga.sees("Срок вышел: данные 2 человек удаляются")


async def test_an_organizer_of_two_programmes_chooses(stage: Stage, olga: Persona, roster: Roster) -> None:
    other = await row(stage.database, programmes, code="ШМК", title="Школа муниципальных команд")
    facts = {"starts_on": date(2025, 10, 1), "ends_on": date(2026, 5, 31)}
    stream = await row(stage.database, streams, code="К1", programme_id=other, title="поток 1", **facts)
    await row(stage.database, enrolments, person_id=roster.olga, stream_id=stream, roles=["organizer"])
    await olga.send("/programme")
    olga.sees("Настройки какой программы показать?")
    await olga.tap("Школа муниципальных команд")
    olga.sees("Настройки программы: Школа муниципальных команд")
    await olga.press(f"pv1:{other}:quiet-hours:21-9:0")
    async with stage.database.read() as tx:
        assert (await settings_of(tx, other)).value(QUIET_HOURS) == Window(21, 9)
        assert (await settings_of(tx, 1)).value(QUIET_HOURS) == Window(22, 8)


async def test_who_organizes_no_more_types_to_nobody(stage: Stage, olga: Persona, roster: Roster) -> None:
    await olga.press("pw1:1:patience")
    async with stage.database.write() as tx:
        part = update(enrolments).where(enrolments.c.person_id == roster.olga)
        await tx.execute(part.values(roles=["participant"]))
    await olga.send("45")
    assert await kept(stage) == {}


async def test_an_administrator_out_of_the_roster_changes_too(stage: Stage, olga: Persona) -> None:
    async with stage.database.write() as tx:
        await tx.execute(
            update(accounts)
            .where(accounts.c.user_id == olga.user)
            .values(appointed="settings", person_id=None)
        )
    await olga.press("pv1:1:plan-hour:19:0")
    olga.sees("Изменено администратором 18 ноября 2025")
