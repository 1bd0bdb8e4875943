"""Personal invitations: what makes one open, and why it does not (pure)."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.shared.errors import Refusal

LIFETIME = timedelta(days=30)
"""How long an invitation opens unless the operator says otherwise."""

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What a deep link may carry (Telegram, Deep linking: `start` parameter)."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A personal way in for one person of the roster, to be used once."""

    id: int
    code: str
    person_id: int
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


def new_code() -> str:
    """Make a code nobody guesses: 96 random bits in 16 characters of the deep link's alphabet."""
    return secrets.token_urlsafe(12)


def link(bot_username: str, code: str) -> str:
    """Return the deep link that opens the bot with a code."""
    return f"https://t.me/{bot_username}?start={code}"


def check(invitation: Invitation | None, now: datetime) -> Invitation:
    """Return an invitation that opens at this moment; a Refusal names the reason otherwise."""
    if invitation is None or invitation.revoked_at is not None:
        raise Refusal("error-invitation-unknown")
    if invitation.used_at is not None:
        raise Refusal("error-invitation-used")
    if now >= invitation.expires_at:
        raise Refusal("error-invitation-expired")
    return invitation
