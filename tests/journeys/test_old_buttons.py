"""Buttons of yesterday: the programme changed, the bot restarted, a role was taken away."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.people.model import Role
from bot.sandbox.demo import cast
from bot.ui.texts import texts_in
from db.people import accounts, consents
from tests.journeys.crawler import Crawler, prefix_of
from tests.journeys.demo import administrator, change_enrolment
from tests.journeys.ownership import event_buttons, owned, sample, stream_ids
from tests.stage import Stage

RU = texts_in("ru")
REFUSALS = {RU.plain("error-not-allowed"), RU.plain("schedule-refused-stream")}
STRANGER = "Войти можно по личной ссылке-приглашению"
CONSENT = "Согласие на обработку персональных данных"
WALK = "Ш5-М2-Район"
"""An excursion of today: 15:45–18:00."""
TITLE = "Жилой комплекс, построенный как целый район"


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
    crawler = Crawler(await demo.enter(cast.PARTICIPANT), caplog, each=3)
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
    persona = crawler.persona
    await persona.press("so1:home:0")
    persona.sees(STRANGER)
    await persona.send("/now")
    persona.sees(STRANGER)
    door = persona.text
    for data in sample(await owned(demo, crawler)):
        await persona.press(data)
        assert persona.text == door, data


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


async def test_a_tap_that_waited_while_the_bot_was_down_is_answered_in_words(demo: Stage) -> None:
    persona = await demo.enter(cast.NEWCOMER)
    foreign = f"st1:{(await stream_ids(demo))['Ш6']}"
    await demo.close()
    update_id = demo.world.tap(persona.user, persona.user, persona.last["message_id"], foreign, force=True)
    demo.clock.move(timedelta(hours=1))
    await demo.open()
    await demo.world.wait_confirmed(update_id)
    persona.sees(RU.plain("error-not-allowed"))


async def test_buttons_under_a_message_that_is_gone_are_answered_by_a_new_one(
    demo: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    crawler = Crawler(await demo.enter(cast.PARTICIPANT), caplog, each=1)
    await crawler.start()
    await crawler.press_all()
    persona = crawler.persona
    gone = {"chat": {"id": persona.user}, "message_id": 10**6}
    for data in crawler.pressed:
        await persona.press(data, gone)
        assert persona.replies, data
