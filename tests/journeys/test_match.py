"""Teams and mentors find each other: import, draft, pin, publish, decline, silence, re-match, acceptance.

The bot is killed and started again between any two steps.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.sandbox.botapi.persona import Persona
from bot.sandbox.demo.loading import load_demo
from bot.ui.mentoring.match_buttons import MatchButton, PublishMatchButton, RunButton
from bot.ui.mentoring.proposals import AcceptButton, DeclineButton, Excuse, ExcuseButton
from db.projects import change_team
from db.projects import teams as team_rows
from tests.stage import Stage

NOON = datetime(2025, 11, 18, 9, tzinfo=UTC)
"""Tuesday, 12:00 in Moscow."""


async def restart(stage: Stage) -> None:
    await stage.kill()
    await stage.open()


def got(persona: Persona, words: str) -> int:
    """Count the messages somebody has that say these words."""
    return sum(words in str(message.get("text", "")) for message in persona.messages())


def labels(persona: Persona) -> list[str]:
    return [label for row in persona.buttons() for label in row]


async def tap_starting(persona: Persona, words: str) -> None:
    await persona.tap(next(label for label in labels(persona) if words in label))


async def prepared(stage: Stage) -> tuple[Persona, Persona, Persona, Persona, Persona]:
    """Load the workbook; let a coordinator, three mentors and a head of a team in."""
    stage.clock.set(NOON)
    await load_demo(stage.database, stage.clock)
    people = ("демо-координатор", "демо-наставник", "демо-эксперт", "демо-методист", "демо-33")
    entered = [await stage.enter(code, "К1") for code in people]
    return entered[0], entered[1], entered[2], entered[3], entered[4]


async def drafted_and_published(stage: Stage, organizer: Persona) -> None:
    await organizer.send("/match")
    organizer.sees("4 команды, 4 наставника")
    await organizer.tap("Подобрать пары")
    organizer.sees("Черновик подбора: с наставником 4 из 4 команд")
    await restart(stage)
    await organizer.tap("3")
    organizer.sees("Команда Умельска")
    await tap_starting(organizer, "Знатокова")
    organizer.sees("Почему не вместе")
    organizer.sees("«Не назначать» – если это прямой руководитель, есть конфликт интересов")
    await restart(stage)
    await organizer.tap("Закрепить этого наставника")
    organizer.sees("Команда Умельска: Советчиков Лев Демович → Знатокова Юлия Демовна")
    await restart(stage)
    await organizer.tap("Отправить предложения: 4")
    organizer.sees("Будет отправлено 4 предложения")


async def test_from_the_workbook_to_the_introduction(stage: Stage) -> None:
    organizer, lev, julia, nina, member = await prepared(stage)
    await drafted_and_published(stage, organizer)
    assert [got(one, "Вас просят стать наставником") for one in (lev, julia, nina, member)] == [0] * 4
    await restart(stage)
    await organizer.tap("Да, отправить: 4")
    organizer.sees("Опубликовано: отправлено 4 предложения.")
    await organizer.press(PublishMatchButton(matching_id=2, sure=True).pack())
    await stage.delivered()
    assert [got(one, "Вас просят стать наставником") for one in (lev, julia, nina, member)] == [1, 2, 1, 0]
    assert all("+7" not in str(one.last.get("text")) for one in (lev, julia, nina))
    await restart(stage)

    await lev.tap("Отказаться")
    lev.sees("Причина поможет организаторам")
    await restart(stage)
    await lev.tap("Не моя тема")
    lev.sees("Вы отказались: Команда Ключевского округа")
    await stage.pass_to(stage.clock.now() + timedelta(minutes=1))
    organizer.sees("Наставник отказался: Советчиков Лев Демович – «Команда Ключевского округа»")
    organizer.sees("Бот нашёл замену: Методикина Нина Демовна")
    await restart(stage)
    await organizer.tap("Отправить предложение")
    organizer.sees("Опубликовано: отправлено 1 предложение.")
    await stage.delivered()
    assert [got(one, "Вас просят стать наставником") for one in (lev, julia, nina)] == [0, 2, 2]
    await restart(stage)

    await answered(stage, organizer, julia, nina, member)


async def answered(stage: Stage, organizer: Persona, julia: Persona, nina: Persona, member: Persona) -> None:
    """One accepts and is introduced; one is silent, is reminded, told of, and accepts at last."""
    await julia.send("/accept")
    julia.sees("Вашего ответа ждут 2 команды")
    await julia.tap("Команда Тропинского района")
    await restart(stage)
    await julia.tap("Принять")
    julia.sees("Вы – наставник: Команда Тропинского района")
    await stage.delivered()
    julia.sees("Знакомьтесь, ваша команда: Команда Тропинского района")
    julia.sees("Телефон: +7")
    member.sees("Знатокова Юлия Демовна")
    member.sees("Телефон: +7")
    member.sees("Для первой встречи")
    member.sees("Почему этот наставник: направление: Креативная экономика; опыт: туризм")
    assert "-м" not in next(line for line in member.text.split("\n") if "Почему" in line)
    await restart(stage)

    await stage.pass_to(NOON + timedelta(days=2, minutes=5))
    assert (got(nina, "Вашего ответа ждут 2 дня"), got(organizer, "Наставник молчит")) == (2, 0)
    await restart(stage)
    await stage.pass_to(NOON + timedelta(days=4, minutes=5))
    assert got(organizer, "Наставник молчит 4 дня: Методикина Нина Демовна") == 1
    await organizer.send("/todo")
    organizer.sees("наставника давно не отвечают на предложения")
    await restart(stage)

    await nina.send("/todo")
    await tap_starting(nina, "1. Принять или отказаться")
    await nina.tap("Принять")
    await nina.send("/accept")
    nina.sees("Вы – наставник")
    await organizer.send("/match")
    organizer.sees("Ждут ответа наставника: 1. Приняты: 3.")


async def test_old_and_forged_buttons_get_a_sentence_and_no_seat(stage: Stage) -> None:
    organizer, _lev, julia, _nina, member = await prepared(stage)
    stranger = await stage.enter("демо-куратор-6", "Ш6")
    await drafted_and_published(stage, organizer)
    await organizer.tap("Да, отправить: 4")
    await stage.delivered()
    await julia.send("/capacity 1")
    julia.sees("занято 0 из 1")
    await julia.send("/accept")
    await julia.tap("Команда Тропинского района")
    await julia.tap("Принять")
    await julia.send("/accept")
    julia.sees("Мест больше нет: у вас уже 1 команда из 1.")
    for number in range(1, 6):
        for persona in (member, stranger):
            await persona.press(AcceptButton(mentorship_id=number).pack())
            await persona.press(DeclineButton(mentorship_id=number).pack())
            await persona.press(ExcuseButton(mentorship_id=number, excuse=Excuse.TIME).pack())
    for data in (
        MatchButton(stream_id=3),
        RunButton(stream_id=3),
        PublishMatchButton(matching_id=1, sure=True),
        PublishMatchButton(matching_id=999, sure=True),
    ):
        await stranger.press(data.pack())
        await member.press(data.pack())
    assert (got(stranger, "Команда Примерска"), got(member, "Команда Примерска")) == (0, 0)
    await organizer.send("/match")
    organizer.sees("Ждут ответа наставника: 3. Приняты: 1.")


async def test_a_draft_that_only_takes_back_is_sent_like_any_other(stage: Stage) -> None:
    organizer, _lev, julia, _nina, _member = await prepared(stage)
    await drafted_and_published(stage, organizer)
    await organizer.tap("Да, отправить: 4")
    await stage.delivered()
    codes = ["демо-наставник", "демо-эксперт", "демо-методист", "демо-выпускник"]
    async with stage.database.write() as tx:
        teams = select(team_rows.c.id).where(team_rows.c.title == "Команда Тропинского района")
        await change_team(tx, int(await tx.scalar(teams) or 0), forbidden=codes)
    await julia.send("/accept")
    await julia.tap("Команда Тропинского района")
    await julia.tap("Принять")
    assert "организаторы исключили эту пару" in " ".join([*julia.alerts(), julia.text])
    await organizer.send("/match")
    await organizer.tap("Подобрать пары")
    await restart(stage)
    await organizer.tap("Отозвать предложения: 1")
    organizer.sees("Отозвать предложения? Новых в этом черновике нет.")
    organizer.sees("1 прежнее предложение будет отозвано")
    await organizer.tap("Да, отозвать")
    organizer.sees("Опубликовано: прежние предложения отозваны, новых нет.")
    await stage.delivered()
    assert got(julia, "Предложение отозвано: Команда Тропинского района") == 1


async def test_wishes_and_profiles_are_set_in_the_chat(stage: Stage) -> None:
    organizer, lev, julia, nina, member = await prepared(stage)
    await member.send("/needs")
    member.sees("Какой нужен наставник: Команда Тропинского района")
    await member.tap("Написать запрос")
    await restart(stage)
    await member.send("Найти партнёров маршрута")
    member.sees("Запрос: Найти партнёров маршрута")
    await member.tap("Выбрать наставников")
    assert "+7" not in member.text
    await tap_starting(member, "Советчиков")
    member.sees("Выбрано наставников: 1 из 5")
    await member.tap("‹ К пожеланиям")
    member.sees("1. Советчиков Лев Демович")
    await lev.send("/pause неделя")
    await nina.send("/capacity")
    await nina.tap("3")
    nina.sees("занято 0 из 3")
    await julia.send("/pause до 1 декабря")
    julia.sees("Пауза до")
    await julia.send("/pause снять")
    await julia.tap("Темы")
    await julia.send("туризм, музеи")
    julia.sees("Темы: туризм; музеи")
    julia.sees("Регион: Пермский край")
    await julia.send("/teams")
    await julia.tap("Мой профиль: места, пауза, темы")
    julia.sees("Вид: отраслевой эксперт")
    await julia.tap("Регион")
    await restart(stage)
    await julia.send("Тюменская  область")
    julia.sees("Регион: Тюменская область")
    await julia.tap("Регион")
    await julia.send("–")
    assert "Тюменская" not in julia.text
    await julia.tap("Кто я как наставник")
    julia.sees("Кто вы как наставник?")
    await julia.tap("методист")
    julia.sees("Вид: методист")
    await organizer.send("/match")
    await organizer.tap("Подобрать пары")
    organizer.sees("Методикина Нина Демовна")
