"""Walks on the page of a running sandbox: everybody's column, and pictures for the README."""

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, FilePayload, Page, expect

from bot.sandbox.botapi.world import PATIENCE_S
from handlers.workbook import XLSX
from tests.sandbox.opened import Opened

PATIENCE_MS = 1000 * PATIENCE_S


@asynccontextmanager
async def page_of(browser: Browser, opened: Opened) -> AsyncIterator[Page]:
    """Open the page of a sandbox; a script error, or a request to anybody but its server, fails the walk."""
    context = await browser.new_context(viewport={"width": 1600, "height": 900}, locale="ru-RU")
    context.set_default_timeout(PATIENCE_MS)
    page = await context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    own = (opened.url, f"blob:{opened.url}")
    page.on("request", lambda one: None if one.url.startswith(own) else complaints.append(one.url))
    await page.goto(opened.url)
    yield page
    await context.close()
    assert complaints == []


class Column:
    """One person's screen, or a group's."""

    def __init__(self, page: Page, title: str) -> None:
        self.page = page
        self.node = page.get_by_role("region", name=title, exact=True)
        self.last = self.node.locator(".bubble").last

    async def say(self, words: str) -> None:
        await self.node.get_by_role("textbox").fill(words)
        await self.node.get_by_role("textbox").press("Enter")

    async def send_workbook(self, name: str, content: bytes) -> None:
        await self.node.locator("input[type=file]").set_input_files(
            [FilePayload(name=name, mimeType=XLSX, buffer=content)]
        )
        await self.node.get_by_role("button", name="Отправить", exact=True).click()

    async def tap(self, label: str | re.Pattern[str]) -> None:
        """Press the newest button of that name in the chat; the round ones are the composer's."""
        buttons = self.node.get_by_role("button", name=label, exact=True)
        await buttons.and_(self.page.locator("button:not(.round-button)")).last.click()

    async def enter(self) -> None:
        """Come in as whoever the link of the column invites."""
        for label in ("Старт", "Да, это я", "Согласен (согласна)"):
            await self.tap(label)
        await self.sees("Вы вошли")

    async def sees(self, *words: str | re.Pattern[str]) -> None:
        for said in words:
            await expect(self.node.get_by_text(said).last).to_be_visible()

    async def download(self, name: str) -> bytes:
        document = self.node.locator(".bubble", has_text=name).last.locator("a").first
        async with self.page.expect_download() as saved:
            await document.click()
        path = await (await saved.value).path()
        return path.read_bytes()


async def take_picture(page: Page, name: str, *, last_columns: bool = False) -> None:
    """Keep a moment for the README when its pictures are made anew (`PICTURES` names the folder)."""
    folder = os.environ.get("PICTURES")
    if folder:
        if last_columns:
            await page.locator("#columns").evaluate("node => { node.scrollLeft = node.scrollWidth; }")
        await page.mouse.move(0, 0)
        await page.wait_for_timeout(600)
        await page.screenshot(path=Path(folder) / f"{name}.png")
