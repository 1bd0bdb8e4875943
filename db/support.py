"""Tables of the questions to organizers: threads, their messages, and where these were shown."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    func,
    insert,
    or_,
    select,
    update,
)

from bot.people.model import joined_name
from bot.support.model import Content, Kind, Question, State
from db.engine import Tx
from db.people import people, person_of
from db.programme import programmes, stream_columns, stream_of, streams
from db.types import UTCDateTime, metadata

questions = Table(
    "questions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("state", String(10), nullable=False),
    Column("asked_at", UTCDateTime, nullable=False),
    Column("waiting_since", UTCDateTime, nullable=False, index=True),
    Column("staff_id", ForeignKey("people.id", ondelete="SET NULL")),
    Column("answered_at", UTCDateTime),
)

question_messages = Table(
    "question_messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("question_id", ForeignKey("questions.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("from_staff", Boolean, nullable=False),
    Column("author_id", ForeignKey("people.id", ondelete="SET NULL")),
    Column("kind", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("entities", Text, nullable=False, server_default=""),
    Column("file_id", Text, nullable=False),
    Column("album", String(64), nullable=False, server_default=""),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("written_at", UTCDateTime, nullable=False),
    Column("edited_at", UTCDateTime),
    UniqueConstraint("chat_id", "message_id"),
)

question_posts = Table(
    "question_posts",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("question_id", ForeignKey("questions.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("send_id", ForeignKey("question_sends.id", ondelete="CASCADE"), nullable=False, index=True),
)

staff = people.alias("staff")
first_words = (
    select(question_messages.c.text)
    .where(question_messages.c.question_id == questions.c.id, question_messages.c.text != "")
    .order_by(question_messages.c.id)
    .limit(1)
    .scalar_subquery()
    .label("first_words")
)
_QUESTIONS = (
    select(
        questions.c.id.label("question_id"),
        questions.c.state,
        questions.c.waiting_since,
        staff.c.surname.label("staff_surname"),
        staff.c.name.label("staff_name"),
        staff.c.patronymic.label("staff_patronymic"),
        first_words,
        *people.c,
        *stream_columns,
    )
    .select_from(questions.join(people, people.c.id == questions.c.person_id))
    .join(streams, streams.c.id == questions.c.stream_id)
    .join(programmes, programmes.c.id == streams.c.programme_id)
    .outerjoin(staff, staff.c.id == questions.c.staff_id)
)


async def question(tx: Tx, question_id: int) -> Question | None:
    """Return a question by its number."""
    row = (await tx.execute(_QUESTIONS.where(questions.c.id == question_id))).one_or_none()
    return None if row is None else _question(row)


async def open_questions(tx: Tx, stream_ids: Iterable[int]) -> list[Question]:
    """Return what is not answered in some streams, the longest waiting first."""
    wanted = and_(questions.c.stream_id.in_(list(stream_ids)), questions.c.state != State.ANSWERED)
    rows = await tx.execute(_QUESTIONS.where(wanted).order_by(questions.c.waiting_since, questions.c.id))
    return [_question(row) for row in rows]


async def add_question(tx: Tx, stream_id: int, person_id: int, chat_id: int, now: datetime) -> int:
    """Open a thread and return its number."""
    values = {"stream_id": stream_id, "person_id": person_id, "chat_id": chat_id}
    moments = {"state": State.NEW, "asked_at": now, "waiting_since": now}
    done = await tx.execute(insert(questions).values(**values, **moments))
    assert done.inserted_primary_key is not None  # noqa: S101  (an INSERT of one row returns its key)
    return int(done.inserted_primary_key[0])


async def change_question(tx: Tx, question_id: int, **values: object) -> None:
    """Change columns of a question."""
    await tx.execute(update(questions).where(questions.c.id == question_id).values(**values))


async def add_message(
    tx: Tx, question_id: int, content: Content, author_id: int | None, from_staff: bool, now: datetime
) -> int:
    """Keep a message of a thread, words and file id, and return its row's id."""
    values = {
        "question_id": question_id,
        "from_staff": from_staff,
        "author_id": author_id,
        "kind": content.kind,
        "text": content.text,
        "entities": content.entities,
        "file_id": content.file_id,
        "album": content.album,
        "chat_id": content.chat_id,
        "message_id": content.message_id,
        "written_at": now,
    }
    done = await tx.execute(insert(question_messages).values(**values))
    assert done.inserted_primary_key is not None  # noqa: S101  (an INSERT of one row returns its key)
    return int(done.inserted_primary_key[0])


async def written_at(tx: Tx, chat_id: int, message_id: int) -> tuple[int, int, bool] | None:
    """Return the row's id and the question of a message as it was written in a chat, and whether by staff."""
    here = and_(question_messages.c.chat_id == chat_id, question_messages.c.message_id == message_id)
    own = question_messages.c
    row = (await tx.execute(select(own.id, own.question_id, own.from_staff).where(here))).one_or_none()
    return None if row is None else (row.id, row.question_id, row.from_staff)


async def correct_message(tx: Tx, row_id: int, content: Content, now: datetime) -> bool:
    """Keep the new words of a message and their formatting; False where they are the old ones."""
    own = question_messages.c
    changed = update(question_messages).where(
        own.id == row_id, or_(own.text != content.text, own.entities != content.entities)
    )
    new = {"text": content.text, "entities": content.entities, "edited_at": now}
    return bool((await tx.execute(changed.values(new))).rowcount)


async def album_thread(tx: Tx, chat_id: int, album: str) -> int | None:
    """Return the question that earlier messages of an album belong to, None for a new album."""
    here = and_(question_messages.c.chat_id == chat_id, question_messages.c.album == album)
    found: int | None = await tx.scalar(select(question_messages.c.question_id).where(here).limit(1))
    return found


async def last_asked(tx: Tx, question_id: int) -> tuple[int, Content]:
    """Return the last thing the person wrote, with its row's id."""
    own = and_(question_messages.c.question_id == question_id, question_messages.c.from_staff.is_(False))
    newest = select(question_messages).where(own).order_by(question_messages.c.id.desc()).limit(1)
    row = (await tx.execute(newest)).one()
    return row.id, content_of(row)


async def last_written_in(tx: Tx, question_id: int, chat_id: int) -> int | None:
    """Return the number of the last message the person wrote in a chat about a question."""
    own = and_(
        question_messages.c.question_id == question_id,
        question_messages.c.from_staff.is_(False),
        question_messages.c.chat_id == chat_id,
    )
    newest: int | None = await tx.scalar(select(func.max(question_messages.c.message_id)).where(own))
    return newest


async def thread(tx: Tx, question_id: int) -> Sequence[tuple[bool, Content]]:
    """Return the messages of a question in their order, each with whether staff wrote it."""
    own = question_messages.c.question_id == question_id
    rows = await tx.execute(select(question_messages).where(own).order_by(question_messages.c.id))
    return [(row.from_staff, content_of(row)) for row in rows]


def content_of(row: Any) -> Content:
    """Make the content of a row that holds the columns of `question_messages`."""
    place = (row.chat_id, row.message_id)
    return Content(Kind(row.kind), row.text, row.file_id, *place, row.entities, row.album)


def _question(row: Any) -> Question:
    names = (row.staff_surname, row.staff_name, row.staff_patronymic)
    return Question(
        id=row.question_id,
        stream=stream_of(row),
        person=person_of(row),
        state=State(row.state),
        waiting_since=row.waiting_since,
        staff=joined_name(*names),
        first_words=row.first_words or "",
    )
