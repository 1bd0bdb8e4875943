"""The page in a real browser: what people see."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReplyParameters,
)
from playwright.async_api import Locator, Page, expect

from bot.sandbox.page.cast import CastMember
from tests.sandbox.page.pictures import png
from tests.sandbox.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
HOSTILE = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"


def column(screen: Page, title: str) -> Locator:
    return screen.get_by_role("region", name=title, exact=True)


def bubbles(screen: Page, title: str) -> Locator:
    return column(screen, title).locator(".bubble")


async def test_everybody_has_a_column_and_the_header_says_what_this_is(screen: Page) -> None:
    await expect(screen.locator(".head-title")).to_have_text(["Организатор", "Участник 1", "Поток 5"])
    await expect(screen.get_by_role("heading", level=1)).to_contain_text("не настоящий Telegram")
    await expect(screen.locator(".clock b")).to_have_text("09:00")
    boxes = [await one.bounding_box() for one in await screen.locator(".column").all()]
    lefts = [box["x"] for box in boxes if box is not None and box["width"] >= 320]
    assert len(lefts) == 3
    assert lefts == sorted(set(lefts))


async def test_no_column_is_cut_and_none_is_too_narrow(screen: Page, seen_stage: Stage) -> None:
    page, world = seen_stage.page, seen_stage.world
    others = tuple(
        CastMember(world.add_user(first_name=f"Гость {number}"), f"Гость {number}") for number in range(6)
    )
    page.company.cast = replace(page.company.cast, members=page.company.cast.members + others)
    await screen.reload()
    columns = screen.locator(".column")
    await expect(columns).to_have_count(9)
    for width, fit in ((720, 2), (948, 3), (1366, 4), (1572, 5), (1600, 5), (1920, 6), (2560, 8)):
        await screen.set_viewport_size({"width": width, "height": 900})
        edges = await columns.evaluate_all(
            "(all) => all.map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.right])"
        )
        whole = [right for left, right in edges if left < width - 1 and right <= width]
        cut = [left for left, right in edges if left < width - 1 and right > width]
        assert (width, len(whole), cut) == (width, fit, [])
        assert min(right - left for left, right in edges) > 299


async def test_each_phone_shows_its_own_time(screen: Page) -> None:
    await expect(bubbles(screen, "Организатор").locator("time")).to_have_text("07:00")
    await expect(bubbles(screen, "Участник 1").locator("time")).to_have_text("09:00")


async def test_the_clock_in_the_header_moves_with_the_worlds(screen: Page, seen_stage: Stage) -> None:
    seen_stage.clock.move(timedelta(hours=2, minutes=7))
    await expect(screen.locator(".clock b")).to_have_text("11:07")


async def test_text_is_formatted_by_its_entities(screen: Page, seen_stage: Stage) -> None:
    words = (
        "😀 <b>жирно <i>и косо</i></b> <u>снизу</u> <s>нет</s> <code>код</code>"
        " <tg-spoiler>тайна</tg-spoiler>"
        ' <a href="https://example.org/">сайт</a> /help @school_test_bot +79120000001'
        '\n<pre><code class="language-python">import this</code></pre>\n<blockquote>цитата</blockquote>'
    )
    await seen_stage.bot.send_message(seen_stage.anna, words, parse_mode="HTML")
    text = bubbles(screen, "Участник 1").last.locator(".text")
    await expect(text.locator("strong")).to_have_text("жирно и косо")
    await expect(text.locator("strong em")).to_have_text("и косо")
    for selector, said in {
        "u": "снизу",
        "s": "нет",
        ".word.code": "код",
        ".spoiler": "тайна",
        "a": "сайт",
        ".word.command": "/help",
        ".mention": "@school_test_bot",
        ".word.phone": "+79120000001",
        "pre code": "import this",
        "pre .code-name": "python",
        "blockquote": "цитата",
    }.items():
        await expect(text.locator(selector)).to_have_text(said)
    await expect(text.locator("a")).to_have_attribute("href", "https://example.org/")
    await expect(text.locator("a")).to_have_attribute("rel", "noopener noreferrer")
    spoiler = text.locator(".spoiler")
    await spoiler.click()
    await expect(spoiler).to_have_class(re.compile("open"))


async def test_a_long_quote_unfolds(screen: Page, seen_stage: Stage) -> None:
    quote = "<blockquote expandable>" + "Очень длинная памятка. " * 20 + "</blockquote>"
    await seen_stage.bot.send_message(seen_stage.anna, quote, parse_mode="HTML")
    folded = bubbles(screen, "Участник 1").last
    before = await folded.bounding_box()
    await folded.get_by_role("button", name="Показать полностью").click()
    await expect(folded.get_by_role("button", name="Свернуть")).to_be_visible()
    after = await folded.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > before["height"] * 2


async def test_hostile_words_stay_words(screen: Page, seen_stage: Stage) -> None:
    world, anna = seen_stage.world, seen_stage.anna
    world.people[anna].first_name = HOSTILE
    button = InlineKeyboardButton(text=HOSTILE[:60], callback_data="x")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    await seen_stage.bot.send_message(anna, HOSTILE, reply_markup=markup)
    await seen_stage.bot.send_venue(anna, 57, 65, HOSTILE, HOSTILE)
    file = BufferedInputFile(b"x", f"{HOSTILE[:40]}.txt")
    await seen_stage.bot.send_document(anna, file, caption=HOSTILE)
    await seen_stage.bot.send_contact(anna, "+79120000000", HOSTILE)
    world.say(anna, HOSTILE, chat=seen_stage.group)
    await expect(bubbles(screen, "Поток 5").last.locator(".text")).to_have_text(HOSTILE)
    await expect(bubbles(screen, "Участник 1")).to_have_count(5)
    await expect(bubbles(screen, "Участник 1").nth(1).locator(".text")).to_have_text(HOSTILE)
    await screen.reload()
    await expect(bubbles(screen, "Участник 1")).to_have_count(5)
    await expect(screen.locator(".bubble img, .column script, .key img")).to_have_count(0)
    assert "hacked" not in await screen.title()


async def test_edits_show_in_place_and_deleted_messages_go(screen: Page, seen_stage: Stage) -> None:
    sent = await seen_stage.bot.send_message(seen_stage.anna, "Автобус в 9:00")
    await seen_stage.bot.send_message(seen_stage.anna, "До встречи")
    shown = bubbles(screen, "Участник 1")
    await expect(shown.locator(".text")).to_have_text(["/start", "Автобус в 9:00", "До встречи"])
    await seen_stage.bot.edit_message_text(
        "Автобус в 9:20", chat_id=seen_stage.anna, message_id=sent.message_id
    )
    await expect(shown.locator(".text")).to_have_text(["/start", "Автобус в 9:20", "До встречи"])
    await expect(shown.nth(1).locator(".edited")).to_have_text("изменено")
    await seen_stage.bot.delete_message(seen_stage.anna, sent.message_id)
    await expect(shown.locator(".text")).to_have_text(["/start", "До встречи"])


async def test_photos_albums_files_points_and_contacts_are_shown(screen: Page, seen_stage: Stage) -> None:
    bot, anna = seen_stage.bot, seen_stage.anna
    await bot.send_photo(anna, BufferedInputFile(png(80, 60), "one.png"), caption="Схема")
    album = [InputMediaPhoto(media=BufferedInputFile(png(80, 60, shade), "a.png")) for shade in (1, 99, 199)]
    await bot.send_media_group(anna, [*album])
    await bot.send_document(anna, BufferedInputFile(b"x" * 2048, "Программа.xlsx"))
    await bot.send_venue(anna, 57.1522, 65.5272, "Технопарк", "ул. Республики, 142")
    await bot.send_contact(anna, "+79120000000", "Дежурный")
    shown = bubbles(screen, "Участник 1")
    await expect(shown).to_have_count(6)
    await expect(shown.nth(2).locator(".album img")).to_have_count(3)
    await expect(shown.nth(3).locator(".document-name")).to_have_text("Программа.xlsx")
    await expect(shown.nth(3).locator(".document-size")).to_have_text("2 КБ")
    await expect(shown.nth(4).locator(".place-title")).to_have_text("Технопарк")
    await expect(shown.nth(4).locator("svg.map")).to_be_visible()
    await expect(shown.nth(5)).to_contain_text("Дежурный")
    await shown.nth(1).scroll_into_view_if_needed()
    await expect(shown.nth(1).locator("img")).to_have_js_property("naturalWidth", 80)
    await shown.nth(4).locator(".point").click()
    assert await screen.evaluate("navigator.clipboard.readText()") == "57.15220, 65.52720"
    await shown.nth(1).get_by_role("button", name="Открыть фото").click()
    await expect(screen.get_by_role("dialog", name="Схема")).to_be_visible()
    await screen.keyboard.press("Escape")
    await expect(screen.get_by_role("dialog")).to_have_count(0)
    async with screen.expect_download() as saved:
        await shown.nth(3).locator("a").click()
    assert (await saved.value).suggested_filename == "Программа.xlsx"


async def test_a_reply_quotes_what_it_answers(screen: Page, seen_stage: Stage) -> None:
    seen_stage.world.say(seen_stage.anna, "Во сколько автобус?", chat=seen_stage.group)
    asked = seen_stage.world.messages(seen_stage.group)[-1]["message_id"]
    answer = ReplyParameters(message_id=asked)
    await seen_stage.bot.send_message(seen_stage.group, "В девять", reply_parameters=answer)
    quote = bubbles(screen, "Поток 5").last.locator(".quote")
    await expect(quote.locator("span")).to_have_text("Во сколько автобус?")
    await expect(quote.locator("strong")).to_have_text("Анна <b>Демо</b>")


async def test_typing_shows_until_the_message_comes(screen: Page, seen_stage: Stage) -> None:
    status = column(screen, "Участник 1").locator(".head-status")
    await seen_stage.bot.send_chat_action(seen_stage.anna, "typing")
    await expect(status).to_have_text("бот печатает…")
    await seen_stage.bot.send_message(seen_stage.anna, "Готово")
    await expect(status).to_have_text("Анна <b>Демо</b> · демонстрация")


async def test_days_are_parted(screen: Page, seen_stage: Stage) -> None:
    seen_stage.clock.move(timedelta(hours=44))
    await seen_stage.bot.send_message(seen_stage.anna, "Доброе утро")
    await expect(column(screen, "Участник 1").locator(".day")).to_have_text(["18 ноября", "Сегодня"])


async def test_earlier_messages_are_loaded_above(screen: Page, seen_stage: Stage) -> None:
    for number in range(200):
        seen_stage.world.say(seen_stage.anna, f"№ {number}")
    await screen.reload()
    shown = bubbles(screen, "Участник 1")
    await expect(shown).to_have_count(150)
    await column(screen, "Участник 1").get_by_role("button", name="Показать более ранние").click()
    await expect(shown).to_have_count(201)
    await expect(shown.first.locator(".text")).to_have_text("/start")


async def test_a_pinned_message_stands_above_and_leads_to_itself(screen: Page, seen_stage: Stage) -> None:
    sent = await seen_stage.bot.send_message(seen_stage.anna, "Телефон дежурного")
    await seen_stage.bot.pin_chat_message(seen_stage.anna, sent.message_id)
    for number in range(40):
        seen_stage.world.say(seen_stage.anna, f"№ {number}")
    pin = column(screen, "Участник 1").locator(".pinned")
    await expect(pin).to_have_text("Телефон дежурного")
    await expect(bubbles(screen, "Участник 1").nth(1)).not_to_be_in_viewport()
    await pin.click()
    await expect(bubbles(screen, "Участник 1").nth(1)).to_be_in_viewport()
    await seen_stage.bot.unpin_chat_message(seen_stage.anna)
    await expect(pin).to_be_hidden()
