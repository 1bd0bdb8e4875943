"""Files attached to an event: slides, plans, photos; we keep how the messenger calls them (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

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


PENDING = "files"
"""Where the files that wait for an event stand beside what is awaited from an organizer."""


def pending_files(data: Mapping[str, Any]) -> tuple[SentFile, ...]:
    """Read the files that wait for an event to be chosen, as `pending_data` wrote them."""
    found = [SentFile(**one) for one in data.get(PENDING, ())]
    return tuple(replace(one, kind=FileKind(one.kind)) for one in found)


def pending_data(files: Iterable[SentFile]) -> dict[str, Any]:
    """Write the files that wait for an event, each once, as JSON values."""
    return {PENDING: [asdict(one) for one in {file.unique_id: file for file in files}.values()]}
