"""Keep albums and formatting of questions."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    with op.batch_alter_table("question_messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("entities", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("album", sa.String(length=64), nullable=False, server_default=""))
    op.create_table(
        "album_items",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("album", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("entities", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_album_items")),
    )
    with op.batch_alter_table("album_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_album_items_expires_at"), ["expires_at"], unique=False)
