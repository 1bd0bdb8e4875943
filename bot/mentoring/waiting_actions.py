"""What waits for a mentor and for organizers in mentorships that run."""

from bot.people.model import Role
from bot.people.todo import Asker, Awaited, Matter
from db import meeting_reads
from db.engine import Tx
from db.mentorship_requests import waiting_in


async def meetings_to_log(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: name each meeting that is over and of which the mentor has said nothing."""
    visitor = asker.visitor
    streams = [part.stream.id for part in visitor.enrolments if Role.MENTOR in part.roles]
    if visitor.person is None or not streams:
        return []
    found = await meeting_reads.meetings_to_log(tx, visitor.person.id, streams, asker.now)
    return [Awaited(Matter.MEETING_LOG, 1, meeting_id, name=team) for meeting_id, team in found]


async def ends_asked(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: count, by stream, the requests to end a mentorship that wait for organizers."""
    running = {stream.id: stream for stream in asker.running}
    if not running:
        return []
    asked = await waiting_in(tx, list(running))
    return [
        Awaited(Matter.END_ASKED, len(ids), ids[0] if len(ids) == 1 else 0, running[stream_id])
        for stream_id, ids in sorted(asked.items())
    ]
