"""What kinds of event a timetable has."""

from enum import StrEnum


class EventKind(StrEnum):
    """The kind of an event; the value is what the database keeps."""

    LECTURE = "lecture"
    WORKSHOP = "workshop"
    MEETING = "meeting"
    EXCURSION = "excursion"
    MEAL = "meal"
    TRANSFER = "transfer"
    CHECK_IN = "check_in"
    INTERNSHIP = "internship"
    DEFENCE = "defence"
    CULTURE = "culture"
    OTHER = "other"
