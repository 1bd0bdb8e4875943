"""Taking a publication back: people see what they saw before, and nothing that was written is lost."""

from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.publishing.actions import Switch, switch_step
from bot.publishing.draft_actions import Done, author_of, organized_stream
from bot.publishing.model import Publication, What
from bot.publishing.rebasing import carried
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate, Refusal
from db.editions import (
    StreamEditions,
    lock_programme,
    read_content,
    read_editions,
    write_edition,
)
from db.engine import Database, Tx
from db.publications import find_publication, latest_publication, mark_undone
from db.records import read_names
from db.updates import first_time


class Superseded(Refusal):
    """Something was published since."""

    key = "error-publication-superseded"


async def undo(db: Database, clock: Clock, visitor: Visitor, planning: Planning, publication_id: int) -> Done:
    """Take a stream's last publication back; a second tap changes nothing.

    The draft becomes what was published, unless somebody has written a newer one. Of a delay the shift is
    taken out of the draft too. Raises Superseded when something was published since.
    """
    async with db.write() as tx:
        await lock_programme(tx)
        publication = await find_publication(tx, publication_id)
        if publication is None:
            raise OutOfDate
        stream = await organized_stream(tx, clock, visitor, publication.stream_id)
        again = not await first_time(tx, visitor.update_id, "undo-publication", clock.now())
        last = await latest_publication(tx, publication.stream_id)
        if last is not None and (again or publication.undone_at is not None):
            return Done(stream, last, before=not again)
        if last != publication or publication.what is What.UNDO:
            raise Superseded
        draft_id = await _draft(tx, clock, publication)
        switch = Switch(What.UNDO, publication.previous_id, draft_id, await author_of(tx, clock, visitor))
        done = await switch_step(tx, clock, planning, stream.id, switch)
        await mark_undone(tx, publication.id, clock.now())
        return Done(stream, done)


async def _draft(tx: Tx, clock: Clock, publication: Publication) -> int | None:
    """Return which edition is the draft after the publication is taken back."""
    editions = await read_editions(tx)
    stream = next(one for one in editions if one.stream_id == publication.stream_id)
    if stream.draft_id == publication.draft_after_id:
        return publication.draft_before_id
    if publication.what is not What.DELAY:
        return stream.draft_id
    return await _without_delay(tx, clock, stream, publication)


async def _without_delay(
    tx: Tx, clock: Clock, stream: StreamEditions, publication: Publication
) -> int | None:
    if stream.draft_id is None or publication.edition_id is None or publication.previous_id is None:
        return stream.draft_id
    names = await read_names(tx)
    draft = await read_content(tx, stream.draft_id, names, stream.code)
    shifted = await read_content(tx, publication.edition_id, names, stream.code)
    before = await read_content(tx, publication.previous_id, names, stream.code)
    wanted = carried(draft, shifted, before)
    if wanted == before:
        return None
    return await write_edition(tx, names, stream, wanted, clock.now(), stream.draft_id)
