"""Files of a project and their versions (pure); we keep how the messenger calls them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.schedule.files import FileKind

MOST = 60
"""Versions of one kind: more is an archive, for which a disk is better."""


class Paper(StrEnum):
    """What a file is for the project; the first three are the checklist of its defence."""

    CHARTER = "charter"
    PRESENTATION = "presentation"
    REGULATION = "regulation"
    OTHER = "other"

    @property
    def one_at_a_time(self) -> bool:
        """Tell whether the newest takes the place of those before it; other files stand side by side."""
        return self is not Paper.OTHER


CHECKLIST = (Paper.CHARTER, Paper.PRESENTATION, Paper.REGULATION)
"""What has to be ready for a defence."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file as somebody sent it for a project.

    `number` counts the versions of its kind from 1, the removed ones too. `by` is the full name of whoever
    sent it, empty where nobody knows any more. `lost` tells that the messenger no longer takes its id.
    """

    id: int
    project_id: int
    paper: Paper
    number: int
    sent_as: FileKind
    file_id: str
    unique_id: str
    name: str
    size: int
    caption: str
    by: str
    at: datetime
    removed_at: datetime | None = None
    lost: bool = False

    @property
    def there(self) -> bool:
        """Tell whether nobody has removed it."""
        return self.removed_at is None


def current(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Return what counts now, in the order of the kinds: of each kind its newest, and all other files."""
    there = sorted((one for one in versions if one.there), key=lambda one: one.number)
    newest = {one.paper: one for one in there if one.paper.one_at_a_time}
    return (
        *(newest[paper] for paper in CHECKLIST if paper in newest),
        *(one for one in there if not one.paper.one_at_a_time),
    )


def earlier(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Return what counted before, the newest first: replaced and removed."""
    every = tuple(versions)
    now = set(current(every))
    return tuple(sorted((one for one in every if one not in now), key=lambda one: one.at, reverse=True))


def same_file(versions: Iterable[Version], unique_id: str) -> Version | None:
    """Return the version in force that is this very file and still opens; None where it has to be kept."""
    return next((one for one in current(versions) if one.unique_id == unique_id and not one.lost), None)
