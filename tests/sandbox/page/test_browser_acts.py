"""The page in a real browser: what people do."""

import re
from typing import Any

import pytest
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    CopyTextButton,
    DisabledButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from playwright.async_api import Locator, Page, expect

from tests.sandbox.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def column(screen: Page, title: str = "Участник 1") -> Locator:
    return screen.get_by_role("region", name=title, exact=True)


def box(screen: Page, title: str = "Участник 1") -> Locator:
    return column(screen, title).get_by_role("textbox")


def texts(screen: Page, title: str = "Участник 1") -> Locator:
    return column(screen, title).locator(".bubble .text")


async def tapped(stage: Stage) -> Any:
    updates = await stage.bot.get_updates(timeout=5, allowed_updates=["callback_query", "message"])
    return next(update.callback_query for update in reversed(updates) if update.callback_query)


def buttons(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[*rows])


async def test_enter_sends_and_shift_enter_breaks_the_line(screen: Page, seen_stage: Stage) -> None:
    await box(screen).press_sequentially("раз")
    await box(screen).press("Shift+Enter")
    await box(screen).press_sequentially("два")
    await box(screen).press("Enter")
    await expect(texts(screen)).to_have_text(["/start", "раз два"])
    await expect(box(screen)).to_have_value("")
    assert seen_stage.texts(seen_stage.anna) == ["/start", "раз\nдва"]


async def test_a_tapped_button_turns_until_the_bot_answers_with_a_note(
    screen: Page, seen_stage: Stage
) -> None:
    go = InlineKeyboardButton(text="Еду", callback_data="go", style="success")
    await seen_stage.bot.send_message(seen_stage.anna, "Едете?", reply_markup=buttons([go]))
    button = column(screen).get_by_role("button", name="Еду")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    query = await tapped(seen_stage)
    assert query.data == "go"
    await seen_stage.bot.answer_callback_query(query.id, text="Место ваше")
    await expect(button).to_have_attribute("aria-busy", "false")
    await expect(column(screen).locator(".toast")).to_have_text("Место ваше")
    await expect(column(screen, "Организатор").locator(".toast")).to_have_count(0)


async def test_an_alert_covers_one_persons_screen_until_read(screen: Page, seen_stage: Stage) -> None:
    go = InlineKeyboardButton(text="Еду", callback_data="go")
    await seen_stage.bot.send_message(seen_stage.anna, "Едете?", reply_markup=buttons([go]))
    await column(screen).get_by_role("button", name="Еду").click()
    query = await tapped(seen_stage)
    await seen_stage.bot.answer_callback_query(query.id, text="Мест нет", show_alert=True)
    alert = column(screen).get_by_role("alertdialog")
    await expect(alert).to_contain_text("Мест нет")
    await expect(alert.get_by_role("button")).to_be_focused()
    await screen.keyboard.press("Escape")
    await expect(alert).to_be_hidden()
    await expect(box(screen)).to_be_focused()


async def test_other_buttons_copy_open_or_are_off(screen: Page, seen_stage: Stage) -> None:
    markup = buttons(
        [InlineKeyboardButton(text="Код", copy_text=CopyTextButton(text="А-17"))],
        [InlineKeyboardButton(text="Сайт", url="https://example.org/a")],
        [InlineKeyboardButton(text="Занято", disabled=DisabledButton())],
        [InlineKeyboardButton(text="Войти", url="https://t.me/school_test_bot?start=code-9")],
    )
    await seen_stage.bot.send_message(seen_stage.anna, "Кнопки", reply_markup=markup)
    await column(screen).get_by_role("button", name="Код").click()
    await expect(column(screen).locator(".toast")).to_have_text("Скопировано")
    assert await screen.evaluate("navigator.clipboard.readText()") == "А-17"
    link = column(screen).get_by_role("link", name="Сайт")
    await expect(link).to_have_attribute("href", "https://example.org/a")
    await expect(column(screen).get_by_role("button", name="Занято")).to_be_disabled()
    await column(screen).get_by_role("button", name="Войти").click()
    await expect(texts(screen).last).to_have_text("/start code-9")


async def test_reply_keys_stay_hide_once_used_and_share_the_contact(screen: Page, seen_stage: Stage) -> None:
    keyboard = ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text="Сейчас"), KeyboardButton(text="Мой номер", request_contact=True)]],
        one_time_keyboard=True,
        input_field_placeholder="Спросите меня",
    )
    await seen_stage.bot.send_message(seen_stage.anna, "Меню", reply_markup=keyboard)
    await expect(box(screen)).to_have_attribute("placeholder", "Спросите меня")
    await column(screen).get_by_role("button", name="Мой номер").click()
    await expect(column(screen).locator(".contact")).to_contain_text("79120000002")
    await expect(column(screen).locator(".reply-keys")).to_have_count(0)
    await column(screen).get_by_role("button", name="Показать или скрыть кнопки").click()
    await column(screen).get_by_role("button", name="Сейчас").click()
    await expect(texts(screen).last).to_have_text("Сейчас")


async def test_a_slash_offers_the_commands_of_this_person(screen: Page, seen_stage: Stage) -> None:
    menu = [
        BotCommand(command="schedule", description="Расписание"),
        BotCommand(command="help", description="Помощь"),
    ]
    await seen_stage.bot.set_my_commands(menu, BotCommandScopeChat(chat_id=seen_stage.anna))
    await seen_stage.bot.set_my_commands([BotCommand(command="match", description="Пары")])
    await expect(column(screen).get_by_role("button", name="Команды бота")).to_be_visible()
    await box(screen).press_sequentially("/")
    await expect(column(screen).get_by_role("option")).to_have_text(["/scheduleРасписание", "/helpПомощь"])
    chosen = """(input) => document.getElementById(input.getAttribute("aria-activedescendant"))?.innerText"""
    assert "/schedule" in await box(screen).evaluate(chosen)
    await screen.keyboard.press("ArrowDown")
    assert "/help" in await box(screen).evaluate(chosen)
    await screen.keyboard.press("Enter")
    await expect(texts(screen).last).to_have_text("/help")
    await expect(box(screen)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    await box(screen, "Организатор").press_sequentially("/m")
    await expect(column(screen, "Организатор").get_by_role("option")).to_have_text(["/matchПары"])
    await screen.keyboard.press("Escape")
    await expect(column(screen, "Организатор").get_by_role("option")).to_have_count(0)


async def test_a_command_and_a_start_link_in_a_text_act(screen: Page, seen_stage: Stage) -> None:
    link = "https://t.me/school_test_bot?start=code-1"
    await seen_stage.bot.send_message(seen_stage.anna, f"Наберите /help или {link}")
    await texts(screen).last.get_by_role("button", name="/help").click()
    await expect(texts(screen)).to_have_count(3)
    await expect(texts(screen).last).to_have_text("/help")
    await texts(screen).nth(1).get_by_role("link").click()
    await expect(texts(screen).last).to_have_text("/start code-1")
    await box(screen).fill("t.me/school_test_bot?start=code-2")
    await box(screen).press("Enter")
    await expect(texts(screen).last).to_have_text("/start code-2")


async def test_an_asked_answer_quotes_the_question(screen: Page, seen_stage: Stage) -> None:
    await seen_stage.bot.send_message(seen_stage.anna, "Ваш вопрос?", reply_markup=ForceReply())
    await expect(column(screen).locator(".context")).to_contain_text("Ваш вопрос?")
    await box(screen).fill("Где обед?")
    await box(screen).press("Enter")
    await expect(texts(screen).last).to_have_text("Где обед?")
    said: Any = seen_stage.last(seen_stage.anna)
    assert said["reply_to_message"]["text"] == "Ваш вопрос?"


async def test_one_replies_edits_and_deletes_through_the_messages_menu(
    screen: Page, seen_stage: Stage
) -> None:
    await box(screen).fill("Буду в 9")
    await box(screen).press("Enter")
    await expect(texts(screen).last).to_have_text("Буду в 9")
    await box(screen).press("ArrowUp")
    await expect(box(screen)).to_have_value("Буду в 9")
    await box(screen).fill("Буду в 10")
    await box(screen).press("Enter")
    await expect(texts(screen).last).to_have_text("Буду в 10")
    await column(screen).locator(".bubble").last.hover()
    more = column(screen).get_by_role("button", name="Действия с сообщением").last
    await more.click()
    await expect(screen.get_by_role("menuitem")).to_have_text(
        ["👍", "❤", "🔥", "👎", "Ответить", "Скопировать текст", "Изменить", "Удалить у всех"]
    )
    await screen.keyboard.press("Escape")
    await expect(more).to_be_focused()
    await more.click()
    await screen.get_by_role("menuitem", name="Удалить у всех").click()
    await expect(texts(screen)).to_have_text(["/start"])
    assert seen_stage.texts(seen_stage.anna) == ["/start"]
