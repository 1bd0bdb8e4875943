"""The time machine and the faults in a real browser: a newcomer is brought to the excursion."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.sandbox.opened import sandbox, settings
from tests.sandbox.page.stage import Stage
from tests.sandbox.page.test_browser_contrast import CONTRAST
from tests.sandbox.page.walking import Column, page_of, take_picture

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

EVENING = datetime(2026, 2, 17, 16, 30, tzinfo=UTC)
"""21:30 in Tyumen; the newcomer's excursion is on the next day."""


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """The page of a sandbox that began in the evening before the excursion."""
    async with sandbox(settings(), EVENING) as opened, page_of(browser, opened) as page:
        yield page


KEEP_PRESSED = """node => {
    node.was = [];
    const keep = records => node.was.push(...records.map(one => one.oldValue));
    new MutationObserver(keep).observe(node, { attributeFilter: ["aria-pressed"], attributeOldValue: true });
}"""
"""Remember how the button was: the way may be over before one looks, or before the observer is called."""


async def board(page: Page, newcomer: Column) -> None:
    """Two people say that they are in their buses; the guide of one of them sees the list change."""
    participant, guide = Column(page, "Участник"), Column(page, "Сопровождающий")
    await guide.node.get_by_role("button", name="Список автобуса").last.click()
    listed = guide.node.locator(".bubble", has_text="В автобусе 0 из ")
    await expect(listed).to_be_visible()
    for person in (newcomer, participant):
        await person.node.get_by_role("button", name="Я в автобусе").last.click()
        await expect(person.node.get_by_text("Отметили: вы в автобусе.")).to_be_visible()
    await expect(guide.node.locator(".bubble", has_text="В автобусе 1 из ")).to_be_visible(timeout=20_000)
    await expect(listed).to_have_count(0)
    await guide.node.locator(".bubble", has_text="В автобусе 1 из ").scroll_into_view_if_needed()


@pytest.mark.drill
async def test_a_newcomer_is_brought_to_fifteen_minutes_before_the_excursion(page: Page) -> None:
    newcomer = Column(page, "Новый участник")
    await newcomer.enter()
    state = page.locator(".machine-state")
    await expect(state).to_contain_text("Следующее: ")
    excursion = page.get_by_role("button", name="За 15 минут до экскурсии")
    await expect(excursion).to_have_attribute("aria-disabled", "false")
    await excursion.evaluate(KEEP_PRESSED)
    await excursion.click()
    await expect(page.locator(".clock b")).to_have_text("13:45", timeout=90_000)
    await expect(excursion).to_have_attribute("aria-pressed", "false")
    assert "true" in await excursion.evaluate("node => node.was")
    await expect(excursion).to_be_focused()
    call = newcomer.node.locator(".bubble").last
    await expect(call).to_contain_text("Набережная и общественные пространства")
    await expect(state).to_contain_text("Пришло в 13:45")
    await board(page, newcomer)
    await take_picture(page, "time")
    await page.get_by_role("button", name="Вернуться к настоящему времени").click()
    await expect(state).to_contain_text("Отправленное остаётся отправленным")
    await expect(page.locator(".clock b")).to_have_text(re.compile("^21:3"))


async def test_faults_are_switched_by_keyboard_and_say_that_they_are_on(
    screen: Page, seen_stage: Stage
) -> None:
    button = screen.get_by_role("button", name="Сбои", exact=True)
    await button.focus()
    await screen.keyboard.press("Enter")
    dialog = screen.get_by_role("dialog", name="Сбои")
    await dialog.get_by_role("switch", name="У Telegram ошибка сервера (502)").focus()
    await screen.keyboard.press("Space")
    await expect(dialog.get_by_text("включено", exact=True)).to_have_count(1)
    await dialog.get_by_label("Секунд ожидания").fill("9")
    await dialog.get_by_role("switch", name="(429)").check()
    await dialog.get_by_role("switch", name="Участник 1").check()
    await expect(dialog.get_by_text("включено", exact=True)).to_have_count(3)
    assert seen_stage.world.people[seen_stage.anna].blocked
    await screen.keyboard.press("Escape")
    on = screen.get_by_role("button", name="Сбои включены: 3")
    await expect(on).to_be_focused()
    await screen.reload()
    await on.click()
    await expect(dialog.get_by_label("Секунд ожидания")).to_have_value("9")
    await dialog.get_by_role("button", name="Выключить все сбои").click()
    await expect(dialog.get_by_text("включено", exact=True)).to_have_count(0)
    assert not seen_stage.world.people[seen_stage.anna].blocked
    await screen.keyboard.press("Escape")
    await expect(button).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_strip_and_the_faults_can_be_read_and_fit_a_narrow_screen(
    page: Page, theme: Literal["light", "dark"]
) -> None:
    await page.emulate_media(color_scheme=theme)
    faults = page.get_by_role("button", name="Сбои", exact=True)
    await faults.click()
    await page.get_by_role("switch", name="(502)").check()
    assert await page.evaluate(CONTRAST) == []
    await page.keyboard.press("Escape")
    await page.set_viewport_size({"width": 390, "height": 844})
    await expect(page.locator(".machine-warning")).to_have_text("Сбои включены: 1")
    await expect(page.get_by_role("button", name="К следующему уведомлению")).to_be_hidden()
    assert await page.evaluate(CONTRAST) == []
    unfold = page.get_by_role("button", name="Показать или скрыть машину времени и сбои")
    await unfold.press("Enter")
    await expect(unfold).to_have_attribute("aria-expanded", "true")
    await expect(page.get_by_role("button", name="К следующему уведомлению")).to_be_in_viewport(ratio=1)
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    assert await page.evaluate(CONTRAST) == []
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("button", name="15 minutes before the excursion")).to_be_visible()
    await page.get_by_role("button", name="Faults on: 1").click()
    await page.get_by_role("button", name="Turn all faults off").click()
    await expect(page.get_by_role("switch", checked=True)).to_have_count(0)
