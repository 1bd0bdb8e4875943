"""The page in a real browser: files, the group, and who comes and goes."""

import pytest
from aiogram.types import (
    EphemeralMessageParameters,
    ForceReply,
)
from playwright.async_api import FilePayload, Locator, Page, expect

from tests.sandbox.page.pictures import png
from tests.sandbox.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def column(screen: Page, title: str = "Участник 1") -> Locator:
    return screen.get_by_role("region", name=title, exact=True)


def box(screen: Page, title: str = "Участник 1") -> Locator:
    return column(screen, title).get_by_role("textbox")


def texts(screen: Page, title: str = "Участник 1") -> Locator:
    return column(screen, title).locator(".bubble .text")


async def test_files_are_chosen_dropped_and_sent_with_a_caption(screen: Page, seen_stage: Stage) -> None:
    one = FilePayload(name="один.png", mimeType="image/png", buffer=png(40, 30))
    two = FilePayload(name="два.png", mimeType="image/png", buffer=png(40, 30, 9))
    await column(screen).locator("input[type=file]").set_input_files([one, two])
    await expect(column(screen).locator(".chip-name")).to_have_text(["один.png", "два.png"])
    await box(screen).fill("Наш проект")
    await box(screen).press("Enter")
    await expect(column(screen).locator(".album img")).to_have_count(2)
    await expect(column(screen).locator(".chip")).to_have_count(0)
    drop = """() => {
        const data = new DataTransfer();
        data.items.add(new File(["x"], "отчёт.xlsx"));
        return data;
    }"""
    data = await screen.evaluate_handle(drop)
    await column(screen).dispatch_event("drop", {"dataTransfer": data})
    await column(screen).get_by_role("button", name="Отправить").click()
    await expect(column(screen).locator(".document-name")).to_have_text("отчёт.xlsx")
    sent = seen_stage.world.messages(seen_stage.anna)
    assert [message.get("caption") for message in sent[1:]] == ["Наш проект", None, None]
    assert sent[3]["document"]["file_name"] == "отчёт.xlsx"


async def test_several_photos_answer_a_message_as_one_album(screen: Page, seen_stage: Stage) -> None:
    asked = await seen_stage.bot.send_message(seen_stage.anna, "Какой вход?", reply_markup=ForceReply())
    await expect(column(screen).locator(".context-words")).to_contain_text("Какой вход?")
    photos = [FilePayload(name=f"{n}.png", mimeType="image/png", buffer=png(40, 30, n)) for n in (1, 9)]
    await column(screen).locator("input[type=file]").set_input_files(photos)
    await box(screen).fill("Вот этот")
    await box(screen).press("Enter")
    await expect(column(screen).locator(".album img")).to_have_count(2)
    await expect(column(screen).locator(".bubble").last.locator(".quote")).to_be_visible()
    sent = seen_stage.world.messages(seen_stage.anna)[-2:]
    assert [one["reply_to_message"]["message_id"] for one in sent] == [asked.message_id] * 2


async def test_a_contact_and_a_point_are_sent_from_the_clip(screen: Page, seen_stage: Stage) -> None:
    clip = column(screen).get_by_role("button", name="Приложить")
    await clip.click()
    await screen.get_by_role("menuitem", name="Контакт").click()
    await screen.get_by_role("button", name="Отправить контакт").click()
    await expect(column(screen).locator(".contact")).to_contain_text("79120000002")
    await clip.click()
    await screen.get_by_role("menuitem", name="Точка на карте").click()
    await screen.get_by_label("Координаты").fill("не знаю")
    await screen.get_by_role("button", name="Отправить точку").click()
    await expect(screen.get_by_role("alert")).to_have_text("Нужны два числа: широта и долгота")
    await screen.get_by_label("Координаты").fill("57.15, 65.52")
    await screen.get_by_role("button", name="Отправить точку").click()
    await expect(column(screen).locator(".point")).to_have_text("57.15000, 65.52000")
    assert seen_stage.last(seen_stage.anna)["location"] == {"latitude": 57.15, "longitude": 65.52}


async def test_a_blocked_bot_is_let_in_again_by_start(screen: Page, seen_stage: Stage) -> None:
    await column(screen).get_by_role("button", name="Действия с чатом").click()
    await screen.get_by_role("menuitem", name="Заблокировать бота").click()
    await expect(box(screen)).to_be_hidden()
    await expect(column(screen).locator(".head-status")).to_contain_text("бот заблокирован")
    assert seen_stage.world.people[seen_stage.anna].blocked
    await column(screen).get_by_role("button", name="Разблокировать и начать снова").click()
    await expect(box(screen)).to_be_visible()
    assert not seen_stage.world.people[seen_stage.anna].blocked


async def test_a_new_person_enters_by_an_invitation_link(screen: Page, seen_stage: Stage) -> None:
    await screen.get_by_role("button", name="Добавить нового человека").click()
    await screen.get_by_label("Имя и фамилия").fill("Новая <i>Участница</i>")
    await screen.get_by_label("Ссылка или код приглашения").fill("что-то не то!")
    await screen.get_by_role("button", name="Добавить", exact=True).click()
    await expect(screen.get_by_role("alert")).to_contain_text("не ссылка на бота")
    await screen.get_by_label("Ссылка или код приглашения").fill("https://t.me/school_test_bot?start=inv_42")
    await screen.get_by_role("button", name="Добавить", exact=True).click()
    await expect(screen.locator(".head-title")).to_have_text(
        ["Организатор", "Участник 1", "Поток 5", "Новая <i>Участница</i>"]
    )
    mine = column(screen, "Новая <i>Участница</i>")
    await expect(mine.locator(".gate")).to_contain_text("inv_42")
    await mine.get_by_role("button", name="Старт").click()
    await expect(mine.locator(".bubble .text")).to_have_text(["/start inv_42"])
    await expect(mine.get_by_role("textbox")).to_be_visible()


async def test_in_the_group_one_chooses_who_speaks(screen: Page, seen_stage: Stage) -> None:
    group = column(screen, "Поток 5")
    await group.get_by_role("textbox").fill("Я организатор")
    await group.get_by_role("textbox").press("Enter")
    await expect(group.locator(".bubble .text").last).to_have_text("Я организатор")
    await group.get_by_label("От чьего имени писать в группу").select_option(str(seen_stage.anna))
    await group.get_by_role("textbox").fill("А я участница")
    await group.get_by_role("textbox").press("Enter")
    await expect(group.locator(".row.mine .text")).to_have_text(["А я участница"])
    await expect(group.locator(".row.theirs .text")).to_have_text(["Я организатор"])
    senders = [message["from"]["id"] for message in seen_stage.world.messages(seen_stage.group)[-2:]]
    assert senders == [seen_stage.organizer, seen_stage.anna]
    await screen.get_by_role("button", name="English").click()
    await expect(group.locator("select")).to_have_value(str(seen_stage.anna))
    await expect(group.locator(".row.mine .text")).to_have_text(["А я участница"])


async def test_one_leaves_the_group_and_joins_it_again_from_the_own_column(
    screen: Page, seen_stage: Stage
) -> None:
    group = column(screen, "Поток 5")
    choice = group.get_by_label("От чьего имени писать в группу")

    async def choose(title: str, entry: str) -> None:
        await column(screen, title).get_by_role("button", name="Действия с чатом").click()
        await screen.get_by_role("menuitem", name=f"{entry} «Поток 5»").click()

    await choose("Организатор", "Выйти из группы")
    await expect(group.locator(".pill").last).to_have_text("Группу покинули: Ольга Демо")
    await expect(choice.locator("option")).to_have_text(["Участник 1 – Анна <b>Демо</b>"])
    await group.get_by_role("textbox").fill("Осталась одна")
    await group.get_by_role("textbox").press("Enter")
    await expect(group.locator(".row.mine .text")).to_have_text(["Осталась одна"])
    await choose("Участник 1", "Выйти из группы")
    await expect(group.locator(".gate")).to_contain_text("В группе нет никого со страницы")
    await expect(group.get_by_role("textbox")).to_be_hidden()
    await choose("Участник 1", "Вступить в группу")
    await expect(group.get_by_role("textbox")).to_be_visible()
    await expect(group.locator(".head-status")).to_have_text("Участников: 1")
    assert list(seen_stage.world.chats[seen_stage.group].members) == [seen_stage.anna]


async def test_a_refused_message_comes_back_to_its_writer(screen: Page, seen_stage: Stage) -> None:
    await box(screen).fill("Важное")
    seen_stage.world.people[seen_stage.anna].deactivated = True
    await box(screen).press("Enter")
    await expect(column(screen).locator(".toast")).to_have_text("Так сделать нельзя")
    await expect(box(screen)).to_have_value("Важное")


async def test_one_votes_reacts_and_forwards(screen: Page, seen_stage: Stage) -> None:
    poll = await seen_stage.bot.send_poll(seen_stage.anna, "Когда?", ["Среда", "Четверг"], is_anonymous=False)
    option = column(screen).get_by_role("button", name="Четверг")
    await option.click()
    await expect(option.locator(".poll-share")).to_have_text("100 %")
    sent = await seen_stage.bot.send_message(seen_stage.anna, "Памятка")
    await column(screen).locator(".bubble").last.hover()
    more = column(screen).get_by_role("button", name="Действия с сообщением").last
    await more.click()
    await screen.get_by_role("menuitem", name="🔥").click()
    await expect(column(screen).locator(".reaction")).to_have_text("🔥")
    await seen_stage.bot.edit_message_text("Памятка 2", chat_id=seen_stage.anna, message_id=sent.message_id)
    await expect(texts(screen).last).to_have_text("Памятка 2")
    await expect(column(screen).locator(".reaction")).to_have_text("🔥")
    await more.click()
    await screen.get_by_role("menuitem", name="Переслать боту").click()
    await expect(column(screen).locator(".row.mine .origin")).to_have_text("Переслано от: Школа")
    votes = seen_stage.world.chats[seen_stage.anna].posts[poll.message_id].votes
    assert votes == {seen_stage.anna: [1]}


async def test_only_the_receiver_sees_an_ephemeral_message(screen: Page, seen_stage: Stage) -> None:
    group = column(screen, "Поток 5")
    wish = EphemeralMessageParameters(receiver_user_id=seen_stage.anna)
    await seen_stage.bot.send_message(seen_stage.group, "Только вам", ephemeral_message_parameters=wish)
    await seen_stage.bot.send_message(seen_stage.group, "Всем")
    await expect(group.locator(".bubble .text")).to_have_text(["Всем"])
    await group.get_by_label("От чьего имени писать в группу").select_option(str(seen_stage.anna))
    await expect(group.locator(".bubble .text")).to_have_text(["Только вам", "Всем"])
    await expect(group.locator(".bubble").first).to_contain_text("Видите только вы")
