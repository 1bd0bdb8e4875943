"""Keep until when Telegram has asked for a pause; the epoch alone tells whose a claim is."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    with op.batch_alter_table("deliveries") as table:
        table.add_column(sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("notices") as table:
        table.drop_column("claimed_until")
