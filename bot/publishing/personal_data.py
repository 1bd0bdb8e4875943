"""Who published what: of an erased person it stays known only that somebody did."""

from bot.shared.personal import Owner, PersonalRows

PERSONAL_DATA = (
    PersonalRows("publications", "user_id", Owner.ACCOUNT, lambda _: {"user_id": 0}, exported=False),
    PersonalRows("publications", blank=lambda _: {"person_id": None}),
)
