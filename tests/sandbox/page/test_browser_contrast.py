"""The page in a real browser: whether its words can be read in both themes."""

from typing import Literal

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from playwright.async_api import Page, expect

from tests.sandbox.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

CONTRAST = """() => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    const rgba = (color) => {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = color;
        pen.fillRect(0, 0, 1, 1);
        return [...pen.getImageData(0, 0, 1, 1).data];
    };
    const light = (color) => {
        const [r, g, b] = color.map((part) => part / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (node) => {
        for (let one = node; one; one = one.parentElement) {
            const color = rgba(getComputedStyle(one).backgroundColor);
            if (color[3] === 255) return color;
        }
        return [255, 255, 255, 255];
    };
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const weak = [];
    while (words.nextNode()) {
        const node = words.currentNode.parentElement;
        const silent = !words.currentNode.data.trim() || node.closest(":disabled, noscript");
        if (silent || !node.checkVisibility()) continue;
        const pair = [light(rgba(getComputedStyle(node).color)), light(behind(node))].sort((a, b) => b - a);
        const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
        if (ratio < 4.5) weak.push([ratio.toFixed(2), node.className, words.currentNode.data.slice(0, 30)]);
    }
    return weak;
}"""
"""Words that stand out from what is behind them by less than 4.5 : 1 (WCAG 2.2, 1.4.3)."""

TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""By then the page knows which of its columns are on the screen."""


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_all_words_can_be_read(
    screen: Page, seen_stage: Stage, theme: Literal["light", "dark"]
) -> None:
    await screen.emulate_media(color_scheme=theme)
    await screen.set_viewport_size({"width": 390, "height": 844})
    await expect(screen.locator(".column").nth(1)).to_be_hidden()
    await screen.evaluate(TWO_FRAMES)
    keys = [
        [InlineKeyboardButton(text=style, callback_data=style, style=style)]
        for style in ("danger", "success", "primary")
    ]
    markup = InlineKeyboardMarkup(
        inline_keyboard=[*keys, [InlineKeyboardButton(text="Да", callback_data="y")]]
    )
    words = (
        "<b>Сбор</b> <code>код</code> /help https://example.org/ +79120000001 <blockquote>Цитата</blockquote>"
    )
    for chat in (seen_stage.anna, seen_stage.group):
        await seen_stage.bot.send_message(chat, words, parse_mode="HTML", reply_markup=markup)
        seen_stage.world.say(seen_stage.anna, "Здравствуйте, /help", chat=chat)
    await expect(screen.get_by_role("navigation").locator(".badge:not([hidden])")).to_have_count(2)
    assert await screen.evaluate(CONTRAST) == []
    await screen.set_viewport_size({"width": 1600, "height": 900})
    await expect(screen.locator(".column").last).to_be_visible()
    assert await screen.evaluate(CONTRAST) == []
