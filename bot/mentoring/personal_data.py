"""The personal data of the room of mentoring: what a mentor tells about themselves."""

from bot.shared.personal import PersonalRows

PERSONAL_DATA = (PersonalRows("mentors"),)
