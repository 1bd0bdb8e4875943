"""However long the names, posts, titles and phones are that a workbook may hold, every screen is shown."""

import pytest
from sqlalchemy import Table, update

from bot.sandbox.demo import cast
from bot.ui.texts import texts_in
from bot.workbook.cells import LONGEST_TEXT
from db.people import people
from db.programme import programmes, streams
from db.schedule import travels
from tests.journeys.crawler import Crawler
from tests.journeys.demo import administrator
from tests.journeys.test_crawl import crowd
from tests.stage import Stage

LONG = ("Длинное & <слово> 😀 " * LONGEST_TEXT)[:LONGEST_TEXT].rstrip()
Long = dict[Table, tuple[str, ...]]
COMMANDS = (
    "/start",
    "/help",
    "/ask",
    "/streams",
    "/coverage",
    "/now",
    "/today",
    "/modules",
    "/venue",
    "/trip",
    "/rehearsal",
)


PEOPLE: Long = {people: ("surname", "name", "patronymic", "post", "municipality", "region")}
SCHOOL: Long = {
    streams: ("title", "duty_phone"),
    programmes: ("title",),
    travels: ("arrival", "departure", "transfer", "hotel", "room", "bus", "bring"),
}


@pytest.mark.parametrize("long", [PEOPLE, SCHOOL], ids=["people", "school"])
async def test_the_longest_words_break_no_screen(
    demo: Stage, caplog: pytest.LogCaptureFixture, long: Long
) -> None:
    await crowd(demo)
    async with demo.database.write() as tx:
        for table, columns in long.items():
            await tx.execute(update(table).values(dict.fromkeys(columns, LONG)))
    codes = await demo.codes("Ш5")
    organizer = Crawler(demo.newcomer("Организатор"), caplog, each=1)
    await organizer.start(codes[cast.ORGANIZER])
    await organizer.press_all()
    root = Crawler(await administrator(demo), caplog, each=2)
    of_two = Crawler(await demo.enter(cast.PARTICIPANT), caplog, each=1)
    for crawler in (organizer, root, of_two):
        await crawler.write(*COMMANDS)
        await crawler.press_all()
    assert {0, 1, 2} <= organizer.pages("cv1")


async def test_a_refusal_that_names_somebody_is_never_too_long(demo: Stage) -> None:
    async with demo.database.write() as tx:
        await tx.execute(update(people).values(surname=LONG))
    codes = await demo.codes("Ш5")
    anna = await demo.enter(cast.NEWCOMER)
    await anna.start(codes["демо-11"])
    anna.sees("Вы уже вошли как Длинное")
    await anna.press(f"in1:{codes['демо-11']}:1")
    assert anna.alerts()[0].startswith("Вы уже вошли как Длинное")
    assert anna.alerts()[0].endswith(texts_in("ru").plain("error-account-taken", name="")[-20:])
