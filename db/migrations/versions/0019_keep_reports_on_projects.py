"""Keep reports on projects, what hinders them, pauses, files and what is ready for the defence."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the tables forward."""
    with op.batch_alter_table("milestones", schema=None) as batch_op:
        batch_op.add_column(sa.Column("done_at", _MOMENT, nullable=True))
    _reports()
    _drafts()
    _blockers()
    _pauses()
    _files()


def _reports() -> None:
    op.create_table(
        "project_reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("given_as", sa.String(length=10), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("light", sa.String(length=6), nullable=False),
        sa.Column("done", sa.Text(), nullable=False),
        sa.Column("hinders", sa.Text(), nullable=False),
        sa.Column("milestone_id", sa.Integer(), nullable=True),
        sa.Column("next_words", sa.Text(), nullable=False),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "light IN ('red', 'yellow', 'green')", name=op.f("ck_project_reports_light_known")
        ),
        _leads("project_reports", "project_id", "projects", "CASCADE"),
        _leads("project_reports", "author_id", "people", "SET NULL"),
        _leads("project_reports", "milestone_id", "milestones", "SET NULL"),
        _leads("project_reports", "corrects_id", "project_reports", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_reports")),
    )
    _index("project_reports", "project_id", "author_id", "corrects_id")


def _drafts() -> None:
    op.create_table(
        "report_drafts",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("light", sa.String(length=6), nullable=False),
        sa.Column("done", sa.Text(), nullable=False),
        sa.Column("hinders", sa.Text(), nullable=True),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("milestone_id", sa.Integer(), nullable=True),
        sa.Column("next_words", sa.Text(), nullable=False),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.Column("seen_id", sa.Integer(), nullable=True),
        sa.Column("begun_at", _MOMENT, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        _leads("report_drafts", "project_id", "projects", "CASCADE"),
        _leads("report_drafts", "milestone_id", "milestones", "SET NULL"),
        _leads("report_drafts", "corrects_id", "project_reports", "CASCADE"),
        _leads("report_drafts", "seen_id", "project_reports", "SET NULL"),
        sa.PrimaryKeyConstraint("user_id", "project_id", name=op.f("pk_report_drafts")),
    )
    _index("report_drafts", "changed_at")


def _blockers() -> None:
    op.create_table(
        "project_blockers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=True),
        sa.Column("opened_at", _MOMENT, nullable=False),
        sa.Column("helper_id", sa.Integer(), nullable=True),
        sa.Column("asked_from", _MOMENT, nullable=False),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", _MOMENT, nullable=True),
        _leads("project_blockers", "project_id", "projects", "CASCADE"),
        _leads("project_blockers", "report_id", "project_reports", "SET NULL"),
        _leads("project_blockers", "opened_by", "people", "SET NULL"),
        _leads("project_blockers", "helper_id", "people", "SET NULL"),
        _leads("project_blockers", "closed_by", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_blockers")),
    )
    _index("project_blockers", "project_id", "report_id", "opened_by", "helper_id", "closed_by")


def _pauses() -> None:
    op.create_table(
        "report_pauses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=6), nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=True),
        _leads("report_pauses", "team_id", "teams", "CASCADE"),
        _leads("report_pauses", "person_id", "people", "CASCADE"),
        _leads("report_pauses", "set_by", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_pauses")),
    )
    _index("report_pauses", "team_id", "person_id", "set_by")


def _files() -> None:
    op.create_table(
        "project_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sent_as", sa.String(length=10), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("unique_id", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("attached_by", sa.Integer(), nullable=True),
        sa.Column("attached_at", _MOMENT, nullable=False),
        sa.Column("deleted_by", sa.Integer(), nullable=True),
        sa.Column("deleted_at", _MOMENT, nullable=True),
        sa.Column("lost_at", _MOMENT, nullable=True),
        _leads("project_files", "project_id", "projects", "CASCADE"),
        _leads("project_files", "attached_by", "people", "SET NULL"),
        _leads("project_files", "deleted_by", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_files")),
        sa.UniqueConstraint(
            "project_id", "kind", "version", name=op.f("uq_project_files_project_id_kind_version")
        ),
    )
    _index("project_files", "attached_by", "deleted_by")
    op.create_table(
        "defence_marks",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=12), nullable=False),
        sa.Column("marked_by", sa.Integer(), nullable=True),
        sa.Column("marked_at", _MOMENT, nullable=False),
        _leads("defence_marks", "project_id", "projects", "CASCADE"),
        _leads("defence_marks", "marked_by", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("project_id", "item", name=op.f("pk_defence_marks")),
    )
    _index("defence_marks", "marked_by")


def _leads(table: str, column: str, target: str, gone: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=gone)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
