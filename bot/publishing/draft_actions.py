"""The draft in the chat: what publishing it would change and for whom, publishing, taking back."""

from dataclasses import dataclass

from bot.notices.planning import Planning
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_role
from bot.programme.model import Stream
from bot.publishing.actions import publish_step
from bot.publishing.changes import DraftChanges, draft_changes
from bot.publishing.model import Author, Counts, Publication
from bot.publishing.notice_actions import concerned, counts_of
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from db import invitations, programme
from db.edition_facts import edition_facts
from db.editions import lock_programme
from db.engine import Database, Tx
from db.publications import latest_publication
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class Draft:
    """A stream's draft; `changes` is None where there is none.

    `people` are enrolled at present, `counts` those whom publishing would concern. `last` is the stream's
    last publication.
    """

    stream: Stream
    changes: DraftChanges | None
    people: int
    counts: Counts
    last: Publication | None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a publication or of taking it back.

    With `before` it had been done already, by whoever the publication names.
    """

    stream: Stream
    publication: Publication
    before: bool = False


async def look_at_draft(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> Draft:
    """Return the draft of a stream the visitor organizes."""
    async with db.read() as tx:
        stream = await organized_stream(tx, clock, visitor, stream_id)
        people = await invitations.count_enrolled(tx, stream_id, clock.now().date())
        changes = await draft_changes(tx, stream_id)
        counts = Counts()
        if changes is not None and stream.published_id is not None:
            edition = await edition_facts(tx, stream_id, changes.edition_id)
            told = await concerned(tx, clock.now(), stream_id, edition, stream.published_id)
            counts = counts_of(told)
        return Draft(stream, changes, people, counts, await latest_publication(tx, stream_id))


async def publish_draft(
    db: Database, clock: Clock, visitor: Visitor, planning: Planning, stream_id: int, edition_id: int
) -> Done:
    """Publish the draft that was shown and plan the notices; a second tap changes nothing.

    Raises OutOfDate when the draft is another one by now.
    """
    async with db.write() as tx:
        await lock_programme(tx)
        stream = await organized_stream(tx, clock, visitor, stream_id)
        again = not await first_time(tx, visitor.update_id, "publish", clock.now())
        last = await latest_publication(tx, stream_id)
        if last is not None and (again or stream.published_id == edition_id):
            return Done(stream, last, before=not again)
        author = await author_of(tx, clock, visitor)
        publication = await publish_step(tx, clock, planning, stream_id, edition_id, author)
        return Done(stream, publication)


async def organized_stream(tx: Tx, clock: Clock, visitor: Visitor, stream_id: int) -> Stream:
    """Step: return a stream the visitor organizes at this moment; NotAllowed for any other."""
    require_role(await present_visitor(tx, clock, visitor), stream_id, Role.ORGANIZER)
    stream = next((one for one in await programme.all_streams(tx) if one.id == stream_id), None)
    if stream is None:
        raise NotAllowed
    return stream


async def author_of(tx: Tx, clock: Clock, visitor: Visitor) -> Author:
    """Step: return as whom a visitor publishes."""
    present = await present_visitor(tx, clock, visitor)
    return Author(visitor.user_id, present.person.id if present.person else None)
