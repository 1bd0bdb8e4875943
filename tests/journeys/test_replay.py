"""Buttons and commands of others, and old buttons: each is answered, and none opens what is not one's own."""

import pytest

from bot.sandbox.demo import cast
from bot.ui.menu import COMMANDS
from bot.ui.texts import texts_in
from tests.journeys.crawler import Crawler, prefix_of
from tests.journeys.demo import administrator, assistant_of, outsider
from tests.journeys.ownership import Owned, owned, sample, stream_ids
from tests.stage import Stage

RU = texts_in("ru")
REFUSALS = {RU.plain("error-not-allowed"), RU.plain("schedule-refused-stream")}
EXPLAINED = (
    "У вас один поток",
    "Эта команда для участников",
    "Эта команда для наставников",
    "Пока не с кем: наставничества у вас нет",
)
"""Refusals that say more than that one may not."""
FOR_ALL = {"projects"}
"""Not in everybody's menu, yet everybody's: of other teams one sees titles and stages."""
OUTSIDE = {
    "stranger": "Войти можно по личной ссылке-приглашению",
    "unconsented": "Согласие на обработку персональных данных",
    "left": "вы больше не числитесь ни в одном потоке",
}
OUTSIDERS = {"stranger": "", "unconsented": "демо-11", "left": "демо-12"}
ALWAYS_OWN = {"left": {"mydata", "assistants"}}
"""What outlives the stream: the right to the own data (test_people_mydata), and helping somebody else
(test_people_assistants)."""


async def staff_buttons(stage: Stage, caplog: pytest.LogCaptureFixture) -> Owned:
    """Return the buttons an organizer and an administrator are offered that open something of a stream."""
    found: Owned = {}
    for staff in (await administrator(stage), await stage.enter(cast.ORGANIZER)):
        crawler = Crawler(staff, caplog, each=4, never=("ln1:ru", "ln1:en"))
        await crawler.start()
        await crawler.write(*(f"/{command}" for command in staff.commands()))
        await crawler.press_all()
        found |= await owned(stage, crawler)
    return found


async def test_what_staff_is_offered_is_refused_to_everybody_else(
    demo: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    ids = await stream_ids(demo)
    staff = await staff_buttons(demo, caplog)
    for person, stream in ((cast.NEWCOMER, "Ш5"), ("демо-эксперт", "К1"), ("демо-61", "Ш6")):
        persona = await demo.enter(person, stream)
        await demo.delivered()  # what staff has sent by pressing everything
        foreign = sample(
            {data: owner for data, owner in staff.items() if owner != ids[stream] or prefix_of(data) == "cv1"}
        )
        for data in foreign:
            await persona.press(data)
            assert (persona.replies, set(persona.alerts()) <= REFUSALS) == ([], True), data
            assert persona.alerts(), data
    for why, door in OUTSIDE.items():
        persona = await outsider(demo, why, OUTSIDERS[why])
        await persona.send("/now")
        persona.sees(door)
        outside = persona.text
        for data in sample(staff):
            await persona.press(data)
            assert persona.last["text"] == outside, (why, data)
            assert set(persona.alerts()) == {""}, (why, data)


async def test_whatever_command_is_typed_a_role_gets_its_own_or_a_refusal(demo: Stage) -> None:
    names = {command.name for command in COMMANDS}
    inside = {
        "organizer": await demo.enter(cast.ORGANIZER),
        "participant": await demo.enter(cast.NEWCOMER),
        "of two streams": await demo.enter(cast.PARTICIPANT),
        "mentor": await demo.enter("демо-эксперт", "К1"),
        "guide": await demo.enter(cast.GUIDE),
        "administrator": await administrator(demo),
    }
    inside["assistant"] = await assistant_of(demo, inside["participant"])
    for role, persona in inside.items():
        beyond = names - set(persona.commands())
        for name in beyond:
            await persona.send(f"/{name}")
            explained = any(map(persona.shows, EXPLAINED))
            if name in FOR_ALL:
                assert persona.shows("Проекты") or persona.shows("проект"), (role, name)
                continue
            assert explained or persona.text == RU.plain("error-not-allowed"), (role, name)
        for name in names - beyond:
            await persona.send(f"/{name}")
            assert not persona.shows(RU.plain("error-not-allowed")), (role, name)
    assert "coverage" in inside["organizer"].commands()
    for why, door in OUTSIDE.items():
        persona = await outsider(demo, why, OUTSIDERS[why])
        for name in names - {"help", "language"} - ALWAYS_OWN.get(why, set()):
            await persona.send(f"/{name}")
            persona.sees(door)
