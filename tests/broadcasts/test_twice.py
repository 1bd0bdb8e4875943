"""However many tap however often, a broadcast is sent once."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.broadcasts import draft_actions as drafts
from bot.broadcasts import following_actions as following
from bot.broadcasts import sending_actions as sending
from bot.broadcasts import steering_actions as steering
from bot.broadcasts.contents import Kind, Part
from bot.broadcasts.model import Card, Deed, State
from bot.broadcasts.prints import print_of_all
from bot.notices.model import Outcome
from bot.notices.model import State as NoticeState
from bot.people.model import Visitor
from bot.programme.settings import APPROVAL_SIZE
from bot.registry import make_planning
from bot.shared.clock import ManualClock
from db import notice_claims, notice_outcomes, people
from db.broadcast_log import log
from db.engine import Database
from db.notices import notices
from db.settings import programme_settings
from tests.journeys.publishing_week import load_week
from tests.stage import Stage

FIRST, SECOND, THIRD = 77_001, 77_002, 77_003
PLANNING = make_planning()


@pytest.fixture
async def card(database: Database, clock: ManualClock, stage: Stage, tmp_path: Path) -> Card:
    """A draft to a stream of six, by one of three administrators."""
    await load_week(stage, tmp_path)
    async with database.write() as tx:
        await people.appoint_from_settings(tx, frozenset({FIRST, SECOND, THIRD}), "ru", clock.now())
    return await drafts.begin(database, clock, by(FIRST, 1), Part(Kind.TEXT, "Сбор"), urgent=False)


@pytest.fixture
def stage(database: Database, clock: ManualClock) -> Stage:
    """As much of a stage as the week needs: nobody is in the chat."""
    return Stage(None, None, database, "", clock)  # type: ignore[arg-type]  # no server is asked


def by(user: int, update: int) -> Visitor:
    return Visitor(user, user, "ru", update_id=update)


async def counts(database: Database, deed: Deed) -> tuple[int, int]:
    """Return how many notices of the broadcast there are, and how often the log tells of a deed."""
    main = notices.c.subject == "broadcast:1"
    async with database.read() as tx:
        planned = await tx.scalar(select(func.count()).select_from(notices).where(main))
        told = await tx.scalar(select(func.count()).select_from(log).where(log.c.deed == deed))
        return planned or 0, told or 0


async def test_taps_at_once_and_the_same_update_again_send_one(
    database: Database, clock: ManualClock, card: Card
) -> None:
    taps = [by(FIRST, update) for update in (2, 3, 4, 2)]
    shown = await asyncio.gather(
        *(
            sending.confirm(database, clock, PLANNING, tap, 1, card.count, print_of_all(card.broadcast))
            for tap in taps
        )
    )
    assert {one.broadcast.state for one in shown} == {State.SENDING}
    assert await counts(database, Deed.SENT) == (card.count, 1)


async def test_two_who_approve_at_once_send_one(database: Database, clock: ManualClock, card: Card) -> None:
    programme = card.streams[0].programme_id
    async with database.write() as tx:
        row = {"programme_id": programme, "key": APPROVAL_SIZE.key, "value": "1", "changed_at": clock.now()}
        await tx.execute(programme_settings.insert().values(row))
    waiting = await sending.confirm(
        database, clock, PLANNING, by(FIRST, 2), 1, card.count, print_of_all(card.broadcast)
    )
    assert waiting.broadcast.state is State.APPROVAL
    shown = await asyncio.gather(
        *(
            sending.approve(
                database, clock, PLANNING, by(user, update), 1, card.count, print_of_all(card.broadcast)
            )
            for user, update in ((SECOND, 3), (THIRD, 4), (SECOND, 5), (THIRD, 4))
        )
    )
    assert {one.broadcast.state for one in shown} == {State.SENDING}
    assert await counts(database, Deed.APPROVED) == (card.count, 1)


async def test_a_reminder_and_a_retraction_tapped_twice_are_one(
    database: Database, clock: ManualClock, card: Card
) -> None:
    await sending.confirm(
        database, clock, PLANNING, by(FIRST, 2), 1, card.count, print_of_all(card.broadcast)
    )
    tap = by(FIRST, 3)
    await asyncio.gather(*(steering.pause(database, clock, tap, 1) for _time in range(3)))
    assert await counts(database, Deed.PAUSED) == (card.count, 1)
    other = replace(tap, update_id=4)
    await asyncio.gather(*(following.retract(database, clock, PLANNING, other, 1) for _time in range(3)))
    assert await counts(database, Deed.RETRACTED) == (card.count, 1)


async def test_what_is_prepared_while_it_is_resumed_is_not_held_for_ever(
    database: Database, clock: ManualClock, card: Card
) -> None:
    shown = print_of_all(card.broadcast)
    await sending.confirm(database, clock, PLANNING, by(FIRST, 2), 1, card.count, shown)
    clock.move(timedelta(minutes=1))
    async with database.write() as tx:
        epoch = await notice_claims.next_epoch(tx)
        taken = await notice_claims.claim(tx, epoch, clock.now(), 100)
        main = [one for one in taken if one.subject == "broadcast:1"]
    await steering.pause(database, clock, by(FIRST, 3), 1)
    held = [(one, Outcome(NoticeState.HELD)) for one in main]
    async with database.write() as tx:
        await notice_outcomes.settle(tx, epoch, held[:2], clock.now())
    assert await states(database) == {NoticeState.HELD: 2, NoticeState.CLAIMED: card.count - 2}
    await steering.resume(database, clock, PLANNING, by(FIRST, 4), 1)
    async with database.write() as tx:
        await notice_outcomes.settle(tx, epoch, held[2:], clock.now())
    assert await states(database) == {NoticeState.QUEUED: card.count}


async def states(database: Database) -> Counter[NoticeState]:
    """Count the states of the broadcast's notices."""
    main = select(notices.c.state).where(notices.c.subject == "broadcast:1")
    async with database.read() as tx:
        return Counter(NoticeState(row.state) for row in await tx.execute(main))
