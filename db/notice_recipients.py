"""Who gets notices: their accounts at this moment, and the kinds they have switched off."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import Column, ForeignKey, String, Table, and_, bindparam, delete, select

from bot.notices.model import Recipient
from db.engine import Tx
from db.notices import batches
from db.people import accounts, agreed, consents, enrolments, people, present
from db.types import metadata
from db.upsert import insert_or_keep

notice_mutes = Table(
    "notice_mutes",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("mute_group", String(40), primary_key=True),
)

_ACCOUNTS = (
    select(
        accounts.c.person_id,
        accounts.c.user_id,
        accounts.c.chat_id,
        accounts.c.locale,
        accounts.c.reachable,
        people.c.zone,
        consents.c.id,
    )
    .select_from(accounts.join(people, people.c.id == accounts.c.person_id))
    .outerjoin(
        consents,
        agreed(people.c.id, version=bindparam("consent_version")),
    )
)


async def recipients(
    tx: Tx, person_ids: Collection[int], today: date, consent_version: int
) -> dict[int, Recipient]:
    """Read the accounts of people; who has none is missing."""
    streams = await _grouped(tx, person_ids, today)
    muted = await _muted(tx, person_ids)
    found: dict[int, Recipient] = {}
    for part in batches(person_ids):
        own = _ACCOUNTS.where(accounts.c.person_id.in_(part))
        rows = await tx.execute(own, {"consent_version": consent_version})
        for person_id, user_id, chat_id, locale, reachable, zone, consent in rows:
            found[person_id] = Recipient(
                person_id=person_id,
                user_id=user_id,
                chat_id=chat_id,
                locale=locale,
                reachable=reachable,
                consented=consent is not None,
                streams=frozenset(streams.get(person_id, ())),
                home_zone=zone,
                muted=frozenset(muted.get(person_id, ())),
            )
    return found


async def muted_of(tx: Tx, person_id: int) -> frozenset[str]:
    """Return the groups of kinds a person has switched off."""
    return frozenset((await _muted(tx, [person_id])).get(person_id, ()))


async def set_muted(tx: Tx, person_id: int, mute_group: str, muted: bool) -> None:
    """Switch a group of kinds off or on for a person."""
    if muted:
        await tx.execute(insert_or_keep(tx, notice_mutes, {"person_id": person_id, "mute_group": mute_group}))
        return
    own = and_(notice_mutes.c.person_id == person_id, notice_mutes.c.mute_group == mute_group)
    await tx.execute(delete(notice_mutes).where(own))


async def _grouped(tx: Tx, person_ids: Iterable[int], today: date) -> dict[int, set[int]]:
    streams: dict[int, set[int]] = {}
    for part in batches(person_ids):
        rows = await tx.execute(
            select(enrolments.c.person_id, enrolments.c.stream_id).where(
                enrolments.c.person_id.in_(part), present(today)
            )
        )
        for person_id, stream_id in rows:
            streams.setdefault(person_id, set()).add(stream_id)
    return streams


async def _muted(tx: Tx, person_ids: Iterable[int]) -> dict[int, set[str]]:
    muted: dict[int, set[str]] = {}
    for part in batches(person_ids):
        rows = await tx.execute(select(notice_mutes).where(notice_mutes.c.person_id.in_(part)))
        for person_id, mute_group in rows:
            muted.setdefault(person_id, set()).add(mute_group)
    return muted
