"""The page in a real browser: narrow screens, marks, themes, languages, a lost line."""

import pytest
from playwright.async_api import Browser, Page, expect

from tests.sandbox.page.stage import Stage, open_stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_narrow_screen_has_tabs_with_unread_marks(screen: Page, seen_stage: Stage) -> None:
    await screen.set_viewport_size({"width": 390, "height": 844})
    columns = screen.locator(".column")
    await expect(columns.nth(0)).to_be_visible()
    await expect(columns.nth(1)).to_be_hidden()
    await seen_stage.bot.send_message(seen_stage.anna, "Раз")
    await seen_stage.bot.send_message(seen_stage.anna, "Два")
    tab = screen.get_by_role("navigation").get_by_role("button", name="Участник 1")
    await expect(tab.locator(".badge")).to_have_text("2")
    await expect(screen).to_have_title("(2) Песочница")
    await tab.click()
    await expect(columns.nth(1)).to_be_visible()
    await expect(columns.nth(0)).to_be_hidden()
    await expect(tab.locator(".badge")).to_be_hidden()
    await expect(screen).to_have_title("Песочница")
    width = await screen.evaluate("document.documentElement.scrollWidth")
    assert width == 390


async def test_what_comes_while_one_reads_above_is_counted(screen: Page, seen_stage: Stage) -> None:
    for number in range(40):
        seen_stage.world.say(seen_stage.anna, f"№ {number}")
    column = screen.get_by_role("region", name="Участник 1", exact=True)
    await expect(column.locator(".bubble")).to_have_count(41)
    await column.locator(".stream").evaluate("node => { node.scrollTop = 0; }")
    jump = column.locator(".jump")
    await expect(jump).to_be_visible()
    await seen_stage.bot.send_message(seen_stage.anna, "Новость")
    await expect(jump.locator(".count")).to_have_text("1")
    assert await column.locator(".stream").evaluate("node => node.scrollTop") == 0
    await jump.click()
    await expect(jump).to_be_hidden()
    await expect(column.locator(".bubble").last).to_be_in_viewport()


async def test_the_theme_follows_the_system_and_a_switch(screen: Page) -> None:
    color = "getComputedStyle(document.body).backgroundColor"
    light = await screen.evaluate(color)
    await screen.emulate_media(color_scheme="dark")
    dark = await screen.evaluate(color)
    assert dark != light
    switch = screen.get_by_role("button", name="Оформление: как в системе")
    await switch.click()
    assert await screen.evaluate(color) == light
    await screen.get_by_role("button", name="Оформление: светлое").click()
    assert await screen.evaluate(color) == dark
    await screen.emulate_media(color_scheme="light")
    await screen.reload()
    await screen.wait_for_selector(".column")
    assert await screen.evaluate(color) == dark


async def test_the_page_speaks_english_too_and_keeps_what_is_written(screen: Page) -> None:
    draft = screen.get_by_role("region", name="Участник 1", exact=True).get_by_role("textbox")
    await draft.fill("недописанное")
    await screen.get_by_role("button", name="English").click()
    await expect(screen.get_by_role("heading", level=1)).to_contain_text("not the real Telegram")
    await expect(screen.locator("html")).to_have_attribute("lang", "en")
    await expect(draft).to_have_value("недописанное")
    await screen.reload()
    await expect(screen.get_by_role("heading", level=1)).to_contain_text("Sandbox")


async def test_the_keyboard_reaches_everything(screen: Page, seen_stage: Stage) -> None:
    tabs = screen.get_by_role("navigation").get_by_role("button")
    await tabs.first.focus()
    await screen.keyboard.press("ArrowRight")
    await expect(tabs.nth(1)).to_be_focused()
    column = screen.get_by_role("region", name="Участник 1", exact=True)
    more = column.get_by_role("button", name="Действия с чатом")
    await more.focus()
    await screen.keyboard.press("Enter")
    await expect(screen.get_by_role("menuitem").first).to_be_focused()
    await screen.keyboard.press("ArrowDown")
    await expect(screen.get_by_role("menuitem").nth(1)).to_be_focused()
    await screen.keyboard.press("ArrowUp")
    await screen.keyboard.press("Enter")
    await expect(screen.get_by_label("Ссылка или код приглашения")).to_be_focused()
    await screen.keyboard.type("code-5")
    await screen.keyboard.press("Enter")
    await expect(column.locator(".bubble .text").last).to_have_text("/start code-5")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    await tabs.first.focus()
    await screen.keyboard.press("ArrowRight")
    assert await screen.evaluate(outline) == "solid"


async def test_every_control_has_a_name(screen: Page) -> None:
    nameless = """() => [...document.querySelectorAll("button, a, input, select, textarea")]
        .filter((node) => node.checkVisibility())
        .filter((node) => !(node.getAttribute("aria-label") || node.innerText?.trim() || node.labels?.length))
        .map((node) => node.outerHTML.slice(0, 80))"""
    assert await screen.evaluate(nameless) == []


async def test_a_restarted_sandbox_is_found_again(browser: Browser) -> None:
    context = await browser.new_context(locale="ru-RU")
    page = await context.new_page()
    async with open_stage(run="first") as stage:
        port = int(stage.url.rpartition(":")[2])
        stage.world.say(stage.anna, "до перезапуска")
        await page.goto(stage.url)
        shown = page.get_by_role("region", name="Участник 1", exact=True).locator(".bubble .text")
        await expect(shown).to_have_text(["/start", "до перезапуска"])
    await expect(page.locator(".link-state")).to_have_text("Нет связи, подключаюсь…")
    async with open_stage(port=port, run="second") as stage:
        stage.world.say(stage.anna, "после перезапуска")
        await expect(shown).to_have_text(["/start", "после перезапуска"])
        await expect(page.locator(".link-state")).to_have_text("")
        stage.world.say(stage.anna, "и дальше")
        await expect(shown.last).to_have_text("и дальше")
    await context.close()


async def test_pressing_into_another_column_moves_nothing_under_the_pointer(
    screen: Page, seen_stage: Stage
) -> None:
    for number in range(40):
        seen_stage.world.say(seen_stage.anna, f"№ {number}")
    column = screen.get_by_role("region", name="Участник 1", exact=True)
    await expect(column.locator(".bubble")).to_have_count(41)
    stream = column.locator(".stream")
    pressed = """node => {
        node.scrollTop = 100;
        node.querySelector(".bubble-more").focus({ preventScroll: true });
        return new Promise((done) => requestAnimationFrame(() => done(node.scrollTop)));
    }"""
    assert await stream.evaluate(pressed) == 100
    tab = screen.get_by_role("navigation").get_by_role("button", name="Участник 1")
    await expect(tab).to_have_attribute("aria-current", "true")
