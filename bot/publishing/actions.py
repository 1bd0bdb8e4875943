"""Publishing: the draft of a stream becomes what people see."""

from bot.publishing.changes import DraftChanges, draft_changes
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from db.editions import lock_programme, set_published
from db.engine import Database, Tx


async def see_draft(db: Database, stream_id: int) -> DraftChanges | None:
    """Return what publishing the stream's draft would change, None when there is no draft."""
    async with db.read() as tx:
        return await draft_changes(tx, stream_id)


async def publish(db: Database, clock: Clock, stream_id: int, edition_id: int) -> DraftChanges:
    """Publish the draft that was shown as `edition_id`; return what changed.

    Raises OutOfDate when the stream's draft is another one by now, or none.
    """
    async with db.write() as tx:
        return await publish_step(tx, clock, stream_id, edition_id)


async def publish_step(tx: Tx, clock: Clock, stream_id: int, edition_id: int) -> DraftChanges:
    """Do the same within a transaction that the caller keeps (to add the notices)."""
    await lock_programme(tx)
    changes = await draft_changes(tx, stream_id)
    if changes is None or changes.edition_id != edition_id:
        raise OutOfDate
    await set_published(tx, stream_id, edition_id, clock.now())
    return changes
