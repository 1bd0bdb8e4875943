"""The personal data of broadcasts: what somebody answered; who sent what stays told without a name."""

from bot.shared.personal import Owner, PersonalRows, Subject


def _nobody(_subject: Subject) -> dict[str, object]:
    return {"user_id": 0}


PERSONAL_DATA = (
    PersonalRows("broadcast_answers"),
    PersonalRows("broadcasts", "author_id", blank=lambda _: {"author_id": None}, exported=False),
    PersonalRows("broadcasts", "user_id", Owner.ACCOUNT, _nobody, exported=False),
    PersonalRows(
        "broadcasts",
        "chat_id",
        Owner.ACCOUNT,
        lambda _: {"chat_id": None, "message_id": None},
        exported=False,
    ),
    PersonalRows("broadcast_log", "person_id", blank=lambda _: {"person_id": None}, exported=False),
    PersonalRows("broadcast_log", "user_id", Owner.ACCOUNT, _nobody, exported=False),
    PersonalRows("saved_audiences", "user_id", Owner.ACCOUNT, _nobody, exported=False),
)
