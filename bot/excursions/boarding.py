"""Boarding: who is on the bus, who is missing and who is not coming (pure)."""

from enum import StrEnum


class Way(StrEnum):
    """Which of the two rides people board for; the value is what the database and buttons keep."""

    THERE = "there"
    BACK = "back"


class Mark(StrEnum):
    """What is said of somebody and a bus; the value is what the database and buttons keep."""

    IN = "in"
    OUT = "out"
