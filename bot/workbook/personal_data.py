"""Who sent a workbook, and what is kept of it; what others sent goes by `db.imports.forget_naming`."""

from bot.shared.personal import Owner, PersonalRows

PERSONAL_DATA = (
    PersonalRows(
        "imports",
        "user_id",
        Owner.ACCOUNT,
        lambda _: {"user_id": 0, "file_name": "", "content": None, "inverse": None},
        kept_back=frozenset({"content", "inverse"}),
    ),
)
