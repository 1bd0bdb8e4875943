"""The personal data of the room of the schedule: how people travel and stay, who attached a file."""

from bot.shared.personal import PersonalRows

PERSONAL_DATA = (
    PersonalRows("travels"),
    PersonalRows("event_files", "attached_by", blank=lambda _: {"attached_by": None}, exported=False),
)
