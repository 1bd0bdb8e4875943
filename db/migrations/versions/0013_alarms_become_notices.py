"""Plan the alarms for questions that wait as notices; what was called out before is not called out again."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_KIND = sa.text("kind = 'question-waiting'")

_questions = sa.table(
    "questions",
    sa.column("id", sa.Integer),
    sa.column("stream_id", sa.Integer),
    sa.column("state", sa.String),
    sa.column("waiting_since", sa.DateTime(timezone=True)),
    sa.column("alarmed_at", sa.DateTime(timezone=True)),
)
_messages = sa.table("question_messages", sa.column("id", sa.Integer), sa.column("question_id", sa.Integer))
_sends = sa.table(
    "question_sends",
    sa.column("id", sa.Integer),
    sa.column("message_id", sa.Integer),
    sa.column("what", sa.String),
    sa.column("state", sa.String),
    sa.column("due_at", sa.DateTime(timezone=True)),
    sa.column("claimed_until", sa.DateTime(timezone=True)),
)
_posts = sa.table(
    "question_posts",
    sa.column("chat_id", sa.BigInteger),
    sa.column("message_id", sa.BigInteger),
    sa.column("send_id", sa.Integer),
)


def upgrade() -> None:
    """Bring the tables forward."""
    connection = op.get_bind()
    _drop_alarms_under_way(connection)
    _keep_alarms_sent(connection)
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.drop_column("alarmed_at")
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.create_index(
            "ix_notices_alarms_shown",
            ["sent_chat_id", "message_ids"],
            unique=False,
            sqlite_where=_KIND,
            postgresql_where=_KIND,
        )


def _drop_alarms_under_way(connection: sa.Connection) -> None:
    """Take the alarms that still wait out of the outbox; those that stand in some chat are done with."""
    under_way = sa.and_(_sends.c.what == "alarm", _sends.c.state == "waiting")
    shown = sa.select(_posts.c.send_id).where(_posts.c.send_id == _sends.c.id).exists()
    connection.execute(sa.update(_sends).where(under_way, shown).values(state="sent", claimed_until=None))
    connection.execute(sa.delete(_sends).where(under_way))


def _keep_alarms_sent(connection: sa.Connection) -> None:
    """Write a sent notice for each wait that was called out and lasts."""
    newest = (
        sa.select(_messages.c.question_id, sa.func.max(_sends.c.id).label("send_id"))
        .join(_messages, _messages.c.id == _sends.c.message_id)
        .where(_sends.c.what == "alarm", _sends.c.state == "sent")
        .group_by(_messages.c.question_id)
        .subquery()
    )
    rows = connection.execute(
        sa.select(_questions, sa.func.min(_posts.c.chat_id).label("chat_id"))
        .join(newest, newest.c.question_id == _questions.c.id)
        .join(_posts, _posts.c.send_id == newest.c.send_id)
        .where(_questions.c.state != "answered", _questions.c.alarmed_at.is_not(None))
        .group_by(*_questions.c)
    )
    for row in rows.all():
        connection.execute(sa.insert(_notices()).values(_sent(row)))


def _notices() -> sa.TableClause:
    moments = ("wanted_at", "due_at", "stale_after", "settled_at")
    numbers = ("stream_id", "urgency", "epoch", "attempts", "repeats")
    words = ("key", "kind", "subject", "params", "zone", "state", "reason", "message_ids")
    return sa.table(
        "notices",
        *(sa.column(name, sa.DateTime(timezone=True)) for name in moments),
        *(sa.column(name, sa.Integer) for name in numbers),
        *(sa.column(name, sa.String) for name in words),
        sa.column("chat_id", sa.BigInteger),
    )


def _sent(row: sa.Row[tuple[object, ...]]) -> dict[str, object]:
    since, called = _utc(row.waiting_since), row.alarmed_at
    return {
        "key": f"question:{row.id}@{since:%Y-%m-%dT%H:%M:%S.%fZ}:chat:{row.chat_id}",
        "kind": "question-waiting",
        "stream_id": row.stream_id,
        "subject": f"question:{row.id}",
        "chat_id": row.chat_id,
        "params": "",
        **dict.fromkeys(("wanted_at", "due_at", "stale_after", "settled_at"), called),
        "zone": "Europe/Moscow",
        "urgency": 1,
        "state": "sent",
        **dict.fromkeys(("epoch", "attempts", "repeats"), 0),
        **dict.fromkeys(("reason", "message_ids"), ""),
    }


def _utc(moment: datetime) -> datetime:
    """Return a moment in UTC (SQLite hands it back naive)."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
