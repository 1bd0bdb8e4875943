"""Settings of programmes as organizers changed them; what is not there is the default."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey, String, Table, Text, and_, select, update

from bot.people.model import joined_name
from bot.programme.setting import DEFAULTS, Change, Settings
from db.engine import Tx
from db.people import accounts, people
from db.programme import streams
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep

programme_settings = Table(
    "programme_settings",
    metadata,
    Column("programme_id", ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(24), primary_key=True),
    Column("value", Text),
    Column("changed_by", BigInteger),
    Column("changed_at", UTCDateTime, nullable=False),
)
"""`value` NULL: put back to the default, by somebody at some moment."""

_KEPT = select(programme_settings.c.programme_id, programme_settings.c.key, programme_settings.c.value).where(
    programme_settings.c.value.is_not(None)
)


async def settings_of(tx: Tx, programme_id: int) -> Settings:
    """Return the settings of a programme; one statement."""
    rows = await tx.execute(_KEPT.where(programme_settings.c.programme_id == programme_id))
    return Settings({row.key: row.value for row in rows})


async def settings_of_stream(tx: Tx, stream_id: int) -> Settings:
    """Return the settings of a stream's programme; one statement."""
    own = _KEPT.join(streams, streams.c.programme_id == programme_settings.c.programme_id)
    rows = await tx.execute(own.where(streams.c.id == stream_id))
    return Settings({row.key: row.value for row in rows})


async def settings_of_all(tx: Tx) -> Mapping[int, Settings]:
    """Return programme id → settings, for those where anything was changed; one statement."""
    kept: dict[int, dict[str, str]] = {}
    for row in await tx.execute(_KEPT):
        kept.setdefault(row.programme_id, {})[row.key] = row.value
    return {programme_id: Settings(values) for programme_id, values in kept.items()}


def settings_in(every: Mapping[int, Settings], programme_id: int) -> Settings:
    """Choose a programme's settings of what `settings_of_all` returned."""
    return every.get(programme_id, DEFAULTS)


async def changes_of(tx: Tx, programme_id: int) -> dict[str, Change]:
    """Return key → the last change, with the name of whoever did it."""
    rows = await tx.execute(
        select(programme_settings, people.c.surname, people.c.name, people.c.patronymic, accounts.c.appointed)
        .select_from(programme_settings)
        .outerjoin(accounts, accounts.c.user_id == programme_settings.c.changed_by)
        .outerjoin(people, people.c.id == accounts.c.person_id)
        .where(programme_settings.c.programme_id == programme_id)
    )
    found = {}
    for row in rows:
        name = joined_name(row.surname, row.name, row.patronymic)
        by = name if name or row.appointed else None
        found[row.key] = Change(row.value, by, row.changed_at)
    return found


async def save_setting(
    tx: Tx, programme_id: int, key: str, value: str | None, user_id: int, now: datetime
) -> None:
    """Write a value (None: the default) with who changed it and when."""
    own = and_(programme_settings.c.programme_id == programme_id, programme_settings.c.key == key)
    values = {"value": value, "changed_by": user_id, "changed_at": now}
    changed = await tx.execute(update(programme_settings).where(own).values(**values))
    if not changed.rowcount:
        row = {"programme_id": programme_id, "key": key, **values}
        await tx.execute(insert_or_keep(tx, programme_settings, row))
