"""Buttons from before the programme changed: each tells what is true now, or that its subject is gone."""

from collections.abc import Callable
from datetime import time

import pytest
from sqlalchemy import select

from bot.sandbox.demo import cast
from bot.shared.records import Value, fold
from bot.ui.texts import texts_in
from db.schedule import modules
from tests.journeys.crawler import Crawler, prefix_of
from tests.journeys.demo import Content, write_edition
from tests.journeys.ownership import event_buttons
from tests.stage import Stage

RU = texts_in("ru")
WALK = "Ш5-М2-Район"
"""An excursion of today: 15:45–18:00."""
TITLE = "Жилой комплекс, построенный как целый район"
GONE = {RU.plain(key) for key in ("schedule-gone-event", "excursions-gone")}


async def module_id(stage: Stage, code: str) -> int:
    async with stage.database.read() as tx:
        return int((await tx.execute(select(modules.c.id).where(modules.c.code == code))).scalar_one())


def without(*codes: str) -> Callable[[Content], None]:
    """Take events, or whole modules, out of a programme with all that hangs on them."""

    def change(content: Content) -> None:
        gone = {fold(code) for code in codes}
        for fields in ("module", "event"):
            gone |= {one.ident[1] for one in content.values() if fold(str(one.fields.get(fields))) in gone}
        for ident in [ident for ident in content if ident[0] != "venue" and ident[1] in gone]:
            del content[ident]

    return change


def with_event(**fields: Value) -> Callable[[Content], None]:
    """Change the excursion of today."""

    def change(content: Content) -> None:
        content["event", fold(WALK)] = content["event", fold(WALK)].with_fields(fields)

    return change


async def test_buttons_of_a_removed_event_say_so_and_bring_a_fresh_card(demo: Stage) -> None:
    persona = await demo.enter(cast.NEWCOMER)
    buttons = await event_buttons(demo, WALK)
    for data in buttons[:2]:
        await persona.press(data)
        persona.sees(TITLE)
    await write_edition(demo, "Ш5", without(WALK))
    for data in buttons:
        await persona.press(data)
        assert persona.alerts()[0] in GONE, data
        assert persona.buttons()[0] == ["Сегодня", "Завтра"]
        assert not persona.shows(TITLE)
    for words in ("/schedule", "/schedule всё", "/excursions"):
        await persona.send(words)
        assert not persona.shows(TITLE)


async def test_buttons_of_a_moved_event_show_the_new_time_only(demo: Stage) -> None:
    persona = await demo.enter(cast.NEWCOMER)
    buttons = await event_buttons(demo, WALK)
    await write_edition(demo, "Ш5", with_event(starts=time(16, 5), ends=time(18, 35)))
    for data in (buttons[0], buttons[1], buttons[3]):
        await persona.press(data)
        persona.sees("16:05–18:35")
        assert not persona.shows("15:45–18:00")


async def test_buttons_of_a_cancelled_event_say_that_it_is_cancelled(demo: Stage) -> None:
    persona = await demo.enter(cast.NEWCOMER)
    buttons = await event_buttons(demo, WALK)
    await write_edition(demo, "Ш5", with_event(cancelled=True))
    for data in (buttons[0], buttons[1], buttons[3]):
        await persona.press(data)
        persona.sees(f"Отменено: {TITLE}")


async def test_buttons_of_a_module_that_is_gone_say_so(demo: Stage) -> None:
    persona = await demo.enter(cast.NEWCOMER)
    gone = await module_id(demo, "Ш5-М3")
    await persona.press(f"sm1:{gone}:0")
    persona.sees("Защита проектов")
    [day, *_] = [
        button["callback_data"]
        for row in persona.last["reply_markup"]["inline_keyboard"]
        for button in row
        if prefix_of(button["callback_data"]) == "sd1"
    ]
    await write_edition(demo, "Ш5", without("Ш5-М3"))
    for data in (f"sm1:{gone}:0", f"sm1:{gone}:1", f"sr1:{gone}:0"):
        await persona.press(data)
        assert persona.alerts()[0] == RU.plain("schedule-gone-module")
        assert persona.buttons()[0] == ["Сегодня", "Завтра"]
    await persona.press(day)
    persona.sees("Занятий нет")
    await persona.send("/modules")
    assert not persona.shows("Защита проектов")


async def test_an_edition_that_holds_nothing_answers_everything(
    demo: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    crawler = Crawler(await demo.enter(cast.NEWCOMER), caplog, each=2)
    await crawler.start()
    await crawler.press_all()
    await write_edition(demo, "Ш5", Content.clear)
    for data in list(crawler.pressed):
        await crawler.press(data)
    await crawler.write(*(f"/{command}" for command in crawler.persona.commands()), "завтра", "Тюмень", "вт")
