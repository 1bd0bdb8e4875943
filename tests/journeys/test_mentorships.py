"""A mentorship as people live it: meetings with reminders and results, letters, its end, and who may not."""

import io
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, update

from bot.sandbox.botapi.persona import Persona
from db.meetings import meetings
from db.people import enrolments
from tests.journeys.demo import assistant_of
from tests.mentoring.life_scene import NOW, LifeScene, write_scene
from tests.sandbox.botapi.pictures import png
from tests.stage import Stage
from tests.support.groups import send_album


@pytest.fixture
async def scene(stage: Stage) -> LifeScene:
    stage.clock.set(NOW)
    return await write_scene(stage.database)


@pytest.fixture
async def igor(stage: Stage, scene: LifeScene) -> Persona:
    mentor = await stage.enter("Н-1")
    await stage.delivered()
    return mentor


@pytest.fixture
async def anna(stage: Stage, scene: LifeScene) -> Persona:
    lead = await stage.enter("Л-1")
    await stage.delivered()
    return lead


def texts_of(persona: Persona) -> list[str]:
    """Return everything the bot has sent somebody, captions too."""
    said = (one for one in persona.messages() if one["from"]["id"] == persona.world.bot_id)
    return [one.get("text") or one.get("caption") or "" for one in said]


def firsts(persona: Persona, *words: str) -> list[str]:
    """Return the first lines of what somebody has got that begin with one of the words."""
    lines = [text.split("\n")[0] for text in texts_of(persona)]
    return [line for line in lines if line.startswith(words)]


async def restart(stage: Stage) -> None:
    await stage.kill()
    await stage.open()


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of Moscow's clock in November."""
    return datetime(2025, 11, day, hour - 3, minute, tzinfo=UTC)


async def arranged(
    stage: Stage, igor: Persona, when: str = "в четверг в 15, https://example.org/room"
) -> int:
    """Let the mentor arrange a meeting; return its id."""
    await igor.send(f"/meeting {when}")
    await igor.tap("Назначить встречу")
    await stage.delivered()
    async with stage.database.read() as tx:
        newest = select(meetings.c.id).order_by(meetings.c.id.desc()).limit(1)
        return int((await tx.execute(newest)).scalar_one())


async def states(stage: Stage) -> list[tuple[str, str]]:
    async with stage.database.read() as tx:
        rows = await tx.execute(select(meetings.c.state, meetings.c.result).order_by(meetings.c.id))
        return [(row.state, row.result) for row in rows]


async def numbers(stage: Stage) -> list[int]:
    async with stage.database.read() as tx:
        return list((await tx.execute(select(meetings.c.id).order_by(meetings.c.id))).scalars())


async def test_a_meeting_from_the_day_to_the_result_with_restarts_between(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    await igor.send("/teams")
    assert igor.text.split("\n")[0] == "У вас 1 команда"
    igor.sees("Проект: Проект К-1 – паспорт")
    igor.sees("Следующая встреча не назначена")
    await igor.tap("1. Команда Образцова")
    igor.sees("Образцова Анна Петровна (руководитель), глава города, г. Образцов: +79120000000")
    await anna.send("/mentor")
    assert anna.text.split("\n")[0] == "Ваш наставник: Наставников Игорь"
    anna.sees("Телефон: +79160000001")

    await igor.tap("Назначить встречу…")
    await restart(stage)
    await igor.tap("чт, 20")
    await igor.tap("15:00")
    igor.sees("Чт, 20 ноября, 15:00–16:00 (Москва, МСК)")
    igor.sees("У команды: 18:00 (Омск, МСК+3)")
    assert firsts(anna, "Назначена") == []
    await restart(stage)
    await igor.send("Тюмень, технопарк https://example.org/room")
    igor.sees("Где: Тюмень, технопарк, https://example.org/room")
    await igor.tap("30 мин")
    await igor.tap("Назначить встречу")
    await stage.delivered()
    assert firsts(anna, "Назначена") == ["Назначена встреча. Наставник: Наставников Игорь"]
    told = next(text for text in texts_of(anna) if text.startswith("Назначена"))
    assert "Чт, 20 ноября, 18:00–18:30 (Омск, МСК+3)" in told
    assert "У наставника: 15:00 (Москва, МСК)" in told


async def test_reminders_move_with_a_meeting_and_its_result_is_the_mentors_own(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    await arranged(stage, igor, "в четверг с 15 до 15:30, https://example.org/room")
    await restart(stage)
    await stage.pass_to(at(19, 17))
    assert firsts(igor, "Завтра в") == []
    assert firsts(anna, "Завтра в") == ["Завтра в 18:00 встреча. Наставник: Наставников Игорь"]
    await stage.pass_to(at(19, 20))
    assert firsts(igor, "Завтра в") == ["Завтра в 15:00 встреча. Команда Образцова"]
    await igor.send("/meeting")
    await igor.press(f"yw1:{scene.first}:1:0")
    await igor.send("в пятницу в 12")
    igor.sees("Было: Завтра, чт, 20 ноября, 15:00–15:30 (Москва, МСК)")
    await igor.tap("Да, перенести")
    await stage.delivered()

    await restart(stage)
    await stage.pass_to(at(20, 14))
    assert firsts(anna, "Встреча перенесена") == ["Встреча перенесена. Наставник: Наставников Игорь"]
    assert firsts(igor, "Через") == firsts(anna, "Через") == []
    await stage.pass_to(at(21, 11))
    assert firsts(igor, "Через") == ["Через 1 ч встреча. Команда Образцова"]
    assert firsts(anna, "Через") == ["Через 1 ч встреча. Наставник: Наставников Игорь"]
    assert firsts(igor, "Состоялась") == []
    await stage.pass_to(at(21, 12, 40))
    assert firsts(igor, "Состоялась") == ["Состоялась ли встреча? Команда Образцова"]
    assert firsts(anna, "Состоялась") == []
    await igor.send("/todo")
    igor.sees("Отметьте, состоялась ли встреча: Команда Образцова")
    await igor.tap("Состоялась")
    await restart(stage)
    await igor.send("Договорились о паспорте.\nК следующей встрече – смета.")
    igor.sees("Договорились о паспорте.\nК следующей встрече – смета.")
    assert await states(stage) == [("held", "Договорились о паспорте.\nК следующей встрече – смета.")]
    await igor.tap("Снова: пт, 28 ноября, 12:00 (Москва, МСК)")
    await igor.tap("Назначить встречу")
    await stage.delivered()
    await igor.send("/teams")
    igor.sees("Прошлая встреча: Пт, 21 ноября – Договорились о паспорте. К следующей встрече – смета.")
    igor.sees("Следующая встреча: Пт, 28 ноября, 12:00–13:00 (Москва, МСК)")
    held, ahead = await numbers(stage)
    await igor.press(f"yo1:{ahead}:{int(at(29, 11).timestamp()) // 60}")
    await igor.press(f"yv1:{held}")
    igor.sees("Следующая встреча: Сб, 29 ноября, 11:00–12:00 (Москва, МСК)")
    await anna.send("/mentor")
    anna.sees("Всего: состоялась 1 встреча")
    await anna.tap("Все встречи")
    assert not [text for text in texts_of(anna) if "смета" in text]
    await igor.press(f"yx1:{ahead}:1")
    await igor.press(f"yv1:{held}")
    assert "Следующая встреча" not in igor.text


async def test_whoever_has_not_heard_of_a_meeting_hears_of_the_last_word_alone(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    stage.clock.set(at(18, 21))
    number = await arranged(stage, igor)
    await igor.press(f"yn1:{number}:30")
    await igor.press(f"yo1:{number}:{int(at(20, 16).timestamp()) // 60}")
    assert firsts(anna, "Назначена", "Встреча") == []
    await stage.pass_to(at(19, 9))
    assert firsts(anna, "Назначена", "Встреча") == ["Назначена встреча. Наставник: Наставников Игорь"]
    assert [text for text in texts_of(anna) if "19:00–19:30 (Омск, МСК+3)" in text] != []
    other = await arranged(stage, igor, "в пятницу в 10")
    await stage.pass_to(at(19, 17))
    stage.clock.set(at(19, 21))
    await igor.press(f"yx1:{other}:1")
    await stage.pass_to(at(20, 9))
    assert firsts(anna, "Встреча отменена") == ["Встреча отменена. Наставник: Наставников Игорь"]
    await stage.pass_to(at(20, 15))
    assert firsts(anna, "Через") == ["Через 1 ч встреча. Наставник: Наставников Игорь"]


async def test_letters_go_both_ways_without_contacts_and_tell_who_is_not_reached(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    await igor.send("/write Пришлите смету до пятницы.")
    igor.sees("Передаю. Кому: команда «Команда Образцова», 1 человек")
    igor.sees("Ещё не вошли в бот, сообщение не дойдёт: Примеров Борис Петрович")
    await stage.delivered()
    assert texts_of(anna)[-1] == "Пишет наставник: Наставников Игорь\n\nПришлите смету до пятницы."
    await restart(stage)
    brought = anna.messages()[-1]
    await anna.send("Пришлём в четверг", reply_to=brought["message_id"])
    anna.sees("Передаю. Кому: Наставников Игорь")
    await stage.delivered()
    answer = "Пишет Образцова Анна Петровна, команда «Команда Образцова»\n\nПришлём в четверг"
    assert texts_of(igor)[-1] == answer
    assert "+7912" not in answer

    boris = await stage.enter("Л-2")
    await igor.tap("Ответить")
    await restart(stage)
    await igor.send_file("photo", "схема.png", "image/png", png(5), caption="Вот образец")
    igor.sees("Передаю. Кому: Образцова Анна Петровна")
    await stage.delivered()
    assert texts_of(anna)[-1] == "Пишет наставник: Наставников Игорь\n\nВот образец"
    assert anna.messages()[-1]["photo"][-1]["width"] == 5
    assert firsts(boris, "Пишет") == []

    await anna.block()
    await igor.send("/write Всем доброго дня")
    igor.sees("Передаю. Кому: команда «Команда Образцова», 1 человек")
    igor.sees("Бот заблокирован, сообщение не дойдёт: Образцова Анна Петровна")
    await stage.delivered()
    assert firsts(boris, "Пишет") == ["Пишет наставник: Наставников Игорь"]


async def test_a_letter_that_somebody_shuts_out_on_the_way_comes_back_to_its_author(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    stage.clock.set(at(18, 23))
    await anna.send("/write Вы завтра будете?")
    anna.sees("Передам сегодня, 11:00 (Омск, МСК+3): сейчас там ночь. Кому: Наставников Игорь")
    stage.world.people[igor.user].blocked = True
    await stage.pass_to(at(19, 9))
    assert firsts(anna, "Сообщение не дошло") == ["Сообщение не дошло: Наставников Игорь"]


async def test_an_album_and_a_correction_are_passed_on(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    await anna.send("/write")
    await send_album(stage, anna, ["раз.png", "два.png"], "Две схемы")
    stage.clock.set(stage.clock.now().replace(second=5))
    await stage.delivered()
    assert len([one for one in igor.messages() if "photo" in one]) == 2
    await anna.send("/write Приду в 15")
    written = [one for one in anna.messages() if one.get("text") == "/write Приду в 15"][-1]
    stage.clock.set(stage.clock.now().replace(second=10))
    await stage.delivered()
    await anna.edit(written["message_id"], "Приду в 16")
    await stage.delivered()
    assert texts_of(igor)[-1].split("\n")[0].startswith("Исправленное сообщение: Образцова Анна Петровна")
    assert texts_of(igor)[-1].endswith("Приду в 16")


async def test_a_mentorship_is_ended_by_organizers_and_nothing_of_it_works_any_more(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    olga = await stage.enter("О-1")
    number = await arranged(stage, igor)
    await anna.send("/mentor")
    await anna.tap("Завершить наставничество…")
    await restart(stage)
    await anna.send("Тема проекта изменилась")
    anna.sees("Организаторы получили вашу просьбу.")
    await stage.delivered()
    assert firsts(olga, "Команда просит") == ["Команда просит завершить наставничество"]
    olga.sees("Причина: Тема проекта изменилась")
    assert [text for text in texts_of(igor) if "изменилась" in text] == []
    await olga.send("/todo")
    olga.sees("1 просьба завершить наставничество")
    await olga.tap("Пусть продолжается")
    await stage.delivered()
    assert firsts(anna, "Наставничество продолжается") != []
    assert firsts(igor, "Наставничество продолжается") == []
    await olga.send("/teams")
    olga.sees("Школа мэров, поток 5: 2 наставничества, встреч 0")
    await olga.press(f"yf1:{scene.first}:0")
    olga.sees("Завершить? Команда «Команда Образцова», наставник Наставников Игорь")
    await olga.tap("Да, завершить")
    await stage.delivered()
    for persona in (igor, anna):
        assert firsts(persona, "Наставничество завершено") != []
    await stage.pass_to(at(20, 14))
    assert firsts(igor, "Через", "Завтра") == []
    for data in (
        f"yy1:{scene.first}",
        f"yo1:{number}:{int(at(25, 16).timestamp()) // 60}",
        f"ye1:{scene.first}",
    ):
        await igor.press(data)
        assert "завершено" in (" ".join(igor.alerts()) + igor.text)
    await anna.send("/mentor")
    assert anna.text.split("\n")[0] == "Наставник подбирается."
    assert "+7916" not in anna.text
    await igor.send("/teams")
    assert igor.text.split("\n")[0] == "Команд у вас пока нет."
    assert [state for state, _result in await states(stage)] == ["cancelled"]


async def test_what_took_place_is_written_down_after_the_end(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    olga = await stage.enter("О-1")
    number = await arranged(stage, igor)
    await arranged(stage, igor, "28.11 12:00")
    await stage.pass_to(at(20, 17))
    await olga.press(f"yf1:{scene.first}:1")
    assert [state for state, _result in await states(stage)] == ["planned", "cancelled"]
    await restart(stage)
    await igor.press(f"yc1:{scene.first}")
    igor.sees("Это наставничество завершено.")
    await igor.tap("Отметить встречу")
    assert "Перенести" not in str(igor.buttons())
    await igor.send("/todo")
    igor.sees("Отметьте, состоялась ли встреча: Команда Образцова")
    await igor.press(f"yh1:{number}:1")
    await igor.send("Паспорт готов")
    igor.sees("Паспорт готов")
    assert await states(stage) == [("held", "Паспорт готов"), ("cancelled", "")]
    await anna.press(f"yh1:{number}:0")
    assert "наставник" in " ".join([*anna.alerts(), anna.text])
    await olga.press(f"yi1:{scene.first}")
    olga.sees("Всего: состоялась 1 встреча")


async def test_only_the_two_sides_reach_a_mentorship(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    pavel, vera = await stage.enter("Н-2"), await stage.enter("Л-3")
    number = await arranged(stage, igor)
    for stranger in (pavel, vera):
        for data in (
            f"yc1:{scene.first}", f"yv1:{number}", f"yw1:{scene.first}:0:0", f"yx1:{number}:1",
            f"yo1:{number}:{int(at(25, 16).timestamp()) // 60}", f"yl1:{scene.first}:0",
            f"yy1:{scene.first}", f"ye1:{scene.first}", f"yi1:{scene.first}", f"yf1:{scene.first}:1",
            f"yh1:{number}:1", f"yr1:{number}", f"yp1:{number}", f"yn1:{number}:30", f"ya1:{number}",
            f"yb1:{scene.roster.mayors}:0", f"yg1:{scene.first}",
            f"ys1:{scene.first}:0:{int(at(25, 16).timestamp()) // 60}",
        ):  # fmt: skip
            await stranger.press(data)
            said = " ".join([*stranger.alerts(), stranger.text])
            assert "Образцова" not in said.replace("Команда Образцова", ""), data
            assert "Наставников" not in said, data
    await anna.press(f"yh1:{number}:1")
    assert "наставник" in " ".join([*anna.alerts(), anna.text])
    assert await states(stage) == [("planned", "")]
    async with stage.database.write() as tx:
        gone = enrolments.c.person_id == scene.igor
        await tx.execute(update(enrolments).where(gone).values(left_on=date(2025, 11, 18)))
    await igor.press(f"yv1:{number}")
    assert "Команда Образцова" not in " ".join([*igor.alerts(), *(str(one) for one in igor.replies)])
    await anna.send("/mentor")
    anna.sees("Наставник больше не числится в потоке")


async def test_nothing_of_the_team_comes_to_whoever_mentors_no_more(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    await arranged(stage, igor)
    stage.clock.set(at(18, 23))
    await anna.send("/write Смета по котельной готова")
    async with stage.database.write() as tx:
        own = enrolments.c.person_id == scene.igor
        await tx.execute(update(enrolments).where(own).values(roles=["guide"]))
    await stage.pass_to(at(19, 9))
    assert [text for text in texts_of(igor) if "котельной" in text] == []
    for words in ("/write И ещё вопрос", "/meeting в пятницу в 12"):
        await anna.send(words)
        anna.sees("Наставник больше не числится в потоке")
    await stage.pass_to(at(20, 14))
    assert firsts(anna, "Через") == ["Через 1 ч встреча. Наставник: Наставников Игорь"]
    await stage.pass_to(at(20, 17))
    assert firsts(igor, "Завтра", "Через", "Состоялась", "Пишет") == []


async def test_an_assistant_writes_and_meets_for_the_head_and_is_named(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    helper = await assistant_of(stage, anna)
    await helper.send("/write Глава просит перенести встречу")
    await stage.delivered()
    assert texts_of(igor)[-1] == (
        "Пишет Образцова Анна Петровна (через помощника: Помощникова Инна), команда «Команда Образцова»\n\n"
        "Глава просит перенести встречу"
    )
    await helper.send("/meeting в четверг в 18:00")
    await helper.tap("Назначить встречу")
    await stage.delivered()
    assert firsts(igor, "Назначена встреча") == ["Назначена встреча. Команда Образцова"]
    await anna.send("/assistants")
    anna.sees("встреча с наставником")
    anna.sees("письмо наставнику")


async def test_organizers_read_and_take_away_counts_of_meetings_alone(
    stage: Stage, scene: LifeScene, igor: Persona, anna: Persona
) -> None:
    olga = await stage.enter("О-1")
    number = await arranged(stage, igor)
    await stage.pass_to(at(20, 17))
    await igor.press(f"yh1:{number}:1")
    await igor.send("Тайный итог")
    await arranged(stage, igor, "28.11 12:00, зал 7")
    await olga.send("/teams")
    olga.sees("состоялась 1 встреча")
    olga.sees("пока ни одной встречи")
    assert "28 ноября" not in olga.text
    await olga.send("/export")
    await olga.tap("Наставничества и встречи")
    sent = olga.messages()[-1]
    data = stage.world.files.data(sent["document"]["file_id"])
    assert data is not None
    book = load_workbook(io.BytesIO(data))
    (first,) = (list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets)
    assert [row[1:4] for row in first[1:]] == [
        ("Команда Образцова", "Наставников Игорь", "+79160000001"),
        ("Команда Примерска", "Опытный Павел", "+79160000002"),
    ]
    assert [row[10] for row in first] == ["Состоялось", "1", "0"]
    assert not [
        word for word in ("20.11.2025 15:00", "example.org", "28.11", "зал 7", "Тайный") if word in str(first)
    ]
    await igor.send("/export")
    assert "Наставничества и встречи" not in str(igor.last)
