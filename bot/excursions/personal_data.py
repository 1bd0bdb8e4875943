"""The personal data of the room of excursions: seats, waiting for one, and who guides a bus."""

from bot.shared.personal import PersonalRows

PERSONAL_DATA = (
    PersonalRows("seats"),
    PersonalRows("waiting_places"),
    PersonalRows("bus_versions", "guide_id", blank=lambda _: {"guide_id": None}),
)
