"""The personal data of the room of excursions: seats, waiting for one, boarding, who guides a bus."""

from bot.shared.personal import Owner, PersonalRows

PERSONAL_DATA = (
    PersonalRows("seats"),
    PersonalRows("waiting_places"),
    PersonalRows("boarding_marks", "marked_by", blank=lambda _: {"marked_by": None}, exported=False),
    PersonalRows("boarding_marks"),
    PersonalRows("bus_rides", "told_by", blank=lambda _: {"told_by": None}, exported=False),
    PersonalRows("boarding_views", "user_id", Owner.ACCOUNT),
    PersonalRows("bus_versions", "guide_id", blank=lambda _: {"guide_id": None}),
)
