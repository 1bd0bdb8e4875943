"""The page in a real browser: reached by keyboard, by ear, and where a column is out of sight."""

import pytest
from aiogram.types import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from playwright.async_api import Page, expect

from tests.sandbox.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""By then the page knows which of its columns are on the screen."""
NAME = """() => {
    const node = document.activeElement;
    if (!node.closest("#column-" + CSS.escape(window.watched))) return null;
    return node.getAttribute("aria-label") || node.innerText;
}"""


async def test_tab_goes_from_the_head_through_the_messages_to_the_keys(
    screen: Page, seen_stage: Stage
) -> None:
    anna = seen_stage.anna
    keys = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Сейчас"), KeyboardButton(text="Спросить")]])
    await seen_stage.bot.set_my_commands([BotCommand(command="help", description="Помощь")])
    await seen_stage.bot.send_message(anna, "Здравствуйте", reply_markup=keys)
    buttons = [[InlineKeyboardButton(text="Еду", callback_data="go")]]
    await seen_stage.bot.send_message(
        anna, "Едете?", reply_markup=InlineKeyboardMarkup(inline_keyboard=buttons)
    )
    column = screen.get_by_role("region", name="Участник 1", exact=True)
    await expect(column.get_by_role("button", name="Еду")).to_be_visible()
    await column.get_by_role("textbox").fill("Да")
    await column.get_by_role("button", name="Действия с чатом").focus()
    await screen.evaluate(f"() => {{ window.watched = 'p{anna}'; }}")
    order: list[str] = []
    while name := await screen.evaluate(NAME):
        order.append(name)
        await screen.keyboard.press("Tab")
    message = "Действия с сообщением"
    start, composer = "/start", "Сообщение, пишет: Участник 1"
    assert order == [
        *("Действия с чатом", "Сообщения: Участник 1", start, message, message, message, "Еду"),
        *("Команды бота", "Приложить", composer, "Показать или скрыть кнопки", "Отправить"),
        *("Сейчас", "Спросить"),
    ]


async def test_news_are_told_to_those_who_cannot_see_them(screen: Page, seen_stage: Stage) -> None:
    column = screen.get_by_role("region", name="Участник 1", exact=True)
    log = column.get_by_role("log", name="Сообщения: Участник 1")
    await expect(log).to_have_attribute("aria-live", "polite")
    await seen_stage.bot.send_message(seen_stage.anna, "Автобус ждёт")
    await expect(log.get_by_role("article").last).to_contain_text("Автобус ждёт")
    await expect(column.get_by_role("status").last).to_have_attribute("aria-live", "polite")


async def test_a_column_out_of_sight_on_a_wide_screen_has_its_mark_on_the_strip(
    screen: Page, seen_stage: Stage
) -> None:
    await screen.set_viewport_size({"width": 800, "height": 900})
    strip = screen.get_by_role("navigation")
    group = strip.get_by_role("button", name="Поток 5")
    await expect(screen.locator(".column").nth(2)).not_to_be_in_viewport()
    await screen.evaluate(TWO_FRAMES)
    seen_stage.world.say(seen_stage.organizer, "Всем доброе утро", chat=seen_stage.group)
    seen_stage.world.say(seen_stage.anna, "И вам", chat=seen_stage.group)
    await expect(group.locator(".badge")).to_have_text("1")
    await expect(group.locator(".badge")).to_have_attribute("aria-label", "непрочитанных: 1")
    await group.click()
    await expect(screen.locator(".column").nth(2)).to_be_in_viewport(ratio=1)
    await expect(group.locator(".badge")).to_be_hidden()
