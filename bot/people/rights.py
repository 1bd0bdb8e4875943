"""Who may do what: the one place where a right is decided (pure)."""

from bot.people.model import Role, Visitor
from bot.shared.errors import NotAllowed


def require_admission(visitor: Visitor) -> None:
    """Refuse strangers, people without consent and people who left every stream."""
    if not visitor.admitted:
        raise NotAllowed


def require_role(visitor: Visitor, stream_id: int, *roles: Role) -> None:
    """Refuse unless the visitor is admitted and has one of the roles in the stream."""
    require_admission(visitor)
    if not visitor.roles_in(stream_id) & frozenset(roles):
        raise NotAllowed
