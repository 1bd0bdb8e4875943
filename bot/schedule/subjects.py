"""Under which subjects notices about events are planned, and found again when the events change (pure)."""

_EVENT = "event:"


def event_subject(event_id: int) -> str:
    """Return under which subject notices about an event are planned."""
    return f"{_EVENT}{event_id}"


def event_number(subject: str) -> int | None:
    """Return the id of the event a subject names, None for something else."""
    return int(subject.removeprefix(_EVENT)) if subject.startswith(_EVENT) else None
