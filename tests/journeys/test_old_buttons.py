"""Buttons of yesterday: the programme changed, the bot restarted, a role was taken away."""

from collections.abc import Callable
from datetime import time

import pytest
from sqlalchemy import select, update

from bot.people.model import Role
from bot.sandbox.demo import cast
from bot.shared.records import Value, fold
from bot.ui.texts import texts_in
from db.people import accounts, consents
from db.schedule import events, modules
from tests.journeys.crawler import Crawler, prefix_of
from tests.journeys.demo import Content, administrator, change_enrolment, write_edition
from tests.journeys.ownership import owned, sample, stream_ids
from tests.stage import Stage

RU = texts_in("ru")
REFUSALS = {RU.plain("error-not-allowed"), RU.plain("schedule-refused-stream")}
STRANGER = "Войти можно по личной ссылке-приглашению"
CONSENT = "Согласие на обработку персональных данных"
WALK = "Ш5-М2-Район"
"""An excursion of today: 15:45–18:00."""
TITLE = "Жилой комплекс, построенный как целый район"
GONE = {RU.plain(key) for key in ("schedule-gone-event", "excursions-gone")}


async def event_buttons(stage: Stage, code: str) -> list[str]:
    """Return every button that opens something of an event."""
    async with stage.database.read() as tx:
        number = await tx.scalar(select(events.c.id).where(events.c.code == code))
    return [f"se1:{number}:0:0", f"se1:{number}:1:0", f"sp1:{number}", f"xe1:{number}:0", f"xp1:{number}"]


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


async def test_buttons_outlive_a_restart(demo: Stage) -> None:
    persona = await demo.enter(cast.PARTICIPANT)
    buttons = [*await event_buttons(demo, WALK), "so1:home:0", "so1:modules:0", "xl1:0:0", "sl1"]
    before = []
    for data in buttons:
        await persona.press(data)
        before.append(persona.last.get("text"))
    await demo.close()
    await demo.open()
    after = []
    for data in buttons:
        await persona.press(data)
        after.append(persona.last.get("text"))
    assert after == before


async def test_buttons_of_a_stream_that_was_left_are_refused_and_the_other_stays(
    demo: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    ids = await stream_ids(demo)
    crawler = Crawler(await demo.enter(cast.PARTICIPANT), caplog, each=4)
    for stream in ("К1", "Ш5"):
        await crawler.start()
        await crawler.press(f"st1:{ids[stream]}")
        await crawler.write("/today", "/module", "/venue")
    await crawler.press_all()
    before = await owned(demo, crawler)
    await change_enrolment(demo, cast.PARTICIPANT, "К1", left_on=demo.clock.now().date())
    persona = crawler.persona
    lost = sample({data: stream for data, stream in before.items() if stream == ids["К1"]})
    assert {prefix_of(data) for data in lost} >= {"sd1", "se1", "sm1", "st1"}
    for data in lost:
        await persona.press(data)
        assert (persona.replies, persona.alerts()[0] in REFUSALS) == ([], True), data
    for data in sample({data: stream for data, stream in before.items() if stream == ids["Ш5"]}):
        await persona.press(data)
        assert not REFUSALS.intersection(persona.alerts()), data


async def test_the_chosen_stream_that_was_left_gives_way_to_the_other(demo: Stage) -> None:
    persona = await demo.enter(cast.PARTICIPANT)
    await persona.press(f"st1:{(await stream_ids(demo))['К1']}")
    await change_enrolment(demo, cast.PARTICIPANT, "К1", left_on=demo.clock.now().date())
    await persona.send("/module")
    persona.sees("Экономика и среда города")


async def test_an_administrator_no_more_finds_every_button_closed(
    demo: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    crawler = Crawler(await administrator(demo), caplog, each=2)
    await crawler.start()
    await crawler.write("/coverage")
    await crawler.press_all()
    async with demo.database.write() as tx:
        await tx.execute(update(accounts).values(appointed=""))
    for data in sample(await owned(demo, crawler)):
        await crawler.persona.press(data)
        crawler.persona.sees(STRANGER)


async def test_a_withdrawn_consent_closes_every_button(demo: Stage) -> None:
    persona = await demo.enter(cast.NEWCOMER)
    async with demo.database.write() as tx:
        await tx.execute(update(consents).values(withdrawn_at=demo.clock.now()))
    for data in [*await event_buttons(demo, WALK), "so1:home:0", "so1:trip:0", "xl1:0:0", "sl1"]:
        await persona.press(data)
        persona.sees(CONSENT)
    await persona.send("Сейчас")
    persona.sees(CONSENT)


async def test_who_organizes_no_more_keeps_what_participants_have(demo: Stage) -> None:
    persona = await demo.enter(cast.ORGANIZER)
    coverage = f"cv1:{(await stream_ids(demo))['Ш5']}:0"
    await persona.press(coverage)
    persona.sees("Ещё не вошли")
    await change_enrolment(demo, cast.ORGANIZER, "Ш5", roles=[Role.PARTICIPANT])
    await persona.press(coverage)
    assert (persona.replies, persona.alerts()) == ([], [RU.plain("error-not-allowed")])
    await persona.send("/coverage")
    assert persona.text == RU.plain("error-not-allowed")
    await persona.send("/today")
    persona.sees(TITLE)
