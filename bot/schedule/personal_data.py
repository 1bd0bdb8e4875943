"""The personal data of the room of the schedule: how people travel, where they stay, what they took along."""

from bot.shared.personal import PersonalRows

PERSONAL_DATA = (PersonalRows("travels"), PersonalRows("calendar_copies"))
