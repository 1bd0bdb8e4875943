"""A match in a real browser: the organizer who has never made one, a mentor and the head of a town."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.sandbox.opened import sandbox, settings
from tests.sandbox.page.walking import Column, page_of, take_picture

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NOON = datetime(2026, 2, 17, 9, 0, tzinfo=UTC)


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """The page of a sandbox at noon in Moscow, a Tuesday."""
    async with sandbox(settings(), NOON) as opened, page_of(browser, opened) as page:
        yield page


async def proposed(olga: Column) -> None:
    """Make the draft and send the proposals."""
    await olga.say("/match")
    await olga.tap("Подобрать пары")
    await olga.sees("Черновик подбора: с наставником 3 из 14 команд", "наставники и команды о нём не знают")
    await olga.node.get_by_role("button", name="Отправить предложения: 3").last.click()
    await olga.node.get_by_role("button", name="Да, отправить: 3").last.click()
    await olga.sees("Опубликовано: отправлено 3 предложения")


async def test_from_the_draft_to_the_first_meeting(page: Page) -> None:
    olga, lev, newcomer = (Column(page, title) for title in ("Организатор", "Наставник", "Новый участник"))
    await newcomer.enter()
    await newcomer.say("кто мой наставник")
    await newcomer.sees("Наставник подбирается.")
    await proposed(olga)
    await lev.sees("Вас просят стать наставником: Илья Демович Дебютов")
    await lev.say("/accept")
    await lev.tap("Илья Демович Дебютов")
    await lev.tap("Принять")
    await lev.sees("Знакомьтесь, ваша команда: Илья Демович Дебютов", "Телефон: +7")
    await newcomer.sees("Советчиков Лев Демович", "Для первой встречи")
    await newcomer.say("кто мой наставник")
    await newcomer.sees("Ваш наставник: Советчиков Лев Демович")
    await page.locator("#columns").evaluate("node => { node.scrollLeft = 0; }")
    await lev.last.scroll_into_view_if_needed()
    await take_picture(page, "match")
    await lev.say("/meeting в четверг в 15, технопарк")
    await lev.tap("Назначить встречу")
    await newcomer.sees("Назначена встреча. Наставник: Советчиков Лев Демович")
    await newcomer.say("/write Подготовлю паспорт проекта к четвергу.")
    await lev.sees("Подготовлю паспорт проекта к четвергу.")
    await expect(newcomer.node.get_by_text("Передаю. Кому: Советчиков Лев Демович").last).to_be_visible()
