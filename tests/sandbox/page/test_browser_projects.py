"""Projects on the page: a newcomer reports in a minute, and the organizer sees it at a glance."""

import re
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
    """The page of a sandbox that began at noon in Moscow."""
    async with sandbox(settings(), NOON) as opened, page_of(browser, opened) as page:
        yield page


async def test_a_newcomer_reports_and_the_organizer_sees_it_at_a_glance(page: Page) -> None:
    newcomer, organizer = Column(page, "Новый участник"), Column(page, "Организатор")
    await newcomer.enter()
    await newcomer.say("отчёт")
    await newcomer.tap("Отчитаться")
    await newcomer.tap(re.compile("красный"))
    await newcomer.say("Собрали инвестиционную команду: пять человек")
    await newcomer.say("Нет согласия совета")
    await newcomer.tap(re.compile("Паспорт проекта"))
    await newcomer.tap("Отправить")
    await newcomer.sees("Отчёт принят")
    await organizer.say("/projects")
    await organizer.sees(re.compile(r"1\. ■ красный · Одна инвестиционная команда округа"))
    await organizer.tap("Картинкой")
    await expect(organizer.node.locator(".bubble img").last).to_be_visible()
    await take_picture(page, "project")
