"""Files attached to an event: slides, plans, photos; we keep how the messenger calls them (pure)."""

from dataclasses import dataclass
from enum import StrEnum

MOST = 30
"""Files of one event: more is a folder, for which a link in the workbook's «Материалы» is better."""

LONGEST = 900
"""Characters of a caption that are kept: with a name before them they fit a message's 1,024."""


class FileKind(StrEnum):
    """How the messenger sends a file again; the value is what the database keeps."""

    DOCUMENT = "document"
    PHOTO = "photo"
    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as an organizer sent it.

    `file_id` sends it again; `unique_id` is the same whenever the same file is sent. `name` is empty for
    what has none (a photo), `size` is in bytes, 0 where the messenger does not tell.
    """

    kind: FileKind
    file_id: str
    unique_id: str
    name: str
    size: int
    caption: str


@dataclass(frozen=True, slots=True)
class Material:
    """A file attached to an event; `lost` tells that the messenger no longer takes its id."""

    id: int
    event_id: int
    kind: FileKind
    file_id: str
    name: str
    size: int
    caption: str
    lost: bool
