"""Coming in without a link: by the own phone, or by asking the organizers."""

import pytest
from sqlalchemy import select, update

from bot.sandbox.botapi.persona import Persona
from db.access import access_requests
from db.people import accounts, enrolments, people
from tests.journeys.test_redelivery import redelivered
from tests.roster import Roster, write_roster
from tests.stage import Stage

WORDS = "Образцова Анна, город Образцов, пятый поток"
DENIED = "У вас нет доступа к этому. Если доступ нужен, обратитесь к организатору потока."


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    """Anna alone has her number: Boris and Olga share another."""
    roster = await write_roster(stage.database)
    async with stage.database.write() as tx:
        await tx.execute(update(people).where(people.c.id == roster.anna).values(phone="+79261234567"))
    return roster


async def asking(stage: Stage, words: str = WORDS) -> Persona:
    """A stranger whose request is with the organizers."""
    stranger = stage.newcomer("Анна")
    await stranger.start()
    await stranger.tap("Попросить доступ")
    stranger.sees("Напишите одним сообщением")
    await stranger.send(words)
    stranger.sees("Передал организаторам")
    return stranger


@pytest.mark.parametrize("phone", ["+79261234567", "79261234567", "+7 (926) 123-45-67", "8 926 123-45-67"])
async def test_a_stranger_comes_in_by_the_own_phone(stage: Stage, roster: Roster, phone: str) -> None:
    anna = stage.newcomer("Анна")
    await anna.start()
    await anna.tap("Войти по номеру телефона")
    assert anna.keyboard() == [["Отправить мой номер"]]
    await anna.share_contact(phone=phone)
    anna.sees("Вы – Образцова Анна Петровна, глава города, г. Образцов?")
    assert anna.keyboard() is None
    await anna.tap("Да, это я")
    await anna.tap("Согласен (согласна)")
    anna.sees("Здравствуйте, Анна Петровна! Вы вошли: Школа мэров, поток 5.")


async def test_the_phone_of_somebody_else_opens_nothing(stage: Stage, roster: Roster) -> None:
    anna = stage.newcomer("Анна")
    thief = stage.newcomer("Прохожий")
    await thief.start()
    for owner in (anna.user, 0):
        await thief.share_contact(contact_of=owner, phone="+79261234567")
        thief.sees("Это не ваш номер")
        assert "Образцова" not in thief.text


@pytest.mark.parametrize("phone", ["+79120000000", "+79990000000", "12345"])
async def test_a_number_of_several_people_or_of_nobody_leads_to_the_organizers(
    stage: Stage, roster: Roster, phone: str
) -> None:
    stranger = stage.newcomer("Прохожий")
    await stranger.start()
    await stranger.share_contact(phone=phone)
    stranger.sees("По этому номеру я не смог понять, кто вы")
    assert "Примеров" not in stranger.text
    olga = await stage.enter("О-1")
    await stranger.send("Примеров Борис, пятый поток")
    stranger.sees("Передал организаторам")
    vouched = f"Номер, подтверждённый Telegram: {phone}" if len(phone) == 12 else "Имя в Telegram"
    assert vouched in str(olga.messages())


async def test_an_organizer_lets_a_stranger_in_with_one_tap(stage: Stage, roster: Roster) -> None:
    olga = await stage.enter("О-1")
    anna = await asking(stage)
    assert olga.all_buttons()[-3:] == [
        "Впустить: Образцова Анна Петровна",
        "Впустить другого: весь список",
        "Отказать",
    ]
    await olga.tap("Впустить: Образцова Анна Петровна")
    olga.sees("Впустили: Образцова Анна Петровна.")
    assert "Организатор впустил вас." in str(anna.messages())
    await anna.tap("Да, это я")
    await anna.tap("Согласен (согласна)")
    anna.sees("Вы вошли: Школа мэров, поток 5.")


async def test_a_request_delivered_again_is_told_again_and_further_words_are_not(
    stage: Stage, roster: Roster
) -> None:
    olga, stranger = await stage.enter("О-1"), stage.newcomer("Анна")
    await stranger.start()
    await stranger.tap("Попросить доступ")
    update_id = stage.world.say(stranger.user, WORDS)
    await stage.world.wait_confirmed(update_id)
    assert {call.params.get("chat_id") for call in await redelivered(stage, update_id)} == {
        str(stranger.user),
        str(olga.user),
    }
    stranger.sees("Передал организаторам")
    before = olga.messages()
    await stranger.send("ну пожалуйста")
    stranger.sees("Ваша просьба уже у организаторов")
    assert olga.messages() == before


async def test_a_refused_stranger_is_told_and_may_ask_again(stage: Stage, roster: Roster) -> None:
    olga = await stage.enter("О-1")
    stranger = await asking(stage)
    await olga.tap("Отказать")
    olga.sees("Отказано.")
    assert "Организатор не подтвердил доступ" in str(stranger.messages()[-1])
    await stranger.send("ну пожалуйста")
    stranger.sees("Войти можно по личной ссылке-приглашению")
    await stranger.tap("Попросить доступ")
    await stranger.send(WORDS)
    stranger.sees("Передал организаторам")


async def test_the_second_organizer_hears_who_has_decided(stage: Stage, roster: Roster) -> None:
    async with stage.database.write() as tx:
        second = update(enrolments).where(enrolments.c.person_id == roster.boris)
        await tx.execute(second.values(roles=["organizer"]))
    olga, boris = await stage.enter("О-1"), await stage.enter("Л-2")
    await asking(stage)
    await olga.tap("Впустить: Образцова Анна Петровна")
    await boris.tap("Отказать")
    assert boris.alerts() == ["Уже решено: Опытова Ольга Петровна."]
    await boris.tap("Впустить: Образцова Анна Петровна")
    assert boris.alerts() == ["Уже решено: Опытова Ольга Петровна."]


async def test_the_whole_list_offers_only_those_outside_in_own_streams(stage: Stage, roster: Roster) -> None:
    olga = await stage.enter("О-1")
    await asking(stage, "Это я, пустите")
    assert "Похожих среди не вошедших в ваших потоках нет" in str(olga.messages()[-1])
    await olga.tap("Впустить другого: весь список")
    assert olga.buttons() == [
        ["Впустить: Образцова Анна Петровна"],
        ["Впустить: Примеров Борис Петрович"],
        ["Отказать"],
    ]


async def test_only_organizers_decide_and_only_for_their_streams(stage: Stage, roster: Roster) -> None:
    stranger = await asking(stage)
    participant = await stage.enter("Л-2")
    for data in (f"ag1:1:{roster.anna}", "ax1:1", "ac1:1:0", "aq1"):
        await participant.press(data)
        assert participant.alerts() == [DENIED]
        await stranger.press(data)
        assert stranger.alerts() == [DENIED]
    async with stage.database.write() as tx:
        other = update(enrolments).where(
            enrolments.c.person_id == roster.boris, enrolments.c.stream_id == roster.others
        )
        await tx.execute(other.values(roles=["organizer"]))
    await participant.press(f"ag1:1:{roster.anna}")
    assert participant.alerts() == [DENIED]
    async with stage.database.read() as tx:
        assert await tx.scalar(select(access_requests.c.state)) == "open"


async def test_nothing_of_the_programme_reaches_who_waits(stage: Stage, roster: Roster) -> None:
    await stage.enter("О-1")
    stranger = await asking(stage)
    for words in ("/schedule", "завтра", "/invite", "/coverage"):
        await stranger.send(words)
        assert "поток 5" not in stranger.text
    await stranger.send("Ау?")
    stranger.sees("Ваша просьба уже у организаторов")


async def test_who_missed_the_answer_gets_the_question_again(stage: Stage, roster: Roster) -> None:
    olga = await stage.enter("О-1")
    anna = await asking(stage)
    await anna.block()
    await olga.tap("Впустить: Образцова Анна Петровна")
    await anna.unblock()
    await anna.send("Так впустили меня?")
    anna.sees("Вы – Образцова Анна Петровна")
    await anna.tap("Да, это я")
    async with stage.database.read() as tx:
        bound = select(accounts.c.user_id).where(accounts.c.person_id == roster.anna)
        assert await tx.scalar(bound) == anna.user


async def test_a_link_issued_anew_takes_a_granted_request_back(stage: Stage, roster: Roster) -> None:
    olga = await stage.enter("О-1")
    impostor = await asking(stage)
    await olga.tap("Впустить: Образцова Анна Петровна")
    await olga.send("/invite")
    await olga.tap("1")
    await olga.tap("Выпустить новую ссылку")
    await impostor.tap("Да, это я")
    assert impostor.alerts()[0].startswith("Приглашение не найдено")
    await impostor.send("И что теперь?")
    impostor.sees("Войти можно по личной ссылке-приглашению")
