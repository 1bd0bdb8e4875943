"""Who has a column on the page."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class CastMember:
    """A person of the world as the page shows them.

    ``title`` is the column's heading («Организатор»), ``note`` a line under it, ``zone`` the IANA
    zone of the person's phone: message times are shown in it. ``invitation`` is the payload of a
    link that waits under the start button of somebody who has not started yet.
    """

    user_id: int
    title: str
    note: str = ""
    zone: str = "Europe/Moscow"
    added: bool = False
    invitation: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """The people and the group chats, in the order of the columns; ``zone`` is the header clock's."""

    members: tuple[CastMember, ...]
    groups: tuple[int, ...] = ()
    zone: str = "Europe/Moscow"

    def find(self, user_id: int) -> CastMember | None:
        """Return the member with this id, None when the page does not show them."""
        return next((member for member in self.members if member.user_id == user_id), None)

    def joined_by(self, member: CastMember) -> "Cast":
        """Return the cast with one more person at its end."""
        return replace(self, members=(*self.members, member))
