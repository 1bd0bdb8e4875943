"""Keep wishes of teams and mentors, drafts of the match, mentorships, meetings and letters."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def _to(table: str, column: str, target: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete
    )


def upgrade() -> None:
    """Bring the tables forward."""
    _widen_profiles()
    _add_matchings()
    _add_mentorships()
    _add_meetings()
    _add_letters()


def _widen_profiles() -> None:
    with op.batch_alter_table("teams", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kinds", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("wanted", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("forbidden", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("pinned", sa.String(length=40), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_teams_person_id"), "people", ["person_id"], ["id"], ondelete="CASCADE"
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_teams_person_id_stream_id"), ["person_id", "stream_id"]
        )
        batch_op.create_index(batch_op.f("ix_teams_person_id"), ["person_id"], unique=False)
    with op.batch_alter_table("mentors", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wanted", sa.Text(), nullable=False, server_default=""))


def _add_matchings() -> None:
    op.create_table(
        "matchings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stream_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("previous_id", sa.Integer(), nullable=True),
        sa.Column("published_at", MOMENT, nullable=True),
        sa.Column("published_by", sa.Integer(), nullable=True),
        _to("matchings", "stream_id", "streams"),
        _to("matchings", "made_by", "people", "SET NULL"),
        _to("matchings", "previous_id", "matchings", "SET NULL"),
        _to("matchings", "published_by", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matchings")),
    )
    op.create_index(op.f("ix_matchings_stream_id"), "matchings", ["stream_id"])
    draft = sa.text("state = 'draft'")
    op.create_index(
        "uq_matchings_draft",
        "matchings",
        ["stream_id"],
        unique=True,
        sqlite_where=draft,
        postgresql_where=draft,
    )
    op.create_table(
        "matching_pairs",
        sa.Column("matching_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=False),
        _to("matching_pairs", "matching_id", "matchings", "CASCADE"),
        _to("matching_pairs", "team_id", "teams"),
        _to("matching_pairs", "mentor_id", "mentors"),
        sa.PrimaryKeyConstraint("matching_id", "team_id", name=op.f("pk_matching_pairs")),
    )
    op.create_index(op.f("ix_matching_pairs_mentor_id"), "matching_pairs", ["mentor_id"])


def _add_mentorships() -> None:
    op.create_table(
        "mentorships",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stream_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=False),
        sa.Column("matching_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        _to("mentorships", "stream_id", "streams"),
        _to("mentorships", "team_id", "teams"),
        _to("mentorships", "mentor_id", "mentors"),
        _to("mentorships", "matching_id", "matchings", "SET NULL"),
        _to("mentorships", "ended_by", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentorships")),
    )
    op.create_index(op.f("ix_mentorships_stream_id"), "mentorships", ["stream_id"])
    op.create_index(op.f("ix_mentorships_team_id"), "mentorships", ["team_id"])
    op.create_index(op.f("ix_mentorships_mentor_id"), "mentorships", ["mentor_id"])
    still = sa.text("state IN ('proposed', 'accepted')")
    op.create_index(
        "uq_mentorships_open",
        "mentorships",
        ["team_id"],
        unique=True,
        sqlite_where=still,
        postgresql_where=still,
    )


def _add_meetings() -> None:
    op.create_table(
        "meetings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mentorship_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("arranged_at", MOMENT, nullable=False),
        sa.Column("arranged_by", sa.Integer(), nullable=True),
        sa.Column("by_mentor", sa.Boolean(), nullable=False),
        sa.Column("logged_at", MOMENT, nullable=True),
        sa.Column("logged_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_meetings_minutes_positive")),
        _to("meetings", "mentorship_id", "mentorships", "CASCADE"),
        _to("meetings", "arranged_by", "people", "SET NULL"),
        _to("meetings", "logged_by", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    op.create_index(op.f("ix_meetings_mentorship_id"), "meetings", ["mentorship_id"])
    op.create_index(op.f("ix_meetings_starts_at"), "meetings", ["starts_at"])


def _add_letters() -> None:
    op.create_table(
        "mentorship_letters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mentorship_id", sa.Integer(), nullable=False),
        sa.Column("from_mentor", sa.Boolean(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("entities", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("album", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        _to("mentorship_letters", "mentorship_id", "mentorships", "CASCADE"),
        _to("mentorship_letters", "author_id", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentorship_letters")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_mentorship_letters_chat_id_message_id")),
    )
    op.create_index(op.f("ix_mentorship_letters_mentorship_id"), "mentorship_letters", ["mentorship_id"])
    op.create_index(op.f("ix_mentorship_letters_author_id"), "mentorship_letters", ["author_id"])
