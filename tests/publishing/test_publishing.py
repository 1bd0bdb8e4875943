"""Publishing the draft that was shown, and no other."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.publishing.actions import publish, see_draft
from bot.publishing.changes import DraftChanges
from bot.shared.clock import ManualClock
from bot.shared.errors import OutOfDate
from bot.workbook.actions import apply_file
from db.engine import Database
from db.programme import editions, streams
from db.schedule import event_versions
from tests.workbook.programmes import Rows, programme, reading_of


def rows(**changes: object) -> Rows:
    """A stream of one-day modules; the first event says these things."""
    found = programme(streams=1, people=2, days=1)
    found["Программа"][0] |= changes
    return found


async def enter(database: Database, clock: ManualClock, path: Path, programme: Rows) -> None:
    outcome = await apply_file(database, clock, await reading_of(path / "book.xlsx", programme))
    assert outcome.applied


async def draft(database: Database) -> DraftChanges:
    async with database.read() as tx:
        stream_id = (await tx.execute(select(streams.c.id))).scalar_one()
    changes = await see_draft(database, stream_id)
    assert changes is not None
    return changes


async def test_the_first_edition_is_all_new(database: Database, clock: ManualClock, tmp_path: Path) -> None:
    await enter(database, clock, tmp_path, rows())
    changes = await draft(database)
    kinds = [record.kind for record in changes.difference.added]
    assert (changes.stream, changes.number, changes.first) == ("ШМ-5", 1, True)
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "venue": 3,
        "module": 3,
        "event": 30,
        "excursion": 1,
        "bus": 1,
    }


async def test_publishing_makes_the_draft_what_people_see(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await enter(database, clock, tmp_path, rows())
    shown = await draft(database)
    assert await publish(database, clock, shown.stream_id, shown.edition_id) == shown
    async with database.read() as tx:
        state = (await tx.execute(select(streams.c.published_id, streams.c.draft_id))).one()
        published_at = (await tx.execute(select(editions.c.published_at))).scalar_one()
    assert (*state, published_at) == (shown.edition_id, None, clock.now())
    assert await see_draft(database, shown.stream_id) is None


async def test_what_was_published_stays_as_it_was_while_the_draft_changes(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await enter(database, clock, tmp_path, rows())
    shown = await draft(database)
    await publish(database, clock, shown.stream_id, shown.edition_id)
    clock.move(timedelta(hours=1))
    await enter(database, clock, tmp_path, rows(Начало="9.10", Отменено="да"))
    second = await draft(database)
    assert [dict(change.fields) for change in second.difference.changed] == [
        {"starts": (datetime(1, 1, 1, 9, tzinfo=UTC).time(), datetime(1, 1, 1, 9, 10, tzinfo=UTC).time())}
        | {"cancelled": (False, True)}
    ]
    async with database.read() as tx:
        first_event = select(event_versions.c.edition_id, event_versions.c.starts_at).where(
            event_versions.c.title == "Занятие 1 дня 1", event_versions.c.room == "Зал ШМ-5"
        )
        found = await tx.execute(first_event.order_by(event_versions.c.starts_at).limit(2))
        assert dict(found.all()) == {
            shown.edition_id: datetime(2025, 10, 13, 6, 0, tzinfo=UTC),
            second.edition_id: datetime(2025, 10, 13, 6, 10, tzinfo=UTC),
        }


async def test_a_draft_that_changed_since_it_was_shown_is_not_published(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await enter(database, clock, tmp_path, rows())
    shown = await draft(database)
    await enter(database, clock, tmp_path, rows(Начало="9.10"))
    with pytest.raises(OutOfDate):
        await publish(database, clock, shown.stream_id, shown.edition_id)
    async with database.read() as tx:
        assert (await tx.execute(select(streams.c.published_id))).scalar_one() is None


async def test_a_second_tap_publishes_nothing_more(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await enter(database, clock, tmp_path, rows())
    shown = await draft(database)
    await publish(database, clock, shown.stream_id, shown.edition_id)
    with pytest.raises(OutOfDate):
        await publish(database, clock, shown.stream_id, shown.edition_id)


async def test_a_stream_that_is_not_there_is_out_of_date(database: Database) -> None:
    with pytest.raises(OutOfDate):
        await see_draft(database, 404)
