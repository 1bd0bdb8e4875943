"""Let people sign up for excursions: seats without a bus, and the list of those who wait for a place."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    with op.batch_alter_table("seats", schema=None) as batch_op:
        batch_op.alter_column("bus_id", existing_type=sa.Integer(), nullable=True)
        batch_op.add_column(sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "waiting_places",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("offered_until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(offered_at IS NULL) = (offered_until IS NULL)", name=op.f("ck_waiting_places_offered_whole")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_waiting_places_event_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_waiting_places_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_places")),
        sa.UniqueConstraint("event_id", "person_id", name=op.f("uq_waiting_places_event_id_person_id")),
    )
    with op.batch_alter_table("waiting_places", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waiting_places_person_id"), ["person_id"], unique=False)
