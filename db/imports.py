"""Workbooks that came by the chat: kept between the message and the tap, and what takes them back."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    insert,
    or_,
    select,
    update,
)

from db.engine import Tx
from db.types import UTCDateTime, metadata

WAITING = "waiting"
APPLIED = "applied"
CANCELLED = "cancelled"
UNDONE = "undone"

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("file_name", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("state", String(12), nullable=False),
    Column("content", LargeBinary),
    Column("inverse", Text),
    Column("created_at", UTCDateTime, nullable=False, index=True),
    Column("settled_at", UTCDateTime),
)


@dataclass(frozen=True, slots=True)
class Import:
    """A workbook somebody (a messenger account) sent.

    `content` is the file while it waits for a decision; `inverse` says, as JSON, how an applied one is
    taken back. Both hold personal data: they are forgotten by the calendar, and when somebody is erased.
    """

    id: int
    user_id: int
    file_name: str
    state: str
    content: bytes | None
    inverse: str | None


_IMPORT = select(
    imports.c.id,
    imports.c.user_id,
    imports.c.file_name,
    imports.c.state,
    imports.c.content,
    imports.c.inverse,
)


async def add_import(tx: Tx, user_id: int, file_name: str, digest: str, content: bytes, now: datetime) -> int:
    """Keep a workbook that waits for its sender's decision; return its id."""
    made = await tx.execute(
        insert(imports)
        .values(
            user_id=user_id,
            file_name=file_name,
            digest=digest,
            state=WAITING,
            content=content,
            created_at=now,
        )
        .returning(imports.c.id)
    )
    return int(made.scalar_one())


async def find_import(tx: Tx, import_id: int) -> Import | None:
    """Return a workbook by its id; within an action nobody else decides about it meanwhile."""
    row = (await tx.execute(_IMPORT.where(imports.c.id == import_id).with_for_update())).one_or_none()
    return None if row is None else Import(*row)


async def waiting_import(tx: Tx, user_id: int, digest: str) -> int | None:
    """Return the newest workbook of an account with this digest that waits for a decision."""
    chosen = select(imports.c.id).where(
        imports.c.user_id == user_id, imports.c.digest == digest, imports.c.state == WAITING
    )
    return await tx.scalar(chosen.order_by(imports.c.id.desc()).limit(1))


async def settle_import(
    tx: Tx, import_id: int, state: str, now: datetime, inverse: str | None = None
) -> None:
    """Write what became of a workbook and let its contents go."""
    chosen = update(imports).where(imports.c.id == import_id)
    await tx.execute(chosen.values(state=state, content=None, inverse=inverse, settled_at=now))


async def senders(tx: Tx) -> list[int]:
    """Return the accounts of whose workbooks anything is kept still."""
    kept = or_(imports.c.content.is_not(None), imports.c.inverse.is_not(None))
    return list((await tx.execute(select(imports.c.user_id).where(kept).distinct())).scalars())


async def forget_contents_before(tx: Tx, user_id: int, moment: datetime) -> None:
    """Forget an account's files nobody decided about and ways back nobody took; the bare log stays."""
    old = update(imports).where(imports.c.user_id == user_id, imports.c.created_at < moment)
    await tx.execute(old.where(imports.c.state == WAITING).values(state=CANCELLED, settled_at=moment))
    await tx.execute(old.values(content=None, inverse=None))


async def forget_naming(tx: Tx, code: str, now: datetime) -> None:
    """Forget the ways back that name somebody by code, and every waiting file: those cannot be searched."""
    named = imports.c.inverse.contains(json.dumps(code, ensure_ascii=False), autoescape=True)
    await tx.execute(update(imports).where(named).values(inverse=None))
    waiting = update(imports).where(imports.c.state == WAITING)
    await tx.execute(waiting.values(state=CANCELLED, content=None, settled_at=now))
