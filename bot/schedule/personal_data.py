"""The personal data of the room of the schedule: how people travel and where they stay."""

from bot.shared.personal import PersonalRows

PERSONAL_DATA = (PersonalRows("travels"),)
