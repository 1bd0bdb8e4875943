"""Months after the last stream nothing is left that tells who somebody was; not a day earlier."""

import logging
import re
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest
from aiogram import Bot
from sqlalchemy import select, update

from bot.delivery.farewells import bid_farewell
from bot.jobs import retention_job
from bot.people.consent import PROCESSING, VERSIONS
from bot.privacy import retention
from bot.privacy.retention import Farewell, erase_past
from bot.registry import personal_data
from bot.shared.clock import ManualClock
from bot.ui.texts import texts_in
from db.engine import Database
from db.people import accounts, consents, enrolments, people
from db.programme import programmes, streams
from db.settings import save_setting
from tests.privacy.test_erasing import MINE, REGISTRY, THEIRS, USER, dump, plant
from tests.roster import row
from tests.stage import Stage

ENDED = date(2024, 11, 18)
DUE = datetime(2025, 11, 18, 0, 0, tzinfo=UTC)
"""Midnight in Moscow was three hours earlier."""


@pytest.fixture
async def planted(database: Database) -> tuple[int, int]:
    """Two people, each with a row in every table, each in a stream of their own; only mine has ended."""
    async with database.write() as tx:
        mine, theirs = await plant(tx, MINE, USER), await plant(tx, THEIRS, 7_987_654_321)
        await tx.execute(update(streams).values(starts_on=date(2024, 9, 1), ends_on=date(2026, 5, 31)))
        own = select(enrolments.c.stream_id).where(enrolments.c.person_id == mine).scalar_subquery()
        await tx.execute(update(streams).where(streams.c.id == own).values(ends_on=ENDED))
    return mine, theirs


async def test_on_the_day_every_mark_is_gone_and_nobody_elses(
    database: Database, planted: tuple[int, int], caplog: pytest.LogCaptureFixture
) -> None:
    before = await dump(database)
    with caplog.at_level(logging.INFO):
        gone = await erase_past(database, ManualClock(DUE), REGISTRY)
    after = await dump(database)
    assert [one.chat_id for one in gone] == [USER]
    assert re.findall(rf".{{0,60}}(?:{MINE}|{USER})", after) == []
    assert (MINE in caplog.text, str(USER) in caplog.text) == (False, False)
    assert after.count(THEIRS) == before.count(THEIRS)
    async with database.read() as tx:
        names = (await tx.execute(select(people.c.surname).order_by(people.c.id))).scalars().all()
        assert len((await tx.execute(select(enrolments.c.id))).all()) == 2
    assert names == ["Стёрто", THEIRS]


async def test_a_second_earlier_in_moscow_nothing_is_touched(
    database: Database, planted: tuple[int, int]
) -> None:
    before = await dump(database)
    evening = datetime(2025, 11, 17, 20, 59, 59, tzinfo=UTC)
    assert await erase_past(database, ManualClock(evening), REGISTRY) == []
    assert await dump(database) == before
    midnight = datetime(2025, 11, 17, 21, 0, tzinfo=UTC)
    assert len(await erase_past(database, ManualClock(midnight), REGISTRY)) == 1


async def test_a_second_run_finds_nobody(database: Database, planted: tuple[int, int]) -> None:
    await erase_past(database, ManualClock(DUE), REGISTRY)
    once = await dump(database)
    assert await erase_past(database, ManualClock(DUE), REGISTRY) == []
    assert await dump(database) == once


async def test_a_present_stream_keeps_its_organizer(database: Database, planted: tuple[int, int]) -> None:
    mine, theirs = planted
    async with database.read() as tx:
        present = await tx.scalar(select(enrolments.c.stream_id).where(enrolments.c.person_id == theirs))
    part = {"person_id": mine, "stream_id": present, "roles": ["organizer"]}
    await row(database, enrolments, **part)
    before = await dump(database)
    assert await erase_past(database, ManualClock(DUE), REGISTRY) == []
    assert await dump(database) == before


async def test_an_administrator_is_kept(database: Database, planted: tuple[int, int]) -> None:
    async with database.write() as tx:
        await tx.execute(update(accounts).where(accounts.c.user_id == USER).values(appointed="claim"))
    before = await dump(database)
    assert await erase_past(database, ManualClock(DUE), REGISTRY) == []
    assert await dump(database) == before


async def test_a_programme_may_keep_for_ever_or_for_less(
    database: Database, planted: tuple[int, int], clock: ManualClock
) -> None:
    async with database.write() as tx:
        own = select(enrolments.c.stream_id).where(enrolments.c.person_id == planted[0]).scalar_subquery()
        number = await tx.scalar(select(streams.c.programme_id).where(streams.c.id == own))
        assert number is not None
        await save_setting(tx, number, "retention", "0", USER, clock.now())
    assert await erase_past(database, ManualClock(DUE), REGISTRY) == []
    async with database.write() as tx:
        await save_setting(tx, number, "retention", "11", USER, clock.now())
    october = datetime(2025, 10, 18, tzinfo=UTC)
    assert len(await erase_past(database, ManualClock(october), REGISTRY)) == 1


async def test_one_who_never_entered_is_erased_too(database: Database, planted: tuple[int, int]) -> None:
    async with database.write() as tx:
        await tx.execute(update(accounts).where(accounts.c.user_id == USER).values(person_id=None))
    assert await erase_past(database, ManualClock(DUE), REGISTRY) == []
    async with database.read() as tx:
        names = (await tx.execute(select(people.c.surname).order_by(people.c.id))).scalars().all()
    assert names == ["Стёрто", THEIRS]


async def test_a_run_is_bounded_and_the_next_goes_on(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    programme = await row(database, programmes, code="ШМ", title="Школа мэров")
    facts = {"starts_on": date(2024, 9, 1), "ends_on": ENDED, "title": "поток 1"}
    stream = await row(database, streams, code="Ш1", programme_id=programme, **facts)
    for number in range(5):
        person = await row(database, people, code=f"Л-{number}", surname="Прежний", name=str(number))
        await row(database, enrolments, person_id=person, stream_id=stream, roles=["participant"])
    left = []
    for _run in range(4):
        await erase_past(database, ManualClock(DUE), personal_data())
        async with database.read() as tx:
            known = select(people.c.id).where(people.c.surname == "Прежний")
            left.append(len((await tx.execute(known)).all()))
    assert left == [3, 1, 0, 0]


@pytest.fixture
async def ended(stage: Stage) -> AsyncIterator[Stage]:
    """A stream that ended a year ago, with one participant who has entered."""
    programme = await row(stage.database, programmes, code="ШМ", title="Школа мэров")
    facts = {"starts_on": date(2024, 9, 1), "ends_on": ENDED, "title": "поток 1"}
    stream = await row(stage.database, streams, code="Ш1", programme_id=programme, **facts)
    person = await row(stage.database, people, code="Л-1", surname="Прежняя", name="Анна")
    await row(stage.database, enrolments, person_id=person, stream_id=stream, roles=["participant"])
    yield stage


async def test_who_was_erased_is_told_once_and_the_menu_goes(ended: Stage, bot: Bot) -> None:
    anna = await ended.enter("Л-1", "Ш1")
    await retention_job(ended.database, ended.clock, bot).run()
    assert anna.messages()[-1]["text"].startswith("Программа окончена, и срок хранения ваших данных вышел")
    assert anna.keyboard() is None
    assert set(anna.commands()) == {"help", "language", "start"}
    said = len(anna.messages())
    await retention_job(ended.database, ended.clock, bot).run()
    assert len(anna.messages()) == said
    await anna.send("/now")
    anna.sees("Войти можно по личной ссылке-приглашению")


async def test_who_blocked_the_bot_stops_nobody(ended: Stage, bot: Bot) -> None:
    anna, boris = ended.newcomer("Анна"), ended.newcomer("Борис")
    await anna.start()
    await boris.start()
    await anna.block()
    farewells = [Farewell(anna.user, "ru"), Farewell(boris.user, "en")]
    await bid_farewell(bot, farewells)
    assert boris.messages()[-1]["text"] == texts_in("en").plain("mydata-erased-by-time")


async def test_a_changed_consent_text_is_asked_again_and_nothing_is_lost(ended: Stage) -> None:
    anna = await ended.enter("Л-1", "Ш1")
    async with ended.database.write() as tx:
        await tx.execute(update(consents).values(version=VERSIONS[PROCESSING] - 1))
    await anna.send("/now")
    anna.sees(f"Согласие на обработку персональных данных\n(редакция {VERSIONS[PROCESSING]})")
    anna.sees("Отозвать согласие можно в любой момент командой /mydata")
    await anna.send("/mydata")
    anna.sees("ФИО: Прежняя Анна")
    await anna.press("so1:home:0")
    await anna.tap("Согласен (согласна)")
    assert [one["text"][:18] for one in anna.replies][:2] == ["Согласие принято: ", "Здравствуйте, Анна"]
    await anna.send("/mydata")
    anna.sees("Участие: Школа мэров, поток 1 – слушатель")
    async with ended.database.read() as tx:
        given = (await tx.execute(select(consents.c.version).order_by(consents.c.version))).scalars().all()
    assert given == [VERSIONS[PROCESSING] - 1, VERSIONS[PROCESSING]]


async def test_who_does_not_agree_to_the_new_text_may_still_erase(ended: Stage) -> None:
    anna = await ended.enter("Л-1", "Ш1")
    async with ended.database.write() as tx:
        await tx.execute(update(consents).values(version=VERSIONS[PROCESSING] - 1))
    await anna.send("/now")
    await anna.tap("Не согласен (не согласна)")
    await anna.send("/mydata")
    await anna.tap("Отозвать согласие и стереть")
    await anna.tap("Да, стереть мои данные")
    anna.sees("Бот больше не знает, кто вы")
