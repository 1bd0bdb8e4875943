"""Where questions are shown: by messages of the help desk, and by the alarms among the notices."""

from sqlalchemy import Index, and_, func, literal_column, select, text

from bot.support.notices import QUESTION_WAITING, question_number, subject
from db.engine import Tx
from db.notices import notices
from db.support import question_posts, questions, written_at

_KIND = f"'{QUESTION_WAITING.name}'"
"""Written out in statements: with a parameter no database could tell that the index below serves them."""

Index(
    "ix_notices_alarms_shown",
    notices.c.sent_chat_id,
    notices.c.message_ids,
    sqlite_where=text(f"kind = {_KIND}"),
    postgresql_where=text(f"kind = {_KIND}"),
)

_ALARMS = notices.c.kind == literal_column(_KIND)


async def thread_at(tx: Tx, chat_id: int, message_id: int) -> int | None:
    """Return the question a message of a chat belongs to: shown there by the bot, or written there."""
    here = and_(question_posts.c.chat_id == chat_id, question_posts.c.message_id == message_id)
    shown: int | None = await tx.scalar(select(question_posts.c.question_id).where(here))
    if shown is not None:
        return shown
    written = await written_at(tx, chat_id, message_id)
    return await called_out_at(tx, chat_id, message_id) if written is None else written[1]


async def newest_post(tx: Tx, question_id: int, chat_id: int) -> int | None:
    """Return the newest message of a thread in a chat, to which the next one replies."""
    here = and_(question_posts.c.question_id == question_id, question_posts.c.chat_id == chat_id)
    newest: int | None = await tx.scalar(select(func.max(question_posts.c.message_id)).where(here))
    stream = select(questions.c.stream_id).where(questions.c.id == question_id).scalar_subquery()
    alarms = and_(
        notices.c.stream_id == stream,
        notices.c.subject == subject(question_id),
        notices.c.kind == QUESTION_WAITING.name,
        notices.c.sent_chat_id == chat_id,
    )
    called = (await tx.execute(select(notices.c.message_ids).where(alarms))).scalars()
    return max([*([] if newest is None else [newest]), *(int(one) for one in called if one)], default=None)


async def called_out_at(tx: Tx, chat_id: int, message_id: int) -> int | None:
    """Return the question that a message of a chat is the alarm of; an alarm is one message."""
    here = and_(_ALARMS, notices.c.sent_chat_id == chat_id, notices.c.message_ids == str(message_id))
    about: str | None = await tx.scalar(select(notices.c.subject).where(here).limit(1))
    return None if about is None else question_number(about)
