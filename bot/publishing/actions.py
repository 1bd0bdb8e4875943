"""Publishing: what people see of a stream becomes another edition, and who is concerned is told."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.notices.model import Scope
from bot.notices.planning import NO_PLANNING, Planning
from bot.publishing.changes import DraftChanges, draft_changes
from bot.publishing.model import Author, Counts, Publication, What
from bot.publishing.notice_actions import concerned, counts_of
from bot.publishing.touched import touched
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.shared.records import Ident, Record
from db.edition_facts import edition_facts
from db.editions import lock_programme, read_content, read_editions
from db.engine import Database, Tx
from db.publications import add_publication, point_stream, raise_sequences
from db.records import Names, read_names

NOBODY = Author()


@dataclass(frozen=True, slots=True)
class Switch:
    """Which edition people are to see from now on, and which is the draft then; None for none."""

    what: What
    edition_id: int | None
    draft_id: int | None
    author: Author = NOBODY


async def see_draft(db: Database, stream_id: int) -> DraftChanges | None:
    """Return what publishing the stream's draft would change, None when there is no draft."""
    async with db.read() as tx:
        return await draft_changes(tx, stream_id)


async def publish(
    db: Database, clock: Clock, stream_id: int, edition_id: int, planning: Planning = NO_PLANNING
) -> DraftChanges:
    """Publish the draft that was shown as `edition_id`; return what changed.

    Raises OutOfDate when the stream's draft is another one by now, or none.
    """
    async with db.write() as tx:
        await lock_programme(tx)
        changes = await draft_changes(tx, stream_id)
        if changes is None:
            raise OutOfDate
        await publish_step(tx, clock, planning, stream_id, edition_id)
        return changes


async def publish_step(
    tx: Tx, clock: Clock, planning: Planning, stream_id: int, edition_id: int, author: Author = NOBODY
) -> Publication:
    """Step: the same, with the notices; the first edition of a stream is told of to nobody."""
    await lock_programme(tx)
    stream = next((one for one in await read_editions(tx) if one.stream_id == stream_id), None)
    if stream is None or stream.draft_id is None or stream.draft_id != edition_id:
        raise OutOfDate
    return await switch_step(tx, clock, planning, stream_id, Switch(What.PUBLISH, edition_id, None, author))


async def switch_step(
    tx: Tx, clock: Clock, planning: Planning, stream_id: int, switch: Switch
) -> Publication:
    """Step: show people another edition, write who did it, and plan the notices again."""
    stream = next(one for one in await read_editions(tx) if one.stream_id == stream_id)
    now, previous_id, names = clock.now(), stream.published_id, await read_names(tx)
    old = await _content(tx, previous_id, names, stream.code)
    new = await _content(tx, switch.edition_id, names, stream.code)
    found = touched(old, new)
    counts = Counts()
    if previous_id is not None and switch.edition_id is not None:
        edition = await edition_facts(tx, stream_id, switch.edition_id)
        counts = counts_of(await concerned(tx, now, stream_id, edition, previous_id))
    await raise_sequences(tx, _ids(names, found.changed | found.removed), _ids(names, found.added))
    await point_stream(tx, stream_id, switch.edition_id, switch.draft_id, now)
    publication = await add_publication(
        tx,
        Publication(
            id=0,
            stream_id=stream_id,
            edition_id=switch.edition_id,
            previous_id=previous_id,
            what=switch.what,
            at=now,
            undone_at=None,
            draft_before_id=stream.draft_id,
            draft_after_id=switch.draft_id,
            counts=counts,
        ),
        switch.author,
    )
    affected = frozenset(_ids(names, found.every))
    await planning.replan(tx, now, Scope(stream_id, affected, found.days, publication_id=publication.id))
    return publication


async def _content(tx: Tx, edition_id: int | None, names: Names, code: str) -> Mapping[Ident, Record]:
    return {} if edition_id is None else await read_content(tx, edition_id, names, code)


def _ids(names: Names, codes: Collection[str]) -> list[int]:
    return [names.ids["event"][code] for code in codes]
