"""/settings: which notices come, when it is quiet, the language, the home zone."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.people.settings_actions import mute_groups
from bot.registry import make_planning
from bot.sandbox.botapi.persona import Persona
from bot.ui.texts import LANGUAGES, texts_in
from db.notice_recipients import notice_mutes
from db.people import people
from tests.journeys.changing import change_programme, with_event
from tests.journeys.demo import administrator
from tests.journeys.test_redelivery import redelivered
from tests.journeys.three_streams import load_three_streams, reader
from tests.stage import Stage

RU, EN = texts_in("ru"), texts_in("en")
EVE = datetime(2025, 11, 17, 12, tzinfo=UTC)
"""Monday, 17:00 at the venue in Tyumen."""
OFF, ON = "Отключить: напоминания о занятиях", "Включить: напоминания о занятиях"


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2025-11-{text}:00").replace(tzinfo=UTC)


@pytest.fixture
async def tyumen(stage: Stage) -> AsyncIterator[Stage]:
    """Three streams on the same days in Tyumen, an evening before a lecture and an excursion."""
    stage.clock.set(EVE - timedelta(minutes=1))
    await load_three_streams(stage)
    stage.clock.set(EVE)
    yield stage


def told(persona: Persona) -> list[str]:
    """Return the first lines of what came unasked."""
    firsts = [str(message.get("text", "")).split("\n")[0] for message in persona.messages()]
    return [first for first in firsts if first.startswith(("Через", "План на завтра", "Изменения"))]


async def lives_in(stage: Stage, zone: str | None) -> None:
    async with stage.database.write() as tx:
        await tx.execute(update(people).where(people.c.code == reader("Ш5")).values(zone=zone))


async def muted(stage: Stage) -> list[str]:
    async with stage.database.read() as tx:
        return [row.mute_group for row in await tx.execute(select(notice_mutes))]


async def test_what_is_switched_off_does_not_come_and_comes_again_when_switched_on(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await anna.send("/settings")
    anna.sees("Напоминания о занятиях: включено.")
    await anna.tap(OFF)
    anna.sees("Напоминания о занятиях: отключено.")
    anna.sees("План на завтра: включено.")
    await tyumen.pass_to(at("17T15:00"))
    await tyumen.pass_to(at("18T03:45"))
    assert told(anna) == ["План на завтра. Вт, 18 ноября"]
    await anna.tap(ON)
    anna.sees("Напоминания о занятиях: включено.")
    await tyumen.pass_to(at("18T07:00"))
    assert told(anna) == ["План на завтра. Вт, 18 ноября", "Через 2 ч: title МЕТКА-Ш5"]


async def test_a_changed_programme_is_told_whatever_is_switched_off(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await anna.send("/settings")
    for label in (OFF, "Отключить: план на завтра"):
        await anna.tap(label)
    anna.sees("Отключить нельзя: места на экскурсиях и посадка в автобус, изменения программы, срочные ")
    anna.sees(" сообщения организаторов, наставничество, просьбы помочь проекту и время защиты.")
    assert sorted(await muted(tyumen)) == ["plan", "reminders"]
    await change_programme(tyumen, with_event("Ш5-З2", room="Другой зал"))
    await tyumen.delivered()
    await tyumen.pass_to(at("17T15:00"))
    await tyumen.pass_to(at("18T03:45"))
    assert told(anna) == ["Изменения в программе: 1"]


async def test_a_tap_delivered_again_neither_switches_back_nor_twice(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await anna.send("/settings")
    await anna.tap(OFF)
    off = tyumen.world.updates.next_id - 1
    calls = await redelivered(tyumen, off)
    assert await muted(tyumen) == ["reminders"]
    assert [call for call in calls if call.method == "editMessageText"]
    await anna.tap(ON)
    await redelivered(tyumen, off)
    assert await muted(tyumen) == []
    anna.sees("Напоминания о занятиях: включено.")


async def test_an_old_button_sets_what_it_says(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    for _again in range(2):
        await anna.press("nm1:reminders:1")
        anna.sees("Напоминания о занятиях: отключено.")
    assert await muted(tyumen) == ["reminders"]


@pytest.mark.parametrize("group", ["", "nothing", "programme-changed", "x" * 41])
async def test_a_group_that_there_is_not_cannot_be_set(tyumen: Stage, group: str) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await anna.press(f"nm1:{group}:1")
    assert anna.alerts()[0] in {RU.plain("error-setting-gone"), RU.plain("stale-menu")}
    assert await muted(tyumen) == []


async def test_quiet_hours_go_by_the_own_clock_at_home_and_by_the_venues_in_a_module(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await lives_in(tyumen, "Asia/Kamchatka")
    await anna.send("/settings")
    anna.sees(
        "Сейчас идёт модуль: тихие часы с 22:00 до 08:00 по часам площадки (Тюмень, МСК+2). "
        "Дома они по вашим часам (Петропавловск-Камчатский, МСК+9)."
    )
    anna.sees("Домашний часовой пояс: Петропавловск-Камчатский, МСК+9.")
    tyumen.clock.set(at("25T12:00"))
    await anna.send("/settings")
    anna.sees(
        "Тихие часы: с 22:00 до 08:00 по вашим часам (Петропавловск-Камчатский, МСК+9), "
        "а во время модуля – по часам площадки."
    )


async def test_an_unknown_home_is_said_and_the_correction_one_tap_away(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await lives_in(tyumen, None)
    await anna.send("/settings")
    anna.sees("Домашний часовой пояс не указан, считаем по Москве.")
    await anna.tap("Исправить мои данные")
    await anna.tap("Часовой пояс")
    anna.sees("Напишите часовой пояс: МСК+2 или город, например: Омск.")


async def test_the_language_is_switched_from_here(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await anna.send("/settings")
    anna.sees("Язык: русский.")
    await anna.tap("English")
    await anna.send("/settings")
    anna.sees("Notice settings")
    assert anna.buttons() == [
        ["Switch off: reminders of events"],
        ["Switch off: plan for tomorrow"],
        ["Switch off: announcements"],
        ["Switch off: reports on projects"],
        ["Русский"],
        ["Correct my data"],
        [EN.plain("button-home")],
    ]


async def test_help_leads_to_the_settings(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await anna.send("/help")
    await anna.tap("Настройки уведомлений")
    anna.sees("Напоминания о занятиях: включено.")
    assert "settings" in anna.commands()


async def test_who_is_not_on_the_list_has_nothing_to_switch_off(tyumen: Stage) -> None:
    root = await administrator(tyumen)
    await root.send("/settings")
    root.sees("Вас нет в списке участников")
    assert root.buttons() == [["English"], ["На главную"]]
    await root.press("nm1:reminders:1")
    assert root.alerts() == [RU.plain("error-not-allowed")]
    assert await muted(tyumen) == []


async def test_organizers_learn_that_faults_are_always_told(tyumen: Stage) -> None:
    olga = await tyumen.enter("Ш5-куратор")
    await olga.send("/settings")
    olga.sees("Отключить нельзя: сообщения об ошибках бота, места на экскурсиях и посадка в автобус, ")


async def test_the_digest_of_projects_is_offered_to_those_it_comes_to(tyumen: Stage) -> None:
    olga, anna = await tyumen.enter("Ш5-куратор"), await tyumen.enter(reader("Ш5"))
    for person in (olga, anna):
        await person.send("/settings")
    assert not anna.shows("Сводка по проектам")
    await olga.tap("Отключить: сводка по проектам")
    olga.sees("Сводка по проектам: отключено.")
    assert await muted(tyumen) == ["digest"]


async def test_what_somebody_has_switched_off_can_be_switched_on_whatever_they_are(tyumen: Stage) -> None:
    anna = await tyumen.enter(reader("Ш5"))
    await anna.send("/settings")
    await anna.press("nm1:digest:1")
    anna.sees("Сводка по проектам: отключено.")
    await anna.tap("Включить: сводка по проектам")
    assert not anna.shows("Сводка по проектам")
    assert await muted(tyumen) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_notice_is_spoken_of(language: str) -> None:
    """A room that adds a kind adds its words: what one would miss, or that it cannot be switched off."""
    texts, planning = texts_in(language), make_planning()
    for group in mute_groups(planning):
        assert texts.plain(f"settings-about-{group}")
        for way in ("on", "off"):
            name = texts.plain(f"settings-group-{group}").lower()
            assert len(texts.plain(f"settings-button-{way}", group=name)) <= 40
    for kind in planning.kinds:
        if not kind.mute_group and not kind.to_groups:
            assert texts.plain(f"settings-always-{kind.name}")
