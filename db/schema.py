"""Every table, gathered for migrations."""

from db import excursions, mentoring, people, programme, projects, schedule, updates
from db.types import metadata

__all__ = ["excursions", "mentoring", "metadata", "people", "programme", "projects", "schedule", "updates"]
