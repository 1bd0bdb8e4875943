"""What waits for a mentor, and for organizers of mentors' answers: proposals."""

from bot.mentoring.settings import ESCALATE
from bot.people.model import Role
from bot.people.todo import Asker, Awaited, Matter
from db import matchings, mentorships
from db.engine import Tx
from db.settings import settings_in, settings_of_all


async def proposals_waiting(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: name each team that was proposed to the person as a mentor."""
    visitor = asker.visitor
    if visitor.person is None or Role.MENTOR not in visitor.roles:
        return []
    return [
        Awaited(Matter.PROPOSAL, 1, one.id, name=one.team)
        for one in await mentorships.proposals_to(tx, visitor.person.id)
        if Role.MENTOR in visitor.roles_in(one.stream.id)
    ]


async def answers_missing(tx: Tx, asker: Asker) -> list[Awaited]:
    """Step: count, by stream, mentors who have been silent too long, and name drafts not published."""
    streams = {stream.id: stream for stream in asker.running}
    if not streams:
        return []
    waits = await mentorships.waiting_in(tx, streams)
    kept = await settings_of_all(tx) if waits else {}
    found: list[Awaited] = []
    for stream_id, moments in waits.items():
        stream = streams[stream_id]
        patience = settings_in(kept, stream.programme_id).value(ESCALATE)
        late = sum((asker.now - at).days >= patience for at in moments)
        if late:
            found.append(Awaited(Matter.SILENT_MENTORS, late, stream_id, stream))
    drafts = await matchings.streams_with_drafts(tx, streams)
    return found + [Awaited(Matter.MATCH, 1, one, streams[one]) for one in drafts]
