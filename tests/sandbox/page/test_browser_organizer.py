"""A new organizer's whole way in a real browser: from the empty template to a question answered."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.sandbox.opened import Opened, sandbox, settings
from tests.sandbox.page.filling import fill_in, marked_cells, programme, with_two_errors
from tests.sandbox.page.walking import Column, page_of, take_picture

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

ORGANIZER, NEWCOMER, STAFF = "Ольга Организатор", "Вера Первая", "Чат организаторов (демо)"


@pytest_asyncio.fixture(loop_scope="session")
async def opened() -> AsyncIterator[Opened]:
    async with sandbox(settings()) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, opened: Opened) -> AsyncIterator[Page]:
    async with page_of(browser, opened) as page:
        await expect(page.locator(".column")).to_have_count(7)
        yield page


async def add_person(page: Page, name: str, link: str = "") -> Column:
    await page.get_by_role("button", name="Добавить нового человека").click()
    await page.get_by_label("Имя и фамилия").fill(name)
    await page.get_by_label("Ссылка или код приглашения").fill(link)
    await page.get_by_role("button", name="Добавить", exact=True).click()
    column = Column(page, name)
    await column.tap("Старт")
    return column


async def load_programme(page: Page, olga: Column) -> None:
    """Template, two errors, the marked copy, the corrected file, the difference, «Применить»."""
    await olga.say("/template")
    await olga.sees("Заполните и пришлите сюда")
    template = await olga.download("Шаблон программы.xlsx")
    await olga.send_workbook("Поток 7.xlsx", fill_in(template, with_two_errors(programme())))
    await olga.sees(
        "Нашлись 2 ошибки",
        "Лист «Программа», строка 3, столбец «Окончание»",
        "Лист «Люди», строка 3, столбец «Поток»",
    )
    marked = marked_cells(await olga.download("Ошибки.xlsx"))
    assert sorted(marked) == ["Люди!K3", "Программа!E3"]
    assert "часов в двенадцать" in marked["Программа!E3"]
    await take_picture(page, "errors", last_columns=True)
    await olga.send_workbook("Поток 7, исправлено.xlsx", fill_in(template, programme()))
    await olga.sees("Ошибок нет")
    await take_picture(page, "difference", last_columns=True)
    await olga.tap("Применить")
    await olga.sees("Файл загружен целиком")


async def publish(olga: Column) -> None:
    await olga.say("/draft")
    await olga.tap("Школа мэров, поток 7")
    await olga.sees("Люди ещё ничего не видят: это первая программа потока")
    await olga.tap("Опубликовать")
    await olga.sees("Её увидят 2 человека потока")
    await olga.tap("Да, опубликовать")
    await olga.sees("Школа мэров, поток 7: опубликовано")


async def invitation(olga: Column, name: str) -> str:
    """Return somebody's personal link as `/invite` shows it."""
    await olga.say("/invite")
    await olga.tap("Школа мэров, поток 7")
    await olga.sees("Ещё не вошли 2 человека")
    words = await olga.last.locator(".text").inner_text()
    found = re.search(rf"{name} .*\n(https://t\.me/\S+)", words)
    assert found, words
    return found[1]


async def join_staff_chat(page: Page, olga: Column, staff: Column) -> None:
    """Join from the own column's menu, then tie the chat to the new stream."""
    await olga.node.get_by_role("button", name="Действия с чатом").click()
    await page.get_by_role("menuitem", name=f"Вступить в группу «{STAFF}»").click()
    speaker = staff.node.get_by_label("От чьего имени писать в группу")
    await expect(speaker.locator("option")).to_have_count(2)
    await speaker.select_option(label=ORGANIZER)
    await staff.say("/bind")
    await staff.tap("Чат организаторов: Школа мэров, поток 7")
    await staff.sees("Готово: это чат организаторов (Школа мэров, поток 7)")


async def answer(page: Page, staff: Column, question: str, words: str) -> None:
    """Reply to the question in the staff chat, through the menu of its message."""
    asked = staff.node.locator(".bubble", has_text=question).last
    await asked.hover()
    await asked.get_by_role("button", name="Действия с сообщением").click()
    await page.get_by_role("menuitem", name="Ответить").click()
    await staff.say(words)


async def test_from_the_empty_template_to_a_question_answered(page: Page, opened: Opened) -> None:
    olga = await add_person(page, ORGANIZER)
    await olga.sees("Войти можно по личной ссылке-приглашению")
    await olga.say(opened.claim)
    await olga.sees("вы администратор этого бота")
    await load_programme(page, olga)
    await publish(olga)
    link = await invitation(olga, "Первая Вера Демовна")
    staff = Column(page, STAFF)
    await join_staff_chat(page, olga, staff)

    vera = await add_person(page, NEWCOMER, link)
    await vera.sees("Первая Вера Демовна")
    await vera.tap("Да, это я")
    await vera.tap("Согласен (согласна)")
    await vera.sees("Стратегия муниципалитета, Большой зал, до 11:30")
    await vera.say("где обед?")
    await vera.sees("Столовая")
    await vera.tap("Спросить")
    await vera.say("Можно ли приехать на экскурсию на своей машине?")
    await vera.sees("передан организаторам")
    await staff.sees("Можно ли приехать на экскурсию на своей машине?", "Первая Вера Демовна")
    await answer(page, staff, "на своей машине", "Да, стоянка у главного входа. Ждём в 15:00.")
    await vera.sees("Ответ организаторов", "Да, стоянка у главного входа. Ждём в 15:00.")
    await staff.sees("доставлен")
    await take_picture(page, "answered", last_columns=True)
    await page.set_viewport_size({"width": 390, "height": 844})
    tab = page.get_by_role("navigation").get_by_role("button", name=STAFF)
    await expect(tab).to_be_in_viewport()
    await page.get_by_role("navigation").get_by_role("button", name=NEWCOMER).click()
    await vera.sees("Да, стоянка у главного входа. Ждём в 15:00.")
    await take_picture(page, "narrow", last_columns=True)
