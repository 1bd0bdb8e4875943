"""Keep requests to end a mentorship, and to whom a letter is."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "mentorship_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mentorship_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["mentorship_id"],
            ["mentorships.id"],
            name=op.f("fk_mentorship_requests_mentorship_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_mentorship_requests_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name=op.f("fk_mentorship_requests_decided_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentorship_requests")),
    )
    op.create_index("ix_mentorship_requests_mentorship_id", "mentorship_requests", ["mentorship_id"])
    op.create_index(op.f("ix_mentorship_requests_person_id"), "mentorship_requests", ["person_id"])
    waits = sa.text("decided_at IS NULL")
    op.create_index(
        "uq_mentorship_requests_open",
        "mentorship_requests",
        ["mentorship_id"],
        unique=True,
        sqlite_where=waits,
        postgresql_where=waits,
    )
    with op.batch_alter_table("mentorship_letters", schema=None) as batch_op:
        batch_op.add_column(sa.Column("to_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_mentorship_letters_to_id"), "people", ["to_id"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_index(batch_op.f("ix_mentorship_letters_to_id"), ["to_id"], unique=False)
