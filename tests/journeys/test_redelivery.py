"""Whatever Telegram delivers twice has one effect, and the person has an answer each time."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.jobs import extend
from bot.registry import make_planning
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.state import Call
from bot.ui.texts import texts_in
from db.notice_claims import deliveries
from db.people import accounts, enrolments, people
from db.schedule import events
from db.schema import metadata
from db.updates import handled_updates
from tests.journeys.ownership import stream_ids
from tests.journeys.three_streams import load_three_streams, reader
from tests.stage import Stage

RU, EN = texts_in("ru"), texts_in("en")
SHOWING = {"sendMessage", "sendVenue", "editMessageText", "sendDocument", "sendPhoto"}

State = dict[str, list[tuple[Any, ...]]]
Act = Callable[[], Awaitable[None]]


async def state(stage: Stage) -> State:
    """Return every row of every table, but for the memory of updates, of the menu, and of who delivers.

    The menu is mended on any visit, a repeated one too; each start delivers in an epoch of its own.
    """
    async with stage.database.read() as tx:
        return {
            table.name: sorted(map(tuple, await tx.execute(select(*columns))), key=repr)
            for table in metadata.sorted_tables
            if table not in {handled_updates, deliveries}
            and (columns := [column for column in table.columns if column is not accounts.c.menu])
        }


async def redelivered(stage: Stage, update_id: int) -> list[Call]:
    """Deliver an update once more and wait until it is handled; return what the bot called meanwhile.

    The bot confirms somebody else's later update only when this one is handled too.
    """
    witness = stage.newcomer("Свидетель")
    stage.world.calls.clear()
    stage.world.redeliver(update_id)
    await witness.send("?")
    return [call for call in stage.world.calls if call.params.get("chat_id") != str(witness.user)]


def answers(calls: list[Call]) -> bool:
    """Tell whether something is shown, is shown already, or is said in a box."""
    return any(call.method in SHOWING or call.params.get("text") for call in calls)


async def session(stage: Stage, persona: Persona) -> dict[str, Act]:
    """Return the acts of a typical session of somebody in two streams, in their order."""
    ids = await stream_ids(stage)
    async with stage.database.read() as tx:
        event = await tx.scalar(select(events.c.id).where(events.c.code == "Ш5-Э1"))
    code = (await stage.codes("Ш5"))[reader("Ш5")]
    return {
        "start by the link": lambda: persona.start(code),
        "no": lambda: persona.tap(RU.plain("invitation-no")),
        "start by the link again": lambda: persona.start(code),
        "yes": lambda: persona.tap(RU.plain("invitation-yes")),
        "no consent": lambda: persona.tap(RU.plain("consent-no")),
        "consent": lambda: persona.tap(RU.plain("consent-yes")),
        "streams": lambda: persona.send("/streams"),
        "another stream": lambda: persona.press(f"st1:{ids['Ш6']}"),
        "the first stream": lambda: persona.press(f"st1:{ids['Ш5']}"),
        "languages": lambda: persona.send("/language"),
        "English": lambda: persona.tap(EN.plain("language-name")),
        "languages again": lambda: persona.send("/language"),
        "Russian": lambda: persona.tap(RU.plain("language-name")),
        "a key": lambda: persona.press_key(RU.plain("key-schedule")),
        "an event": lambda: persona.press(f"se1:{event}:0:0"),
        "its excursion": lambda: persona.press(f"xe1:{event}:0"),
        "its point": lambda: persona.press(f"sp1:{event}"),
        "a calendar": lambda: persona.press(f"fd1:{ids['Ш5']}:20251118:ics:1"),
        "a picture": lambda: persona.press(f"fd1:{ids['Ш5']}:20251118:png:0"),
        "words": lambda: persona.send("завтра"),
        "a question": lambda: persona.send("когда автобус?"),
        "the settings": lambda: persona.send("/settings"),
        "no reminders": lambda: persona.press("nm1:reminders:1"),
        "reminders again": lambda: persona.press("nm1:reminders:0"),
        "help": lambda: persona.send("/help"),
        "what is not allowed": lambda: persona.press(f"cv1:{ids['Ш5']}:0"),
        "what is gone": lambda: persona.press("se1:999999:0:0"),
        "a used link": lambda: persona.start(code),
        "a wrong claim": lambda: persona.send("/claim nonsense"),
        "the claim": lambda: persona.send(f"/claim {stage.announced[-1].rsplit(' ', 1)[1]}"),
    }


async def restart(stage: Stage) -> None:
    """Stop the bot and start it; it is ready when it waits for updates."""
    await stage.close()
    await stage.open()
    await stage.world.wait_polled()


@pytest.fixture
async def loaded(stage: Stage) -> Stage:
    """Three streams, published a minute ago; the reader of the fifth is in the sixth too.

    All is planned already, as a start plans it: a start within the test finds nothing more to write.
    """
    await load_three_streams(stage)
    stage.clock.move(timedelta(minutes=1))
    ids = await stream_ids(stage)
    async with stage.database.write() as tx:
        person = await tx.scalar(select(people.c.id).where(people.c.code == reader("Ш5")))
        part = {"person_id": person, "stream_id": ids["Ш6"], "roles": ["participant"]}
        await tx.execute(insert(enrolments).values(**part))
    await extend(stage.database, stage.clock, make_planning())
    return stage


async def test_an_update_delivered_again_is_answered_again_and_changes_nothing(loaded: Stage) -> None:
    persona = loaded.newcomer("Анна")
    delivered: dict[str, int] = {}
    for name, act in (await session(loaded, persona)).items():
        await act()
        delivered[name] = loaded.world.updates.next_id - 1
        after = await state(loaded)
        calls = await redelivered(loaded, delivered[name])
        assert await state(loaded) == after, name
        assert answers(calls), name
    await restart(loaded)
    restarted = await state(loaded)
    for name, update_id in delivered.items():
        calls = await redelivered(loaded, update_id)
        assert await state(loaded) == restarted, name
        assert answers(calls), name


async def test_a_block_delivered_again_after_the_return_does_not_count(loaded: Stage) -> None:
    persona = await loaded.enter(reader("Ш5"))
    await persona.block()
    blocked = loaded.world.updates.next_id - 1
    await persona.unblock()
    returned = await state(loaded)
    for _restart in range(2):
        await redelivered(loaded, blocked)
        assert await state(loaded) == returned
        await restart(loaded)
        returned = await state(loaded)
