"""Keep who is in which bus, which buses have left, and the guides' lists that are kept up to date."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "boarding_marks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(length=5), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mark", sa.String(length=3), nullable=False),
        sa.Column("bus_id", sa.Integer(), nullable=True),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=10), nullable=False),
        sa.Column("marked_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("mark IN ('in', 'out')", name=op.f("ck_boarding_marks_mark_known")),
        _leads("boarding_marks", "event_id", "events", "CASCADE"),
        _leads("boarding_marks", "person_id", "people", "CASCADE"),
        _leads("boarding_marks", "bus_id", "buses", "SET NULL"),
        _leads("boarding_marks", "marked_by", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boarding_marks")),
        sa.UniqueConstraint(
            "event_id", "person_id", "way", name=op.f("uq_boarding_marks_event_id_person_id_way")
        ),
    )
    with op.batch_alter_table("boarding_marks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_boarding_marks_person_id"), ["person_id"], unique=False)
    op.create_table(
        "bus_rides",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("bus_id", sa.Integer(), nullable=True),
        sa.Column("way", sa.String(length=5), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_by", sa.Integer(), nullable=True),
        _leads("bus_rides", "event_id", "events", "CASCADE"),
        _leads("bus_rides", "bus_id", "buses", "CASCADE"),
        _leads("bus_rides", "told_by", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bus_rides")),
        sa.UniqueConstraint("event_id", "bus_id", "way", name=op.f("uq_bus_rides_event_id_bus_id_way")),
    )
    op.create_table(
        "boarding_views",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("bus_id", sa.Integer(), nullable=True),
        sa.Column("way", sa.String(length=5), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("edits", sa.Integer(), nullable=False),
        _leads("boarding_views", "event_id", "events", "CASCADE"),
        _leads("boarding_views", "bus_id", "buses", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boarding_views")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_boarding_views_chat_id_message_id")),
    )
    with op.batch_alter_table("boarding_views", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_boarding_views_user_id"), ["user_id"], unique=False)


def _leads(table: str, column: str, target: str, gone: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=gone)
