from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, Request, expect

from tests.sandbox.page.stage import Stage, open_stage
from tests.sandbox.page.walking import PATIENCE_MS

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with open_stage() as stage:
        yield stage


@pytest.fixture
async def http(stage: Stage) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(stage.url) as session:
        yield session


@pytest_asyncio.fixture(loop_scope="session")
async def seen_stage() -> AsyncIterator[Stage]:
    """A stage in the browser tests' own loop."""
    async with open_stage() as stage:
        yield stage


def is_complaint(line: ConsoleMessage) -> bool:
    """An error in the console; a refusal the server means (409) is not one."""
    return line.type == "error" and "status of 409" not in line.text


def goes_out(request: Request, stage: Stage) -> bool:
    """Tell whether a request leaves the page's own server; a blob is the page's own memory."""
    return not request.url.startswith((f"{stage.url}/", f"blob:{stage.url}/"))


@pytest_asyncio.fixture(loop_scope="session")
async def screen(browser: Browser, seen_stage: Stage) -> AsyncIterator[Page]:
    """The page on a wide screen, in Russian.

    A script error, a breach of its policy or a request to anybody but its own server fails the test.
    """
    context = await browser.new_context(
        viewport={"width": 1600, "height": 900},
        locale="ru-RU",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(PATIENCE_MS)
    page = await context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if is_complaint(line) else None)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if goes_out(request, seen_stage) else None)
    await page.goto(seen_stage.url)
    await page.wait_for_selector(".column")
    yield page
    await context.close()
    assert complaints == []
    assert asked == []
