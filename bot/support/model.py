"""Questions to the organizers and the group chats that serve a stream."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.people.model import Person
from bot.programme.model import Stream


class Purpose(StrEnum):
    """What a group chat is for: the organizers of a stream, or everybody in it."""

    STAFF = "staff"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Binding:
    """A chat tied to a stream; `present` tells whether the bot is in it, `card_id` its programme message."""

    chat_id: int
    purpose: Purpose
    stream: Stream
    present: bool
    card_id: int | None

    def gives_way(self, purpose: Purpose) -> bool:
        """Tell whether the tie ends when its chat is tied once more, to another stream for a purpose.

        A chat has one purpose. A staff chat may serve several streams, a stream's group only one.
        """
        return purpose is Purpose.GROUP or self.purpose is not purpose


class State(StrEnum):
    """How far a question has come."""

    NEW = "new"
    TAKEN = "taken"
    ANSWERED = "answered"


class Kind(StrEnum):
    """What a message of a question is; each but a text has a file and may have a caption."""

    TEXT = "text"
    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"


class What(StrEnum):
    """What is sent about a message of a question."""

    MESSAGE = "message"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Content:
    """What somebody wrote: words (a file's caption), and the file's id in the messenger.

    `entities` is the formatting of the words as JSON, empty for none; `album` the messenger's mark of
    messages that were sent as one album, empty for a message of its own.
    """

    kind: Kind
    text: str
    file_id: str
    chat_id: int
    message_id: int
    entities: str = ""
    album: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A thread between a person and the organizers of a stream.

    `waiting_since` is when the person wrote what nobody has answered yet. `staff` is the full name of
    whoever took or answered it, empty for nobody and for an administrator who is not in the roster.
    `through` is the name of the assistant who wrote what is shown, empty where the person did.
    """

    id: int
    stream: Stream
    person: Person
    state: State
    waiting_since: datetime
    staff: str
    first_words: str = ""
    through: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A chat something is to be sent to; `locale` None means the installation's own language.

    `reply_to` is the message of the thread there that is answered, where there is one; `posted` is how
    many messages of this very send stand there already.
    """

    chat_id: int
    locale: str | None
    user_id: int | None
    reply_to: int | None
    posted: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to send now: about which message (its row) and to which chats.

    `opening` is the first message of its question, `author` the full name of whoever wrote it (empty for
    an administrator out of the roster). `contents` are several for an album.
    """

    send_id: int
    message_row: int
    what: What
    question: Question
    contents: Sequence[Content]
    from_staff: bool
    author: str
    opening: bool
    targets: Sequence[Target]
    staff_missing: bool
    attempts: int
    reached_before: bool

    @property
    def content(self) -> Content:
        """The message it is about, the first one of an album."""
        return self.contents[0]
