"""What a question asks for, before it is looked up."""

from dataclasses import dataclass
from enum import StrEnum

from bot.schedule.words import Subject


class Intent(StrEnum):
    """What people ask about; each has one kind of answer."""

    NOW = "now"
    TRANSFER = "transfer"
    EXCURSION = "excursion"
    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"
    COFFEE = "coffee"
    MEALS = "meals"
    DEFENCE = "defence"
    CHECK_IN = "check_in"
    LECTURE = "lecture"
    WORKSHOP = "workshop"
    MEETING = "meeting"
    INTERNSHIP = "internship"
    CULTURE = "culture"
    CONCERT = "concert"
    DAY = "day"
    BEGINS = "begins"
    ENDS = "ends"
    SPEAKERS = "speakers"
    ROOM = "room"
    WIFI = "wifi"
    ADDRESS = "address"
    WAY = "way"
    CONTACTS = "contacts"
    DUTY = "duty"
    LODGING = "lodging"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    TRIP = "trip"
    BRING = "bring"
    GROUP = "group"
    MODULE = "module"
    NEXT_MODULE = "next_module"
    MODULES = "modules"
    ABOARD = "aboard"
    STAYING = "staying"
    PROJECT = "project"
    MENTOR = "mentor"


class Part(StrEnum):
    """A part of the venue's day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True)
class Question:
    """An intent with the day and the part of the day it is limited to; None where nothing was named."""

    intent: Intent
    day: Subject | None = None
    part: Part | None = None
