"""Who changed a setting of a programme: the change stays, without the name."""

from bot.shared.personal import Owner, PersonalRows

PERSONAL_DATA = (
    PersonalRows(
        "programme_settings",
        "changed_by",
        Owner.ACCOUNT,
        lambda _: {"changed_by": None},
        exported=False,
    ),
)
