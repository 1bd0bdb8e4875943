"""Who people are and what they may do."""

from dataclasses import dataclass
from enum import StrEnum

from bot.programme.model import Stream


class Role(StrEnum):
    """A part somebody has in a stream; one person may have several."""

    PARTICIPANT = "participant"
    TEAM_LEAD = "team_lead"
    MENTOR = "mentor"
    GUIDE = "guide"
    ORGANIZER = "organizer"
    ADMINISTRATOR = "administrator"


def joined_name(*parts: str | None) -> str:
    """Write the parts of a name one after another; what is missing is left out."""
    return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the roster. `zone` is the home zone (IANA), `phone` is `+7…` or empty."""

    id: int
    code: str
    surname: str
    name: str
    patronymic: str
    post: str
    municipality: str
    region: str
    zone: str | None
    phone: str

    @property
    def full_name(self) -> str:
        """Surname, name and patronymic, as in documents."""
        return joined_name(self.surname, self.name, self.patronymic)

    @property
    def address_name(self) -> str:
        """Name and patronymic: how one speaks to the person."""
        return joined_name(self.name, self.patronymic)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person's part in one stream; `team` and `direction` are codes, empty where there is none."""

    stream: Stream
    roles: frozenset[Role]
    group: str
    direction: str
    team: str


FOR_OTHERS = frozenset({Role.PARTICIPANT, Role.TEAM_LEAD})
"""The roles in which an assistant may act for somebody."""


@dataclass(frozen=True, slots=True)
class Assistance:
    """An assistant acting for somebody: the tie's id, the assistant, and whether the assistant agreed."""

    id: int
    assistant: Person
    consented: bool


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is tapping: the messenger account, the person behind it, and what they may do now.

    `person` is None for a stranger and for an administrator who is not in the roster. `enrolments` hold
    only streams the person has not left. `consented` tells of the present version of the consent text.
    `update_id` is the update that brought the visitor: an effect is written together with it.

    An assistant acts for somebody: then `person` and `enrolments` are those of that person, in the roles
    of `FOR_OTHERS` alone, `consented` tells of both, and `assistance` says who taps. What is nobody's but
    one's own (data, consents, ways in) asks for `own_person`.
    """

    user_id: int
    chat_id: int
    locale: str
    person: Person | None = None
    enrolments: tuple[Enrolment, ...] = ()
    administrator: bool = False
    consented: bool = False
    reachable: bool = True
    chosen_stream_id: int | None = None
    menu: str = ""
    known: bool = False
    update_id: int = 0
    assistance: Assistance | None = None

    @property
    def own_person(self) -> Person | None:
        """Whoever taps, also while acting for somebody."""
        return self.person if self.assistance is None else self.assistance.assistant

    @property
    def own_consented(self) -> bool:
        """Tell whether whoever taps has agreed, also while acting for somebody."""
        return self.consented if self.assistance is None else self.assistance.consented

    @property
    def admitted(self) -> bool:
        """Tell whether anything of the programme may be shown at all."""
        if self.administrator and self.person is None:
            return True
        return self.person is not None and self.consented and bool(self.enrolments or self.administrator)

    @property
    def roles(self) -> frozenset[Role]:
        """Every role in any stream."""
        own = frozenset(role for enrolment in self.enrolments for role in enrolment.roles)
        return own | {Role.ADMINISTRATOR} if self.administrator else own

    def roles_in(self, stream_id: int) -> frozenset[Role]:
        """The roles in one stream; an administrator is an organizer everywhere."""
        parts = [enrolment.roles for enrolment in self.enrolments if enrolment.stream.id == stream_id]
        own: frozenset[Role] = frozenset().union(*parts)
        return own | {Role.ADMINISTRATOR, Role.ORGANIZER} if self.administrator else own
