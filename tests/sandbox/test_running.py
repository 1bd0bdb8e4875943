"""The sandbox as a newcomer meets it: the page, the invitation, and tomorrow's excursion in Tyumen."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.sandbox.running import run_sandbox
from bot.settings import Settings
from bot.shared.clock import ManualClock
from bot.shared.errors import Trouble
from tests.sandbox.opened import MORNING, sandbox, settings
from tests.telegram import TOKEN


@pytest_asyncio.fixture(loop_scope="session")
async def address() -> AsyncIterator[str]:
    async with sandbox(settings()) as opened:
        yield opened.url


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_a_newcomer_comes_in_and_finds_tomorrows_excursion_in_three_taps(
    browser: Browser, address: str
) -> None:
    context = await browser.new_context(viewport={"width": 1800, "height": 1000}, locale="ru-RU")
    page = await context.new_page()
    await page.goto(address)
    column = page.locator(".column", has=page.get_by_text("Новый участник", exact=True))
    await column.get_by_role("button", name="Старт", exact=True).click()
    await column.get_by_role("button", name="Да, это я").click()
    await column.get_by_role("button", name="Согласен (согласна)", exact=True).click()
    await column.get_by_role("button", name="Экскурсии").last.click()
    excursion = column.get_by_text("Набережная и общественные пространства").last
    await expect(excursion).to_contain_text("Ср, 18 февраля, 14:00–17:30")
    await expect(excursion).to_contain_text("Тюмень, МСК+2")
    await expect(excursion).to_contain_text("Сбор: У главного входа в технопарк")
    await context.close()


async def test_the_sandbox_listens_here_only_and_says_when_its_port_is_taken() -> None:
    async with sandbox(settings()) as opened:
        port = int(opened.url.rsplit(":", 1)[1])
        with pytest.raises(Trouble, match=f"SANDBOX_PORT {port} is taken"):
            async with asyncio.timeout(30):
                await run_sandbox(settings(port), ManualClock(MORNING), asyncio.Event(), lambda _line: None)


async def test_the_sandbox_leaves_the_real_installation_alone(tmp_path: Path) -> None:
    real = tmp_path / "real.sqlite3"
    chosen = Settings(
        _env_file=None,  # type: ignore[call-arg]  # pydantic-settings' own
        sandbox_port=0,
        bot_token=TOKEN,  # type: ignore[arg-type]  # checked by pydantic
        database_url=f"sqlite+aiosqlite:///{real}",
        telegram_api_url="http://127.0.0.1:9",
        admins=frozenset({1}),
    )
    async with sandbox(chosen) as opened, aiohttp.ClientSession() as http:
        answer = await http.get(f"{opened.url}/api/state")
        titles = [person["title"] for person in (await answer.json())["people"]]
    assert titles == ["Организатор", "Участник", "Новый участник", "Наставник", "Сопровождающий"]
    assert not real.exists()
