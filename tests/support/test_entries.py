from datetime import timedelta

from aiogram import Bot
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import Update
from sqlalchemy import event, func, select

from bot.app import make_dispatcher
from bot.people.consent import PROCESSING, VERSIONS
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock
from bot.updates.entries import LIFETIME, EntryStorage
from db.engine import Database
from db.entries import entries, forget_expired
from db.people import accounts, consents
from tests.roster import row, write_roster

KEY = StorageKey(bot_id=1, chat_id=7, user_id=7)
OTHER = StorageKey(bot_id=1, chat_id=8, user_id=8)


async def count(database: Database) -> int:
    async with database.read() as tx:
        return (await tx.execute(select(func.count()).select_from(entries))).scalar_one()


async def test_what_is_awaited_outlives_the_storage_and_is_nobody_elses(
    database: Database, clock: ManualClock
) -> None:
    storage = EntryStorage(database, clock)
    await storage.set_data(KEY, {"question": 3})
    await storage.set_state(KEY, "support:asking")
    again = EntryStorage(database, clock)
    assert (await again.get_state(KEY), await again.get_data(KEY)) == ("support:asking", {"question": 3})
    assert (await again.get_state(OTHER), await again.get_data(OTHER)) == (None, {})


async def test_what_is_empty_takes_no_room(database: Database, clock: ManualClock) -> None:
    storage = EntryStorage(database, clock)
    await storage.set_state(KEY, "support:asking")
    await storage.set_data(KEY, {"question": 3})
    await storage.set_state(KEY, None)
    assert await count(database) == 1
    await storage.set_data(KEY, {})
    assert await count(database) == 0


async def test_what_was_not_typed_in_time_is_forgotten(database: Database, clock: ManualClock) -> None:
    storage = EntryStorage(database, clock)
    await storage.set_state(KEY, "support:asking")
    clock.move(LIFETIME - timedelta(seconds=1))
    assert await storage.get_state(KEY) == "support:asking"
    clock.move(timedelta(seconds=1))
    assert await storage.get_state(KEY) is None
    async with database.write() as tx:
        assert await forget_expired(tx, clock.now()) == 1


async def test_a_plain_update_reads_the_database_twice(
    database: Database, clock: ManualClock, world: World, bot: Bot
) -> None:
    roster = await write_roster(database)
    anna = Persona(world, world.add_user(first_name="Анна"))
    account = {"chat_id": anna.user, "person_id": roster.anna, "locale": "ru", "created_at": clock.now()}
    await row(database, accounts, user_id=anna.user, **account)
    consent = {"purpose": PROCESSING, "version": VERSIONS[PROCESSING], "given_at": clock.now()}
    await row(database, consents, person_id=roster.anna, **consent)
    dispatcher = make_dispatcher(database, clock, "ru")
    read: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            read.append(statement)

    for words in ("/now", "/today"):
        world.say(anna.user, words)
        update = Update.model_validate(world.updates.batch(0, 1)[0], context={"bot": bot})
        await dispatcher.feed_update(bot, update)  # the first one may set the menu
        event.listen(database.engine.sync_engine, "before_cursor_execute", note)
        await dispatcher.feed_update(bot, update)
        event.remove(database.engine.sync_engine, "before_cursor_execute", note)
        world.updates.drop()
        assert [one for one in read if "entries" in one] == []
    assert len(read) <= 4
