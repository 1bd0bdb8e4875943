"""The personal data of the room of people; a person's row stays, blank, for what is counted."""

from bot.shared.personal import Owner, PersonalRows, Subject

ERASED = "стёрто-"
"""How the code of somebody who was erased begins."""

_EMPTY = ("name", "patronymic", "post", "municipality", "region", "phone")


def _nobody(subject: Subject) -> dict[str, object]:
    blank: dict[str, object] = dict.fromkeys(_EMPTY, "")
    return blank | {"code": f"{ERASED}{subject.person_id}", "surname": "Стёрто", "zone": None}


def _withdrawn(subject: Subject) -> dict[str, object]:
    return {"withdrawn_at": subject.now}


def _out(subject: Subject) -> dict[str, object]:
    return {"left_on": subject.today, "group": ""}


PERSONAL_DATA = (
    PersonalRows("assistant_acts", "head_id"),
    PersonalRows("assistants", kept_back=frozenset({"code"})),
    PersonalRows("assistants", "head_id", kept_back=frozenset({"code"})),
    PersonalRows("invitations", kept_back=frozenset({"code"})),
    PersonalRows("access_requests"),
    PersonalRows("access_requests", "user_id", Owner.ACCOUNT, exported=False),
    PersonalRows(
        "access_requests", "decided_by", Owner.ACCOUNT, lambda _: {"decided_by": None}, exported=False
    ),
    PersonalRows("consents", blank=_withdrawn),
    PersonalRows("enrolments", blank=_out),
    PersonalRows("accounts", "user_id", Owner.ACCOUNT),
    PersonalRows("people", "id", blank=_nobody),
)
