"""What notices are about, by name, where that is no event: projects."""

from collections.abc import Iterable

from sqlalchemy import select

from bot.projects.notices import project_number, subject
from db.engine import Tx
from db.notices import batches
from db.projects import projects


async def names_of_subjects(tx: Tx, subjects: Iterable[str]) -> dict[str, str]:
    """Return subject → title for subjects that name a project which is there."""
    ids = {number for number in map(project_number, subjects) if number is not None}
    found: dict[str, str] = {}
    for part in batches(sorted(ids)):
        rows = await tx.execute(select(projects.c.id, projects.c.title).where(projects.c.id.in_(part)))
        found.update({subject(row.id): row.title for row in rows})
    return found
