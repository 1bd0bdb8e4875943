"""The personal data of the plan: what was sent to somebody, and what the person switched off."""

from bot.shared.personal import PersonalRows

PERSONAL_DATA = (PersonalRows("notices"), PersonalRows("notice_mutes"))
