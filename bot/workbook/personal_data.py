"""Who sent a workbook; its contents are forgotten by the calendar."""

from bot.shared.personal import Owner, PersonalRows

PERSONAL_DATA = (
    PersonalRows(
        "imports",
        "user_id",
        Owner.ACCOUNT,
        lambda _: {"user_id": 0, "file_name": ""},
        kept_back=frozenset({"content", "inverse"}),
    ),
)
