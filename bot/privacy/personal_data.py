"""What people asked to have corrected, and who decided about it."""

from bot.shared.personal import Owner, PersonalRows

PERSONAL_DATA = (
    PersonalRows("corrections"),
    PersonalRows("corrections", "decided_by", Owner.ACCOUNT, lambda _: {"decided_by": None}, exported=False),
)
