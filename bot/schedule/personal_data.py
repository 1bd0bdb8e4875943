"""The personal data of the timetable: how people travel and stay, what they took, who attached a file."""

from bot.shared.personal import PersonalRows

PERSONAL_DATA = (
    PersonalRows("travels"),
    PersonalRows("calendar_copies"),
    PersonalRows("event_files", "attached_by", blank=lambda _: {"attached_by": None}, exported=False),
)
