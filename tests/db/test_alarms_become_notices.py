"""An upgrade while questions wait: what was called out stays so, what was not is still to be."""

from datetime import UTC, datetime, timedelta

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, column, insert, select, table, update

from bot.registry import make_planning
from bot.shared.clock import ManualClock
from bot.support.model import Purpose
from bot.support.planning import plan_alarms
from db import groups
from db.engine import Database
from db.migrate import SCRIPTS, migrate
from db.notices import notices
from db.support import question_messages, question_posts, questions
from db.support_sends import question_sends
from db.types import UTCDateTime
from tests.roster import Roster, write_roster

SINCE = datetime(2025, 11, 18, 7, 0, 0, 250, tzinfo=UTC)
STAFF, PRIVATE = -100, 77


def back_to(connection: Connection, revision: str) -> None:
    """Bring the tables back to those of an earlier version."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    command.downgrade(config, revision)


async def write_question(
    database: Database, roster: Roster, number: int, state: str, what: str, send: str, shown: bool
) -> None:
    """Write a question with what its newest send is and what has become of that."""
    message = {"kind": "text", "text": "Где парковка?", "entities": "", "file_id": "", "album": ""}
    place = {"chat_id": PRIVATE, "message_id": number}
    async with database.write() as tx:
        asked = {"stream_id": roster.mayors, "person_id": roster.anna, "chat_id": PRIVATE, "asked_at": SINCE}
        await tx.execute(insert(questions).values(id=number, state=state, waiting_since=SINCE, **asked))
        about = {"id": number, "question_id": number, "from_staff": False, "written_at": SINCE}
        await tx.execute(insert(question_messages).values(**about, **message, **place))
        facts = {"id": number, "message_id": number, "what": what, "state": send, "due_at": SINCE}
        await tx.execute(insert(question_sends).values(**facts))
        if shown:
            post = {"chat_id": STAFF, "message_id": number, "question_id": number, "send_id": number}
            await tx.execute(insert(question_posts).values(**post))


async def test_what_was_called_out_before_the_upgrade_is_not_called_out_again(
    database: Database, database_url: str
) -> None:
    roster = await write_roster(database)
    async with database.write() as tx:
        await groups.bind(tx, roster.mayors, Purpose.STAFF, STAFF, "Штаб", 9, SINCE)
    await write_question(database, roster, 1, "new", "alarm", "sent", shown=True)
    await write_question(database, roster, 2, "new", "message", "sent", shown=True)
    await write_question(database, roster, 3, "taken", "alarm", "waiting", shown=False)
    await write_question(database, roster, 4, "taken", "alarm", "waiting", shown=True)
    await write_question(database, roster, 5, "answered", "alarm", "sent", shown=True)
    before = table("questions", column("id"), column("alarmed_at", UTCDateTime))
    try:
        async with database.engine.begin() as connection:
            await connection.run_sync(back_to, "0012")
            called = before.c.id.in_([1, 3, 4, 5])
            await connection.execute(update(before).where(called).values(alarmed_at=SINCE))
    finally:
        await migrate(database_url)
    await plan_alarms(database, ManualClock(SINCE + timedelta(days=1)), make_planning())
    async with database.read() as tx:
        chosen = select(notices.c.subject, notices.c.state, notices.c.chat_id).order_by(notices.c.subject)
        planned = [tuple(row) for row in await tx.execute(chosen)]
        left = select(question_sends.c.id, question_sends.c.state).order_by(question_sends.c.id)
        sends = [tuple(row) for row in await tx.execute(left)]
    assert planned == [
        ("question:1", "sent", STAFF),
        ("question:2", "queued", STAFF),
        ("question:3", "queued", STAFF),
        ("question:4", "sent", STAFF),
    ]
    assert sends == [(1, "sent"), (2, "sent"), (4, "sent"), (5, "sent")]
