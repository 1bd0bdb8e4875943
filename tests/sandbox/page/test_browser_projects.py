"""Projects on the page: a newcomer reports in a minute, and the organizer sees it at a glance."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.sandbox.opened import sandbox, settings
from tests.sandbox.page.test_browser_time import column, take_picture

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NOON = datetime(2026, 2, 17, 9, 0, tzinfo=UTC)


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """The page of a sandbox that began at noon in Moscow."""
    async with sandbox(settings(), NOON) as opened:
        context = await browser.new_context(viewport={"width": 1600, "height": 900}, locale="ru-RU")
        context.set_default_timeout(40_000)
        page = await context.new_page()
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(opened.url)
        yield page
        await context.close()
        assert complaints == []


async def write(person: Locator, words: str) -> None:
    """Type words and send them."""
    await person.get_by_role("textbox").fill(words)
    await person.get_by_role("textbox").press("Enter")


async def tap(person: Locator, label: str | re.Pattern[str]) -> None:
    """Press the newest button of that name in the chat; the composer has one to send, too."""
    await person.locator("button:not(.round-button)", has_text=label).last.click()


async def test_a_newcomer_reports_and_the_organizer_sees_it_at_a_glance(page: Page) -> None:
    newcomer, organizer = column(page, "Новый участник"), column(page, "Организатор")
    for label in ("Старт", "Да, это я", "Согласен (согласна)"):
        await newcomer.get_by_role("button", name=label, exact=True).click()
    await expect(newcomer.get_by_text("Вы вошли").last).to_be_visible()
    await write(newcomer, "отчёт")
    await tap(newcomer, "Отчитаться")
    await tap(newcomer, re.compile("красный"))
    await write(newcomer, "Собрали инвестиционную команду: пять человек")
    await write(newcomer, "Нет согласия совета")
    await tap(newcomer, re.compile("Паспорт проекта"))
    await tap(newcomer, "Отправить")
    await expect(newcomer.get_by_text("Отчёт принят").last).to_be_visible()
    await write(organizer, "/projects")
    listed = organizer.get_by_text(re.compile(r"1\. ■ красный · Одна инвестиционная команда округа"))
    await expect(listed.last).to_be_visible()
    await tap(organizer, "Картинкой")
    await expect(organizer.locator(".bubble img").last).to_be_visible()
    await take_picture(page, "project")
