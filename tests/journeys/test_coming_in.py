"""From the first tap on a link to the home card, and everything that can go wrong at the door."""

import pytest
from sqlalchemy import select, update

from bot.sandbox.botapi.persona import Persona
from bot.ui.texts import texts_in
from db.people import accounts, enrolments
from tests.roster import Roster, write_roster
from tests.stage import Stage


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    return await write_roster(stage.database)


async def test_a_newcomer_comes_in_by_the_link(stage: Stage, roster: Roster) -> None:
    anna = stage.newcomer("Анна")
    await anna.start((await stage.codes("Ш5"))["Л-1"])
    anna.sees("Вы – Образцова Анна Петровна, глава города, г. Образцов?")
    assert anna.keyboard() is None
    await anna.tap("Да, это я")
    anna.sees("Согласие на обработку персональных данных")
    await anna.tap("Согласен (согласна)")
    anna.sees("Согласие принято: 18 ноября 2025, 07:00 (МСК), редакция 2.")
    anna.sees("Здравствуйте, Анна Петровна! Вы вошли: Школа мэров, поток 5.")
    assert anna.keyboard() == [["Сейчас", "Расписание"], ["Экскурсии", "Спросить"]]
    assert anna.commands()[:3] == ["now", "schedule", "today"]
    assert "coverage" not in anna.commands()


async def test_an_assistant_who_says_no_does_not_burn_the_link(stage: Stage, roster: Roster) -> None:
    code = (await stage.codes("Ш5"))["Л-1"]
    assistant = stage.newcomer("Помощник")
    await assistant.start(code)
    await assistant.tap("Нет, это не я")
    assistant.sees("ссылка осталась в силе")
    anna = stage.newcomer("Анна")
    await anna.start(code)
    anna.sees("Вы – Образцова Анна Петровна")


async def test_before_consent_only_help_and_the_duty_phone_work(stage: Stage, roster: Roster) -> None:
    anna = stage.newcomer("Анна")
    await anna.start((await stage.codes("Ш5"))["Л-1"])
    await anna.tap("Да, это я")
    await anna.tap("Не согласен (не согласна)")
    anna.sees("Без согласия доступны только справка и телефон дежурного")
    for words in ("/schedule", "/now", "завтра", "Сейчас", "/venue", "/streams", "/coverage", "/excursions"):
        await anna.send(words)
        anna.sees("Согласие на обработку персональных данных")
    await anna.send("/help")
    anna.sees("+73452000000")
    assert "/schedule" not in anna.text


@pytest.mark.parametrize("words", ["/start", "/now", "привет", "/schedule Тюмень", "/coverage", "/streams"])
async def test_a_stranger_learns_the_way_in_and_nothing_else(
    stage: Stage, roster: Roster, words: str
) -> None:
    stranger = stage.newcomer("Прохожий")
    await stranger.send(words)
    stranger.sees("Войти можно по личной ссылке-приглашению")
    assert "поток" not in stranger.text.replace("вашего потока", "")
    assert "+7" not in stranger.text


async def test_help_lists_exactly_the_commands_of_the_menu(stage: Stage, roster: Roster) -> None:
    for persona in (
        stage.newcomer("Прохожий"),
        await stage.enter("Л-1"),
        await stage.enter("Л-2", stream="Ш6"),
        await stage.enter("О-1"),
    ):
        await persona.send("/help")
        listed = [line.split(" ")[0][1:] for line in persona.text.splitlines() if line.startswith("/")]
        assert listed == persona.commands()


async def test_who_left_the_stream_is_outside_at_once(stage: Stage, roster: Roster) -> None:
    anna = await stage.enter("Л-1")
    async with stage.database.write() as tx:
        left = update(enrolments).where(enrolments.c.person_id == roster.anna)
        await tx.execute(left.values(left_on=stage.clock.now().date()))
    await anna.send("/now")
    anna.sees("вы больше не числитесь ни в одном потоке")


async def test_a_button_of_a_role_that_was_taken_away_is_refused(stage: Stage, roster: Roster) -> None:
    olga = await stage.enter("О-1")
    await olga.send("/coverage")
    olga.sees("Вошли 1 из 3: Школа мэров, поток 5")
    async with stage.database.write() as tx:
        changed = update(enrolments).where(enrolments.c.person_id == roster.olga)
        await tx.execute(changed.values(roles=["participant"]))
    await olga.press(f"cv1:{roster.mayors}:0")
    assert olga.alerts() == [
        "У вас нет доступа к этому. Если доступ нужен, обратитесь к организатору потока."
    ]
    assert "coverage" not in olga.commands()


async def test_a_participant_cannot_use_what_is_an_organizers(stage: Stage, roster: Roster) -> None:
    anna = await stage.enter("Л-1")
    await anna.send("/coverage")
    anna.sees("У вас нет доступа к этому")
    await anna.press(f"cv1:{roster.mayors}:0")
    assert anna.alerts() == [
        "У вас нет доступа к этому. Если доступ нужен, обратитесь к организатору потока."
    ]
    assert "Примеров" not in "".join(str(message) for message in anna.messages())


async def test_an_organizer_does_not_see_another_stream(stage: Stage, roster: Roster) -> None:
    olga = await stage.enter("О-1")
    await olga.press(f"cv1:{roster.others}:0")
    assert olga.alerts()[0].startswith("У вас нет доступа к этому")


async def test_a_person_of_two_streams_chooses_and_the_choice_outlives_a_restart(
    stage: Stage, roster: Roster
) -> None:
    boris = await stage.enter("Л-2")
    await boris.send("/streams")
    assert boris.buttons() == [["✓ Школа мэров, поток 5"], ["Школа мэров, поток 6"]] or (
        boris.buttons() == [["Школа мэров, поток 5"], ["✓ Школа мэров, поток 6"]]
    )
    other = next(label for [label] in boris.buttons() if not label.startswith("✓"))
    await boris.tap(other)
    await stage.close()
    await stage.open()
    await boris.send("/streams")
    assert f"✓ {other}" in boris.all_buttons()


async def test_a_stream_of_others_cannot_be_chosen(stage: Stage, roster: Roster) -> None:
    anna = await stage.enter("Л-1")
    await anna.press(f"st1:{roster.others}")
    assert anna.alerts()[0].startswith("У вас нет доступа к этому")


async def test_blocked_means_unreachable_and_back_means_reachable(stage: Stage, roster: Roster) -> None:
    async def reachable(persona: Persona) -> bool:
        async with stage.database.read() as tx:
            own = select(accounts.c.reachable).where(accounts.c.user_id == persona.user)
            return bool(await tx.scalar(own))

    anna = await stage.enter("Л-1")
    await anna.block()
    assert not await reachable(anna)
    await anna.unblock()
    assert await reachable(anna)
    await anna.block()
    await anna.start()
    assert await reachable(anna)


async def test_the_language_changes_texts_keyboard_and_menu(stage: Stage, roster: Roster) -> None:
    anna = await stage.enter("Л-1")
    await anna.send("/language")
    await anna.tap("English")
    anna.sees("I speak English from now on.")
    assert anna.keyboard() == [["Now", "Schedule"], ["Excursions", "Ask"]]
    await anna.send("Спросить")
    anna.sees("Duty phone (Школа мэров, поток 5): +73452000000")


@pytest.mark.parametrize("data", ["ln1:xx", "ln1:", "ln1:" + "x" * 50])
async def test_a_forged_language_leaves_nobody_without_answers(
    stage: Stage, roster: Roster, data: str
) -> None:
    anna = await stage.enter("Л-1")
    await anna.press(data)
    assert anna.alerts()[0].startswith("Эта кнопка устарела")
    await anna.send("/help")
    anna.sees("Что я умею")


async def test_the_help_stands_under_headings_of_what_one_may_use(stage: Stage, roster: Roster) -> None:
    stranger, anna = stage.newcomer("Прохожий"), await stage.enter("Л-1")
    await stranger.send("/help")
    stranger.sees("Что я умею\n\n/language – ")
    await anna.send("/help")
    anna.sees("Что я умею\n\nПрограмма\n/now – ")
    anna.sees("\n\nВопросы и дела\n/ask – ")
    anna.sees("\n\nО вас и о боте\n/settings – ")
    assert not anna.shows("Организатору")


async def test_the_first_administrator_claims_the_bot_with_the_printed_code(stage: Stage) -> None:
    root = stage.newcomer("Администратор")
    await root.send("/claim nonsense")
    root.sees("Код не подошёл")
    code = stage.announced[0].rsplit(" ", 1)[1]
    await root.send(f"/claim {code}")
    root.sees("Готово: вы администратор этого бота")
    await root.send("/coverage")
    root.sees("Потоков пока нет")
    late = stage.newcomer("Опоздавший")
    await late.send(f"/claim {code}")
    late.sees("Код не подошёл")


@pytest.mark.parametrize(
    "data", ["xx9:1:2", "cv1:abc:0", "st1:", "in1:zzz:1:1", "sd1:99:2025-99-99:0", "💥", "cv1:" + "9" * 40]
)
async def test_a_button_of_another_age_or_a_made_up_one_is_answered(
    stage: Stage, roster: Roster, data: str
) -> None:
    anna = await stage.enter("Л-1")
    await anna.press(data)
    assert anna.alerts() != []


async def test_whatever_is_sent_is_answered(stage: Stage, roster: Roster) -> None:
    anna = await stage.enter("Л-1")
    for words in (
        "ыыы",
        "/nosuchcommand",
        "😀",
        "<b>жирно</b> & {name}",
        "x" * 4000,
        "/schedule " + "я" * 500,
    ):
        await anna.send(words)
        assert anna.replies != []
    await anna.send_file("document", "план.pdf", "application/pdf", b"%PDF-1.4")
    anna.sees("Фото, файл или голосовое могу передать организаторам")
    assert texts_in("ru").plain("understanding-send") in anna.all_buttons()
