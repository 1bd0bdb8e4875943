"""A broadcast in a real browser: a curator who has never sent one walks from the command to the report."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.sandbox.opened import sandbox, settings
from tests.sandbox.page.walking import Column, page_of, take_picture

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

WORDS = "{имя}, завтра сбор в 8:30 у гостиницы. Возьмите паспорт."
HEARD = "завтра сбор в 8:30 у гостиницы. Возьмите паспорт."


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """The page of a sandbox on a morning of the module."""
    async with sandbox(settings()) as opened, page_of(browser, opened) as page:
        yield page


async def prepare(olga: Column) -> None:
    """Content, audience, the question under it, a test to oneself."""
    await olga.say("/broadcast")
    await olga.sees("Пришлите сообщение, которое надо разослать")
    await olga.say(WORDS)
    await olga.sees("Рассылка: черновик")
    await olga.tap("Кому")
    await olga.tap("Роль")
    await olga.node.get_by_role("button", name="слушатель – ").last.click()
    await olga.sees("и Роль: слушатель")
    await olga.tap("‹ Назад")
    await olga.sees("Условия складываются")
    await olga.tap("‹ Назад")
    await olga.tap("Кнопки")
    await olga.tap("Ознакомлен(а)")
    await olga.sees("Кнопки: Ознакомлен(а)")
    await olga.tap("‹ Назад")
    await olga.tap("Проба себе")
    await olga.sees(HEARD)
    await take_picture(olga.page, "broadcast-draft")


async def test_from_the_command_to_the_report(page: Page) -> None:
    olga, participant, newcomer = (
        Column(page, title) for title in ("Организатор", "Участник", "Новый участник")
    )
    await newcomer.enter()
    await prepare(olga)
    await olga.node.get_by_role("button", name="Отправить: ").last.click()
    await olga.sees("Отправить? Получ")
    await olga.node.get_by_role("button", name="Да, отправить: ").last.click()
    await newcomer.sees(HEARD)
    await participant.sees(HEARD)
    await olga.sees("Рассылка: завершена")
    await participant.tap("Ознакомлен(а)")
    await participant.sees("Ответ записан")
    await participant.tap("Понятно")
    await olga.tap("Обновить")
    await olga.sees("Ознакомлен(а): 1", "Получили и молчат: 1")
    board = olga.node.locator(".bubble", has_text="Рассылка: завершена").last
    await board.evaluate("node => node.scrollIntoView({ block: 'start' })")
    await take_picture(page, "broadcast")
    await olga.tap("Кто не ответил")
    await olga.sees("+7")
    await olga.tap("‹ Назад")
    await olga.tap("Отчёт в Excel")
    report = await olga.download("Рассылка 1.xlsx")
    assert report.startswith(b"PK")
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.get_by_role("navigation").get_by_role("button", name="Организатор", exact=True).click()
    await board.evaluate("node => node.scrollIntoView({ block: 'start' })")
    await expect(board).to_be_in_viewport()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await take_picture(page, "broadcast-narrow")
