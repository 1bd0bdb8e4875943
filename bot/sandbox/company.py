"""Who stands side by side on the sandbox's page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.sandbox.demo import cast as codes_of
from bot.sandbox.page.cast import Cast, CastMember

GROUP_TITLE = "Школа мэров, поток 5 (демо)"
"""The stream's own group, where everybody of the page is."""
STAFF_TITLE = "Чат организаторов (демо)"
"""Where the questions of participants arrive."""
ZONE = "Asia/Yekaterinburg"
"""The module that runs in the demonstration is in Tyumen."""


@dataclass(frozen=True, slots=True)
class Part:
    """A person of the page: the messenger's name, the person of the roster, and whether they are in."""

    title: str
    person_code: str
    first_name: str
    last_name: str
    phone: str
    comes_in: bool = True


PARTS = (
    Part("Организатор", codes_of.ORGANIZER, "Куратор", "Демо", "+79990000001"),
    Part("Участник", codes_of.PARTICIPANT, "Участник", "Демо", "+79990000002"),
    Part("Новый участник", codes_of.NEWCOMER, "Новичок", "Демо", "+79990000003", comes_in=False),
    Part("Наставник", codes_of.MENTOR, "Наставник", "Демо", "+79990000004"),
    Part("Сопровождающий", codes_of.GUIDE, "Сопровождающий", "Демо", "+79990000005"),
)


class Groups(NamedTuple):
    """The ids of the page's group chats."""

    stream: int
    staff: int


def cast_of(accounts: Mapping[Part, int], codes: Mapping[str, str], groups: Groups) -> Cast:
    """Return the cast of the page; for who is not in yet, the invitation waits under the start button."""
    members = tuple(
        CastMember(
            user,
            part.title,
            zone=ZONE,
            invitation="" if part.comes_in else codes[part.person_code],
        )
        for part, user in accounts.items()
    )
    return Cast(members, groups=groups, zone=ZONE)
