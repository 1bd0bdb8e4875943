"""The personal data of the room of projects: who reported, who is named, who is away, who sent which file."""

from bot.shared.personal import Owner, PersonalRows


def _forget(table: str, column: str, exported: bool = False) -> PersonalRows:
    """Keep what the project says and forget who it was."""
    return PersonalRows(table, column, blank=lambda _: {column: None}, exported=exported)


PERSONAL_DATA = (
    PersonalRows("report_drafts", "user_id", Owner.ACCOUNT),
    PersonalRows("report_pauses"),
    _forget("report_pauses", "set_by"),
    _forget("project_reports", "author_id", exported=True),
    _forget("project_blockers", "opened_by", exported=True),
    _forget("project_blockers", "helper_id"),
    _forget("project_blockers", "closed_by"),
    _forget("project_files", "attached_by", exported=True),
    _forget("project_files", "deleted_by"),
    _forget("defence_marks", "marked_by"),
)
"""A project is the team's: what was reported stays, without a name."""
